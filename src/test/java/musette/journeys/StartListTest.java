package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import musette.racing.Edition;
import musette.racing.Races;
import musette.store.EventRetries;
import musette.stories.Queue;
import musette.wire.DemoFiles;
import musette.wire.ImportReceipt;
import musette.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who starts: a table that is there before the race, and stays when its result has come.
class StartListTest {
    private static final String RACE = "/races/gran-premio-miguel-indurain";
    private static final String LIST = RACE + "/2023/start-list";
    private static final String HEAD =
            """
            # race: Gran Premio Miguel Indurain
            # date: 2023-04-01
            # place: Estella
            # standing: official
            """;
    private static final String STARTERS =
            HEAD
                    + """
                    # classification: start-list
                    bib,family,given,nation,team,status
                    45,Izagirre,Ion,ESP,Cofidis,
                    36,Higuita,Sergio,COL,BORA - hansgrohe,
                    81,Valverde,Alejandro,ESP,Movistar,DNS
                    131,Adrià,Roger,ESP,Equipo Kern Pharma,
                    """;

    private House house;
    private Newsroom newsroom;
    private Visit editor;

    @BeforeEach
    void open() {
        house = House.open(Instant.parse("2023-04-01T08:00:00Z"));
        newsroom = new Newsroom(house);
        editor = newsroom.signedIn("Nerea Díaz");
        newsroom.putIn(editor, DemoFiles.winners());
    }

    @AfterEach
    void close() {
        house.ask(EventRetries.class).awaitQuiet(Duration.ofSeconds(10));
        house.close();
    }

    @Test
    void who_starts_has_a_page_before_the_race() {
        newsroom.putIn(editor, STARTERS);

        assertThat(house.get(LIST).body())
                .contains("Start list · 2023 Gran Premio Miguel Indurain<", ">No</th>")
                .contains("class=\"place\">45</td>", ">ESP</td>", "class=\"place\">DNS</td>")
                .contains("Well placed here before", "won in 2016", "won in 2021");
        assertThat(house.get(RACE + "/2023").body()).contains("href=\"" + LIST + "\"");
        assertThat(house.get(RACE).body())
                .contains("<a href=\"" + RACE + "/2023\">2023, who starts</a>");
        assertThat(edition().status()).isEqualTo(Edition.Status.PLANNED);
        assertThat(house.ask(Queue.class).waitingFlashes(1)).isEmpty();
    }

    @Test
    void it_passes_for_no_result() {
        newsroom.putIn(editor, STARTERS);

        assertThat(house.get("/races").body()).doesNotContain("Sergio Higuita");
        assertThat(house.get("/riders/sergio-higuita").body()).doesNotContain("start list");
        assertThat(house.get("/teams/cofidis/2023").body()).doesNotContain("start list");
        var story = Visit.location(editor.post("/desk/stories", "headline", "Before the race"));
        assertThat(editor.get(story).body()).doesNotContain("start list");
    }

    @Test
    void who_comes_and_goes_is_a_version_and_the_result_makes_the_race_held() {
        newsroom.putIn(editor, STARTERS);
        newsroom.putIn(editor, STARTERS.replace("36,Higuita,Sergio,COL", "36,Kron,Andreas,DEN"));

        assertThat(house.get(LIST + "/history").body())
                .contains("Version 2", "Andreas Kron", "Sergio Higuita");

        newsroom.putIn(editor, DemoFiles.result());
        newsroom.putIn(editor, STARTERS.replace("official", "corrected"));

        assertThat(edition().status()).isEqualTo(Edition.Status.HELD);
        assertThat(house.get(RACE + "/2023").body()).contains("5:09:05", "Start list");
        assertThat(house.get(LIST).body()).contains("Sergio Higuita");
    }

    @Test
    void who_is_on_one_of_both_only_is_named_before_the_result_is_put_in() {
        newsroom.putIn(editor, STARTERS + "9,Kron,Andreas,DEN,Lotto Dstny,\n");
        var result =
                HEAD
                        + """
                        place,family,given,nation,team,gap
                        1,Izagirre,Ion,ESP,Cofidis,
                        2,Higuita,Sergio Andrés,COL,BORA - hansgrohe,+0:02
                        DNF,Adrià,Roger,ESP,Equipo Kern Pharma,
                        """;

        assertThat(look(result))
                .contains(
                        "On the start list and not among these rows: Sergio Higuita, Andreas Kron.")
                .contains("Among these rows and not on the start list: Sergio Andrés Higuita.");
        assertThat(look(result.replace("# date", "# stage: 2\n# date")))
                .doesNotContain("start list");
    }

    private String look(String file) {
        var receipt =
                house.ask(Wire.class)
                        .present(
                                "result.csv",
                                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                                "timing");
        return editor.get("/desk/results/" + receipt.arrival()).body();
    }

    @Test
    void a_list_of_winners_makes_a_race_held_too() {
        newsroom.putIn(editor, STARTERS);
        newsroom.putIn(editor, DemoFiles.winners() + "2023,Izagirre,Ion,ESP,Cofidis,\n");

        assertThat(edition().status()).isEqualTo(Edition.Status.HELD);
        assertThat(house.get(RACE).body()).doesNotContain("who starts");
    }

    @Test
    void numbers_without_places_are_taken_for_one_and_wait_for_a_look() {
        var unsaid = STARTERS.replace("# classification: start-list\n", "");
        var wire = house.ask(Wire.class);
        var receipt =
                wire.receive(
                        "starters.csv",
                        new ByteArrayInputStream(unsaid.getBytes(StandardCharsets.UTF_8)),
                        "timing");

        assertThat(receipt).isInstanceOf(ImportReceipt.Waiting.class);
        assertThat(editor.get("/desk/results/" + receipt.arrival()).body())
                .contains("it was taken for a start list", "The first start list of this race.")
                .contains("It says who starts; there is nothing to tell of yet.");
    }

    @Test
    void taken_along_and_brought_in_again_it_says_nothing_new() {
        newsroom.putIn(editor, STARTERS);
        for (var form : new String[] {"csv", "json"}) {
            var file = house.get(LIST + "/result." + form).body();
            assertThat(file).contains("start-list").doesNotContain("place,bib");
            var again = Visit.location(editor.post("/desk/results", "pasted", file));
            assertThat(editor.get(again).body()).contains("nothing has changed");
        }
    }

    private Edition edition() {
        return house.ask(Races.class).edition("gran-premio-miguel-indurain", 2023).orElseThrow();
    }
}
