package musette.stories;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of what was done to what readers see.
final class PublicationActs {
    /// Ten seconds on the page, and five for the way there and back.
    private static final Duration UNDO_LASTS = Duration.ofSeconds(15);

    private static final String ADD_ACT =
            """
            INSERT INTO story_publication (story_id, act, revision, done_by, done_at, note)
            VALUES (:story, :act, :revision, :by, :now, :note)
            """;
    private static final String LAST_TWO_ACTS =
            """
            SELECT id, act, revision, done_by, done_at
            FROM story_publication
            WHERE story_id = :story AND undone_at IS NULL
            ORDER BY id DESC
            LIMIT 2
            """;
    private static final String UNDO_ACT =
            """
            UPDATE story_publication
            SET undone_at = :now
            WHERE id = :act
            """;

    private final JdbcClient sql;

    PublicationActs(JdbcClient sql) {
        this.sql = sql;
    }

    /// Something that was done to what readers see, and stands.
    record Act(long id, String act, int revision, long by, Instant at) {
        boolean shows() {
            return !act.equals("withdrawn");
        }

        /// Whether `who` has just done it, so that it can be taken back.
        boolean isFresh(long who, Instant now) {
            return shows() && by == who && at.plus(UNDO_LASTS).isAfter(now);
        }
    }

    void add(long story, int revision, long who, String act, String note, OffsetDateTime now) {
        sql.sql(ADD_ACT)
                .param("story", story)
                .param("act", act)
                .param("revision", revision)
                .param("by", who)
                .param("now", now)
                .param("note", note)
                .update();
    }

    /// The newest first.
    List<Act> lastTwo(long story) {
        return sql.sql(LAST_TWO_ACTS)
                .param("story", story)
                .query((row, number) ->
                        new Act(
                                row.getLong("id"),
                                row.getString("act"),
                                row.getInt("revision"),
                                row.getLong("done_by"),
                                Stories.at(row, "done_at")))
                .list();
    }

    void undo(Act act, OffsetDateTime now) {
        sql.sql(UNDO_ACT).param("act", act.id()).param("now", now).update();
    }
}
