package musette.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs, unpacked into the data folder from the archive that ships with us.
///
/// They are unpacked beside their place and then renamed into it, so a start that was killed in the
/// middle leaves nothing half-made that a later one would trust.
record PostgresPrograms(Path folder) {
    static final String ARCHIVE = "postgres-linux-x86_64.txz";

    /// The programs, unpacked if this very archive has not been unpacked there before. Whatever
    /// else lies in the folder goes: half-made leftovers and the programs of earlier releases.
    static PostgresPrograms in(DataFolder data) {
        var programs = data.ownerOnly("programs");
        try {
            var archive = archive();
            var place = programs.resolve(version(archive));
            try (var inside = Files.list(programs)) {
                for (var other : inside.filter(p -> !p.equals(place)).toList()) {
                    FileSystemUtils.deleteRecursively(other);
                }
            }
            if (!Files.isDirectory(place)) {
                var draft = programs.resolve("unpacking");
                unpack(archive, draft);
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            }
            return new PostgresPrograms(place);
        } catch (IOException e) {
            throw new CannotStart(
                    "PostgreSQL's programs can't be unpacked into %s: %s"
                            .formatted(programs, e.getMessage()),
                    e);
        }
    }

    private static URL archive() {
        var archive = PostgresPrograms.class.getResource("/" + ARCHIVE);
        var machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (archive == null || !machine.equals("Linux amd64")) {
            throw new CannotStart(
                    "Musette brings a PostgreSQL for Linux on x86-64 only, and this is %s; set musette.store.url to a server of your own."
                            .formatted(machine));
        }
        return archive;
    }

    /// The checksum that the jar keeps of the archive: known without reading fifteen megabytes.
    private static String version(URL archive) throws IOException {
        return archive.openConnection() instanceof JarURLConnection jar
                ? "%08x".formatted(jar.getJarEntry().getCrc())
                : "unversioned";
    }

    static void unpack(URL archive, Path draft) throws IOException {
        Files.createDirectory(draft);
        try (InputStream packed = archive.openStream();
                var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = draft.resolve(entry.getName()).normalize();
                if (!target.startsWith(draft)) {
                    throw new IOException("the archive names a file outside itself");
                }
                place(entry, tar, target);
            }
        }
    }

    private static void place(TarArchiveEntry entry, TarArchiveInputStream tar, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            var runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(runs ? "rwx------" : "rw-------"));
        }
    }

    /// A program of PostgreSQL's, to be started without our environment's PostgreSQL settings.
    ///
    /// PostgreSQL refuses to run for root; in a user namespace of its own it sees an ordinary
    /// account, while the files stay root's. In a session of its own it does not hear the Ctrl-C
    /// that is meant for the house, which stops it last.
    ProcessBuilder command(String program, String... arguments) {
        var line = new ArrayList<>(List.of("setsid"));
        if ("root".equals(System.getProperty("user.name"))) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(folder.resolve("bin").resolve(program).toString());
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }
}
