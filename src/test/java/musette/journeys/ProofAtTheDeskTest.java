package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import musette.proof.Mark;
import musette.proof.Proofreader;
import musette.staff.Author.Role;
import musette.staff.Staff;
import musette.store.EventRetries;
import musette.stories.Manuscript;
import musette.stories.Manuscripts;
import musette.stories.Queue;
import musette.stories.Stories;
import musette.wire.DemoFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Typed words against the official result: nothing wrong goes out unseen, and nothing is lost.
class ProofAtTheDeskTest {
    private static final String WRONG = "Skjelmose was third at the same time.";
    private static final String RIGHT = "Skjelmose was third at 13 seconds.";

    private House house;
    private Newsroom newsroom;
    private Visit editor;
    private long story;

    @BeforeEach
    void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
        newsroom = new Newsroom(house);
        editor = newsroom.signedIn("Nerea Díaz");
        put(DemoFiles.result());
        story = house.ask(Queue.class).waitingFlashes(1).getFirst().id();
    }

    @AfterEach
    void close() {
        house.ask(EventRetries.class).awaitQuiet(Duration.ofSeconds(10));
        house.close();
    }

    @Test
    void what_no_page_has_shown_is_not_published_and_what_it_has_shown_is() {
        var stopped = act("publication", 1, WRONG);

        assertThat(stopped.statusCode()).isEqualTo(422);
        assertThat(stopped.body())
                .contains("Not published yet")
                .contains("Mattias Skjelmose: +0:13.")
                .contains(WRONG.replace("same time", "<mark>same time</mark>"))
                .contains("Publish all the same");
        assertThat(house.ask(Stories.class).byId(story)).isEmpty();
        assertThat(manuscript().plainText()).isEqualTo(WRONG);

        assertThat(act("publication", 2, WRONG, "seen", Visit.field(stopped, "seen")).statusCode())
                .isEqualTo(303);
        assertThat(house.ask(Stories.class).byId(story)).isPresent();
    }

    @Test
    void another_mark_than_the_one_that_was_shown_stops_again() {
        var stopped = act("publication", 1, WRONG);
        var more =
                act(
                        "publication",
                        2,
                        WRONG + " Kron was third.",
                        "seen",
                        Visit.field(stopped, "seen"));

        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(more.body()).contains("Andreas Kron: place 4.");
    }

    @Test
    void a_mark_is_left_only_with_a_reason_and_comes_back_when_the_result_changes() {
        act("revisions", 1, WRONG);
        var mark = marks().getFirst().key();

        assertThat(act("marks/dismissal", 2, WRONG, "mark", mark).body()).contains("Say why");
        assertThat(act("marks/dismissal", 2, WRONG, "mark", "no such", "why no such", "x").body())
                .contains("not marked any more");
        act("marks/dismissal", 2, WRONG, "mark", mark, "why " + mark, "The jury said so.");

        assertThat(marks()).isEmpty();
        assertThat(editor.get("/desk/stories/" + story).body()).contains("The jury said so.");
        put(
                DemoFiles.result()
                        .replace("# standing: official", "# standing: corrected")
                        .replace("Trek - Segafredo,,+0:13", "Trek - Segafredo,,+0:14"));
        assertThat(marks()).extracting(Mark::says).containsExactly("Mattias Skjelmose: +0:14.");
    }

    @Test
    void a_correction_is_read_too() {
        act("publication", 1, RIGHT);
        var stopped = act("corrections", 2, WRONG, "note", "It was another time.");

        assertThat(stopped.statusCode()).isEqualTo(422);
        assertThat(stopped.body()).contains("It was another time.").contains("Not published yet");
    }

    @Test
    void a_story_that_somebody_began_carries_the_result_that_is_chosen() {
        var own = Visit.location(editor.post("/desk/stories", "headline", "Rain in Estella"));
        var result = manuscript().result().getAsLong();
        var page = editor.get(own);
        assertThat(page.body())
                .contains("2023 Gran Premio Miguel Indurain, official", "<option value=\"\">None");

        var fields =
                new String[] {
                    "version",
                    "1",
                    "headline",
                    "Rain in Estella",
                    "text",
                    WRONG,
                    "result",
                    Long.toString(result)
                };
        var chosen = editor.post(own + "/result", fields);

        assertThat(editor.get(Visit.location(chosen)).body())
                .contains("result is chosen", "Mattias Skjelmose: +0:13.", WRONG);
        assertThat(editor.get(own + "/preview").body()).contains("+0:13", "Rain in Estella");
        fields[1] = "2";
        fields[7] = "999";
        assertThat(editor.post(own + "/result", fields).body())
                .contains("There is no such result.", WRONG);
        fields[7] = "";
        editor.post(own + "/result", fields);
        assertThat(editor.get(own).body()).doesNotContain("Mattias Skjelmose: +0:13.");
        var flash = "/desk/stories/" + story;
        assertThat(editor.post(flash + "/result", fields).statusCode()).isEqualTo(409);
        fields[1] = "1";
        fields[3] = manuscript().headline();
        fields[5] = manuscript().plainText();
        assertThat(editor.post(flash + "/result", fields).body())
                .contains("stays with the result it was drafted from");
    }

    @Test
    void a_reporter_does_not_change_the_table_that_readers_see() {
        var own = Visit.location(editor.post("/desk/stories", "headline", "Rain in Estella"));
        var result = manuscript().result().getAsLong();
        var words = new String[] {"version", "1", "headline", "Rain in Estella", "text", "Rain."};
        editor.post(own + "/publication", words);
        var jon = house.ask(Staff.class).join("Jon", "jon@musette.example", "", Role.REPORTER);

        var refused =
                newsroom.signedIn(jon)
                        .post(
                                own + "/result",
                                Newsroom.with(
                                        "result",
                                        Long.toString(result),
                                        "version",
                                        "2",
                                        "headline",
                                        "Rain in Estella",
                                        "text",
                                        "Rain."));

        assertThat(refused.body()).contains("an editor changes its table");
        assertThat(house.get("/rain-in-estella").body()).contains("Rain.").doesNotContain("+0:13");
    }

    private HttpResponse<String> act(String act, int revision, String text, String... more) {
        return Newsroom.act(editor, story, act, revision, "Izagirre wins", text, more);
    }

    private List<Mark> marks() {
        return house.ask(Proofreader.class).read(manuscript()).open();
    }

    private Manuscript manuscript() {
        return house.ask(Manuscripts.class).byId(story).orElseThrow();
    }

    private void put(String file) {
        newsroom.putIn(editor, file);
    }
}
