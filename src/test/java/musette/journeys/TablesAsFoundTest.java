package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import musette.store.EventRetries;
import musette.wire.ImportReceipt;
import musette.wire.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A table as somebody found it, brought to the results desk, with what it does not say itself.
class TablesAsFoundTest {
    private static final String COPIED =
            "Pos\tRider\tTeam\tTime\n"
                    + "1\tVOS Anna\tVeen - Dijk\t3:10:00\n"
                    + "2\tDE GROOT Lena\tAurora\t+ 12\n"
                    + "3\tThird Nobody\tAurora\t+ 14\n";
    private static final String PAGE =
            """
            <html><head><title>Ronde van het Veen | A site</title>
            <link rel="canonical" href="https://example.org/race?y=2021"></head><body><table>
            <tr><th>Pos</th><th>Rider</th><th>Time</th></tr>
            <tr><td>1</td><td><span class="uppercase">Vos</span> Anna</td><td>3:10:00</td></tr>
            <tr><td>2</td><td><span class="uppercase">de Groot</span> Lena</td><td>soon</td></tr>
            </table></body></html>
            """;

    private static House house;
    private static Newsroom newsroom;
    private static Visit editor;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
        newsroom = new Newsroom(house);
        editor = newsroom.signedIn("Nerea Díaz");
    }

    @AfterAll
    static void close() {
        house.ask(EventRetries.class).awaitQuiet(Duration.ofSeconds(10));
        house.close();
    }

    @Test
    void a_copied_table_needs_only_its_race_and_its_day() {
        var refused = editor.post("/desk/results", "pasted", COPIED);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("does not say which race it is", "VOS Anna");

        var arrival =
                Visit.location(
                        editor.post(
                                "/desk/results",
                                "pasted",
                                COPIED,
                                "race",
                                "Omloop van de Dijk",
                                "date",
                                "2023-03-31",
                                "standing",
                                "official"));
        assertThat(editor.get(arrival).body())
                .contains("2023 Omloop van de Dijk, official", "Anna Vos", "Lena de Groot")
                .doesNotContain("filed")
                .contains("In 'Third Nobody' nothing tells which is the family name.");
        editor.post(arrival + "/application");
        newsroom.awaitQuiet();
        assertThat(house.get("/races/omloop-van-de-dijk/2023").body())
                .contains("Lena de Groot", "+0:12");
    }

    @Test
    void a_saved_page_waits_even_for_the_trusted_and_its_lines_can_be_typed_anew() {
        var receipt =
                house.ask(Wire.class)
                        .receive(
                                "page.html",
                                new ByteArrayInputStream(PAGE.getBytes(StandardCharsets.UTF_8)),
                                "the wire");
        assertThat(receipt).isInstanceOf(ImportReceipt.Waiting.class);
        var page = "/desk/results/" + receipt.arrival();
        assertThat(editor.get(page).body())
                .contains("2021 Ronde van het Veen", "Ronde van het Veen, 2021.", "2,de Groot");

        var mended = editor.post(page + "/lines", "line", "5", "text", "2,de Groot,Lena,+0:04");
        assertThat(editor.get(Visit.location(mended)).body())
                .contains("Lena de Groot", "+0:04")
                .doesNotContain("set aside");
    }

    @Test
    void a_page_that_shows_several_results_is_brought_in_once_and_each_waits() {
        var page =
                """
                # stage: 2
                <title>Ronde van de Polder 2022 | A site</title>
                <table><tr><th>Pos<th>Rider<th>Time<tr><td>1<td>VOS Anna<td>3:10:00</table>
                <h3>Points</h3>
                <table><tr><th>Pos<th>Rider<th>Points<tr><td>1<td>DE GROOT Lena<td>25</table>
                """;
        var list = editor.get(Visit.location(editor.post("/desk/results", "pasted", page))).body();

        assertThat(list).contains("pasted (1 of 2)", "pasted (2 of 2)");
        var points =
                house.ask(Wire.class).latest(10).stream()
                        .filter(arrival -> arrival.file().equals("pasted (2 of 2)"))
                        .findFirst()
                        .orElseThrow();
        assertThat(editor.get("/desk/results/" + points.id()).body())
                .contains("2022 Ronde van de Polder, stage 2, points", "Lena de Groot")
                .doesNotContain("Anna Vos", "Next:");

        var first = "/desk/results/" + (points.id() - 1);
        editor.post(first + "/application");
        assertThat(editor.get(first).body())
                .contains(
                        "The result is in.",
                        ">Next: 2022 Ronde van de Polder, stage 2, points · pasted (2 of 2)</a>")
                .contains("/desk/results/" + points.id());
        newsroom.awaitQuiet();
    }

    @Test
    void what_the_form_said_is_kept_when_nothing_could_be_made_of_it() {
        var refused =
                editor.post("/desk/results", "pasted", "who\nAnna", "race", "A <b>", "stage", "4");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"A &lt;b>\"", "value=\"4\"", "<details open");
    }
}
