package musette.front;

import java.time.Clock;
import java.util.List;
import musette.media.Crop;
import musette.media.Pictures;
import musette.pages.Moment;
import musette.pages.Preview;
import musette.pages.ResultTables;
import musette.pages.SameForEverybody;
import musette.pages.StoryList;
import musette.racing.Result;
import musette.racing.Results;
import musette.site.Address;
import musette.site.Frame;
import musette.site.MayCall;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.site.Who;
import musette.stories.Stories;
import musette.stories.Teaser;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The front page.
@Controller
@MayCall(Who.ANYONE)
class HomePages {
    private static final int STORIES = 30;
    private static final int PODIUMS = 2;

    private final Stories stories;
    private final Results results;
    private final Pictures pictures;
    private final Sidebar sidebar;
    private final SiteSettings site;
    private final Address address;
    private final Frame.Frames frames;
    private final Templates templates;
    private final Clock clock;

    HomePages(
            Stories stories,
            Results results,
            Pictures pictures,
            Sidebar sidebar,
            SiteSettings site,
            Address address,
            Frame.Frames frames,
            Templates templates,
            Clock clock) {
        this.stories = stories;
        this.results = results;
        this.pictures = pictures;
        this.sidebar = sidebar;
        this.site = site;
        this.address = address;
        this.frames = frames;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/")
    @SameForEverybody
    ResponseEntity<byte[]> home() {
        var frame =
                frames.open(
                        "Cycling news and results",
                        "Race reports, results and winners, from " + site.name());
        var latest = stories.latest(STORIES);
        var now = clock.instant();
        var shown = pictures.byNames(StoryList.pictures(latest));
        var page =
                new HomePage(
                        frame,
                        Preview.website(address.of("/"), frame),
                        latest.stream()
                                .findFirst()
                                .map(s ->
                                        StoryList.entry(
                                                s,
                                                fullMoment(s),
                                                now,
                                                StoryList.shown(s, shown, Crop.WIDE)))
                                .orElse(null),
                        sidebar.sections(),
                        podiums(latest),
                        StoryList.of(latest.stream().skip(1).toList(), shown, site.zone(), now),
                        sidebar.popular(),
                        sidebar.letters());
        return templates.shared("front/home.jte", page);
    }

    private Moment fullMoment(Teaser story) {
        return Moment.full(story.publishedAt(), site.zone());
    }

    /// The results of the latest stories that carry one.
    private List<HomePage.Podium> podiums(List<Teaser> latest) {
        var these =
                latest.stream()
                        .flatMap(story -> story.result().stream().boxed())
                        .distinct()
                        .limit(PODIUMS)
                        .toList();
        return results.podiums(these).stream().map(HomePages::podium).toList();
    }

    private static HomePage.Podium podium(Result result) {
        return new HomePage.Podium(
                ResultTables.name(result),
                ResultTables.address(result),
                ResultTables.whole(result).rows());
    }
}
