package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import musette.staff.Author;
import musette.staff.Staff;
import musette.stories.Manuscripts;
import musette.stories.Plan;
import musette.stories.Stories;
import musette.stories.Timetable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A reporter's draft on its way to readers, and what keeps it from them.
class ReviewsTest {
    private static final String TEXT = "Ion Izagirre won.";
    private static final String BREAK_EMBARGO =
            """
            INSERT INTO story_embargo (story_id, until, said_by, said_at)
            VALUES (:story, now() + interval '1 hour', 1, now())
            """;

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
    void a_draft_is_looked_at_sent_back_and_published() {
        var story = draft("A long report");
        act(reporter, story, "review");

        assertThat(editor.get("/desk").body()).contains("id=\"asked\"", "Jon Urrutia asks");
        assertThat(page(editor, story)).contains("Jon Urrutia asked for a look", "Send it back");
        assertThat(page(reporter, story)).contains("Take it back").doesNotContain("Send it back");

        act(editor, story, "review/end", "first", "Who was second?");
        assertThat(page(reporter, story))
                .contains("Nerea Díaz sent it back: Who was second?", "Ask an editor to look");
        assertThat(editor.get("/desk").body()).doesNotContain("id=\"asked\"");

        act(reporter, story, "review");
        assertThat(act(editor, story, "publication")).isEqualTo(303);
        assertThat(editor.get("/desk").body()).doesNotContain("id=\"asked\"");
        assertThat(page(editor, story)).contains("asked for a look", "sent it back");
    }

    @Test
    void a_question_is_asked_once_and_can_be_taken_back() {
        var story = draft("Asked and taken back");
        act(reporter, story, "review");
        act(reporter, story, "review");
        var other =
                newsroom.signedIn(
                        house.ask(Staff.class)
                                .join("Ane", "ane@x.example", "", Author.Role.REPORTER));
        assertThat(act(other, story, "review/end")).isEqualTo(422);
        act(reporter, story, "review/end");

        assertThat(page(reporter, story)).contains("Ask an editor to look");
        assertThat(page(editor, story)).doesNotContain("sent it back");
    }

    @Test
    void the_queue_shows_one_person_s_stories_alone() {
        draft("Only Jon wrote this");
        var editors = draft("Nerea wrote on in this");
        Newsroom.act(editor, editors, "revisions", 1, "Nerea wrote on in this", "Nerea was here.");
        var jon = house.ask(Manuscripts.class).byId(editors).orElseThrow().author();

        assertThat(reporter.get("/desk").body())
                .contains("Only Jon wrote this", "<option value=\"" + jon + "\">Mine");
        assertThat(reporter.get("/desk?whose=" + jon).body())
                .contains("Only Jon wrote this", "Nerea wrote on in this");
        assertThat(editor.get("/desk?whose=" + mine(editor)).body())
                .contains("Nerea wrote on in this")
                .doesNotContain("Only Jon wrote this");
        assertThat(editor.get("/desk?whose=999999").body()).contains("No drafts.");
    }

    private static String mine(Visit visit) {
        var found =
                Pattern.compile("<option value=\"([0-9]+)\">Mine")
                        .matcher(visit.get("/desk").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void nobody_publishes_or_plans_before_the_embargo_and_everybody_may_after_it() {
        var story = draft("Kept until six");
        assertThat(act(reporter, story, "embargo", "until", local(Duration.ofMinutes(60))))
                .isEqualTo(303);
        assertThat(page(editor, story)).contains("<strong>Embargo</strong> until 18:00");

        assertThat(act(editor, story, "publication")).isEqualTo(422);
        assertThat(act(editor, story, "plan", "at", local(Duration.ofMinutes(59)))).isEqualTo(422);
        assertThat(act(editor, story, "plan", "at", local(Duration.ofMinutes(61)))).isEqualTo(303);
        assertThat(act(editor, story, "embargo", "until", local(Duration.ofMinutes(90))))
                .isEqualTo(422);
        assertThat(act(editor, story, "embargo", "until", "yesterday")).isEqualTo(422);
        act(editor, story, "plan/end");
        assertThat(act(reporter, story, "embargo/end")).isEqualTo(403);

        house.clock().advance(Duration.ofMinutes(60));
        assertThat(page(editor, story)).doesNotContain("<strong>Embargo</strong>");
        assertThat(act(editor, story, "publication")).isEqualTo(303);
        assertThat(act(editor, story, "embargo", "until", local(Duration.ofMinutes(90))))
                .isEqualTo(422);
    }

    @Test
    void whoever_reads_is_kept_from_it_once_more() {
        var story = draft("Published by mistake");
        act(editor, story, "publication");
        assertThat(house.ask(Stories.class).byId(story)).isPresent();

        house.ask(JdbcClient.class).sql(BREAK_EMBARGO).param("story", story).update();

        assertThat(house.ask(Stories.class).byId(story)).isEmpty();
        assertThat(house.ask(Stories.class).latest(50)).noneMatch(it -> it.id() == story);
    }

    @Test
    void a_minute_behind_its_moment_a_plan_is_late() {
        var now = house.clock().instant();
        var timetable = house.ask(Timetable.class);

        assertThat(timetable.isLate(new Plan(1, 1, now.minusSeconds(61), 1, ""))).isTrue();
        assertThat(timetable.isLate(new Plan(1, 1, now.minusSeconds(59), 1, ""))).isFalse();
    }

    private static long draft(String headline) {
        var opened = reporter.post("/desk/stories", "headline", headline);
        var path = Visit.location(opened);
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String page(Visit visit, long story) {
        return visit.get("/desk/stories/" + story).body();
    }

    private static int act(Visit visit, long story, String act, String... more) {
        var manuscript = house.ask(Manuscripts.class).byId(story).orElseThrow();
        return Newsroom.act(
                        visit, story, act, manuscript.version(), manuscript.headline(), TEXT, more)
                .statusCode();
    }

    private static String local(Duration from) {
        return house.clock()
                .instant()
                .plus(from)
                .atZone(ZoneId.of("Europe/Madrid"))
                .toLocalDateTime()
                .toString();
    }
}
