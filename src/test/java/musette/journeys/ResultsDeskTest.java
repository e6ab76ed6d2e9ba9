package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import musette.staff.Author;
import musette.staff.Staff;
import musette.store.EventRetries;
import musette.wire.DemoFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultsDeskTest {
    private static final String RACE = "/races/gran-premio-miguel-indurain/2023";
    private static final String OFFICIAL = DemoFiles.result();
    private static final String FILE =
            OFFICIAL.replace("# standing: official", "# standing: provisional");

    private House house;
    private Visit editor;

    @BeforeEach
    void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
        editor = new Newsroom(house).signedIn("Nerea Díaz");
    }

    @AfterEach
    void close() {
        house.ask(EventRetries.class).awaitQuiet(Duration.ofSeconds(10));
        house.close();
    }

    @Test
    void nothing_is_public_before_somebody_has_looked() {
        var arrival = bring(FILE + "soon,900,Nobody,Known,ESP,,Nowhere,later,,,\n");

        assertThat(editor.get(arrival).body())
                .contains("The first result of this race. Readers see nothing of it yet.")
                .contains("17 rows understood")
                .contains("Set aside: 1")
                .contains("Nobody")
                .contains("+0:13");
        assertThat(house.get(RACE).statusCode()).isEqualTo(404);
        assertThat(house.get("/races").body()).doesNotContain("Indurain");

        editor.post(arrival + "/application");
        editor.post(arrival + "/application");

        assertThat(editor.get(arrival).body())
                .contains("The result is in.")
                .contains("Set aside: 1");
        assertThat(house.get(RACE).body()).contains("Provisional result").contains("Izagirre");
        awaitQueue("Izagirre wins");
    }

    @Test
    void a_newer_version_shows_what_it_would_change() {
        put(FILE);

        var arrival = bring(OFFICIAL.replace("Trek - Segafredo,,+0:13", "Trek - Segafredo,,+0:14"));

        assertThat(editor.get(arrival).body())
                .contains("It would replace version 1 (provisional): 1 change.")
                .contains("<del>+0:13</del>")
                .contains("<ins>+0:14</ins>");
        assertThat(house.get(RACE).body()).contains("Provisional result");
    }

    @Test
    void what_was_put_in_is_taken_back_with_the_flash_nobody_has_touched() {
        var arrival = put(FILE);
        awaitQueue("Izagirre wins");

        editor.post(arrival + "/undo");

        assertThat(editor.get(arrival).body()).contains("It was taken back.");
        assertThat(house.get(RACE).body()).doesNotContain("Provisional result");
        await().untilAsserted(() ->
                assertThat(editor.get("/desk").body()).doesNotContain("Izagirre wins"));
        assertThat(editor.post(arrival + "/undo").statusCode()).isEqualTo(409);

        put(FILE);
        awaitQueue("Izagirre wins");
        assertThat(house.get(RACE).body()).contains("Provisional result");
    }

    @Test
    void a_cell_that_nobody_needs_throws_no_row_away() {
        var arrival = put(FILE.replace("5:09:05,,,200", "5:09:05,,,125 -15"));

        assertThat(editor.get(arrival).body())
                .contains("17 rows understood")
                .doesNotContain("aside");
        awaitQueue("Izagirre wins");
        assertThat(editor.get(bring(FILE.replace("1989-02-04", "soon"))).body())
                .contains("is not a date like 1989-02-04. It was left out, the row stays.");
    }

    @Test
    void nothing_is_told_while_a_place_that_would_be_told_is_missing() {
        var arrival = bring(FILE.replace("BORA - hansgrohe,,+0:02", "BORA - hansgrohe,,soon"));
        assertThat(editor.get(arrival).body())
                .contains("No flash is drafted: nobody stands on place 2.")
                .contains("Set aside: 1");
        editor.post(arrival + "/application");
        quiet();
        assertThat(editor.get("/desk").body()).contains("No flash is waiting.");
        assertThat(house.get(RACE).body()).contains("Izagirre").doesNotContain("Higuita");

        put(FILE);
        awaitQueue("Izagirre wins");
    }

    @Test
    void an_old_file_never_replaces_a_surer_one() {
        put(FILE);
        put(OFFICIAL);

        assertThat(editor.get(bring(FILE)).body()).contains("All it says was known already");
        var other = bring(FILE.replace("+0:13", "+0:14"));
        assertThat(editor.get(other).body())
                .contains("The result is official already; a provisional one can't replace it.");
        editor.post(other + "/application");

        assertThat(house.get(RACE).body()).doesNotContain("Provisional result", "+0:14");
    }

    @Test
    void a_fact_says_in_people_s_words_which_row_it_comes_from() {
        put(FILE);
        awaitQueue("Izagirre wins");
        var queue = editor.get("/desk").body();
        var flash = queue.substring(queue.indexOf("/desk/stories/")).split("\"", 2)[0];

        var page = editor.get(flash).body();

        assertThat(page)
                .contains("href=\"#row-3\">Mattias Skjelmose, +0:13, row 3</a>")
                .contains("<tr id=\"row-3\"><td data-cell=\"placing\">3</td>")
                .contains("2023 Gran Premio Miguel Indurain, provisional");
    }

    @Test
    void only_the_version_that_counts_is_taken_back_and_the_one_before_counts_again() {
        var first = put(FILE);
        var second = put(OFFICIAL);

        assertThat(editor.post(first + "/undo").statusCode()).isEqualTo(409);
        assertThat(house.get(RACE).body()).doesNotContain("Provisional result");
        editor.post(second + "/undo");

        assertThat(house.get(RACE).body()).contains("Provisional result");
        assertThat(editor.get("/desk/results").body()).contains("taken back");
    }

    @Test
    void a_file_that_is_not_used_or_not_understood_changes_nothing() {
        var arrival = bring(FILE);
        editor.post(arrival + "/discard");
        editor.post(arrival + "/application");

        assertThat(editor.get(arrival).body()).contains("It was not used.");
        assertThat(house.get(RACE).statusCode()).isEqualTo(404);
        assertThat(results(editor, " ").statusCode()).isEqualTo(422);
        var nonsense = results(editor, "The quick brown fox, and so on.");
        assertThat(nonsense.statusCode()).isEqualTo(422);
        assertThat(nonsense.body()).contains("The quick brown fox");
    }

    @Test
    void the_same_again_waits_for_nobody() {
        put(FILE);

        assertThat(editor.get(bring(FILE)).body()).contains("All it says was known already");
        assertThat(editor.get("/desk/results").body()).contains("Nothing waits");
    }

    @Test
    void the_very_same_file_brought_again_does_not_wait_twice() {
        var arrival = bring(FILE);

        assertThat(bring(FILE)).isEqualTo(arrival);
        assertThat(bring(FILE + "\n")).isNotEqualTo(arrival);
        editor.post(arrival + "/discard");
        assertThat(bring(FILE)).isNotEqualTo(arrival);
    }

    @Test
    void a_line_that_was_set_aside_is_typed_anew_and_the_file_is_read_again() {
        var wrong = FILE.replace("3,85,Skjelmose", "third,85,Skjelmose");
        var arrival = bring(wrong);
        var page = editor.get(arrival).body();
        var line = wrong.lines().toList().indexOf(lineOf(wrong, "third,85")) + 1;
        assertThat(page)
                .contains("Set aside: 1")
                .contains("value=\"" + lineOf(wrong, "third,85") + "\"")
                .contains("No flash is drafted: nobody stands on place 3.");

        var again =
                Visit.location(
                        editor.post(
                                arrival + "/lines",
                                "line",
                                Integer.toString(line),
                                "text",
                                lineOf(FILE, "3,85,Skjelmose")));

        assertThat(editor.get(again).body())
                .contains("17 rows understood")
                .doesNotContain("Set aside");
        assertThat(editor.get(arrival).body()).contains("It was not used.");
        assertThat(editor.post(again + "/lines", "line", "999", "text", "x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_line_that_spoils_the_file_changes_nothing_and_a_reporter_discards_nothing() {
        var wrong = FILE.replace("3,85,Skjelmose", "third,85,Skjelmose");
        var arrival = bring(wrong);
        var race = wrong.lines().toList().indexOf(lineOf(wrong, "# race:")) + 1;

        var spoilt = editor.post(arrival + "/lines", "line", race + "", "text", "# nothing");
        assertThat(spoilt.statusCode()).isEqualTo(422);
        assertThat(spoilt.body()).contains("does not say which race", "Set aside: 1");

        var reporter =
                new Newsroom(house)
                        .signedIn(
                                house.ask(Staff.class)
                                        .join(
                                                "Rep Orter",
                                                "r@musette.example",
                                                "",
                                                Author.Role.REPORTER));
        var again =
                Visit.location(
                        reporter.post(
                                arrival + "/lines",
                                "line",
                                race + "",
                                "text",
                                lineOf(wrong, "# race:") + " II"));
        assertThat(again).isNotEqualTo(arrival);
        var asItWas = lineOf(wrong, "# race:");
        assertThat(
                        Visit.location(
                                editor.post(
                                        arrival + "/lines", "line", race + "", "text", asItWas)))
                .isEqualTo(arrival);
        assertThat(editor.get(arrival).body()).contains("Put it in");
    }

    @Test
    void a_reason_that_was_not_needed_is_not_told() {
        var arrival = bring(FILE);
        editor.post(arrival + "/application", "reason", "For no reason.");

        assertThat(editor.get(arrival).body())
                .contains("The result is in.")
                .doesNotContain("surer");
    }

    private static String lineOf(String file, String start) {
        return file.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    @Test
    void a_less_sure_result_replaces_a_surer_one_only_with_a_reason() {
        put(OFFICIAL);
        var arrival = bring(FILE.replace("Trek - Segafredo,,+0:13", "Trek - Segafredo,,+0:14"));
        assertThat(editor.get(arrival).body())
                .contains("The result is official already")
                .contains("Why it should replace a surer result")
                .contains("<ins>+0:14</ins>");

        assertThat(editor.post(arrival + "/application").statusCode()).isEqualTo(422);
        assertThat(house.get(RACE).body()).contains("+0:13").doesNotContain("+0:14");
        editor.post(arrival + "/application", "reason", "The jury took its result back.");

        assertThat(house.get(RACE).body()).contains("+0:14", "Provisional result");
        assertThat(editor.get(arrival).body())
                .contains("It replaced a result that was surer: The jury took its result back.")
                .contains("What it changed")
                .contains("<del>+0:13</del>");
    }

    @Test
    void a_reporter_brings_a_file_and_an_editor_decides() {
        var reporter =
                new Newsroom(house)
                        .signedIn(
                                house.ask(Staff.class)
                                        .join(
                                                "Rep Orter",
                                                "reporter@musette.example",
                                                "",
                                                Author.Role.REPORTER));
        var arrival = Visit.location(results(reporter, FILE));

        assertThat(reporter.get(arrival).body()).doesNotContain("Put it in");
        assertThat(reporter.post(arrival + "/application").statusCode()).isEqualTo(403);
        assertThat(editor.get("/desk/results").body()).contains("Rep Orter");
        assertThat(editor.get(arrival).body()).contains("Put it in");
    }

    private void quiet() {
        assertThat(house.ask(EventRetries.class).awaitQuiet(Duration.ofSeconds(20))).isTrue();
    }

    private String put(String file) {
        var arrival = bring(file);
        editor.post(arrival + "/application");
        return arrival;
    }

    private String bring(String file) {
        return Visit.location(results(editor, file));
    }

    private void awaitQueue(String words) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(editor.get("/desk").body()).contains(words));
    }

    private static HttpResponse<String> results(Visit visit, String pasted) {
        return visit.post("/desk/results", "pasted", pasted);
    }
}
