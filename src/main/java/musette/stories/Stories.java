package musette.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import musette.text.DocumentJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The stories readers can see, and the way in for new ones.
@Component
public class Stories {
    private static final String LIVE_STORY_BY_SLUG =
            """
            SELECT *
            FROM live_story
            WHERE slug = :slug
            """;
    private static final String LIVE_STORY_BY_ID =
            """
            SELECT *
            FROM live_story
            WHERE id = :id
            """;
    private static final String LATEST_STORIES =
            """
            SELECT id, slug, kicker, headline, standfirst, byline, result_id, more_to_follow,
                published_at, updated_at, lead_picture
            FROM live_story
            ORDER BY published_at DESC, id DESC
            LIMIT :most
            """;
    private static final String LATEST_STORIES_BY_AUTHOR =
            """
            SELECT id, slug, kicker, headline, standfirst, byline, result_id, more_to_follow,
                published_at, updated_at, lead_picture
            FROM live_story
            WHERE byline @> ARRAY[CAST(:author AS bigint)]
            ORDER BY published_at DESC, id DESC
            LIMIT :most
            """;
    private static final String LATEST_STORIES_OF_EDITIONS =
            """
            SELECT id, slug, kicker, headline, standfirst, byline, result_id, more_to_follow,
                published_at, updated_at, lead_picture
            FROM live_story
            WHERE edition_id IN (:editions)
            ORDER BY published_at DESC, id DESC
            LIMIT :most
            """;
    private static final String LATEST_STORIES_OF_TOPIC =
            """
            SELECT id, slug, kicker, headline, standfirst, byline, result_id, more_to_follow,
                published_at, updated_at, lead_picture
            FROM live_story
            WHERE id IN (
                SELECT st.story_id
                FROM story_topic st
                JOIN topic t ON t.id = st.topic_id
                WHERE t.slug = :topic)
            ORDER BY published_at DESC, id DESC
            LIMIT :most
            """;
    private static final String TEASERS =
            """
            SELECT id, slug, kicker, headline, standfirst, byline, result_id, more_to_follow,
                published_at, updated_at, lead_picture
            FROM live_story
            WHERE id IN (:ids)
            """;
    private static final String TEASERS_AT =
            """
            SELECT asked.slug AS asked, s.id, s.slug, kicker, headline, standfirst, byline, result_id,
                more_to_follow, published_at, updated_at, lead_picture
            FROM unnest(:slugs) AS asked (slug)
            JOIN live_story s ON s.id = COALESCE(
                (SELECT id FROM story WHERE slug = asked.slug),
                (SELECT story_id FROM story_redirect WHERE slug = asked.slug))
            """;
    private static final String CARRIER_OF_RESULT =
            """
            SELECT id
            FROM story
            WHERE result_id = :result AND discarded_at IS NULL
            ORDER BY published IS NULL, id DESC
            LIMIT 1
            """;
    private static final String COVERED_RESULTS =
            """
            SELECT result_id, bool_or(published IS NOT NULL) AS is_live
            FROM story
            WHERE result_id = ANY(:results) AND discarded_at IS NULL
            GROUP BY result_id
            """;
    private static final String IS_PICTURE_SHOWN =
            """
            SELECT EXISTS (
                SELECT
                FROM live_story
                WHERE jsonb_path_exists(
                    body,
                    '$.content[*] ? (@.type == "picture" && @.attrs.picture == $picture)',
                    jsonb_build_object('picture', :picture::text)))
            """;
    private static final String SLUG_MOVED_TO =
            """
            SELECT s.slug
            FROM story_redirect r
            JOIN story s ON s.id = r.story_id
            WHERE r.slug = :slug
            """;
    private static final String CORRECTIONS_NEWEST_FIRST =
            """
            SELECT done_at, note
            FROM story_publication
            WHERE story_id = :story AND act = 'corrected' AND undone_at IS NULL
            ORDER BY id DESC
            """;
    private static final String WITHDRAWAL_BY_SLUG =
            """
            SELECT p.done_at, p.note
            FROM story s
            JOIN story_publication p ON p.story_id = s.id AND p.act = 'withdrawn'
            WHERE s.slug = :slug AND s.published IS NULL
            ORDER BY p.id DESC
            LIMIT 1
            """;

    private final JdbcClient sql;
    private final Manuscripts manuscripts;

    public Stories(JdbcClient sql, Manuscripts manuscripts) {
        this.sql = sql;
        this.manuscripts = manuscripts;
    }

    /// Puts a new story before the desk, as a draft that readers don't see, and answers its id.
    public long open(Draft draft) {
        return manuscripts.open(draft);
    }

    /// The live story at that address.
    public Optional<Story> bySlug(String slug) {
        return sql.sql(LIVE_STORY_BY_SLUG).param("slug", slug).query(Stories::story).optional();
    }

    /// The live story with that id.
    public Optional<Story> byId(long id) {
        return sql.sql(LIVE_STORY_BY_ID).param("id", id).query(Stories::story).optional();
    }

    /// Live stories, the one published last first.
    public List<Teaser> latest(int most) {
        return sql.sql(LATEST_STORIES).param("most", most).query(Stories::teaser).list();
    }

    public List<Teaser> latestByAuthor(long author, int most) {
        return sql.sql(LATEST_STORIES_BY_AUTHOR)
                .param("author", author)
                .param("most", most)
                .query(Stories::teaser)
                .list();
    }

    /// Live stories about that, the one published last first.
    public List<Teaser> latestOfTopic(Topic topic, int most) {
        return sql.sql(LATEST_STORIES_OF_TOPIC)
                .param("topic", topic.slug())
                .param("most", most)
                .query(Stories::teaser)
                .list();
    }

    /// Live stories on any of the editions, the one published last first.
    public List<Teaser> latestOfEditions(List<Long> editions, int most) {
        return editions.isEmpty()
                ? List.of()
                : sql.sql(LATEST_STORIES_OF_EDITIONS)
                        .param("editions", editions)
                        .param("most", most)
                        .query(Stories::teaser)
                        .list();
    }

    /// The live ones among those stories, in the order asked for.
    public List<Teaser> teasers(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return sql.sql(TEASERS).param("ids", ids).query(Stories::teaser).list().stream()
                .sorted(Comparator.comparingInt(teaser -> ids.indexOf(teaser.id())))
                .toList();
    }

    /// Of those results, the ones that some story carries, each with whether readers see one.
    public Map<Long, Boolean> covered(List<Long> results) {
        var covered = new HashMap<Long, Boolean>();
        sql.sql(COVERED_RESULTS)
                .param("results", results.toArray(Long[]::new))
                .query(row -> {
                    covered.put(row.getLong("result_id"), row.getBoolean("is_live"));
                });
        return covered;
    }

    /// The story, live or draft, that carries that result; the newest of several, and one that
    /// readers see before others. Others may write about the edition too: a preview is no report.
    public Optional<Long> carrier(long result) {
        return sql.sql(CARRIER_OF_RESULT).param("result", result).query(Long.class).optional();
    }

    /// Whether readers see that picture in a live story.
    public boolean show(String picture) {
        return sql.sql(IS_PICTURE_SHOWN).param("picture", picture).query(Boolean.class).single();
    }

    /// Where a story went that once had this slug: its slug today, for a lasting redirect.
    public Optional<String> movedTo(String slug) {
        return sql.sql(SLUG_MOVED_TO).param("slug", slug).query(String.class).optional();
    }

    /// The live stories at those addresses, or at what these lead to; by the addresses asked for.
    public Map<String, Teaser> liveAt(List<String> slugs) {
        var found = new HashMap<String, Teaser>();
        if (!slugs.isEmpty()) {
            sql.sql(TEASERS_AT)
                    .param("slugs", slugs.toArray(String[]::new))
                    .query(row -> {
                        found.put(row.getString("asked"), teaser(row, 0));
                    });
        }
        return found;
    }

    /// Why the story at this address was taken away, when it was.
    public Optional<Story.Withdrawal> withdrawal(String slug) {
        return sql.sql(WITHDRAWAL_BY_SLUG)
                .param("slug", slug)
                .query((row, number) ->
                        new Story.Withdrawal(at(row, "done_at"), row.getString("note")))
                .optional();
    }

    /// The public corrections of a story, the newest first.
    public List<Story.Correction> corrections(long story) {
        return sql.sql(CORRECTIONS_NEWEST_FIRST)
                .param("story", story)
                .query((row, number) ->
                        new Story.Correction(at(row, "done_at"), row.getString("note")))
                .list();
    }

    private static Story story(ResultSet row, int number) throws SQLException {
        return new Story(
                row.getLong("id"),
                row.getString("slug"),
                row.getInt("revision"),
                row.getString("kicker"),
                row.getString("headline"),
                row.getString("standfirst"),
                DocumentJson.read(row.getString("body")),
                people(row, "byline"),
                Topics.read(row),
                reference(row, "edition_id"),
                reference(row, "result_id"),
                row.getString("origin"),
                row.getBoolean("more_to_follow"),
                row.getBoolean("is_being_corrected"),
                at(row, "published_at"),
                at(row, "updated_at"));
    }

    private static Teaser teaser(ResultSet row, int number) throws SQLException {
        return new Teaser(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("kicker"),
                row.getString("headline"),
                row.getString("standfirst"),
                people(row, "byline"),
                reference(row, "result_id"),
                row.getBoolean("more_to_follow"),
                at(row, "published_at"),
                at(row, "updated_at"),
                Optional.ofNullable(row.getString("lead_picture")));
    }

    static List<Long> people(ResultSet row, String column) throws SQLException {
        return List.of((Long[]) row.getArray(column).getArray());
    }

    static OptionalLong reference(ResultSet row, String column) throws SQLException {
        var id = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(id);
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
