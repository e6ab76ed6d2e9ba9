package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import musette.comments.Comment;
import musette.comments.Comments;
import musette.staff.Author;
import musette.staff.Staff;
import musette.stories.Manuscripts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the newsroom says about a story, without scripts.
class CommentsTest {
    private static final String ASKED = "Was it two seconds?";

    private static House house;
    private static Newsroom newsroom;
    private static Visit editor;
    private static Visit reporter;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
        newsroom = new Newsroom(house);
        editor = newsroom.signedIn("Nerea Díaz");
        reporter =
                newsroom.signedIn(
                        house.ask(Staff.class)
                                .join("Jon Urrutia", "jon@x.example", "", Author.Role.REPORTER));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_comment_is_said_answered_done_and_opened_again() {
        var story = newsroom.flash("Izagirre wins in Estella");
        assertThat(act(editor, story, "", "comment", ASKED, "quote-exact", "two seconds"))
                .isEqualTo(303);
        assertThat(page(reporter, story))
                .contains("<q>two seconds</q>", "<b>Nerea Díaz</b>", ASKED);
        assertThat(editor.get("/desk").body()).contains("1 comment<");

        var comment = only(story).id();
        act(reporter, story, "/" + comment + "/answers", "answer " + comment, "It was three.");
        assertThat(page(editor, story)).contains("<b>Jon Urrutia</b>", "It was three.");

        act(reporter, story, "/" + comment + "/done");
        assertThat(page(editor, story))
                .contains("<summary>1 done", "Done with by Jon Urrutia")
                .contains("None. Choose words in the text");
        assertThat(house.ask(Comments.class).open(List.of(story))).isEmpty();

        act(editor, story, "/" + comment + "/reopening");
        assertThat(only(story).isOpen()).isTrue();
        act(editor, story, "/" + comment + "/done");
        act(editor, story, "/" + comment + "/answers", "answer " + comment, "Once more.");
        assertThat(only(story).isOpen()).isTrue();
        assertThat(only(story).answers()).hasSize(2);
    }

    @Test
    void a_comment_is_no_part_of_the_story() {
        var story = newsroom.flash("Izagirre wins unseen");
        var before = house.ask(Manuscripts.class).byId(story).orElseThrow();
        act(editor, story, "", "comment", ASKED);
        assertThat(editor.post("/desk/stories/" + story + "/publication", "version", "1"))
                .extracting(answer -> answer.statusCode())
                .isEqualTo(303);

        var now = house.ask(Manuscripts.class).byId(story).orElseThrow();
        assertThat(now.version()).isEqualTo(before.version());
        assertThat(house.get("/" + now.slug()).body())
                .contains("Izagirre wins unseen")
                .doesNotContain(ASKED);
    }

    @Test
    void what_says_nothing_is_refused_and_the_words_of_the_story_are_kept() {
        var story = newsroom.flash("Izagirre wins again");
        assertThat(act(editor, story, "", "comment", "  ")).isEqualTo(422);
        assertThat(act(editor, story, "", "comment", "x".repeat(2_001))).isEqualTo(422);

        var typed = "Somebody typed this.";
        var answer = Newsroom.act(editor, story, "comments", 1, "Izagirre wins", typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Write what you want to say.", typed);
        assertThat(house.ask(Manuscripts.class).byId(story).orElseThrow().plainText())
                .isEqualTo(typed);
        assertThat(house.ask(Comments.class).of(story)).isEmpty();
    }

    @Test
    void a_comment_is_reached_through_its_own_story_only() {
        var story = newsroom.flash("Izagirre wins here");
        var other = newsroom.flash("Izagirre wins there");
        act(editor, story, "", "comment", ASKED);
        var comment = only(story).id();

        assertThat(act(editor, other, "/%d/answers".formatted(comment), "answer " + comment, "No."))
                .isEqualTo(422);
        act(editor, other, "/%d/done".formatted(comment));
        assertThat(only(story).isOpen()).isTrue();
        assertThat(only(story).answers()).isEmpty();
    }

    @Test
    void what_was_said_is_taken_back_by_who_said_it_until_somebody_answers() {
        var story = newsroom.flash("Izagirre wins in silence");
        act(editor, story, "", "comment", ASKED);
        var first = only(story).first().id();
        assertThat(page(editor, story)).contains("/comments/" + first + "/removal");
        assertThat(page(reporter, story)).doesNotContain("/removal");
        assertThat(act(reporter, story, "/" + first + "/removal")).isEqualTo(422);

        act(reporter, story, "/" + first + "/answers", "answer " + first, "It was three.");
        var answer = only(story).last().id();
        assertThat(page(editor, story)).doesNotContain("/removal");
        assertThat(act(editor, story, "/" + first + "/removal")).isEqualTo(422);
        assertThat(act(reporter, story, "/" + answer + "/removal")).isEqualTo(303);
        assertThat(act(reporter, story, "/" + answer + "/removal")).isEqualTo(422);
        assertThat(only(story).answers()).isEmpty();

        assertThat(act(editor, story, "/" + first + "/removal")).isEqualTo(303);
        assertThat(house.ask(Comments.class).of(story)).isEmpty();
    }

    @Test
    void what_was_said_is_changed_by_who_said_it_until_somebody_answers() {
        var story = newsroom.flash("Izagirre wins in other words");
        act(editor, story, "", "comment", ASKED);
        var first = only(story).first().id();
        var before = house.ask(Comments.class).state(story);
        assertThat(change(reporter, story, first, "Was it four?")).isEqualTo(422);
        assertThat(change(editor, story, first, " ")).isEqualTo(422);
        assertThat(change(editor, story, first, "Was it three seconds?")).isEqualTo(303);
        assertThat(page(reporter, story))
                .contains("Was it three seconds?", ", changed since")
                .doesNotContain(ASKED, "Change it");
        assertThat(house.ask(Comments.class).state(story)).isNotEqualTo(before);

        act(reporter, story, "/" + first + "/answers", "answer " + first, "It was.");
        assertThat(change(editor, story, first, "Was it five?")).isEqualTo(422);
        assertThat(change(reporter, story, only(story).last().id(), "Yes.")).isEqualTo(303);
        assertThat(only(story).first().words()).isEqualTo("Was it three seconds?");
        assertThat(only(story).last().words()).isEqualTo("Yes.");
    }

    private static int change(Visit who, long story, long remark, String words) {
        return act(who, story, "/%d/words".formatted(remark), "words " + remark, words);
    }

    private static int act(Visit who, long story, String what, String... fields) {
        var path = "/desk/stories/%d/comments%s".formatted(story, what);
        return who.post(path, Newsroom.with("version", "1", fields)).statusCode();
    }

    private static Comment only(long story) {
        var comments = house.ask(Comments.class).of(story);
        assertThat(comments).hasSize(1);
        return comments.getFirst();
    }

    private static String page(Visit who, long story) {
        return who.get("/desk/stories/" + story).body();
    }
}
