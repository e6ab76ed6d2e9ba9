package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import musette.staff.Author;
import musette.staff.Staff;
import musette.stories.Queue;
import musette.wire.DemoFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Results of races long over, as an archive brings them: they open no story by themselves.
class OldResultsTest {
    private static final Instant MONTHS_LATER = Instant.parse("2023-06-01T15:00:00Z");
    private static final String WITHOUT_A_DAY =
            """
            # race: Trofeo Sin Fecha
            # year: %d
            place,given,family,team,gap
            1,Ion,Izagirre,Cofidis,
            2,Sergio,Higuita,BORA - hansgrohe,+0:02
            3,Daniel Felipe,Martínez,INEOS Grenadiers,+0:02
            """;

    private House house;
    private Newsroom newsroom;

    @BeforeEach
    void open() {
        house = House.open(MONTHS_LATER);
        newsroom = new Newsroom(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void an_old_result_is_drafted_when_somebody_asks_and_once() {
        var editor = newsroom.signedIn("Nerea Díaz");
        var arrival = putIn(editor, DemoFiles.result());

        assertThat(waiting()).isZero();
        assertThat(editor.get(arrival).body())
                .contains("A race of some time ago opens no story by itself.", "Draft a story");

        var reporter =
                newsroom.signedIn(
                        house.ask(Staff.class)
                                .join("Jon Ruiz", "jon@musette.example", "", Author.Role.REPORTER));
        var result = result(editor, arrival);
        var story = Visit.location(reporter.post("/desk/results/drafts", "result", result));
        assertThat(reporter.get(story).body()).contains("Ion Izagirre wins", "Jon Ruiz");
        assertThat(Visit.location(editor.post("/desk/results/drafts", "result", result)))
                .isEqualTo(story);
        assertThat(waiting()).isOne();
        assertThat(editor.get(arrival).body())
                .contains("Its story is at the desk.", "href=\"" + story + "\"")
                .doesNotContain("Draft a story");

        putIn(editor, DemoFiles.result().replace("Higuita", "Higuera"));
        assertThat(reporter.get(story).body()).contains("Higuera").doesNotContain("Higuita");
    }

    @Test
    void the_calendar_offers_to_draft_what_has_no_story() {
        var editor = newsroom.signedIn("Nerea Díaz");
        putIn(editor, DemoFiles.result());

        var april = editor.get("/desk/calendar?month=2023-04").body();
        assertThat(april).contains("no story", "Draft a story of Gran Premio Miguel Indurain");
        var result = april.replaceFirst("(?s).*name=\"result\" value=\"(\\d+)\".*", "$1");
        editor.post("/desk/results/drafts", "result", result);

        assertThat(editor.get("/desk/calendar?month=2023-04").body())
                .contains("draft</span>")
                .doesNotContain("Draft a story");
    }

    @Test
    void what_nothing_can_be_told_of_is_not_drafted() {
        var editor = newsroom.signedIn("Nerea Díaz");
        var arrival = putIn(editor, DemoFiles.result().replaceFirst("(?m)^2,.*\\n", ""));

        assertThat(editor.get(arrival).body())
                .contains("nobody stands on place 2")
                .doesNotContain("Draft a story");
        var april = editor.get("/desk/calendar?month=2023-04").body();
        var result = april.replaceFirst("(?s).*name=\"result\" value=\"(\\d+)\".*", "$1");
        var refused = editor.post("/desk/results/drafts", "result", result);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("nobody stands on place 2");
        assertThat(editor.post("/desk/results/drafts", "result", "999").statusCode())
                .isEqualTo(404);
        assertThat(waiting()).isZero();
    }

    @Test
    void a_race_without_a_day_may_have_been_held_on_the_last_of_its_year() {
        var editor = newsroom.signedIn("Nerea Díaz");

        putIn(editor, WITHOUT_A_DAY.formatted(2022));
        assertThat(waiting()).isZero();
        putIn(editor, WITHOUT_A_DAY.formatted(2023));
        assertThat(waiting()).isOne();
    }

    private String putIn(Visit editor, String file) {
        var arrival = Visit.location(editor.post("/desk/results", "pasted", file));
        editor.post(arrival + "/application");
        newsroom.awaitQuiet();
        return arrival;
    }

    private static String result(Visit editor, String arrival) {
        return editor.get(arrival)
                .body()
                .replaceFirst("(?s).*name=\"result\" value=\"(\\d+)\".*", "$1");
    }

    private int waiting() {
        return house.ask(Queue.class).waitingFlashes(10).size();
    }
}
