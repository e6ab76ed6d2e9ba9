package musette.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import musette.staff.Author;
import musette.staff.Staff;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// Two people talk about words of a story while both write in it.
class CommentsInABrowserTest {
    @Test
    void words_are_talked_about_while_they_are_written() {
        try (var house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
                var eyes = new Eyes();
                var hers = eyes.context();
                var his = eyes.context(360, ColorScheme.DARK)) {
            var newsroom = new Newsroom(house);
            var address = house.address("/desk/stories/" + newsroom.flash("Izagirre wins"));
            var staff = house.ask(Staff.class);
            var jon = staff.join("Jon Urrutia", "jon@x.example", "", Author.Role.REPORTER);
            var writer = Writer.open(newsroom.enter(hers.newPage(), staff.owner()), address);
            var reader = Writer.open(newsroom.enter(his.newPage(), jon), address);

            commentOnLastWords(writer, "behind.", "By how much?");
            assertThat(reader.page().locator(".comment .said")).containsText("By how much?");
            assertThat(writer.page().locator(".comment")).hasCount(1);
            assertThat(reader.sheet().locator(".commented")).hasText("behind.");

            change(writer.page(), "By how many seconds?");
            assertThat(reader.page().locator(".comment .said")).containsText("how many seconds?");
            assertThat(reader.page().locator(".comment .said")).containsText(", changed since");

            writer.atEndOf("p:nth-of-type(3)").type(" In the sprint.");
            assertThat(reader.sheet()).containsText("In the sprint.");
            assertThat(reader.sheet().locator(".commented")).hasText("behind.");
            answer(reader.page(), "Two seconds.");
            assertThat(writer.page().locator(".comment .said").last()).containsText("Two seconds.");
            looked(writer.page(), "light");
            looked(reader.page(), "360-dark");

            writer.atEnd();
            writer.page().keyboard().press("Control+Backspace");
            writer.page().keyboard().press("Control+Backspace");
            assertThat(reader.page().locator(".comment .gone")).isVisible();
            assertThat(reader.sheet().locator(".commented")).hasCount(0);

            button(writer.page(), "Done").click();
            assertThat(reader.page().locator(".comment .said:visible")).hasCount(0);
            assertThat(writer.page().locator("#comment-list .done summary")).hasText("1 done");
        }
    }

    private static void commentOnLastWords(Writer writer, String words, String comment) {
        writer.atEnd();
        for (int i = 0; i < words.length(); i++) {
            writer.page().keyboard().press("Shift+ArrowLeft");
        }
        writer.page().waitForTimeout(60);
        writer.page().keyboard().press("Control+Alt+m");
        assertThat(writer.page().locator("#comment")).isFocused();
        assertThat(writer.page().locator("#say .about q")).hasText(words);
        writer.type(comment);
        writer.page().locator("#say .button").dblclick();
        assertThat(writer.page().locator("#comment")).isHidden();
    }

    private static void change(Page page, String words) {
        page.getByText("Change it").click();
        page.getByLabel("What you said").fill(words);
        button(page, "Change").click();
    }

    private static void answer(Page page, String words) {
        page.locator(".comment summary").last().click();
        page.locator(".comment textarea").last().fill(words);
        button(page, "Answer").click();
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.locator("#comment-list")
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName(name)
                                .setExact(true));
    }

    private static void looked(Page page, String how) {
        Assertions.assertThat(Eyes.complaints(page)).isEmpty();
        Eyes.keep(page, "desk/comments-" + how);
    }
}
