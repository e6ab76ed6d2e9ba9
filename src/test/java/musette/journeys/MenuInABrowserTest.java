package musette.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import musette.racing.Results;
import musette.staff.Staff;
import musette.stories.Manuscript;
import musette.stories.Manuscripts;
import musette.wire.DemoFiles;
import musette.wire.Wire;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is offered below the caret while one writes.
class MenuInABrowserTest {
    private static House house;
    private static Newsroom newsroom;
    private static Eyes eyes;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
        newsroom = new Newsroom(house);
        DemoFiles.putIn(house.ask(Wire.class), "Ane Lasa");
        newsroom.awaitQuiet();
        eyes = new Eyes();
    }

    @AfterAll
    static void close() {
        eyes.close();
        house.close();
    }

    @Test
    void a_name_of_the_result_is_finished_with_tab_and_stays_bound() {
        var editor = newsroom.signedIn("Nerea Díaz");
        var story = begin(editor, "The hill");
        var result = house.ask(Results.class).newest(1).getFirst().id();
        editor.post(
                "/desk/stories/" + story + "/result",
                "version",
                "1",
                "result",
                Long.toString(result));
        try (var context = eyes.context()) {
            var writer = open(context.newPage(), story);
            writer.page().locator(".take-fact").first().waitFor();
            writer.type("Skj");
            assertThat(chosen(writer)).containsText("Mattias Skjelmose");
            Assertions.assertThat(Eyes.complaints(writer.page())).isEmpty();
            Eyes.keep(writer.page(), "desk/menu-names");
            writer.page().keyboard().press("Tab");
            writer.type(" fell. Skj");
            assertThat(chosen(writer)).isVisible();
            writer.page().keyboard().press("Tab");
            writer.type(" rose, and Hig");
            assertThat(chosen(writer)).containsText("Sergio Higuita");
            writer.page().keyboard().press("Escape");
            assertThat(menu(writer)).isHidden();
            writer.type("\nHe won.").awaitSaved();

            var said = manuscript(story);
            Assertions.assertThat(said.plainText())
                    .isEqualTo("Mattias Skjelmose fell. Skjelmose rose, and Hig\n\nHe won.");
            Assertions.assertThat(said.facts())
                    .extracting(fact -> fact.link().kind())
                    .containsExactly("rider", "rider");
        }
    }

    @Test
    void a_name_that_the_newsroom_knows_is_offered_without_a_result() {
        var story = begin(newsroom.signedIn("Jon Urrutia"), "No result at all");
        try (var context = eyes.context()) {
            var writer = open(context.newPage(), story).type("He met Izag");
            assertThat(chosen(writer)).containsText("Izagirre");
            writer.page().keyboard().press("Tab");
            writer.type(".").awaitSaved();

            var said = manuscript(story);
            Assertions.assertThat(said.plainText())
                    .matches("He met [\\p{L} ]*Izagirre[\\p{L} ]*[.]");
            Assertions.assertThat(said.facts()).isEmpty();
        }
    }

    @Test
    void a_slash_in_an_empty_line_offers_what_can_be_put_there() {
        var story = begin(newsroom.signedIn("Miren Aldai"), "Signs");
        try (var context = eyes.context(360, ColorScheme.DARK)) {
            var writer = open(context.newPage(), story).type("/");
            assertThat(menu(writer).locator("li")).hasCount(10);
            Assertions.assertThat(Eyes.complaints(writer.page())).isEmpty();
            Eyes.keep(writer.page(), "desk/menu-slash-360-dark");
            writer.type("quo");
            writer.page().keyboard().press("ArrowDown");
            assertThat(chosen(writer)).hasText("Pull quote");
            writer.page().keyboard().press("Enter");
            writer.type("We rode for him.\n/head");
            menu(writer).locator("li").first().click();
            writer.type("The hill\n1/2 and /usr");
            assertThat(menu(writer)).isHidden();
            writer.awaitSaved();

            Assertions.assertThat(manuscript(story).plainText())
                    .isEqualTo(">> We rode for him.\n\n## The hill\n\n1/2 and /usr");
        }
    }

    private static long begin(Visit editor, String headline) {
        var own = Visit.location(editor.post("/desk/stories", "headline", headline));
        return Long.parseLong(own.replaceAll("\\D", ""));
    }

    private static Writer open(Page page, long story) {
        newsroom.enter(page, house.ask(Staff.class).owner());
        return Writer.open(page, house.address("/desk/stories/" + story)).atEnd();
    }

    private static Locator menu(Writer writer) {
        return writer.page().locator("#story-menu");
    }

    private static Locator chosen(Writer writer) {
        return menu(writer).locator("[aria-selected=true]");
    }

    private static Manuscript manuscript(long story) {
        return house.ask(Manuscripts.class).byId(story).orElseThrow();
    }
}
