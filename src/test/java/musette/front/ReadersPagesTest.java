package musette.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import musette.journeys.House;
import musette.racing.Indurain;
import musette.racing.Results;
import musette.site.Assets;
import musette.site.Templates;
import musette.staff.Author;
import musette.staff.Staff;
import musette.stories.Draft;
import musette.stories.Publication;
import musette.stories.Stories;
import musette.stories.Story;
import musette.text.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReadersPagesTest {
    private static final String LAST_WORDS = "did not start.";

    private static House house;
    private static Story story;

    @BeforeAll
    static void a_race_is_reported() {
        house = House.open(Instant.parse("2023-04-01T15:20:00Z"));
        var author =
                house.ask(Staff.class)
                        .join("Inés Larrañaga", "ines@news.example", "", Author.Role.REPORTER);
        var stored = (Results.Stored) house.ask(Results.class).store(Indurain.official(), "a file");
        var result = house.ask(Results.class).byId(stored.result()).orElseThrow();
        var id =
                house.ask(Stories.class)
                        .open(
                                new Draft(
                                        "Gran Premio Miguel Indurain",
                                        "Ion Izagirre wins & smiles <again>",
                                        "Sergio Higuita finishes second",
                                        body(
                                                "Ion Izagirre won in Estella.",
                                                "Sergio Higuita was second at two seconds.",
                                                "Ben Hermans " + LAST_WORDS),
                                        author.id(),
                                        OptionalLong.of(result.edition().id()),
                                        OptionalLong.of(result.id()),
                                        "desk",
                                        true));
        var published = house.ask(Publication.class).publish(id, author.id(), 1);
        assertThat(published).isInstanceOf(Publication.Outcome.Published.class);
        story = house.ask(Stories.class).byId(id).orElseThrow();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void the_front_page_leads_with_the_story_and_shows_the_podium() {
        assertThat(house.get("/").body())
                .contains("href=\"/" + story.slug() + "\"", "Breaking")
                .contains("Ion Izagirre wins &amp; smiles &lt;again&gt;")
                .containsSubsequence("Ion Izagirre", "5:09:05", "Sergio Higuita", "+0:02");
    }

    @Test
    void a_race_shows_its_winners_and_its_edition_the_whole_result() {
        assertThat(house.get("/races").body())
                .contains("/races/gran-premio-miguel-indurain", "Ion Izagirre", "2023");
        assertThat(house.get("/races/gran-premio-miguel-indurain").body())
                .contains("Cofidis", "/races/gran-premio-miguel-indurain/2023", story.slug());
        assertThat(house.get("/races/gran-premio-miguel-indurain/2023").body())
                .containsSubsequence("+0:13", "+0:20", "Roger Adrià", "same time", "DNS")
                .contains("203.2 km", "rel=\"noopener\"", "opens in new tab");
        assertThat(house.get("/races/no-such-race").statusCode()).isEqualTo(404);
        assertThat(house.get("/races/gran-premio-miguel-indurain/1850").statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_author_has_a_page_with_their_stories() {
        assertThat(house.get("/authors/ines-larranaga").body())
                .contains("Inés Larrañaga", story.slug());
        assertThat(house.get("/authors/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void the_feed_names_the_story() {
        var feed = house.get("/feed.xml");

        assertThat(feed.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("application/atom+xml"));
        assertThat(feed.body())
                .contains("<title>Ion Izagirre wins &amp; smiles &lt;again", story.slug());
    }

    @Test
    void the_rest_of_a_story_never_travels_past_the_gate() {
        assertThat(rendered(Samples.WALLED))
                .contains("Ion Izagirre</a> won in Estella.", "Join now")
                .doesNotContain(LAST_WORDS);
        assertThat(rendered(Samples.COUNTED)).contains(LAST_WORDS).doesNotContain("Join now");
        assertThat(rendered(new Access.Subscriber()))
                .contains(LAST_WORDS)
                .doesNotContain("of your 5");
    }

    @Test
    void a_style_sheet_may_be_kept_for_a_year_and_survives_a_release() {
        var now = house.get(Assets.at("musette.css"));
        var earlier = house.get("/static/v-0123456789ab/musette.css");

        assertThat(now.headers().firstValue("Cache-Control"))
                .hasValue("max-age=31536000, public, immutable");
        assertThat(earlier.body()).isEqualTo(now.body());
        assertThat(earlier.headers().firstValue("Cache-Control")).hasValue("max-age=3600, public");
        var font =
                HttpRequest.newBuilder(
                                URI.create(
                                        house.address(Assets.at("fonts/newsreader-latin.woff2"))))
                        .build();
        assertThat(house.send(font).headers().firstValue("Content-Type")).hasValue("font/woff2");
    }

    private static String rendered(Access access) {
        var page = house.ask(StoryPages.class).page(story, access);
        var bytes = house.ask(Templates.class).render("front/story.jte", page);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Document body(String... paragraphs) {
        return new Document(
                List.of(paragraphs).stream()
                        .map(words -> new Document.Inline.Text(words))
                        .<Document.Block>map(text -> new Document.Paragraph(List.of(text)))
                        .toList());
    }
}
