package musette.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The desk with a hundred thousand stories: finding some by what somebody types, and the queue.
final class DeskBench implements Bench {
    private static final int STORIES = 100_000;
    private static final int SEARCHES = 1_000;
    private static final int LEAST_LETTERS = 3;
    private static final int QUEUES = 200;
    private static final long SEED = 20_230_401;

    private static final String ADD_STORIES =
            """
            WITH told AS (
                INSERT INTO story
                    (slug, author_id, byline, origin, created_at, head, published,
                    published_at)
                SELECT 'bench-' || number, (SELECT min(id) FROM member),
                    ARRAY[(SELECT min(id) FROM member)], 'desk',
                    now() - number * interval '1 hour', 1, 1, now() - number * interval '1 hour'
                FROM generate_series(1, :stories) AS number
                RETURNING id, published_at),
            acts AS (
                INSERT INTO story_publication (story_id, act, revision, done_by, done_at, note)
                SELECT id, 'published', 1, 1, published_at, ''
                FROM told),
            named AS (
                SELECT id, published_at, (
                    SELECT string_agg(
                        translate(substr(md5('name' || (id * 37 + part * part) % 20000), 1, 7),
                            '0123456789', 'oiuptrsnlm'), ' ')
                    FROM generate_series(1, 12) AS part) AS names
                FROM told),
            words AS (
                INSERT INTO story_words (story_id, words, changed_at)
                SELECT id,
                    to_tsvector('simple', 'bench story somebody won a race of the tour ' || names),
                    published_at
                FROM named)
            INSERT INTO story_revision
                (story_id, number, kicker, headline, standfirst, body, saved_by, saved_at, why,
                 version, writers)
            SELECT id, 1, 'Bench', 'Story ' || names, '',
                jsonb_build_object('type', 'doc', 'content', jsonb_build_array(jsonb_build_object(
                    'type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object(
                        'type', 'text', 'text', repeat('Somebody won a race. ', 100)))))),
                1, published_at, 'opened', 1, ARRAY[1::bigint]
            FROM named
            """;
    private static final String HEADLINES =
            """
            SELECT headline
            FROM story_revision
            WHERE kicker = 'Bench'
            ORDER BY story_id
            LIMIT 20000
            """;
    private static final String SETTLE_STATISTICS =
            """
            ANALYZE
            """;

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public String summary() {
        return "finding stories among 100,000 as somebody types, and the queue";
    }

    @Override
    public Map<String, Object> run(Wishes wishes, PrintStream people) {
        var folder = Scratch.folder();
        try (var house = ServedHouse.open(folder);
                var client = Client.of(house.address())) {
            var data = ServedHouse.data(folder);
            var sql = JdbcClient.create(PostgresBeside.of(data).database());
            addStories(sql, STORIES);
            sql.sql(SETTLE_STATISTICS).update();
            KillLoad.signIn(client, data);
            var headlines =
                    sql.sql(HEADLINES).query((row, number) -> row.getString("headline")).list();
            people.println("Searching among %,d stories.".formatted(STORIES));
            typed(client, headlines, SEARCHES / 2, SEED + 1); // Warm.
            var searches = typed(client, headlines, wishes.rounds().orElse(SEARCHES), SEED);
            var queue = new Timings();
            for (int i = 0; i < QUEUES; i++) {
                queue.ask(client, "/desk", status -> status == 200);
            }
            var figures = new LinkedHashMap<String, Object>();
            figures.put("stories", STORIES);
            figures.put("answered", searches.share());
            figures.put("search_median_ms", searches.millis(0.5));
            figures.put("search_p95_ms", searches.millis(0.95));
            figures.put("queue_p95_ms", queue.millis(0.95));
            return figures;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Scratch.delete(folder);
        }
    }

    /// Live stories, each with twelve of twenty thousand names.
    static void addStories(JdbcClient sql, int stories) {
        sql.sql(ADD_STORIES).param("stories", stories).update();
    }

    /// The beginning of a name, or a name and the beginning of one that stands beside it, or a word
    /// of every story and a name.
    private static Timings typed(Client client, List<String> headlines, int searches, long seed)
            throws IOException {
        var random = new SplittableRandom(seed);
        var timings = new Timings();
        for (int i = 0; i < searches; i++) {
            var words = headlines.get(random.nextInt(headlines.size())).split(" ", -1);
            var name = words[1 + random.nextInt(words.length - 1)];
            var start = name.substring(0, random.nextInt(LEAST_LETTERS, name.length() + 1));
            var before =
                    switch (random.nextInt(4)) {
                        case 0 -> words[1] + "+";
                        case 1 -> "race+";
                        default -> "";
                    };
            timings.ask(client, "/desk/find?q=" + before + start, status -> status == 200);
        }
        return timings;
    }
}
