package musette.front;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import musette.meter.MeterSettings;
import musette.racing.ResultChanged;
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
/// A publishing act lets go of its story at once. Besides, a story that is asked for is looked at
/// again every ten seconds in the background, for what changes beside it (most popular, latest,
/// prices) and for acts on other nodes. While the database is away the cache keeps what it has, so
/// published stories stay readable; what news let go of shortly before is shown as it was, too.
@Component
class StoryPageCache {
    /// A quarter of the memory there is; about 250 stories for each hundred megabytes.
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 4;

    private static final int WEIGHT_OF_NOTHING = 200;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    private static final Executor BACKGROUND =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("story-pages-", 0).factory());

    private final Stories stories;
    private final StoryPages pages;
    private final Sidebar sidebar;
    private final Gates gates;
    private final Templates templates;
    private final LoadingCache<String, Optional<CachedStory>> cache;
    private final Cache<String, CachedStory> before;

    /// Counts what may change every page, so that a page that was made meanwhile is made again.
    private final AtomicInteger news = new AtomicInteger();

    /// Setting aside and taking back do not cross: nothing withdrawn is set aside again.
    private final Lock aside = new ReentrantLock();

    StoryPageCache(
            Stories stories,
            StoryPages pages,
            Sidebar sidebar,
            Gates gates,
            MeterSettings meter,
            Templates templates) {
        this.stories = stories;
        this.pages = pages;
        this.sidebar = sidebar;
        this.gates = gates;
        this.templates = templates;
        cache =
                Caffeine.newBuilder()
                        .maximumWeight(MOST_BYTES)
                        .weigher((String slug, Optional<CachedStory> story) ->
                                story.map(s -> s.weight(meter.allowance()))
                                        .orElse(WEIGHT_OF_NOTHING))
                        .refreshAfterWrite(LOOK_AGAIN)
                        .executor(BACKGROUND)
                        .build(new Fetcher());
        before =
                Caffeine.newBuilder()
                        .maximumWeight(MOST_BYTES / 2)
                        .weigher(
                                (String slug, CachedStory story) -> story.weight(meter.allowance()))
                        .build();
    }

    /// The live story at that slug.
    Optional<CachedStory> at(String slug) {
        return cache.get(slug);
    }

    /// The story as it was when the database was asked last, without asking again.
    Optional<CachedStory> keptAt(String slug) {
        var kept = cache.asMap().get(slug);
        return kept == null ? Optional.ofNullable(before.getIfPresent(slug)) : kept;
    }

    @TransactionalEventListener
    void published(StoryPublished act) {
        sidebar.askAgain();
        // Every page names the latest stories.
        makeAllAnew();
    }

    @TransactionalEventListener
    void updated(StoryUpdated act) {
        cache.invalidate(act.slug());
        before.invalidate(act.slug());
    }

    @TransactionalEventListener
    void withdrawn(StoryWithdrawn act) {
        sidebar.askAgain();
        aside.lock();
        try {
            news.incrementAndGet();
            cache.invalidateAll();
            before.invalidateAll();
        } finally {
            aside.unlock();
        }
    }

    /// A table and a sentence that disagree are not kept for ten seconds.
    @TransactionalEventListener
    void changed(ResultChanged act) {
        makeAllAnew();
    }

    @TransactionalEventListener
    void answered(FactsAnswered act) {
        makeAllAnew();
    }

    /// Page by page: one that is made just now is either set aside, too, or made with the news.
    private void makeAllAnew() {
        aside.lock();
        try {
            news.incrementAndGet();
            cache.asMap().keySet().forEach(this::makeAnew);
        } finally {
            aside.unlock();
        }
    }

    private void makeAnew(String slug) {
        cache.asMap()
                .computeIfPresent(
                        slug,
                        (key, story) -> {
                            story.ifPresent(old -> before.put(key, old));
                            return null;
                        });
    }

    private CachedStory shelve(Story story) {
        return new CachedStory(
                story.id(),
                pages.page(story, new Access.Subscriber()),
                gates.of(story.slug()),
                templates);
    }

    private final class Fetcher implements CacheLoader<String, Optional<CachedStory>> {
        @Override
        public Optional<CachedStory> load(String slug) {
            Optional<CachedStory> story;
            int known;
            do {
                known = news.get();
                story = stories.bySlug(slug).map(StoryPageCache.this::shelve);
            } while (news.get() != known);
            before.invalidate(slug);
            return story;
        }

        /// Keeps the pages already made when nothing on them has changed.
        @Override
        public Optional<CachedStory> reload(String slug, Optional<CachedStory> old) {
            var now = load(slug);
            return now.isPresent() && old.isPresent() && now.get().saysTheSameAs(old.get())
                    ? old
                    : now;
        }
    }
}
