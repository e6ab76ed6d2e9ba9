package musette.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Drafts that somebody has asked an editor to look at. A draft that is published has been looked
/// at; one that is sent back says why.
@Component
public class Reviews {
    private static final String ADD_REVIEW =
            """
            INSERT INTO story_review (story_id, asked_by, asked_at)
            SELECT id, :who, :now
            FROM story
            WHERE id = :story AND published_at IS NULL AND discarded_at IS NULL
            ON CONFLICT (story_id) WHERE ended_at IS NULL DO NOTHING
            """;
    private static final String END_REVIEW =
            """
            UPDATE story_review
            SET ended_by = :who, ended_at = :now, note = :note
            WHERE story_id = :story AND ended_at IS NULL AND (:any OR asked_by = :who)
            """;
    private static final String REVIEWS_NEWEST_FIRST =
            """
            SELECT *
            FROM story_review
            WHERE story_id = :story
            ORDER BY id DESC
            """;

    private final JdbcClient sql;
    private final Clock clock;

    public Reviews(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// That somebody was asked to look.
    ///
    /// @param endedBy who sent it back, took it back or published it; empty while it waits
    /// @param note what was to be done first, may be empty
    public record Review(
            long by, Instant at, OptionalLong endedBy, @Nullable Instant endedAt, String note) {

        public boolean isOpen() {
            return endedAt == null;
        }

        /// Whether somebody else has said what is to be done first.
        public boolean isSentBack() {
            return endedBy.isPresent() && endedBy.getAsLong() != by && !note.isEmpty();
        }
    }

    /// Lets a draft wait for an editor; one that waits already goes on waiting.
    ///
    /// @return whether it did not wait before
    public boolean ask(long story, long who) {
        return sql.sql(ADD_REVIEW)
                        .param("story", story)
                        .param("who", who)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                > 0;
    }

    /// Whether there was something that `who` may end.
    ///
    /// @param note what is to be done first
    /// @param mayPublish whether they may end what others have asked
    public boolean end(long story, long who, String note, boolean mayPublish) {
        return sql.sql(END_REVIEW)
                        .param("story", story)
                        .param("who", who)
                        .param("note", note)
                        .param("any", mayPublish)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                > 0;
    }

    /// All of a story, the newest first.
    public List<Review> of(long story) {
        return sql.sql(REVIEWS_NEWEST_FIRST).param("story", story).query(Reviews::review).list();
    }

    private static Review review(ResultSet row, int number) throws SQLException {
        return new Review(
                row.getLong("asked_by"),
                Stories.at(row, "asked_at"),
                Stories.reference(row, "ended_by"),
                row.getObject("ended_at") == null ? null : Stories.at(row, "ended_at"),
                row.getString("note"));
    }
}
