package musette.front;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import musette.media.Crop;
import musette.media.Picture;
import musette.media.Pictures;
import musette.media.ShareCard;
import musette.meter.MeterSettings;
import musette.pages.Moment;
import musette.pages.Preview;
import musette.pages.ShownPicture;
import musette.pages.SportsEvent;
import musette.pages.StoryState;
import musette.racing.Edition;
import musette.racing.Races;
import musette.racing.Result;
import musette.racing.Results;
import musette.site.Address;
import musette.site.Frame;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.staff.Author;
import musette.staff.Staff;
import musette.stories.Stories;
import musette.stories.Story;
import musette.stories.Topic;
import musette.text.Document;
import org.springframework.stereotype.Component;

/// Makes the page of a story: asks the rooms for what stands on it and puts it into words.
@Component
public class StoryPages {
    private static final int WIDE_ENOUGH = 1_280;
    private static final int DESCRIPTION = 160;

    private final Stories stories;
    private final Staff staff;
    private final Races races;
    private final Results results;
    private final Pictures pictures;
    private final SharePictures cards;
    private final Sidebar sidebar;
    private final MeterSettings meter;
    private final SiteSettings site;
    private final Address address;
    private final Frame.Frames frames;
    private final Templates templates;
    private final Clock clock;

    StoryPages(
            Stories stories,
            Staff staff,
            Races races,
            Results results,
            Pictures pictures,
            SharePictures cards,
            Sidebar sidebar,
            MeterSettings meter,
            SiteSettings site,
            Address address,
            Frame.Frames frames,
            Templates templates,
            Clock clock) {
        this.stories = stories;
        this.staff = staff;
        this.races = races;
        this.results = results;
        this.pictures = pictures;
        this.cards = cards;
        this.sidebar = sidebar;
        this.meter = meter;
        this.site = site;
        this.address = address;
        this.frames = frames;
        this.templates = templates;
        this.clock = clock;
    }

    /// The page of a story that is not published, as subscribers would see it, in UTF-8.
    public byte[] preview(Story story) {
        return templates.render("front/story.jte", page(story, new Access.Subscriber()));
    }

    /// What others are told of a story that is not published; its card is drawn for the desk.
    public Preview asLinked(Story story) {
        var pictured = story.body().pictures().stream().limit(1).toList();
        return preview(
                story,
                staff.byIds(story.byline()),
                pictures.byNames(pictured).values().stream().findFirst(),
                find(story.result()),
                cards::deskAddress);
    }

    /// The page for one kind of access; what that access hides is not in it.
    StoryPage page(Story story, Access access) {
        var authors = staff.byIds(story.byline());
        var result = find(story.result());
        var shown = pictures(story, authors);
        var text =
                new ReaderText(
                                result,
                                shown,
                                stories.liveAt(story.body().related()),
                                at -> Moment.after(story.publishedAt(), at, site.zone()))
                        .of(story.body());
        var cut = cut(text);
        var lead = story.body().pictures().stream().map(shown::get).findFirst();
        return new StoryPage(
                frames.open(story.headline(), description(story)),
                preview(story, authors, lead, result, cards::address),
                StoryState.of(story.moreToFollow(), story.publishedAt(), clock.instant()),
                kicker(story, result),
                story.headline(),
                story.standfirst(),
                byline(authors, shown),
                story.topics(),
                Moment.full(story.publishedAt(), site.zone()),
                story.isUpdated()
                        ? Moment.after(story.publishedAt(), story.updatedAt(), site.zone())
                        : null,
                story.isBeingCorrected(),
                stories.corrections(story.id()).stream().map(this::correction).toList(),
                text.subList(0, cut),
                access instanceof Access.Walled ? List.of() : text.subList(cut, text.size()),
                result.map(ReaderText::table).orElse(null),
                access,
                sidebar.letters(),
                sidebar.popular(),
                sidebar.latestBut(story));
    }

    /// Those of the text and the portraits, by their names.
    private Map<String, Picture> pictures(Story story, List<Author> authors) {
        var portraits = authors.stream().flatMap(author -> author.portrait().stream());
        return pictures.byNames(
                Stream.concat(story.body().pictures().stream(), portraits).toList());
    }

    /// How many passages everyone may read: the opening paragraphs, with the pictures among them,
    /// but never the whole story.
    private int cut(List<Passage> text) {
        var words = IntStream.range(0, text.size()).filter(at -> text.get(at).isRead()).toArray();
        int open = Math.max(1, Math.min(meter.opening(), words.length - 1));
        return open < words.length ? words[open] : text.size();
    }

    private Optional<Result> find(OptionalLong result) {
        return result.isPresent() ? results.byId(result.getAsLong()) : Optional.empty();
    }

    private StoryPage.Kicker kicker(Story story, Optional<Result> result) {
        var edition = result.map(Result::edition).or(() -> edition(story));
        return new StoryPage.Kicker(
                story.kicker(), edition.map(e -> "/races/" + e.race().slug()).orElse(""));
    }

    private Optional<Edition> edition(Story story) {
        var edition = story.edition();
        return edition.isPresent() ? races.edition(edition.getAsLong()) : Optional.empty();
    }

    private StoryPage.Correction correction(Story.Correction correction) {
        return new StoryPage.Correction(
                Moment.full(correction.at(), site.zone()), correction.note());
    }

    private static List<StoryPage.Author> byline(
            List<Author> authors, Map<String, Picture> pictures) {
        return IntStream.range(0, authors.size())
                .mapToObj(at -> {
                    var author = authors.get(at);
                    return new StoryPage.Author(
                            at == 0 ? "" : at == authors.size() - 1 ? " and " : ", ",
                            author.name(),
                            "/authors/" + author.slug(),
                            author.biography(),
                            author.portrait()
                                    .map(pictures::get)
                                    .map(picture -> ShownPicture.of(picture, Crop.SQUARE))
                                    .orElse(null));
                })
                .toList();
    }

    private NewsArticle.Person person(Author author) {
        return new NewsArticle.Person(author.name(), address.of("/authors/" + author.slug()));
    }

    /// The standfirst, or how the story begins.
    private static String description(Story story) {
        return story.standfirst().isEmpty()
                ? story.body().blocks().stream()
                        .filter(Document.Paragraph.class::isInstance)
                        .findFirst()
                        .map(opening -> Preview.shortened(opening.text(), DESCRIPTION))
                        .orElse("")
                : story.standfirst();
    }

    /// @param card where the card of a story and its result is to be had
    private Preview preview(
            Story story,
            List<Author> authors,
            Optional<Picture> lead,
            Optional<Result> result,
            BiFunction<Story, Optional<Result>, Optional<String>> card) {
        var description = description(story);
        var published = Moment.full(story.publishedAt(), site.zone()).iso();
        var modified = Moment.full(story.updatedAt(), site.zone()).iso();
        var here = address.of("/" + story.slug());
        var news =
                new NewsArticle(
                        here,
                        site.name(),
                        story.headline(),
                        description,
                        published,
                        modified,
                        authors.stream().map(this::person).toList(),
                        story.topics().stream().map(Topic::name).toList(),
                        result.map(it -> SportsEvent.of(it.edition(), address)).orElse(Map.of()),
                        lead.map(this::forSearch).orElse(List.of()));
        return new Preview(
                here,
                "article",
                site.name(),
                story.headline(),
                description,
                published,
                modified,
                news.metered(),
                forLinks(story, lead, result, card.apply(story, result)).orElse(null));
    }

    /// The shapes that search engines ask for.
    private List<String> forSearch(Picture picture) {
        return Stream.of(Crop.WIDE, Crop.LANDSCAPE, Crop.SQUARE)
                .map(crop -> address.of(picture.address(crop, widest(picture, crop), "jpg")))
                .toList();
    }

    /// The card for a story with a result, and for one without a picture.
    private Optional<Preview.Image> forLinks(
            Story story, Optional<Picture> lead, Optional<Result> result, Optional<String> path) {
        var photo = lead.map(this::forLinks);
        var card = path.map(it -> card(story, it));
        return result.isPresent() || photo.isEmpty() ? card.or(() -> photo) : photo;
    }

    private Preview.Image card(Story story, String path) {
        return new Preview.Image(
                address.of(path), ShareCard.WIDTH, ShareCard.HEIGHT, story.headline());
    }

    private Preview.Image forLinks(Picture picture) {
        int width = widest(picture, Crop.WIDE);
        return new Preview.Image(
                address.of(picture.address(Crop.WIDE, width, "jpg")),
                width,
                picture.height(Crop.WIDE, width),
                picture.alt());
    }

    private static int widest(Picture picture, Crop crop) {
        return picture.widthFrom(crop, WIDE_ENOUGH);
    }
}
