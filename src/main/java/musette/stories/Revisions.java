package musette.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import musette.stories.Manuscript.State;
import musette.text.Document;
import musette.text.DocumentJson;
import musette.text.FactLink;
import musette.text.StoryText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of revisions with the facts each one says: what the history of a story keeps.
@Component
public class Revisions {
    private static final String ADD_REVISION =
            """
            INSERT INTO story_revision
                (story_id, number, kicker, headline, standfirst, heads, body, saved_by, saved_at,
                 why, version, writers)
            VALUES
                (:story, :number, :kicker, :headline, :standfirst, :heads::jsonb, :body::jsonb,
                 :by, :at, :why, :version, ARRAY[CAST(:by AS bigint)])
            """;
    private static final String WRITE_REVISION =
            """
            UPDATE story_revision
            SET kicker = :kicker, headline = :headline, standfirst = :standfirst,
                heads = :heads::jsonb, body = :body::jsonb, saved_by = :by, saved_at = :at,
                version = :version,
                writers = CASE WHEN :by = ANY(writers) THEN writers
                    ELSE writers || CAST(:by AS bigint) END
            WHERE story_id = :story AND number = :number AND why = :why
            """;
    private static final String DROP_FACTS =
            """
            DELETE FROM story_fact
            WHERE story_id = :story AND revision = :revision
            """;
    private static final String ADD_FACTS =
            """
            INSERT INTO story_fact (story_id, revision, ordinal, kind, source, value, text)
            SELECT :story, :revision, ordinal, kind, source, value, text
            FROM unnest(:kinds, :sources, :values, :texts) WITH ORDINALITY
                AS said (kind, source, value, text, ordinal)
            """;
    private static final String REVISION =
            """
            SELECT *
            FROM story_revision
            WHERE story_id = :story AND number = :number
            """;
    private static final String REVISIONS_NEWEST_FIRST =
            """
            SELECT *
            FROM story_revision
            WHERE story_id = :story
            ORDER BY number DESC
            LIMIT :most
            """;
    private static final String ACTS_NEWEST_FIRST =
            """
            SELECT act, revision, done_by, done_at, note, undone_at IS NOT NULL AS is_undone
            FROM story_publication
            WHERE story_id = :story
            ORDER BY id DESC
            """;

    private static final String IS_SETTLED =
            """
            SELECT EXISTS (
                    SELECT FROM story_publication WHERE story_id = :story AND revision = :number)
                OR EXISTS (SELECT FROM story_plan WHERE story_id = :story AND revision = :number)
            """;
    private static final String LACKED_FACTS =
            """
            SELECT kind, source, value, text
            FROM unnest(:kinds, :sources, :values, :texts) AS said (kind, source, value, text)
            EXCEPT
            SELECT kind, source, value, text FROM story_fact WHERE story_id = :story
            """;
    private static final String IS_UNTOUCHED =
            """
            SELECT NOT EXISTS (
                SELECT FROM story_revision WHERE story_id = :story AND why IN ('edited', 'restored'))
            """;
    private static final String WRITTEN_BY_OTHERS =
            """
            SELECT EXISTS (
                SELECT FROM story_revision
                WHERE story_id = :story AND version > :version
                  AND (writers <> ARRAY[CAST(:who AS bigint)] OR why <> 'edited'))
            """;
    private static final String TYPED_SINCE_PUBLISHED =
            """
            SELECT EXISTS (
                SELECT FROM story_revision r
                JOIN story s ON s.id = r.story_id
                WHERE s.id = :story AND r.number > s.published AND r.why <> 'followed')
            """;
    private static final String HEADLINES =
            """
            SELECT r.story_id, r.headline
            FROM story s
            JOIN story_revision r ON r.story_id = s.id AND r.number = s.head
            WHERE s.id = ANY(:stories)
            """;

    private final JdbcClient sql;

    public Revisions(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<Manuscript.Revision> revision(long story, int number) {
        return sql.sql(REVISION)
                .param("story", story)
                .param("number", number)
                .query(Revisions::revision)
                .optional();
    }

    /// The last revisions, the newest first.
    public List<Manuscript.Revision> revisions(long story, int most) {
        return sql.sql(REVISIONS_NEWEST_FIRST)
                .param("story", story)
                .param("most", most)
                .query(Revisions::revision)
                .list();
    }

    /// Everything done to what readers see, the newest first.
    public List<Manuscript.Act> acts(long story) {
        return sql.sql(ACTS_NEWEST_FIRST)
                .param("story", story)
                .query((row, number) ->
                        new Manuscript.Act(
                                row.getString("act"),
                                row.getInt("revision"),
                                row.getLong("done_by"),
                                Stories.at(row, "done_at"),
                                row.getString("note"),
                                row.getBoolean("is_undone")))
                .list();
    }

    /// Whether nobody has ever written in them.
    boolean areUntouched(long story) {
        return is(sql.sql(IS_UNTOUCHED), story);
    }

    /// Whether readers have not seen something that somebody wrote in them.
    boolean areTypedSincePublished(long story) {
        return is(sql.sql(TYPED_SINCE_PUBLISHED), story);
    }

    /// Whether anything after that version is not of `who` alone.
    boolean isWrittenByOthers(long story, long who, int version) {
        return is(sql.sql(WRITTEN_BY_OTHERS).param("version", version).param("who", who), story);
    }

    /// Whether something was done with that very revision, so that it stays as it is.
    boolean isSettled(long story, int number) {
        return is(sql.sql(IS_SETTLED).param("number", number), story);
    }

    /// The facts of the text that none of them has.
    List<Document.Inline.Fact> lacking(long story, StoryText text) {
        var facts = text.facts();
        return facts.isEmpty()
                ? facts
                : withFacts(sql.sql(LACKED_FACTS), facts)
                        .param("story", story)
                        .query((row, number) ->
                                new Document.Inline.Fact(
                                        row.getString("text"),
                                        new FactLink(
                                                row.getString("kind"),
                                                row.getString("source"),
                                                row.getString("value"))))
                        .list();
    }

    private static boolean is(JdbcClient.StatementSpec question, long story) {
        return question.param("story", story).query(Boolean.class).single();
    }

    void append(long story, Manuscript.Revision revision, int version) {
        with(sql.sql(ADD_REVISION), story, revision, version).update();
        addFacts(story, revision);
    }

    /// Writes the newest revision on.
    void write(long story, Manuscript.Revision revision, int version) {
        with(sql.sql(WRITE_REVISION), story, revision, version).update();
        sql.sql(DROP_FACTS).param("story", story).param("revision", revision.number()).update();
        addFacts(story, revision);
    }

    private static JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec statement,
            long story,
            Manuscript.Revision revision,
            int version) {
        return statement
                .param("story", story)
                .param("number", revision.number())
                .param("kicker", revision.kicker())
                .param("headline", revision.headline())
                .param("standfirst", revision.standfirst())
                .param("heads", DocumentJson.write(revision.heads()))
                .param("body", DocumentJson.write(revision.body()))
                .param("by", revision.savedBy())
                .param("at", revision.savedAt().atOffset(ZoneOffset.UTC))
                .param("why", revision.why())
                .param("version", version);
    }

    private void addFacts(long story, Manuscript.Revision revision) {
        var facts = revision.facts();
        if (!facts.isEmpty()) {
            withFacts(sql.sql(ADD_FACTS), facts)
                    .param("story", story)
                    .param("revision", revision.number())
                    .update();
        }
    }

    private static JdbcClient.StatementSpec withFacts(
            JdbcClient.StatementSpec statement, List<Document.Inline.Fact> facts) {
        return statement
                .param("kinds", column(facts, fact -> fact.link().kind()))
                .param("sources", column(facts, fact -> fact.link().source()))
                .param("values", column(facts, fact -> fact.link().value()))
                .param("texts", column(facts, Document.Inline.Fact::text));
    }

    private static String[] column(
            List<Document.Inline.Fact> facts, Function<Document.Inline.Fact, String> cell) {
        return facts.stream().map(cell).toArray(String[]::new);
    }

    /// The newest headlines of stories, also of those that were thrown away.
    public Map<Long, String> headlines(List<Long> stories) {
        var headlines = new HashMap<Long, String>();
        sql.sql(HEADLINES)
                .param("stories", stories.toArray(Long[]::new))
                .query(row -> {
                    headlines.put(row.getLong("story_id"), row.getString("headline"));
                });
        return headlines;
    }

    /// Headline and standfirst of a row that has those columns.
    static Document heads(ResultSet row) throws SQLException {
        var heads = row.getString("heads");
        return heads == null
                ? Document.heads(row.getString("headline"), row.getString("standfirst"))
                : DocumentJson.read(heads);
    }

    static Manuscript.Revision revision(ResultSet row, int number) throws SQLException {
        return new Manuscript.Revision(
                row.getInt("number"),
                row.getString("kicker"),
                row.getString("headline"),
                row.getString("standfirst"),
                heads(row),
                DocumentJson.read(row.getString("body")),
                row.getLong("saved_by"),
                Stories.at(row, "saved_at"),
                row.getString("why"),
                Stories.people(row, "writers"));
    }

    static Manuscript manuscript(ResultSet row, int number) throws SQLException {
        var promisedBy = Stories.reference(row, "promised_by");
        var published = row.getInt("published");
        return new Manuscript(
                row.getLong("id"),
                row.getString("slug"),
                state(row),
                row.getInt("head"),
                row.getInt("version"),
                published == 0 ? OptionalInt.empty() : OptionalInt.of(published),
                row.getString("kicker"),
                row.getString("headline"),
                row.getString("standfirst"),
                heads(row),
                DocumentJson.read(row.getString("body")),
                row.getLong("author_id"),
                Stories.people(row, "byline"),
                row.getString("origin"),
                Stories.reference(row, "edition_id"),
                Stories.reference(row, "result_id"),
                Stories.at(row, "created_at"),
                row.getObject("published_at") == null ? null : Stories.at(row, "published_at"),
                row.getLong("saved_by"),
                Stories.at(row, "saved_at"),
                row.getString("why"),
                Stories.people(row, "writers"),
                promisedBy.isEmpty()
                        ? null
                        : new Manuscript.Promise(
                                promisedBy.getAsLong(), Stories.at(row, "promised_at")));
    }

    private static State state(ResultSet row) throws SQLException {
        if (row.getObject("published") != null) {
            return State.LIVE;
        }
        return row.getObject("published_at") == null ? State.DRAFT : State.WITHDRAWN;
    }
}
