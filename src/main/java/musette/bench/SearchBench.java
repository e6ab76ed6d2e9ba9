package musette.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The search as somebody types, over twenty thousand invented riders and two thousand teams.
final class SearchBench implements Bench {
    private static final int SEARCHES = 2_000;
    private static final long SEED = 20_230_401;
    private static final String ADD_RIDERS =
            """
            INSERT INTO rider (family, given, display, slug, folded)
            SELECT family, given, given || ' ' || family, folded || '-' || number, folded
            FROM (
                SELECT number,
                    'Family' || substr(md5('f' || number), 1, 6) AS family,
                    'Given' || number % 700 AS given,
                    'given' || number % 700 || '-family' || substr(md5('f' || number), 1, 6)
                        AS folded
                FROM generate_series(1, 20000) AS number) AS invented
            """;
    private static final String ADD_TEAMS =
            """
            INSERT INTO team (season, name, folded, print)
            SELECT 2000 + number % 20, 'Team ' || md5('t' || number / 20),
                'team' || md5('t' || number / 20), 'Team ' || md5('t' || number / 20)
            FROM generate_series(0, 1999) AS number
            """;
    private static final String FOLDED_NAMES =
            """
            SELECT folded
            FROM rider
            """;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String summary() {
        return "the beginnings of names, typed letter by letter, over 20,000 riders";
    }

    @Override
    public Map<String, Object> run(Wishes wishes, PrintStream people) {
        var folder = Scratch.folder();
        try (var house = ServedHouse.open(folder);
                var client = Client.of(house.address())) {
            var names = invent(PostgresBeside.of(ServedHouse.data(folder)).database());
            people.println("Searching among %,d riders.".formatted(names.size()));
            typed(client, names, SEARCHES / 2, SEED + 1); // Warm.
            var timings = typed(client, names, wishes.rounds().orElse(SEARCHES), SEED);
            var figures = new LinkedHashMap<String, Object>();
            figures.put("riders", names.size());
            figures.put("answered", timings.share());
            figures.put("median_ms", timings.millis(0.5));
            figures.put("p95_ms", timings.millis(0.95));
            figures.put("p99_ms", timings.p99());
            return figures;
        } finally {
            Scratch.delete(folder);
        }
    }

    private static List<String> invent(PGSimpleDataSource database) {
        var sql = JdbcClient.create(database);
        sql.sql(ADD_RIDERS).update();
        sql.sql(ADD_TEAMS).update();
        return sql.sql(FOLDED_NAMES).query((row, number) -> row.getString("folded")).list();
    }

    private static Timings typed(Client client, List<String> names, int searches, long seed) {
        var random = new SplittableRandom(seed);
        var timings = new Timings();
        for (int i = 0; i < searches; i++) {
            var name = names.get(random.nextInt(names.size()));
            var words = name.substring(0, 1 + random.nextInt(name.length()));
            timings.ask(client, "/search?q=" + words, status -> status == 200);
        }
        return timings;
    }
}
