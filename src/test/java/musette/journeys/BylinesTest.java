package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import musette.staff.Author;
import musette.staff.Staff;
import musette.stories.Manuscripts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whose names stand over a story.
class BylinesTest {
    private static House house;
    private static Newsroom newsroom;
    private static Author nerea;
    private static Author jon;
    private static Visit editor;
    private static Visit reporter;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
        newsroom = new Newsroom(house);
        var staff = house.ask(Staff.class);
        nerea = staff.join("Nerea Díaz", "nerea@x.example", "Writes of rain.", Author.Role.EDITOR);
        jon = staff.join("Jon Urrutia", "jon@x.example", "", Author.Role.REPORTER);
        editor = newsroom.signedIn(nerea);
        reporter = newsroom.signedIn(jon);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void two_names_stand_over_a_story_wherever_it_is_named() {
        var story = newsroom.flash("Izagirre wins for two");
        assertThat(sign(reporter, story, jon.id(), nerea.id(), jon.id())).isEqualTo(303);
        assertThat(editor.post("/desk/stories/" + story + "/publication", "version", "1"))
                .extracting(answer -> answer.statusCode())
                .isEqualTo(303);

        var slug = house.ask(Manuscripts.class).byId(story).orElseThrow().slug();
        var page = house.get("/" + slug).body();
        assertThat(page)
                .containsPattern(">Jon Urrutia</a> and <a [^>]+>Nerea Díaz</a>")
                .contains("Writes of rain.")
                .contains("\"name\":\"Jon Urrutia\"", "\"name\":\"Nerea Díaz\"");
        for (var author : List.of(nerea, jon)) {
            assertThat(house.get("/authors/" + author.slug()).body())
                    .contains("Izagirre wins for two");
        }
        assertThat(house.get("/feed.xml").body())
                .contains("<name>Jon Urrutia</name></author><author><name>Nerea Díaz</name>");

        assertThat(sign(reporter, story, jon.id())).isEqualTo(422);
        assertThat(sign(editor, story, nerea.id())).isEqualTo(303);
        assertThat(house.get("/" + slug).body()).contains("Nerea Díaz").doesNotContain("Jon");
        assertThat(house.get("/authors/" + jon.slug()).body())
                .doesNotContain("Izagirre wins for two");
    }

    @Test
    void nobody_five_names_and_strangers_are_refused() {
        var story = newsroom.flash("Izagirre wins for nobody");
        assertThat(sign(editor, story)).isEqualTo(422);
        assertThat(sign(editor, story, 1, 2, 3, 4, 5)).isEqualTo(422);
        assertThat(sign(editor, story, nerea.id(), 999_999)).isEqualTo(422);

        assertThat(house.ask(Manuscripts.class).byId(story).orElseThrow().byline())
                .containsExactly(house.ask(Staff.class).owner().id());
    }

    private static int sign(Visit who, long story, long... members) {
        var fields = new ArrayList<>(List.of("version", "1"));
        for (var member : members) {
            fields.addAll(List.of("byline", String.valueOf(member)));
        }
        return who.post("/desk/stories/" + story + "/byline", fields.toArray(String[]::new))
                .statusCode();
    }
}
