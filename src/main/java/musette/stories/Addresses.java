package musette.stories;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Where stories stand: a draft follows its headline until somebody chooses its address; a live
/// story moves, and the address it had leads on for ever.
@Component
public class Addresses {
    private static final String KEEP_ADDRESS =
            """
            UPDATE story
            SET is_address_kept = :kept
            WHERE id = :story
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Manuscripts manuscripts;
    private final Slugs slugs;

    public Addresses(
            JdbcClient sql,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher events,
            Manuscripts manuscripts) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
        this.manuscripts = manuscripts;
        slugs = new Slugs(sql);
    }

    /// Gives the story the address that these words make; none at all let a draft follow its
    /// headline again.
    ///
    /// @param mayPublish whether the one who asks may change what readers see
    /// @return why not; empty when it is so now
    public Optional<String> choose(long story, String words, boolean mayPublish) {
        return transaction.execute(status -> {
            var manuscript = manuscripts.locked(story);
            return switch (manuscript.state()) {
                case DRAFT -> keep(manuscript, words.strip());
                case LIVE ->
                        mayPublish
                                ? move(manuscript, words)
                                : Optional.of("Readers see this story; an editor moves it.");
                case WITHDRAWN ->
                        Optional.of("The story is withdrawn; readers find the reason there.");
            };
        });
    }

    private Optional<String> keep(Manuscript draft, String words) {
        var slug = slugs.choose(words.isEmpty() ? draft.headline() : words, draft.id());
        slugs.put(draft.id(), slug);
        sql.sql(KEEP_ADDRESS).param("story", draft.id()).param("kept", !words.isEmpty()).update();
        return Optional.empty();
    }

    private Optional<String> move(Manuscript story, String words) {
        var slug = slugs.choose(words, story.id());
        if (slug.equals(story.slug())) {
            return Optional.of("The story stands at that address already.");
        }
        slugs.move(story.id(), story.slug(), slug, OffsetDateTime.now(clock));
        events.publishEvent(new StoryUpdated(story.id(), story.slug()));
        events.publishEvent(new StoryUpdated(story.id(), slug));
        return Optional.empty();
    }
}
