package musette.comments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import musette.comments.Comment.Quote;
import musette.comments.Comment.Remark;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The comments on the desk's stories. Anybody of the staff says, answers and says done.
@Component
public class Comments {
    private static final int LONGEST = 2_000;

    private static final String ADD_COMMENT =
            """
            INSERT INTO story_comment (story_id, exact, before, after, words, said_by, said_at)
            VALUES (:story, :exact, :before, :after, :words, :who, :now)
            """;
    private static final String ADD_ANSWER =
            """
            WITH asked AS (
                UPDATE story_comment
                SET done_by = NULL, done_at = NULL
                WHERE id = :comment AND story_id = :story AND thread IS NULL
                RETURNING id, story_id
            )
            INSERT INTO story_comment (story_id, thread, words, said_by, said_at)
            SELECT story_id, id, :words, :who, :now
            FROM asked
            """;
    private static final String SETTLE_COMMENT =
            """
            UPDATE story_comment
            SET done_by = :who, done_at = :now
            WHERE id = :comment AND story_id = :story AND thread IS NULL AND done_at IS NULL
            """;
    private static final String RESTORE_COMMENT =
            """
            UPDATE story_comment
            SET done_by = NULL, done_at = NULL
            WHERE id = :comment AND story_id = :story AND done_at IS NOT NULL
            """;
    private static final String DROP_REMARK =
            """
            DELETE FROM story_comment said
            WHERE id = :remark AND story_id = :story AND said_by = :who
              AND NOT EXISTS (
                SELECT FROM story_comment later
                WHERE later.story_id = :story AND later.id > said.id
                  AND later.thread = COALESCE(said.thread, said.id))
            """;
    private static final String WRITE_REMARK =
            """
            UPDATE story_comment said
            SET words = :words, changes = changes + 1
            WHERE id = :remark AND story_id = :story AND said_by = :who
              AND NOT EXISTS (
                SELECT FROM story_comment later
                WHERE later.story_id = :story AND later.id > said.id
                  AND later.thread = COALESCE(said.thread, said.id))
            """;
    private static final String COMMENTS_OF_STORY =
            """
            SELECT id, thread, exact, before, after, words, said_by, said_at, done_by, changes
            FROM story_comment
            WHERE story_id = :story
            ORDER BY id
            """;
    private static final String OPEN_COMMENTS =
            """
            SELECT story_id, count(*) AS open
            FROM story_comment
            WHERE story_id = ANY(:stories) AND thread IS NULL AND done_at IS NULL
            GROUP BY story_id
            """;
    private static final String HOW_IT_STANDS =
            """
            SELECT count(*) || ' ' || count(done_at) || ' ' || COALESCE(max(id), 0)
                || ' ' || COALESCE(sum(changes), 0)
            FROM story_comment
            WHERE story_id = :story
            """;

    private final JdbcClient sql;
    private final Clock clock;

    Comments(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @return why it was not said; empty when it was
    public Optional<String> say(long story, long who, Quote about, String words) {
        var fault = fault(words);
        if (fault.isEmpty()) {
            sql.sql(ADD_COMMENT)
                    .param("story", story)
                    .param("exact", about.exact())
                    .param("before", about.before())
                    .param("after", about.after())
                    .param("words", words.strip())
                    .param("who", who)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
        return fault;
    }

    /// An answer opens again what was done.
    ///
    /// @return why it was not said; empty when it was
    public Optional<String> answer(long story, long comment, long who, String words) {
        var fault = fault(words);
        if (fault.isPresent()) {
            return fault;
        }
        int answers =
                sql.sql(ADD_ANSWER)
                        .param("story", story)
                        .param("comment", comment)
                        .param("words", words.strip())
                        .param("who", who)
                        .param("now", OffsetDateTime.now(clock))
                        .update();
        return answers == 0 ? Optional.of("There is no such comment.") : Optional.empty();
    }

    /// Puts otherwise what `who` has said, as long as nobody has answered it.
    ///
    /// @param remark a comment or an answer
    /// @return why it stands as it was; empty when it is changed
    public Optional<String> change(long story, long remark, long who, String words) {
        var fault = fault(words);
        if (fault.isPresent()) {
            return fault;
        }
        int changed =
                sql.sql(WRITE_REMARK)
                        .param("remark", remark)
                        .param("story", story)
                        .param("who", who)
                        .param("words", words.strip())
                        .update();
        return changed == 0
                ? Optional.of("What you said yourself can be changed until somebody answers it.")
                : Optional.empty();
    }

    /// Takes back what `who` has said, as long as nobody has answered it.
    ///
    /// @param remark a comment or an answer
    /// @return why it still stands; empty when it is gone
    public Optional<String> takeBack(long story, long remark, long who) {
        return drop(story, remark, who)
                ? Optional.empty()
                : Optional.of(
                        "What you said yourself can be taken back until somebody answers it.");
    }

    /// An answer that comes in that very moment keeps what it answers.
    private boolean drop(long story, long remark, long who) {
        try {
            return sql.sql(DROP_REMARK)
                            .param("remark", remark)
                            .param("story", story)
                            .param("who", who)
                            .update()
                    == 1;
        } catch (DataIntegrityViolationException e) {
            return false;
        }
    }

    private static Optional<String> fault(String words) {
        if (words.isBlank()) {
            return Optional.of("Write what you want to say.");
        }
        return words.strip().length() > LONGEST
                ? Optional.of("A comment has at most 2,000 characters.")
                : Optional.empty();
    }

    /// Says that a comment is done with, whoever made it.
    public void settle(long story, long comment, long who) {
        sql.sql(SETTLE_COMMENT)
                .param("story", story)
                .param("comment", comment)
                .param("who", who)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /// Opens one again that was done.
    public void reopen(long story, long comment) {
        sql.sql(RESTORE_COMMENT).param("story", story).param("comment", comment).update();
    }

    /// All on a story, in the order in which they were made.
    public List<Comment> of(long story) {
        var threads = new LinkedHashMap<Long, Comment>();
        var answers = new HashMap<Long, List<Remark>>();
        sql.sql(COMMENTS_OF_STORY)
                .param("story", story)
                .query(row -> {
                    var thread = row.getLong("thread");
                    if (row.wasNull()) {
                        threads.put(row.getLong("id"), comment(row));
                    } else {
                        answers.computeIfAbsent(thread, it -> new ArrayList<>()).add(remark(row));
                    }
                });
        return threads.values().stream()
                .map(comment ->
                        new Comment(
                                comment.id(),
                                comment.about(),
                                comment.first(),
                                answers.getOrDefault(comment.id(), List.of()),
                                comment.doneBy()))
                .toList();
    }

    private static Comment comment(ResultSet row) throws SQLException {
        var about =
                new Quote(row.getString("exact"), row.getString("before"), row.getString("after"));
        var who = row.getLong("done_by");
        var doneBy = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(who);
        return new Comment(row.getLong("id"), about, remark(row), List.of(), doneBy);
    }

    private static Remark remark(ResultSet row) throws SQLException {
        return new Remark(
                row.getLong("id"),
                row.getLong("said_by"),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                row.getString("words"),
                row.getInt("changes") > 0);
    }

    /// How many are not done with, of those stories that have any.
    public Map<Long, Integer> open(List<Long> stories) {
        var open = new HashMap<Long, Integer>();
        sql.sql(OPEN_COMMENTS)
                .param("stories", stories.toArray(Long[]::new))
                .query(row -> {
                    open.put(row.getLong("story_id"), row.getInt("open"));
                });
        return open;
    }

    /// Says something else after whatever was said, changed, answered or done.
    public String state(long story) {
        return sql.sql(HOW_IT_STANDS).param("story", story).query(String.class).single();
    }
}
