package musette.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import musette.staff.Staff;
import musette.stories.Addresses;
import musette.stories.Manuscript;
import musette.stories.Manuscripts;
import musette.stories.Publication;
import musette.text.Embed;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Films and routes of other sites in a story.
class EmbedsInABrowserTest {
    private static final String FILM = "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=12";

    private static House house;
    private static Newsroom newsroom;
    private static Eyes eyes;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
        newsroom = new Newsroom(house);
        eyes = new Eyes();
    }

    @AfterAll
    static void close() {
        eyes.close();
        house.close();
    }

    @Test
    void a_film_is_pasted_told_in_words_and_loaded_when_a_reader_asks() {
        var story = newsroom.flash("Izagirre wins on film");
        try (var context = eyes.context()) {
            var page = newsroom.enter(context.newPage(), house.ask(Staff.class).owner());
            var writer = Writer.open(page, house.address("/desk/stories/" + story)).atEnd();
            writer.type("\n");
            paste(page, FILM);
            assertThat(writer.sheet().locator(".embed .about")).containsText("YouTube");
            writer.type("The last kilometre\nAnd then it rained.");
            paste(page, "https://evil.example/watch?v=dQw4w9WgXcQ");
            writer.awaitSaved();
            Assertions.assertThat(Eyes.complaints(page)).isEmpty();
            Eyes.keep(page, "desk/embed-light");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#notice")).containsText("Published.");
        }
        Assertions.assertThat(house.ask(Manuscripts.class).byId(story).orElseThrow().plainText())
                .endsWith(
                        "![youtube:dQw4w9WgXcQ] The last kilometre\n\nAnd then it rained."
                                + "https://evil.example/watch?v=dQw4w9WgXcQ");
        seenByReaders(house.ask(Manuscripts.class).byId(story).orElseThrow().slug());
    }

    private static void seenByReaders(String slug) {
        var asked = new ArrayList<String>();
        try (var context = eyes.context(320, ColorScheme.DARK)) {
            context.route(
                    Pattern.compile("https:.*"),
                    route -> {
                        asked.add(route.request().url());
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("text/html")
                                        .setBody("<p>A film.</p>"));
                    });
            var page = context.newPage();
            page.navigate(house.address("/" + slug));
            assertThat(page.locator(".embed a"))
                    .hasAttribute("href", "https://www.youtube.com/watch?v=dQw4w9WgXcQ");
            assertThat(page.locator(".embed figcaption")).hasText("The last kilometre");
            Assertions.assertThat(asked).isEmpty();
            Assertions.assertThat(Eyes.complaints(page)).isEmpty();
            Eyes.keep(page, "readers/embed-320-dark");

            page.locator(".embed button").click();
            var frame = page.locator(".embed iframe");
            assertThat(frame).hasAttribute("title", "The last kilometre");
            assertThat(page.frameLocator(".embed iframe").locator("body")).hasText("A film.");
            Assertions.assertThat(asked)
                    .containsExactly("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ");
        }
        try (var context = eyes.withoutScripts()) {
            var page = context.newPage();
            page.navigate(house.address("/" + slug));
            assertThat(page.locator(".embed a")).hasText("See it on YouTube");
        }
    }

    @Test
    void a_story_of_ours_is_pasted_and_shown_by_its_headline_as_long_as_readers_see_it() {
        var other = published("Higuita is second again");
        var story = newsroom.flash("Izagirre wins and more");
        var own = house.address("/" + manuscript(other).slug());
        try (var context = eyes.context()) {
            var page = newsroom.enter(context.newPage(), house.ask(Staff.class).owner());
            var writer = Writer.open(page, house.address("/desk/stories/" + story)).atEnd();
            writer.type("\n");
            paste(page, own);
            assertThat(writer.sheet().locator("[data-story]"))
                    .hasText("Read also: higuita is second again");
            writer.type("And then it rained. ");
            paste(page, own);
            writer.awaitSaved();
            page.keyboard().press("Control+Enter");
            assertThat(page.locator("#notice")).containsText("Published.");
        }
        Assertions.assertThat(manuscript(story).plainText())
                .endsWith("\n\n![story:higuita-is-second-again]\n\nAnd then it rained. " + own);
        house.ask(Addresses.class).choose(other, "Higuita again", true);
        try (var context = eyes.context(320, ColorScheme.DARK)) {
            var page = context.newPage();
            page.navigate(house.address("/" + manuscript(story).slug()));
            assertThat(page.locator(".related")).hasText("Read also Higuita is second again");
            assertThat(page.locator(".related a")).hasAttribute("href", "/higuita-again");
            Assertions.assertThat(Eyes.complaints(page)).isEmpty();
            Eyes.keep(page, "readers/related-320-dark");

            house.ask(Publication.class)
                    .withdraw(other, house.ask(Staff.class).owner().id(), "It was not so.");
            page.reload();
            assertThat(page.locator("h1")).hasText("Izagirre wins and more");
            assertThat(page.locator(".related")).hasCount(0);
        }
    }

    private static Manuscript manuscript(long story) {
        return house.ask(Manuscripts.class).byId(story).orElseThrow();
    }

    @Test
    void every_address_of_a_film_or_route_is_known_and_no_other() {
        var known =
                Map.of(
                        "https://youtu.be/dQw4w9WgXcQ?si=abc", "youtube:dQw4w9WgXcQ",
                        "https://m.youtube.com/shorts/dQw4w9WgXcQ", "youtube:dQw4w9WgXcQ",
                        "https://www.youtube.com/live/dQw4w9WgXcQ?t=3", "youtube:dQw4w9WgXcQ",
                        "https://vimeo.com/76979871", "vimeo:76979871",
                        "https://www.komoot.com/de-de/tour/123456?ref=x", "komoot:123456",
                        "https://ridewithgps.com/routes/987654", "ridewithgps:987654");
        var unknown =
                List.of(
                        "",
                        "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
                        "https://evil.example/?https://youtu.be/dQw4w9WgXcQ",
                        "javascript:alert(1)//https://youtu.be/dQw4w9WgXcQ",
                        "https://youtu.be/short",
                        "https://vimeo.com/about",
                        "https://www.youtube.com/watch?v=dQw4w9WgXcQ\nand more");
        try (var context = eyes.context()) {
            var page = newsroom.enter(context.newPage(), house.ask(Staff.class).owner());
            var story = newsroom.flash("Izagirre wins on many films");
            Writer.open(page, house.address("/desk/stories/" + story));
            known.forEach(
                    (typed, embed) -> Assertions.assertThat(asEmbed(page, typed)).isEqualTo(embed));
            unknown.forEach(typed -> Assertions.assertThat(asEmbed(page, typed)).isEmpty());
        }
    }

    @Test
    void players_may_stand_in_frames_of_stories_that_have_one_and_nowhere_else() {
        Assertions.assertThat(Embed.Provider.origins())
                .containsExactly(
                        "https://www.youtube-nocookie.com",
                        "https://player.vimeo.com",
                        "https://www.komoot.com",
                        "https://ridewithgps.com");
        for (var page :
                List.of(
                        "/",
                        "/about",
                        "/" + manuscript(published("Izagirre wins without a film")).slug())) {
            Assertions.assertThat(
                            house.get(page)
                                    .headers()
                                    .firstValue("Content-Security-Policy")
                                    .orElseThrow())
                    .doesNotContain("frame-src");
        }
    }

    private static long published(String headline) {
        var story = newsroom.flash(headline);
        house.ask(Publication.class).publish(story, house.ask(Staff.class).owner().id(), 1);
        return story;
    }

    private static String asEmbed(Page page, String typed) {
        return (String)
                page.evaluate(
                        """
                        async (typed) => {
                            const editor = document.querySelector("script[src*=story-editor]").src;
                            const schema = await import(editor.replace("story-editor", "story-schema"));
                            return schema.asEmbed(typed);
                        }
                        """,
                        typed);
    }

    private static void paste(Page page, String words) {
        page.evaluate(
                """
                (words) => {
                    const clipboardData = new DataTransfer();
                    clipboardData.setData("text/plain", words);
                    document.querySelector(".ProseMirror").dispatchEvent(
                        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
                }
                """,
                words);
    }
}
