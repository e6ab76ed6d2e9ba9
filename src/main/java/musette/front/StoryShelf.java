package musette.front;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import musette.meter.MeterSettings;
import musette.racing.ResultStored;
import musette.racing.ResultTakenBack;
import musette.site.Templates;
import musette.stories.FactsAnswered;
import musette.stories.Stories;
import musette.stories.Story;
import musette.stories.StoryPublished;
import musette.stories.StoryUpdated;
import musette.stories.StoryWithdrawn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// The stories that readers ask for, as finished pages in memory.
///
/// A publishing act takes its story off the shelf at once. Besides, a story that is asked for is
/// looked at again every ten seconds in the background, for what changes beside it (most popular,
/// latest, prices) and for acts on other nodes. While the database is away the shelf keeps what it
/// has, so published stories stay readable.
@Component
class StoryShelf {
    /// A quarter of the memory there is; about 250 stories for each hundred megabytes.
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 4;

    private static final int WEIGHT_OF_NOTHING = 200;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    private static final Executor BACKGROUND =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("shelf-", 0).factory());

    private final Stories stories;
    private final StoryPages pages;
    private final Boxes boxes;
    private final Gates gates;
    private final Templates templates;
    private final LoadingCache<String, Optional<ShelvedStory>> shelf;

    StoryShelf(
            Stories stories,
            StoryPages pages,
            Boxes boxes,
            Gates gates,
            MeterSettings meter,
            Templates templates) {
        this.stories = stories;
        this.pages = pages;
        this.boxes = boxes;
        this.gates = gates;
        this.templates = templates;
        shelf =
                Caffeine.newBuilder()
                        .maximumWeight(MOST_BYTES)
                        .weigher((String slug, Optional<ShelvedStory> story) ->
                                story.map(s -> s.weight(meter.allowance()))
                                        .orElse(WEIGHT_OF_NOTHING))
                        .refreshAfterWrite(LOOK_AGAIN)
                        .executor(BACKGROUND)
                        .build(new Fetcher());
    }

    /// The live story at that slug.
    Optional<ShelvedStory> at(String slug) {
        return shelf.get(slug);
    }

    /// The story as it was when the database was asked last, without asking again.
    Optional<ShelvedStory> keptAt(String slug) {
        var kept = shelf.asMap().get(slug);
        return kept == null ? Optional.empty() : kept;
    }

    @TransactionalEventListener
    void published(StoryPublished act) {
        boxes.askAgain();
        // Every page names the latest stories.
        shelf.invalidateAll();
    }

    @TransactionalEventListener
    void updated(StoryUpdated act) {
        shelf.invalidate(act.slug());
    }

    @TransactionalEventListener
    void withdrawn(StoryWithdrawn act) {
        boxes.askAgain();
        shelf.invalidateAll();
    }

    /// A table and a sentence that disagree are not kept for ten seconds.
    @TransactionalEventListener
    void stored(ResultStored news) {
        shelf.invalidateAll();
    }

    @TransactionalEventListener
    void takenBack(ResultTakenBack news) {
        shelf.invalidateAll();
    }

    @TransactionalEventListener
    void answered(FactsAnswered news) {
        shelf.invalidateAll();
    }

    private ShelvedStory shelve(Story story) {
        return new ShelvedStory(
                story.id(),
                pages.page(story, new Access.Subscriber()),
                gates.of(story.slug()),
                templates);
    }

    private final class Fetcher implements CacheLoader<String, Optional<ShelvedStory>> {
        @Override
        public Optional<ShelvedStory> load(String slug) {
            return stories.bySlug(slug).map(StoryShelf.this::shelve);
        }

        /// Keeps the pages already made when nothing on them has changed.
        @Override
        public Optional<ShelvedStory> reload(String slug, Optional<ShelvedStory> old) {
            var now = load(slug);
            return now.isPresent() && old.isPresent() && now.get().saysTheSameAs(old.get())
                    ? old
                    : now;
        }
    }
}
