package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import musette.racing.ResultKey;
import musette.wire.ParsedFile.ParsedResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which of a race's results a saved page shows.
class ChosenResultTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a>GC</a> <a class=valgt>Youth</a> | youth",
                "<a class=valgt>GC</a> <a>Points</a> | ''",
                "<a class=valgt>GC</a> <select><option selected>Stage: 03</select> | stage 3,"
                        + " general",
                "<select><option>GC<option selected>Stage: 13a</select> | stage 13a",
                "<ul><li class=cur><a>KOM</a></ul> <h1>Tour of Tags Stage 4</h1> | stage 4,"
                        + " mountains",
                "<ul><li class=cur>Stage</ul> <h1>Tour of Tags » Stage 12 (ITT)</h1> | stage 12",
                "<h1>Tour of Tags, prologue</h1> <li aria-selected=true>Team classification</li> |"
                        + " prologue, teams",
                "<button aria-selected=true>Mountains classification</button> | mountains",
                "<a class=active>Results</a> <option selected>2022 | ''",
                "<p>The team won points on stage 3.</p> | ''",
            })
    void what_a_page_marks_as_chosen_says_which_result_it_is(String marks, String words) {
        assertThat(result(page(marks)).file().head().key().words()).isEqualTo(words);
    }

    @Test
    void every_result_of_a_page_is_read_where_its_tab_caption_or_heading_tells_which_it_is() {
        var all =
                Formats.results(bytes(severalResults())).stream()
                        .map(file -> result(file))
                        .toList();

        assertThat(all)
                .extracting(one -> one.file().head().key().words() + ": " + firstTeam(one))
                .containsExactly(
                        "stage 3: a",
                        "stage 3, general: b",
                        "stage 3, mountains: c",
                        "stage 3, points: d",
                        "stage 3, youth: e");
        assertThat(all.getLast().reading().remarks())
                .contains(
                        "It holds 5 results; this is number 5.",
                        "2 more of its tables were left out: nothing tells which result they are.");
        assertThat(all).allMatch(one -> one.reading().isGuessed());
        assertThat(Formats.results(bytes("# classification: youth\n" + severalResults())))
                .hasSize(1);
    }

    private static String severalResults() {
        return """
        <!doctype html><title>Tour of Tags 2022 | Results</title><h1>Stage 3</h1>
        <ul><li class=cur data-id=7>Stage<li data-id=8>GC<li><a href="#kom">KOM</a></ul>
        <div data-id=7>TABLE a</table></div><div data-id=8><div>TABLE b</table></div></div>
        <div id=kom>TABLE c</table></div>
        <h3>Points classification</h3>TABLE d</table>
        TABLE e<caption>Youth classification</caption></table>
        <h2>Riders to watch</h2><div>TABLE f</table></div>
        <h3>Points</h3>TABLE g</table>
        """
                .replaceAll(
                        "TABLE (.)",
                        "<table><tr><th>Pos<th>Rider<th>Team<th>Time<tr><td>1<td>IZAGIRRE"
                                + " Ion<td>$1<td>5:09:05");
    }

    private static String firstTeam(ParsedResult result) {
        return result.file().rows().getFirst().team();
    }

    @Test
    void what_was_told_counts_more_and_what_was_found_is_said_and_waits() {
        var marks = "<select><option selected>Stage: 03</select><a class=valgt>Points</a>";
        var found = result(page(marks));
        var told = result("# stage: 5\n" + page(marks));

        assertThat(found.isGuessed()).isTrue();
        assertThat(found.reading().remarks())
                .contains(
                        "The page's own words were taken for: Tour of Tags, 2022, stage 3,"
                                + " points.");
        assertThat(told.file().head().key().words()).isEqualTo("stage 5");
    }

    /// Pages of the provider that the founding report credits. They lie beside the project only.
    @Test
    void the_pages_of_one_race_are_not_taken_for_one_result() throws IOException {
        var folder = Path.of("../shared/data/firstcycling");
        assumeTrue(Files.isDirectory(folder), "no real pages here: " + folder);

        assertThat(key(folder.resolve("2022_basque_0.html"))).isEqualTo(ResultKey.RACE);
        assertThat(key(folder.resolve("2022_basque_1.html")).words()).isEqualTo("youth");
        assertThat(key(folder.resolve("2019_amstel_0.html"))).isEqualTo(ResultKey.RACE);
    }

    private static ResultKey key(Path page) throws IOException {
        return result(Files.readString(page)).file().head().key();
    }

    private static String page(String marks) {
        return """
        <!doctype html><title>Tour of Tags | Results</title><meta name=description content=2022>
        %s
        <table><tr><th>Pos<th>Rider<th>Team<th>Time
        <tr><td>1<td>IZAGIRRE Ion<td>Cofidis<td>5:09:05</table>
        """
                .formatted(marks);
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private static ParsedResult result(String file) {
        return result(bytes(file));
    }

    private static ParsedResult result(byte[] bytes) {
        return (ParsedResult) ParsedFile.of("page.html", new ByteArrayInputStream(bytes));
    }
}
