package musette.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// The one folder in which everything lives that must survive a restart.
///
/// It belongs to the account that runs the house, and nobody else may enter it: whoever could write
/// there would run code as that account, and whoever could read there would have its keys.
public record DataFolder(Path path) {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /// The folder, made if it is not there yet, and closed to everybody else if it was open.
    ///
    /// @throws CannotStart when it can't be made, can't be written, or is somebody else's
    public static DataFolder at(Path path) {
        var folder = new DataFolder(path);
        folder.make();
        folder.keepOthersOut();
        return folder;
    }

    private void make() {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new CannotStart(
                    "%s is a file, not a folder; choose another with --data.".formatted(path));
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder %s can't be made; choose another with --data.".formatted(path),
                    e);
        }
    }

    private void keepOthersOut() {
        try {
            requireOurs();
            close(path);
            try (var inside = Files.list(path)) {
                for (var entry : inside.filter(p -> !Files.isSymbolicLink(p)).toList()) {
                    close(entry);
                }
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder %s can't be written by this account; choose another with --data."
                            .formatted(path),
                    e);
        }
    }

    /// A file made here is ours; the folder must have the same owner.
    private void requireOurs() throws IOException {
        var probe = Files.createTempFile(path, ".ours", "");
        try {
            var owner = Files.getOwner(path);
            if (!Files.getOwner(probe).equals(owner)) {
                throw new CannotStart(
                        "The data folder %s belongs to %s, not to the account that starts Musette; choose another with --data, or change its owner."
                                .formatted(path, owner.getName()));
            }
        } finally {
            Files.delete(probe);
        }
    }

    private static void close(Path entry) throws IOException {
        var now = Files.getPosixFilePermissions(entry);
        var kept = Set.copyOf(now.stream().filter(OWNER_ONLY::contains).toList());
        if (!kept.equals(now)) {
            Files.setPosixFilePermissions(entry, kept);
        }
    }

    /// A folder below this one that only its owner may enter.
    public Path ownerOnly(String name) {
        var below = path.resolve(name);
        try {
            if (!Files.isDirectory(below)) {
                Files.createDirectory(below, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
            return below;
        } catch (IOException e) {
            throw new CannotStart("The folder %s can't be made.".formatted(below), e);
        }
    }

    /// The secret of that name: 32 random bytes, made on first use, readable by the owner alone.
    ///
    /// Secrets live here and never in the database, so that a copied database opens nothing.
    public byte[] secret(String name) {
        var file = secretFile(name);
        try {
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart("The key file %s can't be used.".formatted(file), e);
        }
    }

    /// The file that holds the secret of that name as 64 hexadecimal digits.
    Path secretFile(String name) {
        var file = ownerOnly("keys").resolve(name);
        try {
            if (!Files.exists(file)) {
                writeSecret(file);
            }
            return file;
        } catch (IOException e) {
            throw new CannotStart("The key file %s can't be written.".formatted(file), e);
        }
    }

    private static void writeSecret(Path file) throws IOException {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(
                draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var hex = HexFormat.of().formatHex(bytes);
            channel.write(ByteBuffer.wrap(hex.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        // A crash before this line leaves no half-written key behind.
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Takes the folder for this process, or answers empty when another one has it.
    ///
    /// The lock is the operating system's: it ends with the process, however that ends.
    public Optional<FileLock> lock() {
        try {
            // The channel stays open as long as the lock is held; closing it would release it.
            var channel =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            var lock = Optional.ofNullable(channel.tryLock());
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CannotStart("The data folder %s can't be locked.".formatted(path), e);
        }
    }
}
