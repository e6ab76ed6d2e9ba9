package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import musette.staff.Author;
import musette.staff.Staff;
import musette.stories.Manuscripts;
import musette.stories.Topic;
import musette.stories.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What stories are about.
class TopicsTest {
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
    void a_story_stands_under_its_topics_and_they_lead_to_it() {
        var story = newsroom.flash("Izagirre wins in Navarre");
        assertThat(put(reporter, story, " Navarre,One-day races, navarre ,")).isEqualTo(303);
        editor.post("/desk/stories/" + story + "/publication", "version", "1");

        var page = house.get("/" + slug(story)).body();
        assertThat(page)
                .contains("<a href=\"/topics/navarre\" rel=\"tag\">Navarre</a>")
                .contains("\"keywords\":[\"Navarre\",\"One-day races\"]");
        assertThat(house.get("/topics/one-day-races").body())
                .contains("<h1>One-day races</h1>", "Izagirre wins in Navarre");
        assertThat(house.get("/topics/navarre/feed.xml").body())
                .contains("<title>Musette: Navarre</title>", "Izagirre wins in Navarre");
        assertThat(house.get("/topics/nothing").statusCode()).isEqualTo(404);

        assertThat(put(reporter, story, "")).isEqualTo(422);
        assertThat(put(editor, story, "One-day races")).isEqualTo(303);
        assertThat(house.get("/" + slug(story)).body()).doesNotContain("/topics/navarre");
        assertThat(house.get("/topics/navarre").body()).contains("No story about this yet.");
    }

    @Test
    void sections_lead_from_the_home_page_in_their_order() {
        var story = newsroom.flash("A story of two sections");
        put(editor, story, "Women, Track");
        keep("women", "Women", "2");
        keep("track", "Track", "1");
        house.clock().advance(Duration.ofSeconds(3));
        await().until(() -> house.get("/").body().contains("aria-label=\"Topics\""));

        var home = house.get("/").body();
        assertThat(home.indexOf("/topics/track"))
                .isPositive()
                .isLessThan(home.indexOf("/topics/women"));
        assertThat(editor.get("/desk/topics").body()).contains("value=\"Track\"", "1 story");
        assertThat(keep("track", "Track", "100")).isEqualTo(422);
        assertThat(keep("track", "Track", "first")).isEqualTo(422);
    }

    @Test
    void a_topic_takes_another_name_and_its_old_address_leads_on() {
        var story = newsroom.flash("A story about gravel");
        put(editor, story, "Gravel");
        assertThat(keep("gravel", "Gravel racing", "")).isEqualTo(303);

        var old = house.get("/topics/gravel");
        assertThat(old.statusCode()).isEqualTo(301);
        assertThat(Visit.location(old)).isEqualTo("/topics/gravel-racing");
        put(editor, story, "gravel");
        assertThat(house.ask(Topics.class).of(story))
                .containsExactly(new Topic("gravel-racing", "Gravel racing"));
        assertThat(keep("gravel", "Old form, sent late", "")).isEqualTo(422);
    }

    @Test
    void two_topics_become_one_and_no_story_loses_it() {
        var first = newsroom.flash("A story about the Tour");
        var second = newsroom.flash("Another story about the Tour");
        put(editor, first, "Le Tour");
        put(editor, second, "Tour de France, Le Tour");
        assertThat(keep("le-tour", "Tour de France", "")).isEqualTo(303);

        var one = new Topic("tour-de-france", "Tour de France");
        assertThat(house.ask(Topics.class).of(first)).containsExactly(one);
        assertThat(house.ask(Topics.class).of(second)).containsExactly(one);
        assertThat(house.get("/topics/le-tour").statusCode()).isEqualTo(301);

        editor.post("/desk/topics/tour-de-france/removal");
        assertThat(house.ask(Topics.class).of(first)).isEmpty();
        assertThat(house.get("/topics/tour-de-france").statusCode()).isEqualTo(404);
    }

    @Test
    void twelve_at_once_make_one_topic_and_no_failure() throws Exception {
        var stories = new ArrayList<Long>();
        for (int i = 0; i < 12; i++) {
            stories.add(newsroom.flash("A story about hills " + i));
        }
        put(editor, stories.getFirst(), "Climbs");
        var topics = house.ask(Topics.class);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    people.invokeAll(
                            stories.stream()
                                    .<Callable<Boolean>>map(story ->
                                            () ->
                                                    story % 3 == 0
                                                            ? topics.keep("climbs", "Hills", 0)
                                                                    .isPresent()
                                                            : topics.put(
                                                                            story,
                                                                            List.of("Hills"),
                                                                            true)
                                                                    .isPresent())
                                    .toList());
            for (var answer : answers) {
                answer.get();
            }
        }
        assertThat(topics.all().stream().filter(kept -> kept.topic().name().equals("Hills")))
                .hasSize(1);
    }

    @Test
    void what_is_no_name_is_refused_with_a_sentence() {
        var story = newsroom.flash("A story about nothing");
        assertThat(put(editor, story, "!!!")).isEqualTo(422);
        assertThat(put(editor, story, "x".repeat(41))).isEqualTo(422);
        assertThat(put(editor, story, "a1,a2,a3,a4,a5,a6,a7,a8,a9")).isEqualTo(422);
        assertThat(house.ask(Topics.class).of(story)).isEmpty();
        assertThat(reporter.get("/desk/topics").statusCode()).isEqualTo(403);
    }

    private static int put(Visit who, long story, String topics) {
        var path = "/desk/stories/" + story + "/topics";
        return who.post(path, "version", "1", "topics", topics).statusCode();
    }

    private static int keep(String slug, String name, String section) {
        return editor.post("/desk/topics/" + slug, "name", name, "section", section).statusCode();
    }

    private static String slug(long story) {
        return house.ask(Manuscripts.class).byId(story).orElseThrow().slug();
    }
}
