package musette.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import musette.push.Senders;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 200 riders cross the line, 50 a second. Two senders push each of them twice and out of order,
/// and one of the senders is killed half-way; a reader looks at the page all the while.
final class PushBench implements Bench {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String PAGE = "/races/tour-of-the-bench/2023";
    private static final Pattern FINISHER = Pattern.compile("Finisher-([0-9]+)<");
    private static final long LOOK_EVERY = 20_000_000;
    private static final long KILLED_AFTER_MILLIS = 2_000;
    private static final long PATIENCE_MILLIS = 60_000;

    @Override
    public String name() {
        return "push";
    }

    @Override
    public String summary() {
        return "riders pushed row by row by two senders, one of them killed, until readers see"
                + " them";
    }

    @Override
    public Map<String, Object> run(Wishes wishes, PrintStream people) {
        var folder = Scratch.folder();
        try (var house = ServedHouse.open(folder);
                var reader = Client.of(house.address())) {
            var token = token(folder);
            warm(reader, token);
            var survivor = sender(folder, house.address(), token, 1);
            var victim = sender(folder, house.address(), token, 2);
            var seen = watch(reader, survivor, victim);
            var sent = sent(folder);
            var figures = new LinkedHashMap<String, Object>();
            figures.put("finishers", FinishLine.FINISHERS);
            figures.put("senders", 2);
            figures.put("killed", 1);
            figures.put("seen", seen.size());
            put(figures, sent, seen);
            figures.put("equal_to_file", isEqualToFile(reader, token));
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Scratch.delete(folder);
        }
    }

    private static String token(Path folder) {
        var database = PostgresBeside.of(ServedHouse.data(folder)).database();
        var made =
                new Senders(JdbcClient.create(database), CLOCK)
                        .make("Bench", "", true, "the bench");
        return ((Senders.Made) made).token();
    }

    /// Another race first, so that a fresh program is not what is measured.
    private static void warm(Client client, String token) throws IOException {
        for (int i = 1; i <= FinishLine.FINISHERS; i++) {
            push(
                    client,
                    "rows",
                    token,
                    FinishLine.file(List.of(i)).replace(FinishLine.RACE, "Tour of the Warm-up"));
        }
    }

    private static ExternalProcess sender(Path folder, String site, String token, int number) {
        return ExternalProcess.start(
                List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FinishLine.class.getName(),
                        site,
                        token,
                        String.valueOf(number)),
                folder.resolve("sender-%d.log".formatted(number)));
    }

    /// Looks until all are there, and answers when each was seen first.
    private static Map<Integer, Long> watch(
            Client reader, ExternalProcess survivor, ExternalProcess victim) throws IOException {
        var seen = new HashMap<Integer, Long>();
        long start = CLOCK.millis();
        long firstSeen = 0;
        while (seen.size() < FinishLine.FINISHERS && CLOCK.millis() - start < PATIENCE_MILLIS) {
            var page = reader.get(PAGE);
            long now = CLOCK.millis();
            var finishers = FINISHER.matcher(page.body());
            while (finishers.find()) {
                seen.putIfAbsent(Integer.valueOf(finishers.group(1)), now);
            }
            firstSeen = firstSeen == 0 && !seen.isEmpty() ? now : firstSeen;
            if (firstSeen > 0 && now - firstSeen > KILLED_AFTER_MILLIS) {
                victim.kill();
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
        survivor.close();
        victim.close();
        return seen;
    }

    /// When each rider whose row was answered had been sent first.
    private static Map<Integer, Long> sent(Path folder) throws IOException {
        var sent = new HashMap<Integer, Long>();
        for (int number = 1; number <= 2; number++) {
            for (var line : Files.readAllLines(folder.resolve("sender-%d.log".formatted(number)))) {
                var words = line.split(" ", -1);
                if (words.length == 2 && words[1].length() == 13) {
                    sent.merge(Integer.valueOf(words[0]), Long.valueOf(words[1]), Math::min);
                }
            }
        }
        return sent;
    }

    private static void put(
            Map<String, Object> figures, Map<Integer, Long> sent, Map<Integer, Long> seen) {
        var waits =
                seen.entrySet().stream()
                        .filter(it -> sent.containsKey(it.getKey()))
                        .map(it -> it.getValue() - Objects.requireNonNull(sent.get(it.getKey())))
                        .sorted()
                        .toList();
        figures.put("row_to_page_median_ms", at(waits, 0.5));
        figures.put("row_to_page_p99_ms", at(waits, 0.99));
        figures.put("row_to_page_max_ms", at(waits, 1));
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.isEmpty()
                ? -1
                : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }

    /// The whole result as a file says nothing that the rows have not said.
    private static boolean isEqualToFile(Client client, String token) throws IOException {
        var all = IntStream.rangeClosed(1, FinishLine.FINISHERS).boxed().toList();
        return push(client, "files", token, FinishLine.file(all)).contains("\"repeat\"");
    }

    private static String push(Client client, String what, String token, String file)
            throws IOException {
        return client.send(
                        client.request("/push/" + what)
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "text/csv")
                                .POST(HttpRequest.BodyPublishers.ofString(file)))
                .body();
    }
}
