package musette.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// Kills without a word: the program, PostgreSQL, one of its backends, its WAL writer, program and
/// PostgreSQL together; under load, while starting, and in the first start ever. Then compares what
/// clients were told with what is there.
final class KillBench implements Bench {
    private static final int ROUNDS = 300;
    private static final long SEED = 20230401;
    private static final long POLL_NANOS = 20_000_000;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /// Forty rounds hold these. What costs a start of the program comes mostly in the second half,
    /// so that a test's first rounds stay short.
    private static final List<Victim> MIX =
            List.of(
                    Victim.POSTGRES,
                    Victim.BACKEND,
                    Victim.WAL_WRITER,
                    Victim.POSTGRES,
                    Victim.PROGRAM,
                    Victim.BACKEND,
                    Victim.POSTGRES,
                    Victim.WAL_WRITER,
                    Victim.BACKEND,
                    Victim.BOTH,
                    Victim.POSTGRES,
                    Victim.BACKEND,
                    Victim.POSTGRES,
                    Victim.WAL_WRITER,
                    Victim.BACKEND,
                    Victim.POSTGRES,
                    Victim.WAL_WRITER,
                    Victim.BACKEND,
                    Victim.POSTGRES,
                    Victim.BACKEND,
                    Victim.POSTGRES,
                    Victim.PROGRAM,
                    Victim.WAL_WRITER,
                    Victim.START,
                    Victim.POSTGRES,
                    Victim.BACKEND,
                    Victim.PROGRAM,
                    Victim.WAL_WRITER,
                    Victim.BACKEND,
                    Victim.BOTH,
                    Victim.POSTGRES,
                    Victim.FIRST_START,
                    Victim.BACKEND,
                    Victim.START,
                    Victim.WAL_WRITER,
                    Victim.BACKEND,
                    Victim.PROGRAM,
                    Victim.POSTGRES,
                    Victim.FIRST_START,
                    Victim.BACKEND);

    enum Victim {
        PROGRAM,
        POSTGRES,
        BACKEND,
        WAL_WRITER,
        BOTH,
        START,
        FIRST_START
    }

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String summary() {
        return "kills program and database at random and counts what was lost (some minutes)";
    }

    @Override
    public Map<String, Object> run(Wishes wishes, PrintStream people) {
        var folder = Scratch.folder();
        var port = ExternalProcess.freePort();
        try (var sink = MailSink.open()) {
            settle(folder, sink);
            var attack = new Attack(folder, port, new Random(SEED), people);
            return attack.run(wishes.rounds().orElse(ROUNDS), sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Scratch.delete(folder);
        }
    }

    private static void settle(Path folder, MailSink sink) throws IOException {
        var data = Files.createDirectories(ServedHouse.data(folder));
        Files.writeString(
                data.resolve("musette.properties"),
                """
                musette.post.host=127.0.0.1
                musette.post.port=%d
                musette.post.tls=none
                musette.post.from=news@kill.example
                musette.post.per-client=1000000
                musette.post.per-hour=1000000
                """
                        .formatted(sink.port()));
    }

    /// One run of kills.
    private static final class Attack {
        private final Path folder;
        private final int port;
        private final Random random;
        private final PrintStream people;

        /// Nanoseconds from a kill to the next acknowledged write.
        private final List<Long> recoveries = new ArrayList<>();

        /// Starts that did not come up.
        private final List<Victim> stuck = new ArrayList<>();

        private ExternalProcess server;

        Attack(Path folder, int port, Random random, PrintStream people) {
            this.folder = folder;
            this.port = port;
            this.random = random;
            this.people = people;
            server = ServedHouse.launch(folder, port);
        }

        Map<String, Object> run(int rounds, MailSink sink) throws IOException {
            var site = ServedHouse.awaitAddress(server, folder);
            var load = KillLoad.against(site, ServedHouse.data(folder));
            try {
                awaitWrite(load);
                load.start();
                for (int round = 0; round < rounds; round++) {
                    pause(200 + random.nextInt(500));
                    var victim = MIX.get(round % MIX.size());
                    var seconds = recover(load, victim);
                    people.printf(
                            "%4d  %-11s back after %5.2f s, %,d acknowledged%n",
                            round + 1, victim, seconds, load.ledger().acknowledged());
                }
                load.stop();
                pause(1_000);
                return new KillCount(ServedHouse.data(folder), load.ledger(), sink)
                        .figures(rounds, recoveries, stuck.size(), people);
            } finally {
                load.stop();
                server.close();
            }
        }

        private double recover(KillLoad load, Victim victim) {
            if (victim == Victim.FIRST_START) {
                killFirstStart();
                return 0;
            }
            var before = System.nanoTime();
            switch (victim) {
                case POSTGRES -> postgres().server().ifPresent(ProcessHandle::destroyForcibly);
                case BACKEND -> postgres().backend().ifPresent(ProcessHandle::destroyForcibly);
                case WAL_WRITER -> postgres().walWriter().ifPresent(ProcessHandle::destroyForcibly);
                case PROGRAM -> server.kill();
                case BOTH -> {
                    server.kill();
                    postgres().server().ifPresent(ProcessHandle::destroyForcibly);
                }
                case START -> {
                    server.kill();
                    server = ServedHouse.launch(folder, port);
                    pause(random.nextInt(4_000));
                    server.kill();
                    before = System.nanoTime();
                }
                case FIRST_START -> throw new IllegalStateException("handled above");
            }
            if (!server.process().isAlive()) {
                server = ServedHouse.launch(folder, port);
            }
            if (!awaitWrite(load)) {
                stuck.add(victim);
            }
            var nanos = System.nanoTime() - before;
            recoveries.add(nanos);
            return nanos / 1e9;
        }

        /// Somebody's very first start, killed; the next one must come up.
        private void killFirstStart() {
            var fresh = Scratch.folder();
            var first = ServedHouse.launch(fresh, ExternalProcess.freePort());
            pause(300 + random.nextInt(7_000));
            first.kill();
            try (var house = ServedHouse.open(fresh)) {
                people.printf("      a killed first start came up at %s%n", house.address());
            } catch (IllegalStateException e) {
                stuck.add(Victim.FIRST_START);
                people.println(e.getMessage());
            } finally {
                Scratch.delete(fresh);
            }
        }

        private PostgresBeside postgres() {
            return PostgresBeside.of(ServedHouse.data(folder));
        }

        /// Waits until a write is acknowledged.
        private static boolean awaitWrite(KillLoad load) {
            var end = System.nanoTime() + PATIENCE_NANOS;
            while (System.nanoTime() < end) {
                try (var client = Client.of(load.site())) {
                    load.write(client);
                    return true;
                } catch (IOException e) {
                    LockSupport.parkNanos(POLL_NANOS);
                }
            }
            return false;
        }

        private static void pause(int millis) {
            LockSupport.parkNanos(millis * 1_000_000L);
        }
    }
}
