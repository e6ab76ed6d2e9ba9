package musette.stories;

import java.time.OffsetDateTime;
import musette.site.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Chooses addresses for stories: readable, unique for ever, and never one the house needs itself.
///
/// Needs an open transaction: the lock that keeps two stories from choosing the same one lasts
/// until its end.
final class Slugs {
    private static final String MOVE_STORY =
            """
            UPDATE story
            SET slug = :slug
            WHERE id = :story
            """;
    private static final String ADD_REDIRECT =
            """
            INSERT INTO story_redirect (slug, story_id, since)
            VALUES (:slug, :story, :now)
            """;
    private static final String DROP_REDIRECT =
            """
            DELETE FROM story_redirect
            WHERE slug = :slug
            """;
    private static final String IS_ADDRESS_KEPT =
            """
            SELECT is_address_kept
            FROM story
            WHERE id = :story
            """;
    private static final int LONGEST = 80;

    private static final String ONE_AT_A_TIME =
            """
            SELECT pg_advisory_xact_lock(hashtext('story.slug'))
            """;
    private static final String SLUG_IS_TAKEN =
            """
            SELECT EXISTS (SELECT FROM story WHERE slug = :slug AND id <> :story)
                OR EXISTS (SELECT FROM story_redirect WHERE slug = :slug AND story_id <> :story)
            """;

    private final JdbcClient sql;

    Slugs(JdbcClient sql) {
        this.sql = sql;
    }

    /// A slug for the story with that id (0 for one that has none yet), made from the words.
    String choose(String words, long story) {
        sql.sql(ONE_AT_A_TIME).query((row, number) -> 1).single();
        return Slug.free(
                fit(words),
                slug ->
                        sql.sql(SLUG_IS_TAKEN)
                                .param("slug", slug)
                                .param("story", story)
                                .query(Boolean.class)
                                .single());
    }

    /// One word alone may be an address of the house (`/races`), and so may `/sign-in`.
    private static String fit(String words) {
        var slug = Slug.of(words, LONGEST);
        return slug.contains("-") && !slug.startsWith("sign-")
                ? slug
                : ("story-" + slug).replaceAll("-$", "");
    }

    /// Whether somebody chose where the story stands.
    boolean isKept(long story) {
        return sql.sql(IS_ADDRESS_KEPT).param("story", story).query(Boolean.class).single();
    }

    /// Lets a story that readers have never seen stand at that slug.
    void put(long story, String slug) {
        sql.sql(MOVE_STORY).param("story", story).param("slug", slug).update();
    }

    /// Lets the story stand at another slug; the one it stood at leads there.
    void move(long story, String from, String to, OffsetDateTime now) {
        sql.sql(DROP_REDIRECT).param("slug", to).update();
        put(story, to);
        sql.sql(ADD_REDIRECT).param("slug", from).param("story", story).param("now", now).update();
    }
}
