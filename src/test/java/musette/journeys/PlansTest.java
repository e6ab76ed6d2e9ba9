package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import musette.staff.Author;
import musette.staff.Staff;
import musette.store.EventRetries;
import musette.stories.Manuscripts;
import musette.stories.Queue;
import musette.stories.Revisions;
import musette.stories.Timetable;
import musette.wire.DemoFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Drafts that go live by themselves.
class PlansTest {
    private static final String TEXT = "Ion Izagirre won.";

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
    void a_draft_goes_live_at_its_moment_in_the_version_that_was_planned() {
        var reporter =
                newsroom.signedIn(
                        house.ask(Staff.class)
                                .join("Jon Urrutia", "jon@x.example", "", Author.Role.REPORTER));
        var story = draft("Planned in Estella");
        plan(story, "Planned in Estella", TEXT, inAnHour());
        var slug = slug(story);
        assertThat(editor.get("/desk").body()).contains("id=\"planned\"", "planned by Nerea");
        assertThat(editor.get("/desk/stories/" + story).body())
                .contains("goes live", "Call it off");
        Newsroom.act(
                reporter, story, "revisions", head(story), "Planned in Estella", TEXT + " More.");

        assertThat(editor.get("/desk").body()).contains("a newer version is not planned");
        assertThat(house.get(slug).statusCode()).isEqualTo(404);
        house.clock().advance(Duration.ofMinutes(59));
        assertThat(house.get(slug).statusCode()).isEqualTo(404);
        house.clock().advance(Duration.ofMinutes(2));
        awaitLive(slug);

        assertThat(house.get(slug).body()).contains(TEXT).doesNotContain("More.");
        assertThat(house.get("/feed.xml").body()).contains("Planned in Estella");
        assertThat(editor.get("/desk").body()).doesNotContain("id=\"planned\"");
        assertThat(editor.get("/desk/stories/" + story).body())
                .contains("Live, changes not shown", "published version 2");
    }

    @Test
    void several_servers_that_look_at_once_publish_once() throws InterruptedException {
        var story = draft("Planned for many");
        plan(story, "Planned for many", TEXT, inAnHour());
        house.clock().advance(Duration.ofHours(2));
        var timetable = house.ask(Timetable.class);
        var looking =
                Stream.generate(() -> Thread.ofVirtual().start(timetable::publishDue))
                        .limit(8)
                        .toList();
        for (var thread : looking) {
            thread.join();
        }

        assertThat(house.ask(Revisions.class).acts(story)).hasSize(1);
    }

    @Test
    void facts_that_have_changed_keep_it_back_and_the_desk_hears_why() {
        newsroom.putIn(editor, DemoFiles.winners());
        newsroom.putIn(editor, DemoFiles.shifted());
        var flash = house.ask(Queue.class).waitingFlashes(1).getFirst();
        var page = editor.get("/desk/stories/" + flash.id());
        plan(
                flash.id(),
                flash.headline(),
                flash.plainText() + "\n\nMore from Estella.",
                inAnHour(),
                "seen",
                Visit.field(page, "seen"));
        assertThat(house.ask(Timetable.class).of(flash.id())).isPresent();
        newsroom.putIn(editor, DemoFiles.result());
        house.clock().advance(Duration.ofHours(2));

        await().until(() ->
                house.ask(Timetable.class).of(flash.id()).stream()
                        .anyMatch(plan -> !plan.problem().isEmpty()));
        assertThat(house.get("/" + flash.slug()).statusCode()).isEqualTo(404);
        assertThat(editor.get("/desk").body()).contains("has not gone live");
        assertThat(editor.get("/desk/stories/" + flash.id()).body())
                .contains("It has not gone live.", "The result has changed");
    }

    @Test
    void calling_off_throwing_away_and_publishing_by_hand_end_a_plan() {
        for (var end : List.of("plan/end", "discard", "publication")) {
            var story = draft("Ended by " + end);
            plan(story, "Ended by " + end, TEXT, inAnHour());
            assertThat(house.ask(Timetable.class).of(story)).isPresent();

            Newsroom.act(editor, story, end, head(story), "Ended by " + end, TEXT);

            assertThat(house.ask(Timetable.class).of(story)).as(end).isEmpty();
        }
    }

    @Test
    void a_moment_that_is_none_is_answered_with_a_sentence_and_the_words_are_kept() {
        var story = draft("Never planned");
        for (var at : List.of("", "soon", "2023-13-01T10:00")) {
            assertThat(plan(story, "Never planned", TEXT, at)).contains("Choose the day");
        }
        assertThat(plan(story, "Never planned", TEXT, "2023-04-01T09:00"))
                .contains("That moment has passed.");
        assertThat(plan(story, "Never planned", TEXT, "2033-04-01T09:00"))
                .contains("more than a year away");
        assertThat(house.ask(Timetable.class).of(story)).isEmpty();
    }

    private static long draft(String headline) {
        var answer = editor.post("/desk/stories", "headline", headline);
        var address = Visit.location(answer).replaceAll("\\?.*", "");
        var story = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
        Newsroom.act(editor, story, "revisions", 1, headline, TEXT);
        return story;
    }

    /// An hour from now, in the publication's zone.
    private static String inAnHour() {
        return house.clock()
                .instant()
                .plus(Duration.ofHours(1))
                .atZone(ZoneId.of("Europe/Madrid"))
                .toLocalDateTime()
                .withNano(0)
                .toString();
    }

    private static String plan(
            long story, String headline, String text, String at, String... more) {
        return Newsroom.act(
                        editor,
                        story,
                        "plan",
                        head(story),
                        headline,
                        text,
                        Newsroom.with("at", at, more))
                .body();
    }

    private static int head(long story) {
        return house.ask(Manuscripts.class).byId(story).orElseThrow().head();
    }

    private static String slug(long story) {
        return "/" + house.ask(Manuscripts.class).byId(story).orElseThrow().slug();
    }

    private static void awaitLive(String slug) {
        await().atMost(Duration.ofSeconds(15)).until(() -> house.get(slug).statusCode() == 200);
    }
}
