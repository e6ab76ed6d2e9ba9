package musette.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import musette.staff.StaffLinks;
import musette.wire.Workbooks;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Files of each form dropped onto the results desk, as an editor in a hurry does.
class DropInABrowserTest {
    private static final String HEAD = "# race: %s\n# year: 2023\n";
    private static final String TABLE =
            """
            place,family,given,team,gap
            1,Izagirre,Ion,Cofidis,
            2,Higuita,Sergio,BORA - hansgrohe,+0:02
            third,Skjelmose,Mattias,Trek - Segafredo,+0:13
            """;
    private static final String JSON =
            """
            {"race": "Tour of Braces", "year": 2023, "rows": [
                {"place": 1, "family": "Izagirre", "given": "Ion", "team": "Cofidis"}]}
            """;
    private static final String HTML =
            """
            <!doctype html><title>Tour of Tags 2023</title>
            <table><tr><th>Pos<th>Rider<th>Team<th>Time
            <tr><td>1<td>IZAGIRRE Ion<td>Cofidis<td>5:09:05</table>
            """;
    private static final String SPORTSML =
            """
            <sports-content><sports-event><event-metadata start-date-time="2023-04-01">
            <name>Tour of Agencies</name></event-metadata><player><player-metadata>
            <name part="nprt:family">Izagirre</name><name part="nprt:given">Ion</name>
            </player-metadata><player-stats score="05:09:05.000"
            score-units="spscoreunits:time-absolute"><rank value="1"/></player-stats></player>
            </sports-event></sports-content>
            """;
    private static final String TWO_RESULTS =
            HTML.replace("Tour of Tags", "Tour of Two Tables")
                    + """
                    <h3>Points classification</h3><table><tr><th>Pos<th>Rider<th>Points
                    <tr><td>1<td>HIGUITA Sergio<td>25</table>
                    """;
    private static final String DROPPED =
            """
            files => {
                const transfer = new DataTransfer();
                for (const [name, content] of files) {
                    const bytes = Uint8Array.from(atob(content), sign => sign.charCodeAt(0));
                    transfer.items.add(new File([bytes], name));
                }
                return transfer;
            }
            """;

    private static final String TURN_TAKEN =
            """
            SELECT pg_advisory_xact_lock(7201)
            """;

    /// What is asked of a page itself waits until it has been left.
    private static final String TELLS_WHAT_STANDS_IN_THE_FORM =
            """
            () => new MutationObserver(() => console.log(document.forms["bring-form"].textContent))
                .observe(document.forms["bring-form"], { subtree: true, childList: true })
            """;

    private static House house;
    private static Eyes eyes;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
        eyes = new Eyes();
    }

    @AfterAll
    static void close() {
        eyes.close();
        house.close();
    }

    @Test
    void a_dropped_file_is_looked_at_mended_put_in_and_taken_back() {
        try (var context = eyes.context(1_280, ColorScheme.LIGHT)) {
            var page = signedIn(context.newPage());
            drop(page, "result.csv", HEAD.formatted("Tour of the Drop") + TABLE);
            page.waitForURL("**/desk/results/*");
            assertThat(page.locator("#rows")).hasText("2 rows understood");
            page.getByLabel("Line 6.").fill("3,Skjelmose,Mattias,Trek - Segafredo,+0:13");
            page.getByRole(AriaRole.BUTTON, named("Read again")).click();
            assertThat(page.locator("#rows")).hasText("3 rows understood");
            assertThat(page.locator("#aside")).hasCount(0);
            page.getByText("Put it in").click();
            assertThat(page.getByText("The result is in.")).isVisible();
            var there = new Visit(house);
            Assertions.assertThat(there.get("/races/tour-of-the-drop/2023").body())
                    .contains("Mattias Skjelmose", "+0:13");
            page.getByText("Take it back").click();
            assertThat(page.locator(".crumb")).containsText("taken back");
            Assertions.assertThat(there.get("/races/tour-of-the-drop/2023").body())
                    .doesNotContain("Mattias Skjelmose");
        }
    }

    @Test
    void each_form_can_be_dropped() {
        try (var context = eyes.context(1_280, ColorScheme.DARK)) {
            var page = signedIn(context.newPage());
            for (var file :
                    Map.of(
                                    "page.html",
                                    HTML,
                                    "result.json",
                                    JSON,
                                    "agency.xml",
                                    SPORTSML,
                                    "tabs.txt",
                                    HEAD.formatted("Tour of Tabs")
                                            + "Rank\tName\tTeam\n1\tIZAGIRRE Ion\tCofidis\n")
                            .entrySet()) {
                page.navigate(house.address("/desk/results"));
                drop(page, file.getKey(), file.getValue());
                page.waitForURL("**/desk/results/*");
                assertThat(page.locator("#rows")).hasText("1 row understood");
                assertThat(page.locator("tbody")).containsText("Ion Izagirre");
            }
            for (var book :
                    Map.of(
                                    "uci.xlsx",
                                    Workbooks.ofResults(),
                                    "uci.xls",
                                    Workbooks.ofResultsBefore2007())
                            .entrySet()) {
                page.navigate(house.address("/desk/results"));
                page.getByText("If it does not say which race it is").click();
                page.getByLabel("Race", new Page.GetByLabelOptions().setExact(true))
                        .fill("Tour of Sheets");
                page.getByLabel("Day of the finish").fill("2023-04-01");
                drop(page, Map.of(book.getKey(), book.getValue()));
                page.waitForURL("**/desk/results/*");
                assertThat(page.locator("#rows")).hasText("4 rows understood");
                assertThat(page.locator("h1")).containsText("Tour of Sheets");
            }
        }
    }

    /// A file of a hundred thousand rows takes half a minute. The eye is told each second, the ear
    /// now and then.
    @Test
    void a_file_that_takes_long_says_for_how_long_it_has_been_read() {
        try (var context = eyes.context(360, ColorScheme.LIGHT)) {
            var page = signedIn(context.newPage());
            var held = new ArrayList<Route>();
            page.route("**/desk/results", held::add);
            page.evaluate(TELLS_WHAT_STANDS_IN_THE_FORM);
            page.waitForConsoleMessage(
                    new Page.WaitForConsoleMessageOptions()
                            .setPredicate(message ->
                                    message.text().contains("At work for 2 s … At work for 1 s …")),
                    () -> drop(page, "long.csv", HEAD.formatted("Tour of Patience") + TABLE));
            held.getFirst().resume();
            page.waitForURL("**/desk/results/*");
        }
    }

    /// Another file has its turn meanwhile.
    @Test
    void a_long_file_says_how_many_of_its_rows_were_read() {
        var rows =
                IntStream.rangeClosed(1, 2_500)
                        .mapToObj("%d,Rider%<d,Éva,Club,\n"::formatted)
                        .collect(Collectors.joining());
        var file = HEAD.formatted("Ride of Thousands") + "place,family,given,team,gap\n" + rows;
        try (var context = eyes.context(1200, ColorScheme.DARK)) {
            var page = signedIn(context.newPage());
            page.evaluate(TELLS_WHAT_STANDS_IN_THE_FORM);
            house.ask(TransactionTemplate.class)
                    .executeWithoutResult(status -> {
                        house.ask(JdbcClient.class).sql(TURN_TAKEN).query().singleRow();
                        page.waitForConsoleMessage(
                                new Page.WaitForConsoleMessageOptions()
                                        .setPredicate(message ->
                                                message.text().contains("… 2,000 rows read")),
                                () -> drop(page, "ride.csv", file));
                    });
            page.waitForURL("**/desk/results/*");
            assertThat(page.locator("#rows")).hasText("2,500 rows understood");
        }
    }

    @Test
    void several_files_at_once_wait_beside_each_other() {
        try (var context = eyes.context(360, ColorScheme.LIGHT)) {
            var page = signedIn(context.newPage());
            drop(
                    page,
                    Map.of(
                            "one.csv", bytes(HEAD.formatted("Tour of One") + TABLE),
                            "two.csv", bytes(HEAD.formatted("Tour of Two") + TABLE),
                            "noise.csv", bytes("nothing at all")));
            for (var link : List.of("2023 Tour of One · one.csv", "2023 Tour of Two · two.csv")) {
                assertThat(page.getByRole(AriaRole.LINK, named(link))).isVisible();
            }
            assertThat(page.getByRole(AriaRole.LINK, named("noise.csv"))).isVisible();
            Assertions.assertThat(Eyes.complaints(page)).isEmpty();
            Eyes.keep(page, "desk/dropped-360");
        }
    }

    @Test
    void the_results_of_one_page_are_put_in_one_after_the_other_by_the_enter_key() {
        try (var context = eyes.context(360, ColorScheme.DARK)) {
            var page = signedIn(context.newPage());
            drop(page, "tour.html", TWO_RESULTS);
            page.getByRole(AriaRole.LINK, named("tour.html (1 of 2)")).click();
            assertThat(page.getByText("Put it in")).isFocused();
            page.keyboard().press("Enter");
            var next =
                    page.getByRole(
                            AriaRole.LINK,
                            named("Next: 2023 Tour of Two Tables, points · tour.html (2 of 2)"));
            assertThat(next).isFocused();
            Assertions.assertThat(Eyes.complaints(page)).isEmpty();
            Eyes.keep(page, "desk/next-360-dark");
            next.press("Enter");
            assertThat(page.locator("h1")).containsText("points");
            assertThat(page.getByText("Put it in")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.getByText("The result is in.")).isVisible();
            Assertions.assertThat(
                            new Visit(house).get("/races/tour-of-two-tables/2023/points").body())
                    .contains("Sergio Higuita");
        }
    }

    private static Page.GetByRoleOptions named(String file) {
        return new Page.GetByRoleOptions().setName(file);
    }

    private static Page signedIn(Page page) {
        page.navigate(house.address(house.ask(StaffLinks.class).ownerPath()));
        page.locator("main .button").click();
        page.waitForURL("**/desk");
        page.navigate(house.address("/desk/results"));
        return page;
    }

    private static void drop(Page page, String name, String text) {
        drop(page, Map.of(name, bytes(text)));
    }

    private static void drop(Page page, Map<String, byte[]> files) {
        var dropped =
                page.evaluateHandle(
                        DROPPED,
                        files.entrySet().stream()
                                .map(file ->
                                        List.of(
                                                file.getKey(),
                                                Base64.getEncoder()
                                                        .encodeToString(file.getValue())))
                                .toList());
        page.dispatchEvent("h1", "drop", Map.of("dataTransfer", dropped));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
