package musette.journeys;

import static musette.journeys.Newsroom.TEXT;
import static musette.journeys.Newsroom.act;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import musette.stories.Manuscript;
import musette.stories.Manuscripts;
import musette.stories.Revisions;
import musette.stories.Stories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeskTest {
    private static House house;
    private static Newsroom desk;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
        desk = new Newsroom(house);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_flash_is_read_published_updated_and_corrected() {
        var editor = desk.signedIn("Ane Lasa");
        var story = desk.flash("Izagirre wins for the second time");
        assertThat(editor.get("/desk").body())
                .contains("Izagirre wins for the second time")
                .contains("/desk/stories/" + story);
        var page = editor.get("/desk/stories/" + story);
        assertThat(page.body())
                .contains("Flash, waiting")
                .contains("two seconds")
                .contains("gap 200");

        var published = act(editor, story, "publication", 1, "Izagirre wins again", TEXT);

        assertThat(published.statusCode()).isEqualTo(303);
        var slug = house.ask(Stories.class).byId(story).orElseThrow().slug();
        assertThat(slug).isEqualTo("izagirre-wins-again");
        assertThat(house.get("/" + slug).body()).contains("Izagirre wins again");
        assertThat(house.ask(Stories.class).byId(story).orElseThrow().body().facts()).hasSize(1);

        assertThat(
                        act(
                                        editor,
                                        story,
                                        "corrections",
                                        2,
                                        "Izagirre wins again",
                                        TEXT,
                                        "note",
                                        "")
                                .body())
                .contains("A correction tells readers what was wrong");
        var note = "Higuita was second, not third.";
        var corrected =
                act(editor, story, "corrections", 2, "Izagirre wins again", TEXT, "note", note);
        assertThat(corrected.statusCode()).isEqualTo(303);
        assertThat(house.ask(Stories.class).corrections(story))
                .extracting(correction -> correction.note())
                .containsExactly(note);

        act(editor, story, "withdrawal", 2, "Izagirre wins again", TEXT, "reason", "A hoax.");
        assertThat(house.get("/" + slug).statusCode()).isEqualTo(410);
        assertThat(house.get("/" + slug).body()).contains("A hoax.");
    }

    @Test
    void an_older_version_comes_back_with_both_texts() {
        var ane = desk.signedIn("Ane Goñi");
        var jon = desk.signedIn("Jon Arrieta");
        var story = desk.flash("Higuita second in Estella");
        act(ane, story, "revisions", 1, "Higuita second, says Ane", TEXT);

        var late = act(jon, story, "publication", 1, "Higuita second, says Jon", TEXT + " Late.");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Ane Goñi saved another version at")
                .contains("Higuita second, says Ane")
                .contains("Higuita second, says Jon")
                .contains("behind. Late.");
        assertThat(house.ask(Stories.class).byId(story)).isEmpty();
        assertThat(Visit.field(late, "version")).isEqualTo("2");
        assertThat(act(jon, story, "revisions", 2, "Higuita second, says Jon", TEXT).statusCode())
                .isEqualTo(303);
    }

    @Test
    void two_versions_are_compared_word_by_word_and_an_older_one_is_brought_back() {
        var ane = desk.signedIn("Ane Otxoa");
        var story = desk.flash("Higuita second by two seconds");
        act(ane, story, "revisions", 1, "Higuita second by two seconds", TEXT + " In the rain.");
        var path = "/desk/stories/" + story + "/revisions/";

        assertThat(ane.get(path + 2).body())
                .contains("since version 1", "two seconds behind.<ins> In the rain.</ins>")
                .doesNotContain("Bring this version back");
        assertThat(ane.get(path + "1?before=2").body())
                .contains("<del> In the rain.</del>", "Bring this version back");
        assertThat(ane.get(path + "1?before=9").statusCode()).isEqualTo(404);
        var back = ane.post(path + "1/restoration");
        assertThat(ane.get(Visit.location(back)).body())
                .contains("Brought back", "brought an older one back: version 3");
        var now = house.ask(Manuscripts.class).byId(story).orElseThrow();
        assertThat(now.plainText()).isEqualTo(TEXT);
        assertThat(now.facts()).hasSize(1);
        assertThat(ane.post(path + "9/restoration").statusCode()).isEqualTo(404);
    }

    @Test
    void words_still_to_come_stop_publishing() {
        var ane = desk.signedIn("Ane Eguzki");
        var story = desk.flash("Izagirre wins by a wheel");
        var refused = act(ane, story, "publication", 1, "Izagirre wins by TK", TEXT);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("TK stands in this version");
        act(ane, story, "publication", 2, "Izagirre wins by a TKO", TEXT);
        assertThat(house.ask(Stories.class).byId(story)).isPresent();
        assertThat(
                        act(
                                        ane,
                                        story,
                                        "corrections",
                                        3,
                                        "Izagirre wins",
                                        TEXT + " TK",
                                        "note",
                                        "So.")
                                .body())
                .contains("TK stands in this version");
    }

    @Test
    void save_back_save_is_no_conflict_with_oneself() {
        var ane = desk.signedIn("Ane Ugarte");
        var story = desk.flash("Higuita second in Navarre");
        act(ane, story, "revisions", 1, "Higuita second, first try", TEXT);

        var again = act(ane, story, "revisions", 1, "Higuita second, better", TEXT);

        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(ane.get(Visit.location(again)).body())
                .contains("You had saved another version since")
                .contains("Higuita second, better");
        assertThat(house.ask(Revisions.class).revisions(story, 9))
                .extracting(Manuscript.Revision::headline)
                .contains("Higuita second, first try");
    }

    @Test
    void what_was_shown_is_taken_back_for_a_few_seconds() {
        var editor = desk.signedIn("Nerea Lasa");
        var story = desk.flash("Published too soon");
        act(editor, story, "publication", 1, "Published too soon", TEXT);
        assertThat(editor.get("/desk/stories/" + story).body()).contains("id=\"undo\"");

        act(editor, story, "undo", 1, "Published too soon", TEXT);

        assertThat(house.get("/published-too-soon").statusCode()).isEqualTo(404);
        assertThat(editor.get("/desk/stories/" + story).body())
                .contains("Flash, waiting")
                .contains("published version 1, taken back");

        act(editor, story, "publication", 1, "Published in time", TEXT);
        act(editor, story, "publication", 2, "Published in time", TEXT + " And more.");
        act(editor, story, "undo", 3, "Published in time", TEXT + " And more.");
        assertThat(house.ask(Stories.class).byId(story).orElseThrow().body().text())
                .doesNotContain("And more.");

        var note = "It was the third place.";
        act(editor, story, "corrections", 3, "Published in time", TEXT + " More.", "note", note);
        act(editor, story, "undo", 4, "Published in time", TEXT + " More.");
        assertThat(house.ask(Stories.class).corrections(story)).isEmpty();
    }

    @Test
    void after_the_seconds_or_for_somebody_else_there_is_no_way_back() {
        var editor = desk.signedIn("Nerea Otxoa");
        var other = desk.signedIn("Unai Otxoa");
        var story = desk.flash("Published to stay");
        act(editor, story, "publication", 1, "Published to stay", TEXT);

        assertThat(act(other, story, "undo", 1, "Published to stay", TEXT).statusCode())
                .isEqualTo(422);
        house.clock().advance(Duration.ofSeconds(16));
        var late = act(editor, story, "undo", 1, "Published to stay", TEXT);

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("It is too late to take that back");
        assertThat(house.get("/published-to-stay").statusCode()).isEqualTo(200);
    }

    @Test
    void words_that_cannot_be_saved_come_back_with_a_sentence() {
        var editor = desk.signedIn("Maialen Sáez");
        var story = desk.flash("Kron fourth");

        var tooLong = act(editor, story, "publication", 1, "K".repeat(201), TEXT + " Kept.");
        var headless = act(editor, story, "revisions", 1, " ", TEXT + " Kept.");

        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("201 characters long").contains("Kept.");
        assertThat(headless.body()).contains("A story needs a headline.").contains("Kept.");
        assertThat(house.ask(Revisions.class).revisions(story, 9)).hasSize(1);
    }

    @Test
    void a_live_story_moves_and_its_old_address_leads_on() {
        var editor = desk.signedIn("Iker Zubia");
        var story = desk.flash("Estella cheers its own");
        act(editor, story, "publication", 1, "Estella cheers its own", TEXT);

        act(
                editor,
                story,
                "address",
                1,
                "Estella cheers its own",
                TEXT,
                "address",
                "Estella cheers");

        var old = house.get("/estella-cheers-its-own");
        assertThat(old.statusCode()).isEqualTo(301);
        assertThat(Visit.target(old)).isEqualTo("/estella-cheers");
    }

    @Test
    void a_story_begins_with_a_headline_and_is_previewed_with_its_facts_marked() {
        var editor = desk.signedIn("Oihane Ruiz");

        var opened =
                editor.post(
                        "/desk/stories",
                        "_csrf",
                        Visit.field(editor.get("/desk"), "_csrf"),
                        "headline",
                        "The climb before the finish");
        assertThat(editor.get(Visit.target(opened)).body()).contains("The climb before the finish");

        var flash = desk.flash("Marked facts");
        assertThat(editor.get("/desk/stories/" + flash + "/preview").body())
                .contains("class=\"telling\"", "Marked facts", "two seconds")
                .doesNotContain("desk-head");
        assertThat(editor.get("/desk/stories/" + flash + "/revisions/1").body())
                .contains("title=\"gap: 200, result/1/rider/2/gap\">two seconds</span>");
        assertThat(editor.get("/desk/stories/" + flash + "/revisions/2").statusCode())
                .isEqualTo(404);
        assertThat(editor.get("/desk/stories/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void a_correction_without_a_note_keeps_its_field_open() {
        var editor = desk.signedIn("Aitor Galdos");
        var story = desk.flash("Corrected in Estella");
        act(editor, story, "publication", 1, "Corrected in Estella", TEXT);

        var refused = act(editor, story, "corrections", 1, "Corrected in Estella", TEXT);

        assertThat(refused.body())
                .contains("A correction tells readers what was wrong")
                .containsPattern("<details open>\\s*<summary>Correct<");
    }

    @Test
    void a_draft_is_thrown_away_and_brought_back_and_a_live_story_is_not() {
        var editor = desk.signedIn("Josune Eguren");
        var story = desk.flash("Thrown away in Estella");

        var gone = act(editor, story, "discard", 1, "Thrown away in Estella", TEXT + " Kept.");

        var queue = editor.get(Visit.location(gone)).body();
        assertThat(queue).contains("Bring it back").doesNotContain("Thrown away in Estella");
        assertThat(editor.get("/desk/stories/" + story).statusCode()).isEqualTo(404);
        editor.post("/desk/stories/" + story + "/restoration");
        assertThat(editor.get("/desk/stories/" + story).body()).contains("behind. Kept.");

        act(editor, story, "publication", 2, "Thrown away in Estella", TEXT);
        assertThat(act(editor, story, "discard", 3, "Thrown away in Estella", TEXT).statusCode())
                .isEqualTo(422);
        act(editor, story, "withdrawal", 3, "Thrown away in Estella", TEXT, "reason", "A hoax.");
        assertThat(editor.get("/desk").body())
                .containsSubsequence("id=\"withdrawn\"", "Thrown away in Estella");
    }

    @Test
    void more_to_follow_is_promised_and_settled_without_a_new_version() {
        var editor = desk.signedIn("Xabier Luna");
        var story = desk.flash("More of Estella soon");
        act(editor, story, "publication", 1, "More of Estella soon", TEXT);

        act(editor, story, "more-to-follow", 1, "More of Estella soon", TEXT);
        assertThat(house.ask(Stories.class).byId(story).orElseThrow().moreToFollow()).isTrue();
        assertThat(editor.get("/desk").body()).contains("promised by Xabier Luna");

        act(editor, story, "completion", 1, "More of Estella soon", TEXT);
        assertThat(house.ask(Stories.class).byId(story).orElseThrow().moreToFollow()).isFalse();
        assertThat(house.ask(Revisions.class).revisions(story, 9)).hasSize(1);
    }
}
