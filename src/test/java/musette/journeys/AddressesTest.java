package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import musette.staff.Author;
import musette.staff.Staff;
import musette.stories.Addresses;
import musette.stories.Manuscripts;
import musette.stories.Stories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Where a story stands, and how others show it before it stands there.
class AddressesTest {
    private static final String TEXT = "Ion Izagirre won the hilly race round Estella.";

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
    void a_draft_keeps_the_address_that_was_chosen_until_it_is_let_go() {
        var story = draft("Somebody wins in Estella");
        assertThat(move(reporter, story, "Indurain 2023: the race").statusCode()).isEqualTo(303);
        assertThat(slug(story)).isEqualTo("indurain-2023-the-race");

        Newsroom.act(reporter, story, "revisions", 2, "Izagirre wins", TEXT);
        assertThat(slug(story)).isEqualTo("indurain-2023-the-race");

        move(reporter, story, "");
        assertThat(slug(story)).isEqualTo("izagirre-wins");
        Newsroom.act(reporter, story, "revisions", 3, "Izagirre wins again", TEXT);
        assertThat(slug(story)).isEqualTo("izagirre-wins-again");
    }

    @Test
    void an_address_that_is_taken_or_the_houses_own_is_made_another() {
        move(editor, draft("The first of two"), "Taken already");
        var second = draft("The second of two");
        move(editor, second, "Taken already");
        assertThat(slug(second)).isEqualTo("taken-already-2");
        move(editor, second, "desk");
        assertThat(slug(second)).isEqualTo("story-desk");
    }

    @Test
    void a_live_story_is_moved_by_an_editor_and_its_old_address_leads_on() {
        var story = draft("Live in Estella");
        editor.post("/desk/stories/" + story + "/publication", "version", "2");

        assertThat(move(reporter, story, "Elsewhere today").body()).contains("an editor moves it");
        assertThat(move(editor, story, "Elsewhere today").statusCode()).isEqualTo(303);
        assertThat(move(editor, story, "Elsewhere today").body())
                .contains("stands at that address already");

        var old = house.get("/live-in-estella");
        assertThat(old.statusCode()).isEqualTo(301);
        assertThat(old.headers().firstValue("Location").orElseThrow()).endsWith("/elsewhere-today");
        editor.post(
                "/desk/stories/" + story + "/withdrawal",
                "version",
                "2",
                "reason",
                "Twice the same.");
        assertThat(move(editor, story, "Nowhere").body()).contains("The story is withdrawn");
    }

    @Test
    void every_old_address_leads_to_the_newest_and_never_in_a_circle() {
        var stories = house.ask(Stories.class);
        var addresses = house.ask(Addresses.class);
        var story = draft("First address of all");
        editor.post("/desk/stories/" + story + "/publication", "version", "2");
        addresses.choose(story, "Second address of all", true);
        addresses.choose(story, "Third address of all", true);

        assertThat(stories.movedTo("first-address-of-all")).contains("third-address-of-all");
        assertThat(stories.movedTo("second-address-of-all")).contains("third-address-of-all");

        addresses.choose(story, "First address of all", true);

        assertThat(stories.movedTo("first-address-of-all")).isEmpty();
        assertThat(stories.movedTo("third-address-of-all")).contains("first-address-of-all");
        assertThat(slug(draft("Second address of all"))).isEqualTo("second-address-of-all-2");
    }

    @Test
    void a_draft_is_seen_as_a_search_and_a_link_would_show_it() {
        var story = draft("Izagirre beats Higuita by two seconds on the hill above Estella");
        var page = editor.get("/desk/stories/" + story + "/sharing").body();

        assertThat(page)
                .contains("Izagirre beats Higuita by two seconds on the hill above…")
                .contains("› izagirre-beats-higuita-by-two-seconds", TEXT)
                .contains("The headline has 63 signs; a search shows about 60 of them.");
        assertThat(picture(editor, story).statusCode()).isEqualTo(200);
        assertThat(picture(editor, story).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(it -> assertThat(it).contains("no-store"));
        assertThat(house.get("/desk/stories/" + story + "/share.png").statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void a_story_without_a_standfirst_is_told_by_its_beginning() {
        var story = draft("Told by its beginning");
        editor.post("/desk/stories/" + story + "/publication", "version", "2");

        assertThat(house.get("/told-by-its-beginning").body())
                .contains("<meta name=\"description\" content=\"" + TEXT + "\">")
                .contains("<meta property=\"og:description\" content=\"" + TEXT + "\">");
    }

    private static long draft(String headline) {
        var own = Visit.location(reporter.post("/desk/stories", "headline", headline));
        var story = Long.parseLong(own.replaceAll("\\D", ""));
        Newsroom.act(reporter, story, "revisions", 1, headline, TEXT);
        return story;
    }

    private static HttpResponse<String> move(Visit who, long story, String address) {
        return who.post("/desk/stories/" + story + "/address", "version", "2", "address", address);
    }

    private static HttpResponse<String> picture(Visit who, long story) {
        return who.get("/desk/stories/" + story + "/share.png");
    }

    private static String slug(long story) {
        return house.ask(Manuscripts.class).byId(story).orElseThrow().slug();
    }
}
