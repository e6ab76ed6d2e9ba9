package musette.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/// A server of somebody's own, of the oldest PostgreSQL that `musette.store.url` may name.
public final class OldestPostgres implements AutoCloseable {
    private static final Path ARCHIVE = Path.of("target", "postgres-15.jar");

    private final Path folder;
    private final Postmaster postmaster;
    private final Postmaster.Running running;

    private OldestPostgres(Path folder, Postmaster postmaster) {
        this.folder = folder;
        this.postmaster = postmaster;
        running = postmaster.start();
    }

    /// @param folder made afresh, and gone after `close`
    public static OldestPostgres start(Path folder) {
        var place = folder.toAbsolutePath();
        try {
            FileSystemUtils.deleteRecursively(place);
            Files.createDirectories(place);
            var programs = new PostgresPrograms(place.resolve("programs"));
            PostgresPrograms.unpack(
                    URI.create("jar:%s!/%s".formatted(ARCHIVE.toUri(), PostgresPrograms.ARCHIVE))
                            .toURL(),
                    programs.folder());
            var data = place.resolve("postgres");
            make(programs, data);
            return new OldestPostgres(
                    place, new Postmaster(programs, data, place.resolve("postgres.log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As Debian makes it, but for the password.
    private static void make(PostgresPrograms programs, Path data) throws IOException {
        var output = data.resolveSibling("initdb.log");
        try {
            var made =
                    programs.command(
                                    "initdb",
                                    "--pgdata=" + data,
                                    "--username=postgres",
                                    "--encoding=UTF8",
                                    "--locale=C.UTF-8",
                                    "--auth=trust")
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (made.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The server's first database, empty.
    public PGSimpleDataSource address() {
        var address = new PGSimpleDataSource();
        address.setServerNames(new String[] {"127.0.0.1"});
        address.setPortNumbers(new int[] {running.port()});
        address.setDatabaseName("postgres");
        address.setUser("postgres");
        address.setPassword("");
        return address;
    }

    @Override
    public void close() {
        postmaster.stop(running);
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
