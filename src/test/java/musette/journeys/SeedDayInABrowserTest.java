package musette.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import musette.staff.StaffLinks;
import musette.store.EventRetries;
import musette.wire.DemoFiles;
import org.junit.jupiter.api.Test;

/// The founding page, played again: wrong gaps in, a flash published from the keyboard, the
/// official result in, one key, and everything says the same.
class SeedDayInABrowserTest {
    private static final String TYPED =
            """
            Ion Izagirre (Cofidis) won the Gran Premio Miguel Indurain, attacking from the group \
            of favourites in the last two kilometres.

            Higuita finished two seconds behind Izagirre, with Skjelmose third at the same time \
            and Kron fourth at 13 seconds.\
            """;

    @Test
    void wrong_gaps_are_found_and_put_right_with_one_key() {
        try (var house = House.open(Instant.parse("2023-04-01T15:20:00Z"));
                var eyes = new Eyes();
                var context = eyes.context(1_280, ColorScheme.LIGHT)) {
            var page = context.newPage();
            page.navigate(house.address(house.ask(StaffLinks.class).ownerPath()));
            page.locator("main .button").click();
            bringIn(house, page, DemoFiles.shifted());
            page.navigate(house.address("/desk"));
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.waitForURL("**/desk/stories/*");
            page.keyboard().press("p");
            page.getByText("See it on the site").click();
            var story = page.url();
            assertThat(page.locator(".telling")).containsText("in the same time as Higuita");
            house.clock().advance(Duration.ofMinutes(20));

            bringIn(house, page, DemoFiles.result());
            page.navigate(house.address("/desk"));
            assertThat(page.locator(".changed form dl")).hasCount(3);
            assertThat(Eyes.complaints(page)).isEmpty();
            Eyes.keep(page, "desk/changed-facts-1280");
            page.setViewportSize(360, 800);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(Eyes.complaints(page)).isEmpty();
            Eyes.keep(page, "desk/changed-facts-360");
            page.keyboard().press("r");
            assertThat(page.getByLabel("Why").first()).isFocused();
            page.keyboard().press("Tab");
            takeAndMeasure(house, page, URI.create(story).getPath());
            assertThat(page.locator(".changed")).hasCount(0);

            page.navigate(story);
            everythingSaysTheSame(house, page);
            Eyes.keep(page, "seed-day-corrected");
        }
    }

    private static void takeAndMeasure(House house, Page page, String story) {
        var pressed = System.nanoTime();
        page.keyboard().press("a");
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> isToldTheSameEverywhere(house, story));
        System.out.printf(
                "seed day: story, note, feed and race page agree %d ms after the key%n",
                Duration.ofNanos(System.nanoTime() - pressed).toMillis());
    }

    private static boolean isToldTheSameEverywhere(House house, String story) {
        var page = house.get(story).body();
        return page.contains("third at 13 seconds")
                && page.contains("An earlier version said")
                && house.get("/feed.xml").body().contains("third at 13 seconds")
                && house.get("/races/gran-premio-miguel-indurain/2023").body().contains("+0:13");
    }

    private static void everythingSaysTheSame(House house, Page page) {
        assertThat(page.locator(".telling")).containsText("third at 13 seconds");
        assertThat(page.locator(".telling")).containsText("fourth at 20 seconds");
        assertThat(page.locator(".correction")).containsText("An earlier version said");
        assertThat(page.locator(".standfirst")).containsText("at 13 seconds");
        org.assertj.core.api.Assertions.assertThat(house.get("/feed.xml").body())
                .contains("third at 13 seconds")
                .doesNotContain("same time as Higuita");
        org.assertj.core.api.Assertions.assertThat(
                        house.get("/races/gran-premio-miguel-indurain/2023").body())
                .contains("+0:13", "+0:20")
                .doesNotContain("Provisional");
    }

    /// The founding page's own two paragraphs, typed under the official result.
    @Test
    void what_is_typed_is_read_against_the_result() {
        try (var house = House.open(Instant.parse("2023-04-01T15:20:00Z"));
                var eyes = new Eyes();
                var context = eyes.context(1_280, ColorScheme.LIGHT)) {
            var page = context.newPage();
            page.navigate(house.address(house.ask(StaffLinks.class).ownerPath()));
            page.locator("main .button").click();
            bringIn(house, page, DemoFiles.result());
            page.navigate(house.address("/desk"));
            page.locator("a.entry").first().click();
            assertThat(page.locator("#marks")).containsText("Nothing in the saved version");
            var writer = new Writer(page);
            writer.awaitReady();
            writer.replaceBody(TYPED).awaitSaved();
            page.keyboard().press("Control+Enter");

            assertThat(page.locator(".notice")).containsText("Not published yet");
            assertThat(page.locator("#marks mark"))
                    .hasText(new String[] {"same time", "13 seconds"});
            assertThat(page.locator("#marks")).containsText("Mattias Skjelmose: +0:13.");
            page.locator(".show").last().click();
            org.assertj.core.api.Assertions.assertThat(page.evaluate("getSelection().toString()"))
                    .isEqualTo("13 seconds");
            assertThat(Eyes.complaints(page)).isEmpty();
            page.setViewportSize(360, 800);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(Eyes.complaints(page)).isEmpty();

            writer.awaitReady();
            writer.replaceBody(TYPED.replace("at the same time", "at 13 seconds"));
            assertThat(page.locator("#marks mark")).hasText(new String[] {"13 seconds"});
            page.getByText("Leave it as it is").click();
            page.getByLabel("Why").fill("The jury has announced it.");
            page.getByText("Leave it", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#marks")).containsText("The jury has announced it.");
            assertThat(page.locator("#marks mark")).hasCount(0);
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".notice")).containsText("Readers see it now");
        }
    }

    private static void bringIn(House house, Page page, String file) {
        page.navigate(house.address("/desk/results"));
        page.getByLabel("Or the table, pasted").fill(file);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look at it")).click();
        assertThat(page.getByText("Put it in")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByText("The result is in.")).isVisible();
        assertThat(house.ask(EventRetries.class).awaitQuiet(Duration.ofSeconds(20))).isTrue();
    }
}
