package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import musette.staff.Staff;
import musette.stories.Manuscripts;
import musette.stories.Queue;
import musette.stories.Topics;
import musette.wire.DemoFiles;
import musette.wire.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The desk without a mouse.
class DeskByKeyboardTest {
    /// Everything that can be pressed or filled in, numbered; of a toolbar only the tool that Tab
    /// stops at, the arrows lead to the others (ARIA Authoring Practices, toolbar).
    private static final String NUMBER_ALL =
            """
            [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [contenteditable=true]")]
                .filter((it) => it.checkVisibility() && !it.disabled && it.type !== "hidden" && it.tabIndex >= 0)
                .map((it, number) => { it.dataset.number = number; return it.outerHTML.slice(0, 160); })
            """;

    /// Which of them has the focus, and whether that can be seen. Of a date the browser shows the
    /// part that has it.
    private static final String FOCUSED =
            """
            (() => {
                const it = document.activeElement;
                const style = getComputedStyle(it);
                return { number: Number(it.dataset?.number ?? -1),
                    isSeen: /^(date|month)/.test(it.type) || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 };
            })()
            """;

    /// A date has several stops of its own.
    private static final int INSIDE_DATES = 20;

    private static House house;
    private static Newsroom newsroom;
    private static Eyes eyes;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
        newsroom = new Newsroom(house);
        DemoFiles.putIn(house.ask(Wire.class), "the desk");
        newsroom.awaitQuiet();
        eyes = new Eyes();
    }

    @AfterAll
    static void close() {
        eyes.close();
        house.close();
    }

    @Test
    void tab_reaches_everything_on_every_page_and_shows_where_it_is() {
        var flash = house.ask(Queue.class).waitingFlashes(1).getFirst().id();
        house.ask(Topics.class).put(flash, List.of("Navarre"), true);
        var paths =
                List.of(
                        "/desk",
                        "/desk/stories/" + flash,
                        "/desk/stories/" + flash + "/revisions/1",
                        "/desk/stories/" + flash + "/sharing",
                        "/desk/find?q=izagirre",
                        "/desk/calendar",
                        "/desk/topics",
                        "/desk/results",
                        "/desk/results/1",
                        "/desk/riders",
                        "/desk/results/senders",
                        "/desk/staff",
                        "/desk/log",
                        "/desk/mail");
        var missed = new ArrayList<String>();
        try (var context = eyes.context()) {
            var page = newsroom.enter(context.newPage(), house.ask(Staff.class).owner());
            for (var path : paths) {
                page.navigate(house.address(path));
                if (path.equals("/desk/stories/" + flash)) {
                    new Writer(page).awaitReady();
                }
                missed.addAll(missed(page, path));
            }
        }
        assertThat(missed).isEmpty();
    }

    private static List<String> missed(Page page, String path) {
        page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true; })");
        var all = (List<?>) page.evaluate(NUMBER_ALL);
        var reached = new boolean[all.size()];
        var missed = new ArrayList<String>();
        for (int i = 0; i < all.size() + INSIDE_DATES; i++) {
            page.keyboard().press("Tab");
            var focus = (java.util.Map<?, ?>) page.evaluate(FOCUSED);
            var number = (Integer) focus.get("number");
            if (number >= 0) {
                reached[number] = true;
                if (!Boolean.TRUE.equals(focus.get("isSeen"))) {
                    missed.add(path + " does not show its focus: " + all.get(number));
                }
            }
        }
        for (int i = 0; i < reached.length; i++) {
            if (!reached[i]) {
                missed.add(path + " is not reached: " + all.get(i));
            }
        }
        return missed;
    }

    @Test
    void a_story_is_begun_written_and_published_without_a_mouse() {
        try (var context = eyes.context()) {
            var page = newsroom.enter(context.newPage(), house.ask(Staff.class).owner());
            tabTo(page, "#headline");
            page.keyboard().type("Rain in Estella");
            page.keyboard().press("Enter");
            page.waitForURL("**/desk/stories/*");
            var writer = new Writer(page);
            writer.awaitReady();
            tabTo(page, "[data-tool=strong]");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            assertThat(page.evaluate("document.activeElement.dataset.tool")).isEqualTo("heading");
            tabTo(page, ".ProseMirror");
            writer.awaitCaret();
            page.keyboard().press("Control+End");
            writer.type("It rained all day.").awaitSaved();
            page.keyboard().press("Control+Enter");
            page.locator("#notice").waitFor();

            var story = Long.parseLong(page.url().replaceAll(".*/stories/([0-9]+).*", "$1"));
            var now = house.ask(Manuscripts.class).byId(story).orElseThrow();
            assertThat(now.plainText()).isEqualTo("It rained all day.");
            assertThat(now.published()).isPresent();
        }
    }

    private static void tabTo(Page page, String what) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(
                    page.evaluate("(what) => document.activeElement.matches(what)", what))) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + what);
    }
}
