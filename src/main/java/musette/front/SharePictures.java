package musette.front;

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
    private final Results results;
    private final ShareCards cards;
    private final SiteSettings site;

    SharePictures(Stories stories, Results results, ShareCards cards, SiteSettings site) {
        this.stories = stories;
        this.results = results;
        this.cards = cards;
        this.site = site;
    }

    /// Where the picture of that story is to be had; empty where its words can't be drawn.
    Optional<String> address(Story story, Optional<Result> result) {
        return Optional.of(card(story, result))
                .filter(cards::canDraw)
                .map(card -> "/share/%d/%s.png".formatted(story.id(), card.name()));
    }

    @GetMapping("/share/{id}/{name}.png")
    ResponseEntity<byte[]> picture(@PathVariable long id, @PathVariable String name) {
        var story = stories.byId(id).orElseThrow(SharePictures::unknown);
        var result =
                story.result().isPresent()
                        ? results.byId(story.result().getAsLong())
                        : Optional.<Result>empty();
        var card = card(story, result);
        return ResponseEntity.ok()
                .cacheControl(card.name().equals(name) ? PictureFiles.FOR_GOOD : FOR_NOW)
                .contentType(MediaType.IMAGE_PNG)
                .body(cards.png(card).orElseThrow(SharePictures::unknown));
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
