package musette.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// PostgreSQL's server process on one folder, as a child of this program, and its own log.
///
/// It listens on loopback only and makes no socket files. Commits are durable: the three settings
/// that promise it are given on the command line, where no file can take them back.
record Postmaster(PostgresPrograms programs, Path data, Path log) {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration LEFTOVERS = Duration.ofSeconds(10);
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final long LONGEST_LOG = 5_000_000;
    private static final int SHOWN = 8_000;

    private static final List<String> SETTINGS =
            List.of(
                    "fsync=on",
                    "full_page_writes=on",
                    "synchronous_commit=on",
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "shared_buffers=128MB",
                    "max_connections=100",
                    "log_min_messages=warning",
                    "logging_collector=off");

    /// What the log says when somebody else was quicker, or what an earlier run left is not gone
    /// yet; both pass.
    private static final List<String> PASSING =
            List.of("Address already in use", "shared memory block", "could not create any TCP/IP");

    /// A server that takes connections.
    record Running(Process process, int port) {}

    /// Starts the server on a free port and waits until it takes connections.
    ///
    /// @throws CannotStart with the last line of its log
    Running start() {
        var patience = System.nanoTime() + LEFTOVERS.toNanos();
        while (true) {
            var from = logEnd();
            var server = launch();
            if (isReady(server)) {
                return server;
            }
            var words = logged(from);
            if (PASSING.stream().noneMatch(words::contains) || System.nanoTime() > patience) {
                throw new CannotStart(
                        "The database in %s did not start. Its log ends with: %s (all of it: %s)"
                                .formatted(data, lastLine(words), log));
            }
            LockSupport.parkNanos(POLL.toNanos() * 20);
        }
    }

    private Running launch() {
        try {
            var port = freePort();
            var process =
                    programs.command("postgres", arguments(port))
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.appendTo(log.toFile()))
                            .start();
            process.getOutputStream().close();
            return new Running(process, port);
        } catch (IOException e) {
            throw new CannotStart(
                    "The database's program can't be run: %s".formatted(e.getMessage()), e);
        }
    }

    private String[] arguments(int port) {
        var line = new ArrayList<>(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> line.addAll(List.of("-c", setting)));
        return line.toArray(String[]::new);
    }

    /// Where the next line of the log will stand; a long log is put aside first.
    private long logEnd() {
        var length = log.toFile().length();
        if (length <= LONGEST_LOG) {
            return length;
        }
        try {
            var old = log.resolveSibling(log.getFileName() + ".old");
            Files.move(log, old, StandardCopyOption.REPLACE_EXISTING);
            return 0;
        } catch (IOException e) {
            return length;
        }
    }

    /// The last line of `postmaster.pid` says "ready" once connections are taken.
    private boolean isReady(Running server) {
        var patience = System.nanoTime() + START.toNanos();
        while (server.process().isAlive()) {
            if (noteSaysReady(server.process().pid())) {
                return true;
            }
            if (System.nanoTime() > patience) {
                stop(server);
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return false;
    }

    private boolean noteSaysReady(long pid) {
        try {
            var lines =
                    Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.ISO_8859_1);
            return lines.size() >= 8
                    && lines.getFirst().strip().equals(Long.toString(pid))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    /// Stops the server, whoever is connected; what it had acknowledged stays.
    void stop(Running server) {
        if (!endsWhenAsked(server.process().toHandle())) {
            server.process().destroyForcibly();
        }
    }

    /// Ends the server and its backends without a word, for when they stand still; what they had
    /// acknowledged is in the log.
    void kill(Running server) {
        var backends = new OrphanedPostgres(data).all();
        server.process().destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
    }

    /// Stops what an earlier run left behind, and nobody else. The caller holds the folder's lock.
    void clear() {
        var orphans = new OrphanedPostgres(data);
        orphans.server().ifPresent(server -> endsWhenAsked(server));
        var left = orphans.all();
        left.forEach(ProcessHandle::destroyForcibly);
        var patience = System.nanoTime() + LEFTOVERS.toNanos();
        while (left.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < patience) {
            LockSupport.parkNanos(POLL.toNanos());
        }
        try {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// PostgreSQL's "fast" stop: sessions end, what is open is rolled back, everything is written.
    private boolean endsWhenAsked(ProcessHandle server) {
        try {
            var seconds = Long.toString(STOP.toSeconds());
            var stopping =
                    programs.command("pg_ctl", "stop", "-m", "fast", "-t", seconds, "-D", "" + data)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start();
            return stopping.waitFor(STOP.toSeconds() + 5, TimeUnit.SECONDS) && !server.isAlive();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's pg_ctl can't be run.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String logged(long from) {
        try (var file = Files.newByteChannel(log)) {
            file.position(Math.max(from, file.size() - SHOWN));
            var bytes = ByteBuffer.allocate(SHOWN);
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {}
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static String lastLine(String words) {
        var told = words.lines().filter(line -> line.contains("FATAL:")).toList();
        var lines = told.isEmpty() ? words.lines().filter(l -> !l.isBlank()).toList() : told;
        return lines.isEmpty() ? "nothing" : lines.getLast().strip();
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
