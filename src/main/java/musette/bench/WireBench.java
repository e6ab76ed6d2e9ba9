package musette.bench;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import musette.racing.ResultFile;
import musette.racing.Results;
import musette.wire.ParsedFile;
import musette.wire.ParsedFile.ParsedResult;
import musette.wire.ParsedFile.ParsedWinners;
import musette.wire.ParsedFile.Unreadable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// Every result of a folder read and stored: what is odd in them, what was set aside, how fast.
final class WireBench implements Bench {
    private static final int ROUNDS = 10;

    /// The warm-up is rolled back; what it leaves in the files is in no fresh house.
    private static final String CLEAR_WHAT_WAS_ROLLED_BACK =
            """
            TRUNCATE race, rider, team, result_row RESTART IDENTITY CASCADE
            """;

    @Override
    public String name() {
        return "wire";
    }

    @Override
    public String summary() {
        return "every result of --data read and stored; --anomalies lists what is odd in them";
    }

    @Override
    public Map<String, Object> run(Wishes wishes, PrintStream people) {
        var folder = wishes.folder();
        var files = ResultFolder.files(folder);
        var reading = Reading.of(files);
        reading.tell(people, wishes.anomalies());
        var figures = new LinkedHashMap<String, Object>();
        figures.put("files", files.size());
        figures.put("not_read", reading.notRead());
        reading.failures().forEach(people::println);
        figures.put("exceptions", reading.failures().size());
        figures.put("rows", reading.rows());
        figures.put("quarantined", reading.quarantined());
        figures.put("anomalies", reading.anomalies().counts());
        figures.put("parsed_per_s", parsedPerSecond(files, wishes.rounds().orElse(ROUNDS)));
        figures.putAll(stored(reading.results()));
        return figures;
    }

    /// What came of the files.
    private record Reading(
            List<ResultFile> results,
            List<String> failures,
            Map<String, Integer> notRead,
            int rows,
            int quarantined,
            Anomalies anomalies) {

        static Reading of(List<SentFile> files) {
            var results = new ArrayList<ResultFile>();
            var failures = new ArrayList<String>();
            var notRead = new TreeMap<String, Integer>();
            var anomalies = new Anomalies();
            int rows = 0;
            int quarantined = 0;
            for (var file : files) {
                try {
                    switch (parsed(file)) {
                        case ParsedResult result -> {
                            results.add(result.file());
                            rows += result.reading().rows();
                            quarantined += result.reading().quarantine().size();
                            anomalies.look(file.name(), result);
                        }
                        case ParsedWinners list -> rows += list.reading().rows();
                        case Unreadable unreadable ->
                                notRead.merge(unreadable.sentence(), 1, Integer::sum);
                    }
                } catch (ExecutionException e) {
                    failures.add(file.name() + ": " + e.getCause());
                }
            }
            return new Reading(results, failures, notRead, rows, quarantined, anomalies);
        }

        /// In a task of its own, so that whatever is thrown is a finding and not the end.
        private static ParsedFile parsed(SentFile file) throws ExecutionException {
            var task = new FutureTask<>(file::parsed);
            task.run();
            try {
                return task.get();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while reading", e);
            }
        }

        void tell(PrintStream people, boolean each) {
            notRead.forEach(
                    (why, times) -> people.println("not read, %d: %s".formatted(times, why)));
            if (each) {
                anomalies.lines().forEach(people::println);
            }
            anomalies
                    .counts()
                    .forEach((kind, times) -> people.println("%-24s %,7d".formatted(kind, times)));
        }
    }

    private static long parsedPerSecond(List<SentFile> files, int rounds) {
        long rows = 0;
        long start = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            for (var file : files) {
                if (file.parsed() instanceof ParsedResult result) {
                    rows += result.reading().rows();
                }
            }
        }
        return perSecond(rows, System.nanoTime() - start);
    }

    private static long perSecond(long rows, long nanos) {
        return Math.round(rows * 1e9 / nanos);
    }

    /// Stores all results in a fresh house, those of an edition in one transaction.
    private static Map<String, Object> stored(List<ResultFile> results) {
        var folder = Scratch.folder();
        try (var _ = ServedHouse.open(folder);
                var connection =
                        PostgresBeside.of(ServedHouse.data(folder)).database().getConnection()) {
            var source = new SingleConnectionDataSource(connection, true);
            var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
            var racing =
                    new Results(
                            JdbcClient.create(source), transaction, Clock.systemUTC(), news -> {});
            var outcomes = new ArrayList<Results.Outcome>();
            var editions = editions(results);
            editions.forEach(
                    edition -> // Warm.
                    transaction.executeWithoutResult(status -> {
                        status.setRollbackOnly();
                        edition.forEach(file -> racing.store(file, "bench"));
                    }));
            JdbcClient.create(source).sql(CLEAR_WHAT_WAS_ROLLED_BACK).update();
            long start = System.nanoTime();
            editions.forEach(edition ->
                    transaction.executeWithoutResult(status ->
                            edition.forEach(file -> outcomes.add(racing.store(file, "bench")))));
            long nanos = System.nanoTime() - start;
            long rows = results.stream().mapToLong(file -> file.rows().size()).sum();
            return figures(outcomes, rows, nanos);
        } catch (SQLException e) {
            throw new IllegalStateException("the database can't be reached", e);
        } finally {
            Scratch.delete(folder);
        }
    }

    private static Iterable<List<ResultFile>> editions(List<ResultFile> results) {
        return results.stream()
                .collect(
                        Collectors.groupingBy(
                                file -> file.head().slug() + " " + file.head().year(),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values();
    }

    private static Map<String, Object> figures(
            List<Results.Outcome> outcomes, long rows, long nanos) {
        int leftOut = 0;
        int unmatched = 0;
        int refused = 0;
        for (var outcome : outcomes) {
            if (outcome instanceof Results.Stored stored) {
                leftOut += stored.leftOut().size();
                unmatched += stored.unmatched().size();
            } else {
                refused++;
            }
        }
        var figures = new LinkedHashMap<String, Object>();
        figures.put("stored", rows - leftOut);
        figures.put("left_out", leftOut);
        figures.put("unmatched", unmatched);
        figures.put("refused", refused);
        figures.put("stored_per_s", perSecond(rows, nanos));
        return figures;
    }
}
