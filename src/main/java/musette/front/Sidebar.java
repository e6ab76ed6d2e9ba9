package musette.front;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import musette.letters.Newsletter;
import musette.letters.Newsletters;
import musette.pages.Moment;
import musette.pages.StoryLink;
import musette.popular.MostPopular;
import musette.site.SiteSettings;
import musette.site.Suggestions;
import musette.stories.Stories;
import musette.stories.Story;
import musette.stories.Teaser;
import musette.stories.Topic;
import musette.stories.Topics;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// What stands beside and below stories: most popular, latest, the letters on offer. Kept for two
/// seconds, because every page has them.
@Component
class Sidebar implements Suggestions {
    private static final int LENGTH = 5;
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final MostPopular popular;
    private final Stories stories;
    private final Topics topics;
    private final Newsletters newsletters;
    private final SiteSettings site;
    private final Clock clock;
    private final LoadingCache<Boolean, Boxful> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build(any -> ask());

    Sidebar(
            MostPopular popular,
            Stories stories,
            Topics topics,
            Newsletters newsletters,
            SiteSettings site,
            Clock clock) {
        this.popular = popular;
        this.stories = stories;
        this.topics = topics;
        this.newsletters = newsletters;
        this.site = site;
        this.clock = clock;
    }

    private record Boxful(
            List<Teaser> popular,
            List<Teaser> latest,
            List<Newsletter> letters,
            List<Topic> sections) {}

    private Boxful ask() {
        return new Boxful(
                popular.top(LENGTH),
                stories.latest(LENGTH + 1),
                newsletters.all(),
                topics.sections());
    }

    /// A publishing act shows at once.
    void askAgain() {
        kept.invalidateAll();
    }

    List<Topic> sections() {
        return boxful().sections();
    }

    List<StoryLink> popular() {
        return links(boxful().popular());
    }

    /// Offered where a page is missing.
    @Override
    public List<Suggestion> latest() {
        try {
            return boxful().latest().stream()
                    .limit(LENGTH)
                    .map(story -> new Suggestion("/" + story.slug(), story.headline()))
                    .toList();
        } catch (DataAccessException e) {
            return List.of();
        }
    }

    /// The latest stories but the one at hand.
    List<StoryLink> latestBut(Story story) {
        return links(
                boxful().latest().stream()
                        .filter(other -> other.id() != story.id())
                        .limit(LENGTH)
                        .toList());
    }

    /// None of several is ticked beforehand: a letter is asked for, not left in.
    List<LetterChoice> letters() {
        var all = boxful().letters();
        return all.stream()
                .map(letter ->
                        new LetterChoice(
                                letter.slug(),
                                letter.name(),
                                letter.description(),
                                all.size() == 1))
                .toList();
    }

    private Boxful boxful() {
        return kept.get(true);
    }

    private List<StoryLink> links(List<Teaser> these) {
        var now = clock.instant();
        return these.stream()
                .map(story ->
                        new StoryLink(
                                "/" + story.slug(),
                                story.headline(),
                                Moment.brief(story.publishedAt(), site.zone(), now)))
                .toList();
    }
}
