package musette.stories;

import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of promises that a story will grow; at most one is open for a story.
final class Promises {
    private static final String ADD_PROMISE =
            """
            INSERT INTO story_more_to_follow (story_id, promised_by, promised_at)
            VALUES (:story, :by, :at)
            ON CONFLICT (story_id) WHERE settled_at IS NULL DO NOTHING
            """;
    private static final String SETTLE_PROMISE =
            """
            UPDATE story_more_to_follow
            SET settled_by = :by, settled_at = :at
            WHERE story_id = :story AND settled_at IS NULL
            """;

    private final JdbcClient sql;

    Promises(JdbcClient sql) {
        this.sql = sql;
    }

    /// Whether this made a promise that did not stand already.
    boolean open(long story, long by, OffsetDateTime at) {
        return sql.sql(ADD_PROMISE).param("story", story).param("by", by).param("at", at).update()
                > 0;
    }

    /// Whether there was a promise to settle.
    boolean settle(long story, long by, OffsetDateTime at) {
        return sql.sql(SETTLE_PROMISE)
                        .param("story", story)
                        .param("by", by)
                        .param("at", at)
                        .update()
                > 0;
    }
}
