package musette.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// PostgreSQL 18 in the data folder: started with the house, started again when it falls, stopped
/// with the house.
///
/// It asks for a password that lies beside the data, readable by its owner alone, from its first
/// moment on.
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int SECONDS_TO_ANSWER = 1;
    private static final String HOST_RULES =
            """
            # Written by Musette at every start: a password for everyone, also on this machine.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private final Postmaster postmaster;
    private final PGSimpleDataSource address;
    private volatile Postmaster.Running server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread watch;

    private EmbeddedDatabase(Postmaster postmaster, PGSimpleDataSource address) {
        this.postmaster = postmaster;
        this.address = address;
        server = open();
        watch = Thread.ofVirtual().name("database-watch").start(this::watch);
    }

    /// The database of that folder, whose lock the caller holds; made if there is none.
    ///
    /// @throws CannotStart with PostgreSQL's own last words
    static EmbeddedDatabase start(DataFolder folder) {
        var programs = PostgresPrograms.in(folder);
        var data = folder.path().resolve("postgres");
        var postmaster = new Postmaster(programs, data, folder.path().resolve("postgres.log"));
        try {
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                make(folder, programs, data);
            }
            postmaster.clear();
            Files.writeString(data.resolve("pg_hba.conf"), HOST_RULES);
        } catch (IOException e) {
            throw new CannotStart(
                    "The database's folder %s can't be used: %s".formatted(data, e.getMessage()),
                    e);
        }
        var address = new PGSimpleDataSource();
        address.setServerNames(new String[] {"127.0.0.1"});
        address.setDatabaseName("postgres");
        address.setUser("postgres");
        address.setPassword(HexFormat.of().formatHex(folder.secret("database")));
        address.setTcpKeepAlive(true);
        return new EmbeddedDatabase(postmaster, address);
    }

    /// Made beside its place and renamed into it, so that a start killed in between begins afresh.
    private static void make(DataFolder folder, PostgresPrograms programs, Path data)
            throws IOException {
        System.err.println("Making the database in " + data + " …");
        var draft = data.resolveSibling("postgres.new");
        FileSystemUtils.deleteRecursively(draft);
        var output = Files.createTempFile(folder.path(), "initdb", ".log");
        try {
            var made =
                    programs.command(
                                    "initdb",
                                    "--pgdata=" + draft,
                                    "--username=postgres",
                                    "--encoding=UTF8",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8",
                                    "--locale=C",
                                    "--auth=scram-sha-256",
                                    "--pwfile=" + folder.secretFile("database"))
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (made.waitFor() != 0) {
                throw new CannotStart(
                        "The database could not be made in %s: %s"
                                .formatted(data, Files.readString(output).strip()));
            }
            Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while making the database.", e);
        } finally {
            Files.delete(output);
        }
    }

    /// Where the database is, now and after it was started again.
    PGSimpleDataSource address() {
        return address;
    }

    private Postmaster.Running open() {
        var running = postmaster.start();
        address.setPortNumbers(new int[] {running.port()});
        return running;
    }

    private void watch() {
        try {
            while (true) {
                var fallen = server.process();
                fallen.waitFor();
                if (isClosing()) {
                    return;
                }
                log.error("The database has stopped by itself; it is started again.");
                if (revive()) {
                    log.warn("The database is back.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Tries until it works, a little later each time: a full disk needs somebody to make room.
    private boolean revive() throws InterruptedException {
        for (var pause = FIRST_PAUSE; !isClosing(); pause = longer(pause)) {
            try {
                postmaster.clear();
                server = open();
                return true;
            } catch (CannotStart | UncheckedIOException e) {
                log.error("{}", e.getMessage());
            }
            // Ends early when the house closes.
            var _ = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            stop();
            watch.join();
            stop(); // Should it have come back in that very moment.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        var running = server;
        if (!running.process().isAlive()) {
            return;
        }
        if (answers()) {
            postmaster.stop(running);
        } else {
            log.warn("The database does not answer, so it is ended without a word.");
            postmaster.kill(running);
        }
    }

    private boolean answers() {
        var probe = new PGSimpleDataSource();
        probe.setServerNames(address.getServerNames());
        probe.setPortNumbers(address.getPortNumbers());
        probe.setUser(address.getUser());
        probe.setPassword(address.getPassword());
        probe.setLoginTimeout(SECONDS_TO_ANSWER);
        try (var connection = probe.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }
}
