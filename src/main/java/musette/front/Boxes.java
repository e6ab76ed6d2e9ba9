package musette.front;

import java.util.List;
import musette.letters.Newsletters;
import musette.popular.MostPopular;
import musette.site.SiteSettings;
import musette.stories.Stories;
import musette.stories.Story;
import org.springframework.stereotype.Component;

/// What stands beside and below stories: most popular, latest, the letters on offer.
@Component
class Boxes {
    private static final int LENGTH = 5;

    private final MostPopular popular;
    private final Stories stories;
    private final Newsletters newsletters;
    private final SiteSettings site;

    Boxes(MostPopular popular, Stories stories, Newsletters newsletters, SiteSettings site) {
        this.popular = popular;
        this.stories = stories;
        this.newsletters = newsletters;
        this.site = site;
    }

    List<StoryLink> popular() {
        return links(popular.top(LENGTH));
    }

    /// The latest stories but the one at hand.
    List<StoryLink> latestBut(Story story) {
        return links(
                stories.latest(LENGTH + 1).stream()
                        .filter(other -> other.id() != story.id())
                        .limit(LENGTH)
                        .toList());
    }

    /// None of several is ticked beforehand: a letter is asked for, not left in.
    List<LetterChoice> letters() {
        var all = newsletters.all();
        return all.stream()
                .map(letter ->
                        new LetterChoice(
                                letter.slug(),
                                letter.name(),
                                letter.description(),
                                all.size() == 1))
                .toList();
    }

    private List<StoryLink> links(List<Story> these) {
        return these.stream()
                .map(story ->
                        new StoryLink(
                                "/" + story.slug(),
                                story.headline(),
                                Moment.brief(story.publishedAt(), site.zone())))
                .toList();
    }
}
