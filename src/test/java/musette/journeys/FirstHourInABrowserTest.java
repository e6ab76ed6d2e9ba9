package musette.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static musette.journeys.Documents.blocks;
import static musette.journeys.Documents.first;
import static musette.journeys.ServedNewsroom.awaitOn;
import static musette.journeys.ServedNewsroom.button;
import static musette.journeys.ServedNewsroom.having;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import musette.wire.DemoFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first hour with the README: the program is started by its command, and each thing that the
/// README tells of is done in a browser, in its words.
class FirstHourInABrowserTest {
    private static final String README = Documents.read("README.md");
    private static final List<String> NUMBERS =
            List.of("none", "one", "two", "three", "four", "five", "six", "seven", "eight");

    @TempDir private static Path folder;
    private static ServedNewsroom newsroom;

    @BeforeAll
    static void open() {
        newsroom = ServedNewsroom.open(folder.resolve("musette-data"));
    }

    @AfterAll
    static void close() {
        newsroom.close();
    }

    @Test
    void the_lines_of_a_start_are_those_it_shows_and_lead_where_it_says() {
        var shown =
                blocks("README.md", "").stream()
                        .filter(block -> block.startsWith("site "))
                        .findFirst()
                        .orElseThrow()
                        .lines()
                        .toList();
        assertThat(newsroom.program().words())
                .isEqualTo(shown.stream().map(line -> line.split(" ", 2)[0]).toList());
        assertThat(shown.get(2)).endsWith("signs you in, once");

        var stranger = newsroom.stranger(newsroom.program().line("site"));
        assertThat(stranger.locator(".lead-story")).isVisible();
        stranger.navigate(newsroom.program().line("desk"));
        assertThat(stranger.locator("h1")).hasText("Sign in");
        stranger.navigate(newsroom.program().line("owner"));
        assertThat(stranger.locator("main .button")).hasCount(0);
        assertThat(newsroom.program().line("mail")).startsWith("caught here, read them at ");
    }

    @Test
    void the_flash_is_read_and_one_key_makes_it_live() {
        var key = first("read the flash, press `(\\w)`\\. It is live\\.", README).group(1);
        var page = newsroom.owner("/desk");
        var headline =
                page.locator(".flashes .headline", having("Miguel Indurain")).first().textContent();
        page.getByText(headline).first().click();
        new Writer(page).awaitReady();
        page.keyboard().press(key);
        assertThat(page.locator("#state .mark.live")).isVisible();

        var reader = newsroom.stranger("/");
        reader.locator("main a", having(headline)).first().click();
        assertThat(reader.locator("h1")).hasText(headline);
    }

    @Test
    void a_draft_without_any_server_has_the_sentences_of_the_one_at_the_desk() {
        var command = first("\\./musette (flash) (demo/\\S+)", README);
        var drafted = newsroom.commandAlone(command.group(1), command.group(2)).lines().toList();
        var page = newsroom.owner("/desk");
        page.locator(".headline", having(drafted.getFirst())).first().click();
        new Writer(page).awaitReady();

        for (var sentence : drafted.stream().takeWhile(line -> !line.startsWith("More")).toList()) {
            assertThat(page.locator(".ProseMirror")).containsText(sentence);
        }
    }

    @Test
    void a_result_is_brought_by_the_command_and_a_corrected_one_reaches_the_story() {
        var command = first("`\\./musette (import) FILE`", README).group(1);
        assertThat(README)
                .contains("above the desk's queue, the old sentence beside the new one; one key");
        var page = newsroom.owner("/desk");
        bring(page, command, DemoFiles.shifted());
        page.navigate(newsroom.address("/desk"));
        awaitOn(page, ".flashes a:has-text('Hour')").first().click();
        new Writer(page).awaitReady();
        page.keyboard().press("p");
        page.getByText("See it on the site").click();
        var story = page.url();
        assertThat(page.locator(".telling")).containsText("in the same time as Higuita");

        bring(page, command, DemoFiles.result());
        page.navigate(newsroom.address("/desk"));
        var change = awaitOn(page, ".changed form").first();
        assertThat(change.locator("dt").first()).hasText("It says");
        assertThat(change.locator("del").first()).isVisible();
        page.keyboard().press(page.locator(".take-all kbd").first().textContent());
        assertThat(page.locator(".changed")).hasCount(0);

        page.navigate(story);
        assertThat(page.locator(".telling")).containsText("third at 13 seconds");
        assertThat(page.locator(".correction")).containsText("An earlier version said");
    }

    /// The race was today, so that it opens a story.
    private static void bring(Page page, String command, String file) {
        var today = LocalDate.now(ZoneOffset.UTC).toString();
        var ours =
                file.replace("Gran Premio Miguel Indurain", "Tour of the First Hour")
                        .replace("2023-04-01", today)
                        .replaceFirst("# earlier-winners.*\n", "");
        var waits = newsroom.command(command, write("hour.csv", ours));
        page.navigate(first("It waits at (\\S+);", waits).group(1));
        page.getByText("Put it in").click();
        assertThat(page.getByText("The result is in.")).isVisible();
    }

    @Test
    void a_table_with_a_bad_row_is_understood_mended_put_in_and_taken_back() {
        var does = first("then you (put it in), and can (take it back)\\. Rows that", README);
        assertThat(README).contains("each in a field where it can be typed anew; the good ones");
        var page = newsroom.owner("/desk/results");
        page.getByLabel("Or the table, pasted")
                .fill(
                        """
                        # race: Tour of Second Looks
                        # year: 2023
                        place,family,given,team,gap
                        1,Izagirre,Ion,Cofidis,
                        second,Higuita,Sergio,BORA - hansgrohe,+0:02
                        """);
        button(page, "Look at it").click();
        assertThat(page.locator("#rows")).hasText("1 row understood");
        page.getByLabel("Line 5.").fill("2,Higuita,Sergio,BORA - hansgrohe,+0:02");
        button(page, "Read again").click();
        assertThat(page.locator("#rows")).hasText("2 rows understood");
        var reader = newsroom.stranger("/races/tour-of-second-looks/2023");
        assertThat(reader.locator(".results")).hasCount(0);

        button(page, capital(does.group(1))).click();
        assertThat(page.getByText("The result is in.")).isVisible();
        reader.reload();
        assertThat(reader.locator(".results")).containsText("Sergio Higuita");
        button(page, capital(does.group(2))).click();
        assertThat(page.locator(".crumb")).containsText("taken back");
        reader.reload();
        assertThat(reader.locator(".results")).hasCount(0);
    }

    @Test
    void a_result_is_taken_along_in_each_form_and_stands_on_another_site_with_one_line() {
        var forms = first("taken along as ([A-Za-z, ]+) or put on another site with one", README);
        var page = newsroom.stranger("/races/gran-premio-miguel-indurain/2023");
        for (var form : forms.group(1).split(", | or ", -1)) {
            var link = page.locator("a[download]", exactly(form));
            var file = page.waitForDownload(link::click);
            assertThat(read(file.path())).as(form).contains("Izagirre");
        }

        page.getByText("Put it on your own site").click();
        var line = page.getByLabel("One line, where the result is to stand").inputValue();
        assertThat(line.strip()).hasLineCount(1);
        try (var club = OtherSite.showing("<body><h1>Our club</h1>" + line)) {
            page.navigate(club.address());
            page.frameLocator("iframe").getByText("Sergio Higuita").waitFor();
        }
    }

    @Test
    void the_calendar_shows_what_ended_when_and_the_search_finds_races_riders_and_teams() {
        assertThat(README).contains("a calendar shows what ended when", "a search finds them");
        var page = newsroom.stranger("/races");
        page.getByText("By month").click();
        page.navigate(newsroom.address("/calendar/2023/4"));
        assertThat(page.locator("h2", having("1 April"))).hasCount(1);
        page.locator("main a", having("Miguel Indurain")).first().click();
        assertThat(page.locator("h1")).containsText("Gran Premio Miguel Indurain");

        for (var few : List.of("indur", "izagi", "cofid")) {
            page.navigate(newsroom.address("/search"));
            page.getByLabel("Rider, race or team").pressSequentially(few);
            page.locator(".found a", having(few)).first().click();
            assertThat(page.locator("h1"))
                    .containsText(Pattern.compile(few, Pattern.CASE_INSENSITIVE));
        }
    }

    @Test
    void a_cell_becomes_a_fact_a_wrong_gap_is_marked_and_an_older_version_comes_back() {
        assertThat(README)
                .contains("A press on a cell of the result puts a fact into the text")
                .contains("what contradicts the result is marked where it stands")
                .contains("any two versions are compared, and an older one comes back");
        var page = newsroom.owner("/desk");
        page.getByLabel("New story").fill("Rain on the hill");
        button(page, "Start").click();
        page.getByLabel("The table under the story").selectOption(option(page, "Indurain"));
        button(page, "Take it").click();
        var writer = new Writer(page);
        writer.awaitReady();
        writer.atEnd();
        page.locator("#row-3 [data-cell=rider] button").click();
        writer.type(" was third at ");
        page.locator("#row-3 [data-cell=gap] button").click();
        writer.type(".").awaitSaved();
        assertThat(page.locator("#fact-list .fact"))
                .hasText(new String[] {"Mattias Skjelmose", "13 seconds"});

        writer.replaceBody("Skjelmose was third at two seconds.").awaitSaved();
        assertThat(page.locator("#marks mark")).hasText("two seconds");
        page.locator("#steps a", having("ersion")).last().click();
        button(page, "Compare").click();
        assertThat(page.locator(".difference")).containsText("two seconds");
        button(page, "Bring this version back").click();
        assertThat(page.locator("#marks mark")).hasCount(0);
    }

    @Test
    void a_reporter_is_invited_asks_for_a_look_and_the_owner_reads_who_did_what() {
        assertThat(README)
                .contains("as many as the owner invites: reporters write and ask for a look")
                .contains("editors publish or send back")
                .contains("the owner reads who did what");
        var owner = newsroom.owner("/desk/staff");
        owner.locator("#name").fill("Jon Urrutia");
        owner.locator("#email").fill("jon@urrutia.example");
        owner.locator("#role").selectOption("reporter");
        button(owner, "Send the invitation").click();

        var reporter = newsroom.stranger(newsroom.linkMailedTo("jon@urrutia.example"));
        reporter.locator("main .button").click();
        reporter.waitForURL("**/desk");
        reporter.getByLabel("New story").fill("A long way home");
        button(reporter, "Start").click();
        new Writer(reporter).awaitReady();
        new Writer(reporter).atEnd().type("Ion Izagirre won.").awaitSaved();
        button(reporter, "Ask an editor to look").click();
        assertThat(reporter.locator(".plan")).containsText("In review");

        owner.navigate(newsroom.address("/desk"));
        owner.locator(".asked a", having("A long way home")).click();
        owner.getByText("Send it back").first().click();
        owner.getByLabel("What is to be done first").fill("Who was second?");
        button(owner, "Send it back").click();
        assertThat(owner.locator(".plan", having("To do first"))).isVisible();
        reporter.reload();
        assertThat(reporter.locator(".plan")).containsText("Who was second?");
        owner.navigate(newsroom.address("/desk/staff"));
        owner.getByText("Log", exact()).click();
        assertThat(owner.locator(".log li", having("Jon Urrutia")).first())
                .containsText("A long way home");
    }

    @Test
    void a_stranger_reads_some_stories_meets_the_gate_joins_and_reads_on() {
        var many =
                NUMBERS.indexOf(
                        first("everybody read (\\w+) stories in thirty days", README).group(1));
        assertThat(Documents.read("docs/configuration.md"))
                .contains("| `musette.meter.window` | `30d` |");
        assertThat(README).contains("one price in the reader's currency and all the terms beside");
        var test = first("marked as one: (no money moves)\\.", README).group(1);
        var page = newsroom.stranger("/");
        var stories =
                page.locator(".story-list a[href^='/']:not([aria-hidden])").all().stream()
                        .map(link -> link.getAttribute("href"))
                        .filter(path -> path.lastIndexOf('/') == 0)
                        .distinct()
                        .limit(many + 1L)
                        .toList();
        assertThat(stories).hasSize(many + 1);
        for (var story : stories.subList(0, many)) {
            page.navigate(newsroom.address(story));
            assertThat(page.locator(".gate")).hasCount(0);
        }
        page.navigate(newsroom.address(stories.getLast()));
        assertThat(page.locator(".gate .price")).containsText("£1");
        assertThat(page.locator(".gate")).not().containsText("$");
        page.getByText("Join now", exact()).click();
        var join = page.getByText("Join for £1").first();
        assertThat(page.locator("#" + join.getAttribute("aria-describedby")))
                .containsText("Nothing renews by itself");
        page.getByLabel("Email address").fill("kasia@niewiadoma.example");
        join.click();
        assertThat(page.locator(".test-mark")).containsText(test);
        page.getByText("Accept the payment").click();
        page.getByText("Yes, pay £1").click();
        page.getByText("Back to what you were reading").click();
        assertThat(page).hasURL(newsroom.address(stories.getLast()));
        assertThat(page.locator(".gate")).hasCount(0);
    }

    @Test
    void a_letter_begins_with_a_yes_that_no_scanner_gives_and_has_a_way_to_leave() {
        assertThat(README)
                .contains("a confirmation that no link scanner can give by accident")
                .contains("and a way to leave");
        var page = newsroom.stranger("/letters");
        page.locator("input[name=list]").first().check();
        page.getByLabel("Email address").first().fill("sepp@kuss.example");
        page.getByText("Sign up").last().click();
        assertThat(page.locator("h1")).hasText("Look in your inbox");

        var link = newsroom.linkMailedTo("sepp@kuss.example");
        for (int scans = 0; scans < 3; scans++) {
            newsroom.stranger(link);
        }
        page.navigate(link);
        page.getByText("Yes, send it to me").click();
        assertThat(page.locator("h1")).hasText("You are on the list");
        page.getByText("Leave", exact()).first().click();
        page.locator("main .button").click();
        assertThat(page.locator("h1")).not().hasText("You are on the list");
    }

    @Test
    void one_key_finds_stories_races_riders_and_teams_at_the_desk() {
        var said = first("`(.)` finds any ([a-z, ]+) or team", README);
        assertThat(said.group(2)).isEqualTo("story, race, rider");
        var page = newsroom.owner("/desk");
        for (var few : List.of("indur", "izagi", "cofid")) {
            page.keyboard().press(said.group(1));
            page.keyboard().type(few);
            page.locator("#find-found .entry", having(few)).first().waitFor();
            page.keyboard().press("Escape");
        }
    }

    private static String write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        return Documents.read(file.toString());
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String option(Page page, String words) {
        return page.locator("#result option", having(words)).first().getAttribute("value");
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Page.LocatorOptions exactly(String words) {
        return new Page.LocatorOptions().setHasText(Pattern.compile("^" + words + "$"));
    }
}
