package musette.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static musette.journeys.Documents.blocks;
import static musette.journeys.Documents.first;
import static musette.journeys.ServedNewsroom.awaitOn;
import static musette.journeys.ServedNewsroom.button;
import static musette.journeys.ServedNewsroom.having;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the manuals in `docs` tell somebody to do, done in a browser on a newsroom that was started
/// without the demonstration and set by its file, as they say.
class ManualsInABrowserTest {
    private static final String RESULTS = Documents.read("docs/results-v1.md");
    private static final String PUSH = Documents.read("docs/push.md");
    private static final String OPERATING = Documents.read("docs/operating.md");
    private static final String SETTINGS = Documents.read("docs/configuration.md");

    @TempDir private static Path folder;
    private static Path watched;
    private static ServedNewsroom newsroom;

    @BeforeAll
    static void open() throws IOException {
        var data = Files.createDirectory(folder.resolve("data"));
        watched = Files.createDirectory(folder.resolve("watched"));
        var file = first("`(musette[.]properties)` in the data folder", SETTINGS).group(1);
        Files.write(
                data.resolve(file),
                List.of(
                        setting("musette.site.name") + "=The Lakes Post",
                        setting("musette.site.contact") + "=desk@lakes.example",
                        setting("musette.site.results-licence") + "=Free for clubs.",
                        first("set `(musette\\.push\\.folder)` to it", PUSH).group(1)
                                + "="
                                + watched));
        newsroom =
                ServedNewsroom.open(
                        data, first("`\\./musette serve .*\\[(--no-demo)]`", OPERATING).group(1));
    }

    @AfterAll
    static void close() {
        newsroom.close();
    }

    private static String setting(String name) {
        return first("`(" + Pattern.quote(name) + ")`", SETTINGS).group(1);
    }

    @Test
    void what_the_settings_say_stands_where_they_say_it_stands() {
        assertThat(SETTINGS).contains("what stands at the top of every page");
        var page = newsroom.stranger("/");
        assertThat(page.locator("header").first()).containsText("The Lakes Post");
        assertThat(SETTINGS).contains("shown on the pages about it");
        page.navigate(newsroom.address("/about"));
        assertThat(page.locator("main")).containsText("desk@lakes.example");
    }

    @Test
    void the_race_of_the_manual_is_shown_brought_in_and_drafted_by_its_commands() {
        var shows = first("`\\./musette (import)` of the same file shows", RESULTS).group(1);
        var putsIn = first("`\\./musette (import) (--yes)` brings it in", RESULTS);
        var file = first("`\\./musette flash (demo/\\S+)` drafts", RESULTS).group(1);
        var draft = first("\"([^\"]+)\" stands on the file's page", RESULTS).group(1);

        var shown = newsroom.command(shows, file);
        var page = newsroom.owner(first("(?s).*It waits at (\\S+);", shown).group(1));
        assertThat(page.locator("#rows")).hasText("17 rows understood");
        var race = newsroom.stranger("/races/gran-premio-miguel-indurain/2023");
        assertThat(race.locator(".results")).hasCount(0);

        newsroom.command(putsIn.group(1), putsIn.group(2), file);
        race.reload();
        assertThat(race.locator(".results")).containsText("Ion Izagirre");
        assertThat(race.locator(".more", having("Take it along"))).containsText("Free for clubs.");
        page.navigate(newsroom.address("/desk"));
        assertThat(page.locator(".flashes .entry")).hasCount(0);

        page.navigate(newsroom.address("/desk/calendar?month=2023-04"));
        var named = draft + " of Gran Premio Miguel Indurain";
        assertThat(button(page, named)).isVisible();
        page.navigate(newsroom.address("/desk/results"));
        page.locator(".entries li", having("Miguel Indurain").setHasNotText("waiting"))
                .locator("a")
                .first()
                .click();
        button(page, draft).click();
        new Writer(page).awaitReady();
        assertThat(page.locator(".ProseMirror h1")).containsText("Izagirre");
    }

    @Test
    void who_starts_is_known_again_from_a_list_of_winners() {
        assertThat(RESULTS).contains("Its page says who of those that start came well here before");
        var page = newsroom.owner("/desk/results");
        putIn(page, blocks("docs/results-v1.md", "csv").getLast(), "Tour of Starters");
        putIn(page, blocks("docs/results-v1.md", "csv").get(2), "Tour of Starters");

        var reader = newsroom.stranger("/races/tour-of-starters/2023/start-list");
        assertThat(reader.locator("section", having("Well placed here before")))
                .containsText("Ion Izagirre");
    }

    /// Its example leaves out 2017 and 2018.
    @Test
    void records_reach_back_to_the_year_since_which_every_one_is_in_the_list() {
        assertThat(RESULTS).contains("and each year since then has to be there");
        var page = newsroom.owner("/desk/results");
        putIn(page, blocks("docs/results-v1.md", "csv").getLast(), "Tour of Records");

        var reader = newsroom.stranger("/races/tour-of-records");
        assertThat(reader.locator(".winners")).containsText("Alejandro Valverde");
        reader.getByText("Records", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(reader.locator(".standfirst")).containsText("Since 2019");
    }

    private static void putIn(Page page, String file, String race) {
        paste(page, file.replace("Gran Premio Miguel Indurain", race));
        button(page, "Put it in").click();
        assertThat(page.locator(".crumb .mark")).hasText("in");
    }

    @Test
    void a_table_copied_from_a_page_is_pasted_and_race_and_day_told_below() {
        assertThat(RESULTS)
                .contains(
                        "| a table copied from a results site | paste it; tell race and day in the"
                                + " fields below |");
        var page = newsroom.owner("/desk/results");
        page.getByLabel("Or the table, pasted")
                .fill(
                        "Pos\tRider\tTeam\tTime\n1\tIZAGIRRE Ion\tCofidis\t5:09:05\n2\tHIGUITA"
                                + " Sergio\tBORA - hansgrohe\t+0:02\n");
        page.getByText("If it does not say which race it is").click();
        page.getByLabel("Race", new Page.GetByLabelOptions().setExact(true)).fill("Tour of Copies");
        page.getByLabel("Day of the finish").fill("2023-04-01");
        button(page, "Look at it").click();

        assertThat(page.locator("h1")).containsText("Tour of Copies");
        assertThat(page.locator("#rows")).hasText("2 rows understood");
        button(page, "Put it in").click();
        var reader = newsroom.stranger("/races/tour-of-copies/2023");
        assertThat(reader.locator(".results tr", having("Higuita"))).containsText("+0:02");
    }

    @Test
    void a_surer_result_is_replaced_only_when_an_editor_says_why() {
        assertThat(RESULTS).contains("unless an editor says why at the results desk");
        var file = "# race: Tour of Doubts\n# year: 2023\n# standing: %s\nplace,family,given\n";
        var page = newsroom.owner("/desk/results");
        paste(page, file.formatted("official") + "1,Izagirre,Ion\n");
        button(page, "Put it in").click();
        paste(page, file.formatted("provisional") + "1,Higuita,Sergio\n");
        assertThat(button(page, "Put it in")).hasCount(0);
        button(page, "Put it in all the same").click();
        assertThat(page.locator("input[name=reason]:invalid")).hasCount(1);
        page.getByLabel("Why it should replace").fill("The jury has said so.");
        button(page, "Put it in all the same").click();

        var reader = newsroom.stranger("/races/tour-of-doubts/2023");
        assertThat(reader.locator(".results")).containsText("Sergio Higuita");
    }

    @Test
    void a_program_s_token_is_made_used_as_written_and_ended_at_the_desk() throws Exception {
        var way = first("under \\*([^*]+)\\*, \\*([^*]+)\\*: for one", PUSH);
        assertThat(PUSH).contains("A token is shown once; ending it there closes the door at once");
        var page = newsroom.owner("/desk");
        page.locator("nav a", having(way.group(1))).click();
        page.getByText(way.group(2)).click();
        page.getByLabel("Who sends").fill("Timing");
        page.getByText("What it sends counts at once").click();
        button(page, "Make its token").click();
        var token = page.locator(".token code").first().textContent();
        page.navigate(newsroom.address("/desk/results/senders"));
        assertThat(page.getByText(token)).hasCount(0);

        var command = blocks("docs/push.md", "sh").getLast().replace("musette_…", token);
        assertThat(typed(command)).isEqualTo(202);
        var race = newsroom.stranger("/races/tour-of-the-lakes/2023/stage-4");
        assertThat(awaitOn(race, ".results")).containsText("Andreas Kron");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End Timing")).click();
        assertThat(page.locator(".empty")).containsText("No program sends results here");
        assertThat(typed(command)).isEqualTo(401);
    }

    /// Types the command at our address, and answers the status.
    private static int typed(String command) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = Documents.curl(command, newsroom::address, "");
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void a_file_in_the_folder_waits_for_a_look_and_a_bad_one_says_why() throws IOException {
        assertThat(PUSH).contains("brought in like one at the desk, where it waits for a look");
        var refused = first("goes to `(\\w+)`, with a note that says why", PUSH).group(1);
        Files.writeString(watched.resolve("lakes.csv"), blocks("docs/results-v1.md", "csv").get(1));
        Files.writeString(watched.resolve("noise.csv"), "nothing at all\n");

        var page = newsroom.owner("/desk/results");
        awaitOn(page, "section[aria-labelledby=waiting] a:has-text('lakes.csv')").first().click();
        assertThat(page.locator("h1")).containsText("Tour of the Lakes");
        button(page, "Put it in").click();
        assertThat(page.getByText("The result is in.")).isVisible();
        var reader = newsroom.stranger("/races/tour-of-the-lakes/2023/stage-2");
        assertThat(reader.locator(".results")).containsText("Granit");
        org.awaitility.Awaitility.await()
                .until(() -> notesIn(watched.resolve(refused)).contains("race"));
    }

    private static String notesIn(Path refused) throws IOException {
        if (!Files.isDirectory(refused)) {
            return "";
        }
        try (var files = Files.list(refused)) {
            return files.filter(file -> !file.toString().endsWith(".csv"))
                    .map(file -> Documents.read(file.toString()))
                    .collect(Collectors.joining());
        }
    }

    @Test
    void the_owner_comes_in_again_by_a_command() {
        assertThat(Documents.read("README.md")).contains("Every command works beside a running");
        var link = first("https?://\\S+", newsroom.command("owner")).group();
        var page = newsroom.stranger(link);
        page.locator("main .button").click();
        page.waitForURL("**/desk");
        assertThat(page.locator("h1")).hasText("Queue");
    }

    private static void paste(Page page, String file) {
        page.navigate(newsroom.address("/desk/results"));
        page.getByLabel("Or the table, pasted").fill(file);
        button(page, "Look at it").click();
        page.waitForURL("**/desk/results/*");
    }
}
