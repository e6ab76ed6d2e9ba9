package musette.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;

/// The database away under load, in three ways: killed and not able to start, frozen so that it
/// swallows every question, and (where a small file system can be mounted) with its disk full.
final class OutageBench implements Bench {
    private static final int SECONDS = 60;
    private static final int READERS = 4;
    private static final long POLL_NANOS = 10_000_000;
    private static final long MOMENT_NANOS = 1_000_000_000;
    private static final int MOST_POLLS = 3_000;
    private static final List<String> REFUSED = List.of("/subscribe", "/account", "/desk");

    @Override
    public String name() {
        return "outage";
    }

    @Override
    public String summary() {
        return "pages, refusals and recovery while the database is away (some minutes)";
    }

    @Override
    public Map<String, Object> run(Wishes wishes, PrintStream people) {
        var folder = Scratch.folder();
        var seconds = wishes.rounds().orElse(SECONDS);
        var figures = new LinkedHashMap<String, Object>();
        try (var disk = SmallDisk.at(folder);
                var house = ServedHouse.open(folder);
                var client = Client.of(house.address())) {
            var outage =
                    new Outage(
                            house.address(),
                            List.of(FirstStory.firstOn(client), "/", "/feed.xml", "/races"),
                            people);
            var data = ServedHouse.data(folder);
            figures.put("killed", outage.of("killed", new Killed(data), seconds));
            figures.put("frozen", outage.of("frozen", new Frozen(data), seconds));
            figures.put(
                    "disk_full",
                    disk.isMounted() ? outage.of("disk full", new Full(data), seconds) : null);
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Scratch.delete(folder);
        }
    }

    /// A way to lose the database, and to get it back.
    private sealed interface Loss {
        void strike() throws IOException;

        void mend() throws IOException;

        /// Whether a page that needs the database was answered as it should be meanwhile.
        default boolean isAnswered(int status) {
            return status == 503;
        }
    }

    /// The server is killed, and its program is not where it was.
    private record Killed(Path data) implements Loss {
        private Path program() throws IOException {
            try (var versions = Files.list(data.resolve("programs"))) {
                return versions.findFirst().orElseThrow().resolve("bin/postgres");
            }
        }

        @Override
        public void strike() throws IOException {
            Files.move(program(), program().resolveSibling("away"));
            PostgresBeside.of(data).server().ifPresent(ProcessHandle::destroyForcibly);
        }

        @Override
        public void mend() throws IOException {
            Files.move(program().resolveSibling("away"), program());
        }
    }

    /// Every process of the server stands still: connections open, and nothing is ever answered.
    private record Frozen(Path data) implements Loss {
        @Override
        public void strike() {
            signal("-STOP");
        }

        @Override
        public void mend() {
            signal("-CONT");
        }

        private void signal(String signal) {
            for (var process : PostgresBeside.of(data).all()) {
                ExternalProcess.output(List.of("/bin/kill", signal, Long.toString(process.pid())));
            }
        }
    }

    /// Not a byte is left for the write-ahead log.
    private record Full(Path data) implements Loss {
        private Path ballast() {
            return data.resolve("ballast");
        }

        @Override
        public void strike() throws IOException {
            try (var out = Files.newOutputStream(ballast())) {
                var block = new byte[64 * 1024];
                while (true) {
                    out.write(block);
                }
            } catch (IOException e) {
                // Full: that is what was wanted.
            }
            PostgresBeside.of(data).backend().ifPresent(ProcessHandle::destroyForcibly);
        }

        @Override
        public void mend() throws IOException {
            Files.delete(ballast());
        }

        /// A database that can't write a byte may come back all the same, to be read from.
        @Override
        public boolean isAnswered(int status) {
            return status == 503 || status == 200 || status == 303;
        }
    }

    private record Outage(String site, List<String> kept, PrintStream people) {

        Map<String, Object> of(String name, Loss loss, int seconds) throws IOException {
            try (var client = Client.of(site)) {
                for (var path : kept) {
                    client.get(path);
                }
                loss.strike();
                awaitStatus(client, "/subscribe", 503);
                LockSupport.parkNanos(MOMENT_NANOS);
                var stale = new Timings();
                var refused = new Timings();
                load(loss, stale, refused, seconds);
                loss.mend();
                var start = System.nanoTime();
                awaitStatus(client, "/subscribe", 200);
                var back = Math.round((System.nanoTime() - start) / 1e7) / 100.0;
                people.printf(
                        "%-10s %,d kept pages: %.4f well, %,d refusals: p99 %.1f ms, back after"
                                + " %.2f s%n",
                        name, stale.asked(), stale.share(), refused.asked(), refused.p99(), back);
                var figures = new LinkedHashMap<String, Object>();
                figures.put("stale_ok", stale.share());
                figures.put("stale_others", stale.others());
                figures.put("refused_ok", refused.share());
                figures.put("refused_p99_ms", refused.p99());
                figures.put("back_s", back);
                return figures;
            }
        }

        private void load(Loss loss, Timings stale, Timings refused, int seconds) {
            var goOn = new AtomicBoolean(true);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int reader = 0; reader < READERS; reader++) {
                    repeat(threads, goOn, stale, kept, status -> status == 200);
                    repeat(threads, goOn, refused, REFUSED, loss::isAnswered);
                }
                LockSupport.parkNanos(MOMENT_NANOS * seconds);
                goOn.set(false);
            }
        }

        private void repeat(
                ExecutorService threads,
                AtomicBoolean goOn,
                Timings timings,
                List<String> paths,
                IntPredicate hoped) {
            threads.execute(() -> {
                try (var client = Client.of(site)) {
                    for (int i = 0; goOn.get(); i++) {
                        timings.ask(client, paths.get(i % paths.size()), hoped);
                        LockSupport.parkNanos(POLL_NANOS);
                    }
                }
            });
        }

        private static void awaitStatus(Client client, String path, int status) {
            for (int poll = 0; poll < MOST_POLLS; poll++) {
                try {
                    if (client.get(path).statusCode() == status) {
                        return;
                    }
                } catch (IOException e) {
                    // Not yet.
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
            throw new IllegalStateException(path + " never answered " + status);
        }
    }
}
