package musette.front;

import java.time.Clock;
import java.util.stream.Stream;
import musette.media.Crop;
import musette.media.Pictures;
import musette.pages.Preview;
import musette.pages.SameForEverybody;
import musette.pages.ShownPicture;
import musette.pages.StoryList;
import musette.site.Address;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.site.Who;
import musette.staff.Staff;
import musette.stories.Stories;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The pages of those who write.
@Controller
@MayCall(Who.ANYONE)
class AuthorPages {
    private static final int STORIES = 50;

    private final Staff staff;
    private final Stories stories;
    private final Pictures pictures;
    private final SiteSettings site;
    private final Address address;
    private final Frame.Frames frames;
    private final Templates templates;
    private final Clock clock;

    AuthorPages(
            Staff staff,
            Stories stories,
            Pictures pictures,
            SiteSettings site,
            Address address,
            Frame.Frames frames,
            Templates templates,
            Clock clock) {
        this.staff = staff;
        this.stories = stories;
        this.pictures = pictures;
        this.site = site;
        this.address = address;
        this.frames = frames;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/authors/{slug}")
    @SameForEverybody
    ResponseEntity<byte[]> author(@PathVariable String slug) {
        var author =
                staff.bySlug(slug)
                        .orElseThrow(() -> HttpProblem.notFound("No author has this address."));
        var latest = stories.latestByAuthor(author.id(), STORIES);
        var shown =
                pictures.byNames(
                        Stream.concat(
                                        author.portrait().stream(),
                                        StoryList.pictures(latest).stream())
                                .toList());
        var frame = frames.open(author.name(), author.biography());
        var page =
                new AuthorPage(
                        frame,
                        Preview.website(address.of("/authors/" + slug), frame),
                        author.name(),
                        author.biography(),
                        author.portrait()
                                .map(shown::get)
                                .map(picture -> ShownPicture.of(picture, Crop.SQUARE))
                                .orElse(null),
                        StoryList.of(latest, shown, site.zone(), clock.instant()));
        return templates.shared("front/author.jte", page);
    }
}
