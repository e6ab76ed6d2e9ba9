package musette.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.regex.Pattern;
import musette.staff.Staff;
import musette.stories.Queue;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// A story that grows while the race goes on.
class UpdatesInABrowserTest {
    @Test
    void what_is_new_stands_on_top_with_its_time_and_the_table_where_it_was_put() {
        try (var house =
                        House.open(Instant.parse("2023-04-01T15:00:00Z"), "musette.ops.demo=true");
                var eyes = new Eyes()) {
            var newsroom = new Newsroom(house);
            newsroom.awaitQuiet();
            var flash = house.ask(Queue.class).waitingFlashes(1).getFirst();
            try (var context = eyes.context()) {
                var page = newsroom.enter(context.newPage(), house.ask(Staff.class).owner());
                var writer = Writer.open(page, house.address("/desk/stories/" + flash.id()));
                press(page, "Update");
                writer.type("Izagirre attacks.\nNobody follows.");
                assertThat(writer.sheet().locator(".standfirst + .update p:not(.at)"))
                        .hasText(new String[] {"Izagirre attacks.", "Nobody follows."});
                press(page, "Result");
                assertThat(writer.sheet().locator(".update + .table-here")).hasCount(1);
                writer.atEnd();
                press(page, "Result");
                assertThat(writer.sheet().locator(".table-here")).hasCount(1);
                assertThat(writer.sheet().locator(":scope > :last-child.table-here")).hasCount(1);
                page.keyboard().press("Control+z");
                assertThat(writer.sheet().locator(".update + .table-here")).hasCount(1);
                writer.awaitSaved();
                Assertions.assertThat(Eyes.complaints(page)).isEmpty();
                Eyes.keep(page, "desk/update-light");
                page.keyboard().press("Control+Enter");
                assertThat(page.locator("#notice")).containsText("Published.");
            }
            shared(house, flash.slug());
            seenByReaders(house.address("/" + flash.slug()), eyes);
        }
    }

    private static void shared(House house, String slug) {
        var page = house.get("/" + slug).body();
        var card = Pattern.compile("(/share/[0-9]+/)([0-9a-f]{16}[.]png)").matcher(page);
        Assertions.assertThat(card.find()).isTrue();
        var drawn = house.get(card.group());
        Assertions.assertThat(drawn.statusCode()).isEqualTo(200);
        Assertions.assertThat(drawn.headers().firstValue("Content-Type")).contains("image/png");
        Assertions.assertThat(drawn.headers().firstValue("Cache-Control").orElse(""))
                .contains("immutable");
        var older = house.get(card.group(1) + "0123456789abcdef.png");
        Assertions.assertThat(older.headers().firstValue("Cache-Control").orElse(""))
                .contains("max-age=60");
        Assertions.assertThat(house.get("/share/999999/" + card.group(2)).statusCode())
                .isEqualTo(404);
    }

    private static void seenByReaders(String address, Eyes eyes) {
        try (var context = eyes.context(320, ColorScheme.DARK)) {
            var page = context.newPage();
            page.navigate(address);
            assertThat(page.locator(".update time")).hasCount(1);
            assertThat(page.locator(".update p:not(.at)").first()).hasText("Izagirre attacks.");
            assertThat(page.locator(".update + .result, .update ~ .metered .result")).hasCount(1);
            assertThat(page.locator(".result")).hasCount(1);
            Assertions.assertThat(Eyes.complaints(page)).isEmpty();
            Eyes.keep(page, "readers/update-320-dark");
        }
    }

    private static void press(Page page, String tool) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(tool).setExact(true))
                .click();
    }
}
