package musette.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL 18 in the data folder, started and stopped with the house.
///
/// It listens on loopback only and asks for a password that lies beside the data, readable by its
/// owner alone. Commits are durable (`synchronous_commit` on); the library's own default is made
/// for tests and is not.
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.password = password;
    }

    static EmbeddedDatabase start(DataFolder folder, String password) {
        var data = folder.path().resolve("postgres");
        var programs = folder.path().resolve("programs");
        endOrphan(data);
        try {
            var guarded = Files.exists(data.resolve("musette.guarded"));
            var builder =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setOverrideWorkingDirectory(programs.toFile())
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("shared_buffers", "128MB")
                            .setServerConfig("max_connections", "100")
                            .setServerConfig("log_min_messages", "warning")
                            .setServerConfig("logging_collector", "off")
                            .setConnectConfig("password", password)
                            .setErrorRedirector(Redirect.DISCARD)
                            .setOutputRedirector(Redirect.DISCARD)
                            .setRegisterShutdownHook(false)
                            .setPGStartupWait(PATIENCE);
            if (!guarded) {
                System.err.println("Making the database in " + data + " …");
            }
            var database = new EmbeddedDatabase(builder.start(), password);
            keepOthersOut(programs);
            if (!guarded) {
                database.guard(data);
            }
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("The database in %s did not start.".formatted(data), e);
        }
    }

    DataSource dataSource() {
        return postgres.getDatabase("postgres", "postgres");
    }

    String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    String password() {
        return password;
    }

    /// From "anyone on this machine" (how the library leaves it) to "who has the password".
    private void guard(Path data) throws IOException {
        try (var connection = dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET password_encryption = 'scram-sha-256'");
            // A generated password of letters and digits: there is nothing in it to escape.
            statement.execute("ALTER ROLE postgres PASSWORD '" + password + "'");
            Files.writeString(
                    data.resolve("pg_hba.conf"),
                    """
                    # Written by Musette: a password for everyone, also on this machine.
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128      scram-sha-256
                    """);
            statement.execute("SELECT pg_reload_conf()");
            Files.createFile(data.resolve("musette.guarded"));
        } catch (SQLException e) {
            throw new IllegalStateException("The database's password could not be set.", e);
        }
    }

    /// The library leaves the folder of the database's programs open to everyone's pen; whoever
    /// writes there runs code as us.
    private static void keepOthersOut(Path programs) throws IOException {
        if (Files.getFileStore(programs).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /// A database left behind by a process that was killed. The caller holds the folder's lock, so
    /// nobody is using it.
    private static void endOrphan(Path data) {
        var note = data.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return;
        }
        try (var lines = Files.lines(note)) {
            var pid = lines.findFirst().map(String::strip).map(Long::valueOf).orElseThrow();
            var orphan =
                    ProcessHandle.of(pid)
                            .filter(p -> p.info().command().orElse("").endsWith("postgres"));
            if (orphan.isPresent()) {
                log.info(
                        "Stopping the database that an earlier run left behind (process {}).", pid);
                orphan.get().destroy();
                orphan.get().onExit().get(20, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file %s can't be read.".formatted(note), e);
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(
                    "A database from an earlier run still holds %s and does not stop."
                            .formatted(data),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while stopping an old database.", e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The database did not stop cleanly.", e);
        }
    }
}
