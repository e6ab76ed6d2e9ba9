package musette.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.List;
import musette.staff.Staff;
import musette.stories.Manuscripts;
import musette.stories.Publication;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A table in a story: begun with a slash or pasted, written with the keys alone, read on a phone.
class TableInABrowserTest {
    private static final String SHEET =
            """
            <meta charset="utf-8"><table style="table-layout:fixed"><colgroup><col width="100"></colgroup>
            <tbody><tr><td><p>Stage</p></td><td><p><b>Finish</b></p></td><td>Km</td></tr>
            <tr><td>1</td><td><div>Bilbao</div><div>(hilly)</div></td><td></td></tr>
            <tr><th>2</th><td>San <span>Sebastián</span></td><td>208.9</td></tr></tbody></table>
            """;

    private static House house;
    private static Newsroom newsroom;
    private static Visit editor;
    private static Eyes eyes;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-07-01T15:00:00Z"));
        newsroom = new Newsroom(house);
        editor = newsroom.signedIn("Nerea Díaz");
        eyes = new Eyes();
    }

    @AfterAll
    static void close() {
        eyes.close();
        house.close();
    }

    @Test
    void it_is_written_and_left_with_the_keys_alone() {
        var story = begin("The stages");
        try (var context = eyes.context()) {
            var writer = open(context.newPage(), story, "3");
            writer.type("/table");
            press(writer, "Enter");
            writer.type("Stage");
            press(writer, "Tab");
            writer.type("Day");
            press(writer, "Tab");
            writer.type("Km");
            press(writer, "Tab");
            writer.type("1");
            press(writer, "Tab", "Tab");
            writer.type("182");
            Assertions.assertThat(Eyes.complaints(writer.page())).isEmpty();
            Eyes.keep(writer.page(), "desk/table");
            press(writer, "Shift+Tab");
            writer.type("1 July");
            press(writer, "Enter");
            writer.type("2 July");
            press(writer, "Enter", "Enter");
            writer.type("After it.").awaitSaved();

            Assertions.assertThat(words(story))
                    .isEqualTo(
                            "| Stage | Day | Km |\n"
                                    + "| 1 | 1 July | 182 |\n"
                                    + "| | 2 July | |\n\n"
                                    + "After it.");
        }
    }

    @Test
    void cells_never_run_together_and_an_empty_table_goes_row_by_row() {
        var story = begin("Nothing yet");
        try (var context = eyes.context()) {
            var writer = open(context.newPage(), story, "2").type("/table");
            press(writer, "Enter");
            writer.type("a");
            press(writer, "Tab");
            writer.type("b");
            press(writer, "Home", "Backspace", "Shift+Tab", "End", "Delete");
            writer.type("c").awaitSaved();
            Assertions.assertThat(words(story)).isEqualTo("| ac | b |\n| | |");

            press(writer, "Backspace", "Backspace", "Tab", "Delete", "Backspace");
            assertThat(writer.sheet().locator("tr")).hasCount(1);
            press(writer, "Backspace");
            assertThat(writer.sheet().locator("table")).hasCount(0);
            writer.type("Words again.").awaitSaved();
            Assertions.assertThat(words(story)).isEqualTo("Words again.");
        }
    }

    @Test
    void one_that_is_pasted_is_a_table_for_readers_too() {
        var story = begin("Two stages in the Basque Country");
        try (var context = eyes.context()) {
            var writer = open(context.newPage(), story, "").paste(SHEET);
            assertThat(writer.sheet().locator("tr")).hasCount(3);
            writer.awaitSaved();
            Assertions.assertThat(words(story))
                    .startsWith("| Stage | Finish | Km |\n| 1 | Bilbao (hilly) | |\n")
                    .contains("| 2 | San Sebastián | 208.9 |");
        }
        var manuscript = house.ask(Manuscripts.class).byId(story).orElseThrow();
        var owner = house.ask(Staff.class).owner();
        house.ask(Publication.class).publish(story, owner.id(), manuscript.version());
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var context = eyes.context(320, scheme)) {
                var page = context.newPage();
                page.navigate(house.address("/" + manuscript.slug()));
                assertThat(page.locator("article thead th"))
                        .hasText(new String[] {"Stage", "Finish", "Km"});
                assertThat(page.locator("article tbody tr").last()).hasText("2San Sebastián208.9");
                Assertions.assertThat(Eyes.complaints(page)).isEmpty();
                Eyes.keep(page, "story-table-320-" + scheme.name());
            }
        }
    }

    private static long begin(String headline) {
        var own = Visit.location(editor.post("/desk/stories", "headline", headline));
        return Long.parseLong(own.replaceAll("\\D", ""));
    }

    /// @param columns what is answered when the desk asks how many
    private static Writer open(Page page, long story, String columns) {
        page.onDialog(dialog -> dialog.accept(columns));
        newsroom.enter(page, house.ask(Staff.class).owner());
        return Writer.open(page, house.address("/desk/stories/" + story)).atEnd();
    }

    private static void press(Writer writer, String... keys) {
        for (var key : keys) {
            writer.page().keyboard().press(key);
        }
    }

    private static String words(long story) {
        return house.ask(Manuscripts.class).byId(story).orElseThrow().plainText();
    }
}
