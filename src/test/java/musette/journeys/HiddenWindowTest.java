package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Instant;
import musette.staff.Author;
import musette.staff.Staff;
import musette.staff.StaffLinks;
import musette.stories.Manuscripts;
import org.junit.jupiter.api.Test;

/// A window with a story that nobody looks at, and one that the next member opens in it.
class HiddenWindowTest {
    @Test
    void a_hidden_window_holds_no_line_and_nobody_gets_anothers_words() {
        try (var house = House.open(Instant.parse("2023-04-01T14:00:00Z"));
                var eyes = new Eyes();
                var context = eyes.context()) {
            var story = new Newsroom(house).flash("Izagirre wins unseen");
            var address = house.address("/desk/stories/" + story);
            var staff = house.ask(Staff.class);
            var jon = staff.join("Jon", "jon@musette.example", "", Author.Role.EDITOR);
            var page = context.newPage();
            page.addInitScript(
                    """
                    globalThis.lines = [];
                    globalThis.EventSource = class extends EventSource {
                        constructor(address) { super(address); lines.push(this); }
                    };
                    """);
            signIn(house, page, staff.owner().id());
            var writer = Writer.open(page, address).atEnd();
            assertThat(lines(page)).isEqualTo(1);
            look(page, "hidden");
            assertThat(lines(page)).isZero();
            look(page, "visible");
            assertThat(lines(page)).isEqualTo(1);

            page.route("**/steps", Route::abort);
            writer.type(" By the owner.");
            page.locator("#status[data-kind=kept]").waitFor();
            page.onDialog(dialog -> dialog.accept());
            signIn(house, page, jon.id());
            page.unroute("**/steps");
            Writer.open(page, address).atEnd().type(" By Jon.").awaitSaved();
            assertThat(words(house, story)).contains("By Jon.").doesNotContain("By the owner.");

            signIn(house, page, staff.owner().id());
            Writer.open(page, address);
            await().until(() -> words(house, story).contains("By the owner."));
        }
    }

    private static String words(House house, long story) {
        return house.ask(Manuscripts.class).byId(story).orElseThrow().plainText();
    }

    private static void signIn(House house, Page page, long member) {
        page.navigate(house.address(house.ask(StaffLinks.class).pathFor(member)));
        page.locator("main .button").click();
        page.waitForURL("**/desk");
    }

    /// How many lines to the newsroom the page holds.
    private static int lines(Page page) {
        return (Integer)
                page.evaluate(
                        "lines.filter((line) => line.readyState !== EventSource.CLOSED).length");
    }

    /// As when another tab is chosen.
    private static void look(Page page, String state) {
        page.evaluate(
                """
                (state) => {
                    Object.defineProperty(document, "visibilityState",
                        { configurable: true, get: () => state });
                    document.dispatchEvent(new Event("visibilitychange"));
                }
                """,
                state);
    }
}
