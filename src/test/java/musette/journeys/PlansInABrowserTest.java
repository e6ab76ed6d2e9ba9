package musette.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import musette.site.SiteSettings;
import musette.staff.Author;
import musette.staff.Staff;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A reporter's draft on its way to readers, as two people play it in their browsers: looked at,
/// sent back, kept by an embargo, planned, live.
class PlansInABrowserTest {
    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

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
    void a_draft_is_looked_at_sent_back_kept_planned_and_goes_live() {
        var staff = house.ask(Staff.class);
        var jon = staff.join("Jon Urrutia", "jon@x.example", "", Author.Role.REPORTER);
        var story =
                Visit.location(newsroom.signedIn(jon).post("/desk/stories", "headline", "A hill"));
        try (var his = eyes.context(360, ColorScheme.DARK);
                var hers = eyes.context()) {
            var reporter = newsroom.enter(his.newPage(), jon);
            Writer.open(reporter, house.address(story)).atEnd().type("It rained.").awaitSaved();
            press(reporter, "Ask an editor to look");
            assertThat(reporter.locator("#notice")).containsText("on top of the queue");

            var editor = newsroom.enter(hers.newPage(), staff.owner());
            sendBack(editor);
            reporter.reload();
            assertThat(reporter.locator(".acts")).containsText("Who won?");
            Assertions.assertThat(Eyes.complaints(reporter)).isEmpty();
            Eyes.keep(reporter, "desk/sent-back-360-dark");

            keepAndPlan(editor);
            Assertions.assertThat(Eyes.complaints(editor)).isEmpty();
            Eyes.keep(editor, "desk/planned");
            Assertions.assertThat(house.get("/a-hill").statusCode()).isEqualTo(404);

            house.clock().advance(Duration.ofHours(4));
            Awaitility.await().until(() -> house.get("/a-hill").statusCode() == 200);
            editor.reload();
            assertThat(editor.locator("#state")).containsText("Live");
        }
    }

    private static void sendBack(Page editor) {
        assertThat(editor.locator(".entries [href*='/desk/stories/']").first()).isVisible();
        editor.locator(".entries [href*='/desk/stories/']").first().click();
        new Writer(editor).awaitReady();
        unfold(editor, "Send it back");
        editor.locator("#first").fill("Who won?");
        press(editor, "Send it back");
        assertThat(editor.locator("#notice")).containsText("a draft again");
    }

    /// The embargo ends in two hours: nothing goes live before, by hand or by plan.
    private static void keepAndPlan(Page editor) {
        unfold(editor, "Embargo");
        editor.locator("#until").fill(in(Duration.ofHours(2)));
        press(editor, "Keep it until then");
        assertThat(editor.locator("#notice")).containsText("before that moment");
        press(editor, "Publish");
        assertThat(editor.locator(".acts")).containsText("Embargo until");
        assertThat(editor.locator(".notice.problem")).containsText("embargo");

        unfold(editor, "Go live later");
        editor.locator("#at").fill(in(Duration.ofHours(1)));
        press(editor, "Plan this version");
        assertThat(editor.locator(".notice.problem")).containsText("embargo");
        editor.locator("#at").fill(in(Duration.ofHours(3)));
        press(editor, "Plan this version");
        assertThat(editor.locator("#notice")).containsText("It goes live by itself");
    }

    private static void unfold(Page page, String summary) {
        page.locator("summary", new Page.LocatorOptions().setHasText(summary)).click();
    }

    private static void press(Page page, String button) {
        page.evaluate("document.body.dataset.before = ''");
        page.locator("button", new Page.LocatorOptions().setHasText(button)).last().click();
        page.locator("body:not([data-before])").waitFor();
    }

    private static String in(Duration time) {
        var zone = house.ask(SiteSettings.class).zone();
        return FIELD.format(house.clock().instant().plus(time).atZone(zone));
    }
}
