package musette.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import musette.site.PlainInput;
import musette.site.Slug;
import musette.stories.Manuscript.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What stories are about, in the newsroom's own words. Names that differ by capitals, accents or
/// signs are one topic.
@Component
public class Topics {
    private static final int MOST = 8;
    private static final int LONGEST = 40;
    private static final int LAST_SECTION = 99;

    private static final String ONE_AT_A_TIME =
            """
            SELECT pg_advisory_xact_lock(hashtext('topic'))
            """;
    private static final String ADD_TOPIC =
            """
            WITH fresh AS (
                INSERT INTO topic (slug, name, added_at)
                SELECT :slug, :name, :now
                WHERE NOT EXISTS (SELECT FROM topic_slug WHERE slug = :slug)
                ON CONFLICT (slug) DO NOTHING
                RETURNING id
            )
            INSERT INTO topic_slug (slug, topic_id)
            SELECT :slug, id
            FROM fresh
            """;
    private static final String FORGET_TOPICS =
            """
            DELETE FROM story_topic
            WHERE story_id = :story
            """;
    private static final String GIVE_TOPIC =
            """
            INSERT INTO story_topic (story_id, topic_id, position)
            SELECT :story, topic_id, :position
            FROM topic_slug
            WHERE slug = :slug
            ON CONFLICT DO NOTHING
            """;
    private static final String TOPICS_OF_STORY =
            """
            SELECT t.slug, t.name
            FROM story_topic st
            JOIN topic t ON t.id = st.topic_id
            WHERE st.story_id = :story
            ORDER BY st.position
            """;
    private static final String TOPIC_BY_SLUG =
            """
            SELECT t.slug, t.name
            FROM topic_slug ts
            JOIN topic t ON t.id = ts.topic_id
            WHERE ts.slug = :slug
            """;
    private static final String ALL_TOPICS =
            """
            SELECT t.slug, t.name, t.section,
                (SELECT count(*) FROM story_topic st WHERE st.topic_id = t.id) AS stories
            FROM topic t
            ORDER BY t.section, t.name
            """;
    private static final String SECTIONS =
            """
            SELECT slug, name
            FROM topic
            WHERE section IS NOT NULL
            ORDER BY section, name
            """;
    private static final String KEEP_TOPIC =
            """
            UPDATE topic
            SET name = :name, slug = :new, section = :section
            WHERE slug = :slug
            """;
    private static final String KEEP_SLUG =
            """
            INSERT INTO topic_slug (slug, topic_id)
            SELECT :new, id
            FROM topic
            WHERE slug = :slug
            ON CONFLICT DO NOTHING
            """;
    private static final String MOVE_STORIES =
            """
            INSERT INTO story_topic (story_id, topic_id, position)
            SELECT st.story_id, other.id, st.position
            FROM story_topic st
            JOIN topic t ON t.id = st.topic_id AND t.slug = :slug
            CROSS JOIN (SELECT id FROM topic WHERE slug = :other) other
            ON CONFLICT DO NOTHING
            """;
    private static final String MOVE_SLUGS =
            """
            UPDATE topic_slug
            SET topic_id = (SELECT id FROM topic WHERE slug = :other)
            WHERE topic_id = (SELECT id FROM topic WHERE slug = :slug)
            """;
    private static final String DROP_TOPIC =
            """
            DELETE FROM topic
            WHERE slug = :slug
            """;
    private static final String LIVE_STORIES_OF_TOPIC =
            """
            SELECT l.id, l.slug
            FROM live_story l
            JOIN story_topic st ON st.story_id = l.id
            JOIN topic t ON t.id = st.topic_id
            WHERE t.slug = :slug
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Manuscripts manuscripts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Topics(
            JdbcClient sql,
            TransactionTemplate transaction,
            Manuscripts manuscripts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.manuscripts = manuscripts;
        this.events = events;
        this.clock = clock;
    }

    /// A topic as the newsroom keeps it.
    ///
    /// @param section its place among the sections, empty for a topic that is none
    /// @param stories how many carry it, drafts among them
    public record Kept(Topic topic, OptionalInt section, int stories) {}

    /// Gives a story these topics and no others, in their order.
    ///
    /// @param mayPublish whether the one who asks may change what readers see
    /// @return why not; empty when it is so now
    public Optional<String> put(long story, List<String> names, boolean mayPublish) {
        var topics = names.stream().map(Topics::topic).filter(it -> !it.name().isEmpty()).toList();
        var distinct = topics.stream().map(Topic::slug).distinct().toList();
        if (distinct.size() > MOST) {
            return Optional.of("Eight topics are the most.");
        }
        var fault = topics.stream().flatMap(topic -> fault(topic).stream()).findFirst();
        return fault.isPresent()
                ? fault
                : transaction.execute(status -> put(story, topics, distinct, mayPublish));
    }

    private Optional<String> put(
            long story, List<Topic> topics, List<String> slugs, boolean mayPublish) {
        var manuscript = manuscripts.locked(story);
        if (manuscript.state() == State.LIVE && !mayPublish) {
            return Optional.of("Readers see this story; an editor changes its topics.");
        }
        sql.sql(ONE_AT_A_TIME).query((row, number) -> 1).single();
        for (var topic : topics) {
            sql.sql(ADD_TOPIC)
                    .param("slug", topic.slug())
                    .param("name", topic.name())
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
        sql.sql(FORGET_TOPICS).param("story", story).update();
        for (int i = 0; i < slugs.size(); i++) {
            sql.sql(GIVE_TOPIC)
                    .param("story", story)
                    .param("slug", slugs.get(i))
                    .param("position", i)
                    .update();
        }
        if (manuscript.state() == State.LIVE) {
            events.publishEvent(new StoryUpdated(story, manuscript.slug()));
        }
        return Optional.empty();
    }

    private static Topic topic(String name) {
        var plain = PlainInput.plain(name).replaceAll("\\s+", " ").strip();
        return new Topic(Slug.of(plain, LONGEST), plain);
    }

    private static Optional<String> fault(Topic topic) {
        if (topic.name().length() > LONGEST) {
            return Optional.of("The name of a topic has 40 letters at most.");
        }
        return topic.slug().isEmpty()
                ? Optional.of("“%s” has no letter in it.".formatted(topic.name()))
                : Optional.empty();
    }

    /// What a story is about, in the order that it was given.
    public List<Topic> of(long story) {
        return sql.sql(TOPICS_OF_STORY).param("story", story).query(Topics::stored).list();
    }

    /// The topic that has or had that slug.
    public Optional<Topic> bySlug(String slug) {
        return sql.sql(TOPIC_BY_SLUG).param("slug", slug).query(Topics::stored).optional();
    }

    /// The sections first, in their order.
    public List<Kept> all() {
        return sql.sql(ALL_TOPICS)
                .query((row, number) -> {
                    var section = row.getInt("section");
                    return new Kept(
                            stored(row, number),
                            section == 0 ? OptionalInt.empty() : OptionalInt.of(section),
                            row.getInt("stories"));
                })
                .list();
    }

    /// In their order.
    public List<Topic> sections() {
        return sql.sql(SECTIONS).query(Topics::stored).list();
    }

    /// Renames a topic and says whether it is a section. Under the name of another it becomes one
    /// with that.
    ///
    /// @param section its place among the sections, 0 for none
    /// @return why not; empty when it is so now
    public Optional<String> keep(String slug, String name, int section) {
        var topic = topic(name);
        if (topic.name().isEmpty()) {
            return Optional.of("A topic needs a name.");
        }
        if (section < 0 || section > LAST_SECTION) {
            return Optional.of("The place of a section is a number from 1 to 99.");
        }
        var fault = fault(topic);
        return fault.isPresent()
                ? fault
                : transaction.execute(status -> keep(slug, topic, section));
    }

    private Optional<String> keep(String slug, Topic topic, int section) {
        sql.sql(ONE_AT_A_TIME).query((row, number) -> 1).single();
        if (bySlug(slug).filter(it -> it.slug().equals(slug)).isEmpty()) {
            return Optional.of("There is no such topic any more.");
        }
        var shown = new ArrayList<>(live(slug));
        var other = bySlug(topic.slug()).map(Topic::slug).filter(it -> !it.equals(slug));
        other.ifPresent(it -> shown.addAll(live(it)));
        other.ifPresent(it -> makeOne(slug, it));
        var kept = other.orElse(slug);
        sql.sql(KEEP_SLUG).param("slug", kept).param("new", topic.slug()).update();
        sql.sql(KEEP_TOPIC)
                .param("slug", kept)
                .param("new", topic.slug())
                .param("name", topic.name())
                .param("section", section == 0 ? null : section, Types.INTEGER)
                .update();
        shown.forEach(events::publishEvent);
        return Optional.empty();
    }

    private void makeOne(String slug, String other) {
        sql.sql(MOVE_STORIES).param("slug", slug).param("other", other).update();
        sql.sql(MOVE_SLUGS).param("slug", slug).param("other", other).update();
        sql.sql(DROP_TOPIC).param("slug", slug).update();
    }

    /// Takes a topic from every story.
    public void remove(String slug) {
        transaction.executeWithoutResult(status -> {
            var shown = live(slug);
            sql.sql(DROP_TOPIC).param("slug", slug).update();
            shown.forEach(events::publishEvent);
        });
    }

    /// What readers see of it changes.
    private List<StoryUpdated> live(String slug) {
        return sql.sql(LIVE_STORIES_OF_TOPIC)
                .param("slug", slug)
                .query((row, number) -> new StoryUpdated(row.getLong("id"), row.getString("slug")))
                .list();
    }

    private static Topic stored(ResultSet row, int number) throws SQLException {
        return new Topic(row.getString("slug"), row.getString("name"));
    }

    /// Of a column that holds pairs of slug and name.
    static List<Topic> read(ResultSet row) throws SQLException {
        return row.getArray("topics").getArray() instanceof String[][] pairs
                ? Stream.of(pairs).map(pair -> new Topic(pair[0], pair[1])).toList()
                : List.of();
    }
}
