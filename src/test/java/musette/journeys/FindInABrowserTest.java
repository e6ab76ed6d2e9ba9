package musette.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.List;
import musette.staff.Author;
import musette.staff.Staff;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whoever looks for something at the desk finds it with a few letters, wherever they are.
class FindInABrowserTest {
    private static House house;
    private static Newsroom newsroom;
    private static Eyes eyes;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"), "musette.ops.demo=true");
        newsroom = new Newsroom(house);
        newsroom.awaitQuiet();
        eyes = new Eyes();
    }

    @AfterAll
    static void close() {
        eyes.close();
        house.close();
    }

    @Test
    void a_story_is_found_by_what_was_just_written_in_it() {
        var story = newsroom.flash("A quiet day");
        try (var context = eyes.context()) {
            var page = newsroom.enter(context.newPage(), house.ask(Staff.class).owner());
            var writer = Writer.open(page, house.address("/desk/stories/" + story)).atEnd();
            writer.type(" Íñigo rode alone.");
            page.locator("#status[data-kind=saved]").waitFor();
            page.keyboard().press("Control+Alt+f");
            assertThat(page.locator("#find-words")).isFocused();
            page.keyboard().type("inig alon");
            assertThat(page.locator("#find-found .entry")).hasText(new String[] {"A quiet day"});
            Assertions.assertThat(Eyes.complaints(page)).isEmpty();
            page.keyboard().press("Escape");
            assertThat(page.locator("#find")).isHidden();
        }
    }

    @Test
    void one_key_opens_it_and_enter_goes_where_the_words_lead() {
        try (var context = eyes.context(360, ColorScheme.DARK)) {
            var page = newsroom.enter(context.newPage(), house.ask(Staff.class).owner());
            page.keyboard().press("/");
            page.keyboard().type("invite");
            page.keyboard().press("Enter");
            page.waitForURL("**/desk/staff");
            page.keyboard().press("/");
            page.keyboard().type("miguel indu");
            assertThat(page.locator("#find-found h2").first()).hasText("Stories");
            Assertions.assertThat(Eyes.complaints(page)).isEmpty();
            Eyes.keep(page, "desk/find-360-dark");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            page.waitForURL("**/desk/stories/*");
        }
    }

    @Test
    void without_scripts_a_page_finds_as_well_and_shows_only_what_one_may_open() {
        try (var context = eyes.withoutScripts()) {
            var rut = house.ask(Staff.class).join("Rut", "rut@a.example", "", Author.Role.REPORTER);
            var page = newsroom.enter(context.newPage(), rut);
            page.locator("#to-find").click();
            page.locator("#q").fill("IZAG ion");
            page.locator("main .find-form .button").click();
            assertThat(page.locator("#found h2", new Page.LocatorOptions().setHasText("Riders")))
                    .hasCount(1);
            assertThat(
                            page.locator("#found .entry")
                                    .getByText(
                                            "Ion Izagirre",
                                            new com.microsoft.playwright.Locator.GetByTextOptions()
                                                    .setExact(true)))
                    .hasCount(1);
            page.navigate(house.address("/desk/find?q=invite"));
            assertThat(page.locator("#found .entry")).hasCount(0);
            assertThat(page.locator("#found")).containsText("Nothing here begins with these words");
            page.navigate(house.address("/desk/find?q=%27%20%7C%20!a:*%26"));
            assertThat(page.locator("h1")).hasText("Find");
        }
        try (var context = eyes.context()) {
            var page = newsroom.enter(context.newPage(), house.ask(Staff.class).owner());
            page.navigate(house.address("/desk/find?q=indurain"));
            Assertions.assertThat(page.locator("#found h2").allTextContents())
                    .isEqualTo(List.of("Stories", "Races"));
            Assertions.assertThat(Eyes.complaints(page)).isEmpty();
            Eyes.keep(page, "desk/find-light");
        }
    }
}
