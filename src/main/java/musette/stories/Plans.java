package musette.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables of plans and embargoes; at most one of each is there for a story.
final class Plans {
    private static final String PUT_PLAN =
            """
            INSERT INTO story_plan (story_id, revision, live_at, planned_by)
            VALUES (:story, :revision, :at, :by)
            ON CONFLICT (story_id) DO UPDATE
            SET revision = excluded.revision, live_at = excluded.live_at,
                planned_by = excluded.planned_by, problem = ''
            """;
    private static final String DROP_PLAN =
            """
            DELETE FROM story_plan
            WHERE story_id = :story
            """;
    private static final String NOTE_PROBLEM =
            """
            UPDATE story_plan
            SET problem = :problem
            WHERE story_id = :story
            """;
    private static final String KEEP_EMBARGO =
            """
            INSERT INTO story_embargo (story_id, until, said_by, said_at)
            VALUES (:story, :until, :who, :now)
            ON CONFLICT (story_id) DO UPDATE
            SET until = excluded.until, said_by = excluded.said_by, said_at = excluded.said_at
            """;
    private static final String DROP_EMBARGO =
            """
            DELETE FROM story_embargo
            WHERE story_id = :story
            """;
    private static final String EMBARGO_OF_STORY =
            """
            SELECT until
            FROM story_embargo
            WHERE story_id = :story
            """;
    private static final String EMBARGOES_BETWEEN =
            """
            SELECT e.story_id, e.until
            FROM story_embargo e
            JOIN story s ON s.id = e.story_id
            WHERE e.until >= :from AND e.until < :until AND s.discarded_at IS NULL
            ORDER BY e.until, e.story_id
            """;
    private static final String PLAN_OF_STORY =
            """
            SELECT *
            FROM story_plan
            WHERE story_id = :story
            """;
    private static final String PLANS_EARLIEST_FIRST =
            """
            SELECT *
            FROM story_plan
            ORDER BY live_at, story_id
            """;
    private static final String DUE_STORIES =
            """
            SELECT *
            FROM story_plan
            WHERE problem = '' AND live_at <= :now
            ORDER BY live_at, story_id
            LIMIT 100
            """;

    private final JdbcClient sql;

    Plans(JdbcClient sql) {
        this.sql = sql;
    }

    /// Keeps the story from readers until then.
    void keepEmbargo(long story, Instant until, long who, Instant now) {
        sql.sql(KEEP_EMBARGO)
                .param("story", story)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Whether there was one.
    boolean dropEmbargo(long story) {
        return sql.sql(DROP_EMBARGO).param("story", story).update() > 0;
    }

    Optional<Instant> embargo(long story) {
        return sql.sql(EMBARGO_OF_STORY)
                .param("story", story)
                .query((row, number) -> Stories.at(row, "until"))
                .optional();
    }

    /// Of stories that lie on the desk.
    Map<Long, Instant> embargoes(Instant from, Instant until) {
        var embargoes = new LinkedHashMap<Long, Instant>();
        sql.sql(EMBARGOES_BETWEEN)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    embargoes.put(row.getLong("story_id"), Stories.at(row, "until"));
                });
        return embargoes;
    }

    /// Why readers must not see the story at that moment.
    Optional<String> objection(long story, Instant moment) {
        return embargo(story)
                .filter(moment::isBefore)
                .map(until ->
                        "This story is under embargo. Plan it for a moment behind that, or lift the"
                                + " embargo.");
    }

    void put(Plan plan) {
        sql.sql(PUT_PLAN)
                .param("story", plan.story())
                .param("revision", plan.revision())
                .param("at", plan.at().atOffset(ZoneOffset.UTC))
                .param("by", plan.by())
                .update();
    }

    /// Whether there was one.
    boolean drop(long story) {
        return sql.sql(DROP_PLAN).param("story", story).update() > 0;
    }

    void note(long story, String problem) {
        sql.sql(NOTE_PROBLEM).param("story", story).param("problem", problem).update();
    }

    Optional<Plan> of(long story) {
        return sql.sql(PLAN_OF_STORY)
                .param("story", story)
                .query((row, number) -> plan(row))
                .optional();
    }

    List<Plan> all() {
        return sql.sql(PLANS_EARLIEST_FIRST).query((row, number) -> plan(row)).list();
    }

    List<Plan> due(Instant now) {
        return sql.sql(DUE_STORIES)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query((row, number) -> plan(row))
                .list();
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                row.getLong("story_id"),
                row.getInt("revision"),
                Stories.at(row, "live_at"),
                row.getLong("planned_by"),
                row.getString("problem"));
    }
}
