package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import musette.store.EventRetries;
import musette.stories.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// "Is this the same rider?": while it is open no win is counted, and every answer reaches the
/// stories and can be taken back.
class SameRiderTest {
    private static final String WINNERS =
            """
            # race: Ronde van het Veen
            # complete-since: 2019
            # first-held: 2019
            year,family,given,nation
            2019,Armitstead,Lizzie,GBR
            2020,Sivakov,Anna,RUS
            2021,Other,Somebody,BEL
            """;
    private static final String RESULT =
            """
            # race: Ronde van het Veen
            # year: 2022
            # gender: women
            # standing: official
            place,family,given,nation,gap
            1,%s
            2,Other,Somebody,BEL,+0:10
            3,Third,Nobody,NED,+0:12
            """;

    private House house;
    private Newsroom newsroom;
    private Visit editor;

    @BeforeEach
    void open() {
        house = House.open(Instant.parse("2022-04-02T15:00:00Z"));
        newsroom = new Newsroom(house);
        editor = newsroom.signedIn("Nerea Díaz");
        put(WINNERS);
    }

    @AfterEach
    void close() {
        house.ask(EventRetries.class).awaitQuiet(Duration.ofSeconds(10));
        house.close();
    }

    @Test
    void a_change_of_nation_is_asked_and_both_answers_reach_the_flash() {
        put(RESULT.formatted("Sivakov,Anna,FRA,"));
        assertThat(text()).doesNotContain("not won the race", "second win");
        var page = editor.get("/desk/riders");
        assertThat(page.body())
                .contains("<h2>Anna Sivakov</h2>", "RUS", "FRA", "2020 Ronde van het Veen");
        var one = Visit.field(page, "one");
        var other = Visit.field(page, "other");

        editor.post("/desk/riders", "one", one, "other", other, "answer", "same");
        newsroom.awaitQuiet();
        assertThat(text()).contains("took her second win in the race, after 2020");

        editor.post("/desk/riders/undo", "one", one, "other", other);
        newsroom.awaitQuiet();
        assertThat(text()).doesNotContain("second win");

        editor.post("/desk/riders", "one", one, "other", other, "answer", "two");
        newsroom.awaitQuiet();
        assertThat(text()).contains("Sivakov had not won the race before");
        assertThat(editor.get("/desk/riders").body()).contains("are two riders.", "Nerea Díaz");
    }

    @Test
    void a_married_name_is_told_by_hand() {
        put(RESULT.formatted("Deignan,Elizabeth,GBR,"));
        assertThat(text()).contains("Deignan had not won the race before");

        var unknown = editor.post("/desk/riders/names", "one", "Nobody Known", "other", "x");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body())
                .contains("There is no rider 'Nobody Known'", "value=\"Nobody Known\"");
        editor.post("/desk/riders/names", "one", "Elizabeth Deignan", "other", "lizzie armitstead");
        newsroom.awaitQuiet();

        assertThat(text()).contains("took her second win in the race, after 2019");
        var flash = house.ask(Queue.class).waitingFlashes(1).getFirst();
        var typed = text() + "\n\nArmitstead was second.";
        Newsroom.act(editor, flash.id(), "revisions", flash.head(), flash.headline(), typed);
        assertThat(editor.get("/desk/stories/" + flash.id()).body())
                .contains("Elizabeth Deignan: place 1.");
    }

    @Test
    void who_stand_in_one_result_are_two() {
        put(RESULT.formatted("Winner,Wim,NED,"));
        var refused =
                editor.post("/desk/riders/names", "one", "Wim Winner", "other", "Nobody Third");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Both stand in one result, 2022 Ronde van het Veen");
        assertThat(editor.post("/desk/riders", "one", "1", "other", "1", "answer", "same").body())
                .contains("These are not two riders of ours.");
        assertThat(editor.post("/desk/riders", "one", "1", "other", "2").body())
                .contains("Say which.");
    }

    @Test
    void a_third_name_does_not_bring_two_together_who_stand_in_one_result() {
        put(RESULT.formatted("Winner,Wim,NED,"));
        editor.post("/desk/riders/names", "one", "Wim Winner", "other", "Lizzie Armitstead");

        var refused =
                editor.post(
                        "/desk/riders/names", "one", "Lizzie Armitstead", "other", "Nobody Third");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Both stand in one result");
    }

    private String text() {
        return house.ask(Queue.class).waitingFlashes(1).getFirst().plainText();
    }

    private void put(String file) {
        newsroom.putIn(editor, file);
    }
}
