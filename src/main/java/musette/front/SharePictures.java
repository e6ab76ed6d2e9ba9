package musette.front;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import musette.media.ShareCard;
import musette.media.ShareCards;
import musette.pages.ResultTable;
import musette.racing.Result;
import musette.racing.Results;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.SiteSettings;
import musette.site.Who;
import musette.stories.Manuscripts;
import musette.stories.Stories;
import musette.stories.Story;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The pictures that stand for stories where others link to them. Their addresses name what is on
/// them, so a story that changes has another; an address from before shows it as it is now.
@Controller
@MayCall(Who.ANYONE)
class SharePictures {
    private static final int ROWS = 3;
    private static final CacheControl FOR_NOW =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final Stories stories;
    private final Manuscripts manuscripts;
    private final Results results;
    private final ShareCards cards;
    private final SiteSettings site;
    private final Clock clock;

    SharePictures(
            Stories stories,
            Manuscripts manuscripts,
            Results results,
            ShareCards cards,
            SiteSettings site,
            Clock clock) {
        this.stories = stories;
        this.manuscripts = manuscripts;
        this.results = results;
        this.cards = cards;
        this.site = site;
        this.clock = clock;
    }

    /// Where the picture of that story is to be had; empty where its words can't be drawn.
    Optional<String> address(Story story, Optional<Result> result) {
        return Optional.of(card(story, result))
                .filter(cards::canDraw)
                .map(card -> "/share/%d/%s.png".formatted(story.id(), card.name()));
    }

    /// Where the desk sees the picture that the story would have; empty where its words can't be
    /// drawn.
    Optional<String> deskAddress(Story story, Optional<Result> result) {
        return Optional.of(card(story, result))
                .filter(cards::canDraw)
                .map(card -> "/desk/stories/%d/share.png".formatted(story.id()));
    }

    @GetMapping("/share/{id}/{name}.png")
    ResponseEntity<byte[]> picture(@PathVariable long id, @PathVariable String name) {
        var card = card(stories.byId(id).orElseThrow(SharePictures::unknown));
        return picture(card, card.name().equals(name) ? PictureFiles.FOR_GOOD : FOR_NOW);
    }

    /// The picture of the newest version, whatever readers see.
    @GetMapping("/desk/stories/{id}/share.png")
    @MayCall(Who.STAFF)
    ResponseEntity<byte[]> ofDraft(@PathVariable long id) {
        var story = manuscripts.byId(id).orElseThrow(SharePictures::unknown);
        return picture(card(story.asRead(clock.instant())), CacheControl.noStore());
    }

    private ResponseEntity<byte[]> picture(ShareCard card, CacheControl kept) {
        return ResponseEntity.ok()
                .cacheControl(kept)
                .contentType(MediaType.IMAGE_PNG)
                .body(cards.png(card).orElseThrow(SharePictures::unknown));
    }

    private ShareCard card(Story story) {
        var result = story.result();
        return card(
                story, result.isPresent() ? results.byId(result.getAsLong()) : Optional.empty());
    }

    private ShareCard card(Story story, Optional<Result> result) {
        return new ShareCard(
                site.name(),
                story.kicker(),
                story.headline(),
                result.map(ReaderText::table).map(SharePictures::lines).orElse(List.of()));
    }

    private static List<ShareCard.Line> lines(ResultTable table) {
        return table.rows().stream()
                .limit(ROWS)
                .map(row -> new ShareCard.Line(row.place(), row.rider().words(), row.gap()))
                .toList();
    }

    private static HttpProblem unknown() {
        return HttpProblem.notFound("There is no such picture.");
    }
}
