package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import musette.racing.ResultKey;
import musette.store.EventRetries;
import musette.stories.Manuscript;
import musette.stories.Publication;
import musette.stories.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// A race of several days: every result has a key, an address and a story of its own.
class StageRaceTest {
    private static final String TOUR = "/races/tour-of-the-lakes/2023";
    private static final String HEAD =
            "# race: Tour of the Lakes\n# year: 2023\n# standing: official\n";
    private static final String ROWS =
            """
            place,family,given,team,time,gap
            1,Bellini,Luca,Aurora,4:10:00,
            2,Moreau,Rémi,Granit,,s.t.
            3,Jansen,Karel,Estrela,,+0:08
            """;
    private static final String FINAL =
            """
            place,family,given,team,time,gap
            1,Jansen,Karel,Estrela,20:10:00,
            2,Bellini,Luca,Aurora,,+0:12
            3,Moreau,Rémi,Granit,,+0:40
            """;
    private static final String POINTS =
            "place,family,given,points\n1,Moreau,Rémi,50\n2,Bellini,Luca,44\n";

    private House house;
    private Newsroom newsroom;
    private Visit editor;

    @BeforeEach
    void open() {
        house = House.open(Instant.parse("2023-06-04T15:00:00Z"));
        newsroom = new Newsroom(house);
        editor = newsroom.signedIn("Nerea Díaz");
    }

    @AfterEach
    void close() {
        house.ask(EventRetries.class).awaitQuiet(Duration.ofSeconds(10));
        house.close();
    }

    @Test
    void stage_classification_and_race_are_three_results() {
        put(
                "# stage: 4\n# place: Portmere\n# date: 2023-06-04\n# distance: 171 km\n"
                        + HEAD
                        + ROWS);
        put("# stage: 4\n# classification: points\n" + HEAD + POINTS);
        put(HEAD + FINAL);

        assertThat(house.get(TOUR + "/stage-4").body())
                .contains("2023 Tour of the Lakes, stage 4", "4 June 2023 · Portmere · 171.0 km")
                .contains("4:10:00", "href=\"" + TOUR + "\"", "Stage 4, points");
        assertThat(house.get(TOUR + "/stage-4/points").body())
                .contains("stage 4, points", "Rémi Moreau");
        assertThat(house.get(TOUR).body())
                .contains("20:10:00", "href=\"" + TOUR + "/stage-4\"")
                .doesNotContain("Portmere");
        assertThat(house.get("/races").body()).contains("Karel Jansen").doesNotContain("Bellini");
        assertThat(waiting())
                .containsExactlyInAnyOrder(
                        "Luca Bellini wins stage 4 of Tour of the Lakes",
                        "Karel Jansen wins Tour of the Lakes");
    }

    @Test
    void a_stage_is_told_as_one_and_follows_its_own_result_only() {
        var stage = "# stage: 4\n# place: Portmere\n" + HEAD + ROWS;
        put(stage);
        assertThat(text())
                .contains(
                        "Luca Bellini (Aurora) won stage 4 of the 2023 Tour of the Lakes in"
                                + " Portmere")
                .doesNotContain("had not won");

        put("# stage: 5\n" + HEAD + ROWS.replace("+0:08", "+0:09"));
        assertThat(text()).contains("third at eight seconds");

        put(stage.replace("official", "corrected").replace("+0:08", "+0:10"));
        assertThat(text()).contains("third at 10 seconds");
    }

    @Test
    void teams_have_rows_of_their_own() {
        var trial =
                "# stage: 2\n# kind: ttt\n# place: Portmere\n"
                        + HEAD
                        + "place,team,time,gap\n"
                        + "1,Aurora,35:27,\n"
                        + "2,Granit,,+0:01\n"
                        + "3,Estrela,,+0:14\n";
        put(trial);
        put(
                "# stage: 2\n# classification: teams\n"
                        + HEAD
                        + "place,team,time,gap\n1,Granit,9:00:00,\n2,Aurora,,+0:30\n");

        assertThat(house.get(TOUR + "/stage-2").body())
                .contains("35:27", "columnheader\">Team<", "+0:14", "Stage 2, teams")
                .doesNotContain("columnheader\">Rider<");
        assertThat(house.get(TOUR + "/stage-2/teams").body()).contains("9:00:00", "+0:30");
        assertThat(waiting()).containsExactly("Aurora wins stage 2 of Tour of the Lakes");
        var flash = house.ask(Queue.class).waitingFlashes(1).getFirst();
        assertThat(editor.get("/desk/stories/" + flash.id()).body())
                .contains("Granit, +0:01, row 2");

        house.ask(Publication.class).publish(flash.id(), flash.author(), flash.head());
        put(trial.replace("official", "corrected").replace("+0:01", "+0:03"));

        assertThat(editor.get("/desk").body())
                .contains("Granit second at three seconds", "<ins>+0:03</ins>");
        assertThat(house.get(TOUR + "/stage-2").body()).contains("+0:03");
        assertThat(house.get("/races").body()).doesNotContain("Aurora");
    }

    @Test
    void a_classification_by_points_shows_points() {
        put("# classification: points\n" + HEAD + POINTS);

        assertThat(house.get(TOUR + "/points").body())
                .contains(">Points</th>", ">50</td>", ">44</td>")
                .doesNotContain(">winner</td>");
    }

    @Test
    void search_engines_are_told_what_it_was_and_who_took_part() {
        put(
                "# stage: 4\n# place: Portmere\n# date: 2023-06-04\n"
                        + HEAD.replace("of the Lakes", "of the Lakes </script>")
                        + ROWS);

        var address = "/races/tour-of-the-lakes-script/2023";
        var page = house.get(address + "/stage-4").body();
        var from = page.indexOf('{', page.indexOf("application/ld+json"));
        var event = JsonMapper.shared().readTree(page.substring(from, page.indexOf("</s", from)));
        assertThat(event.path("@type").stringValue()).isEqualTo("SportsEvent");
        assertThat(event.path("name").stringValue())
                .isEqualTo("2023 Tour of the Lakes </script>, stage 4");
        assertThat(event.path("startDate").stringValue()).isEqualTo("2023-06-04");
        assertThat(event.path("location").path("name").stringValue()).isEqualTo("Portmere");
        assertThat(event.path("superEvent").path("url").stringValue())
                .isEqualTo(house.address(address));
        assertThat(event.path("competitor").get(1).path("name").stringValue())
                .isEqualTo("Rémi Moreau");
        assertThat(house.get(address).body()).contains("\"@type\":\"SportsEvent\"");

        var flash = house.ask(Queue.class).waitingFlashes(1).getFirst();
        house.ask(Publication.class).publish(flash.id(), flash.author(), flash.head());
        assertThat(house.get("/" + flash.slug()).body())
                .contains("\"about\":{\"@type\":\"SportsEvent\"");
    }

    @Test
    void what_is_not_understood_does_not_pass_for_the_whole_race() {
        assertThat(refusal("# stage: final\n" + HEAD + ROWS))
                .contains("The stage 'final' is not like 4, 13a or prologue.");
        assertThat(refusal("# classification: combativity\n" + HEAD + ROWS))
                .contains(
                        "is none of general, stage, points, mountains, youth, teams, start-list.");
        assertThat(refusal("# classification: stage\n" + HEAD + ROWS))
                .contains("does not say which");
        assertThat(house.get(TOUR).statusCode()).isEqualTo(404);
    }

    @Test
    void addresses_name_results_or_nothing() {
        put("# stage: prologue\n# kind: itt\n" + HEAD + ROWS);

        assertThat(house.get(TOUR + "/prologue").statusCode()).isEqualTo(200);
        assertThat(waiting())
                .containsExactly("Luca Bellini wins the prologue of Tour of the Lakes");
        for (var nothing :
                List.of(
                        "/stage-0",
                        "/stage-1",
                        "/stage-",
                        "/stage",
                        "/general",
                        "/stage-1/stage",
                        "/points/points",
                        "/stage-1a1",
                        "/prologue/points",
                        "/../x")) {
            assertThat(house.get(TOUR + nothing).statusCode()).as(nothing).isIn(404, 400);
        }
        for (var path : List.of("/stage-13a", "/points", "/stage-4/youth", "/prologue")) {
            var parts = path.substring(1).split("/", -1);
            var key = ResultKey.ofPath(parts[0], parts.length > 1 ? parts[1] : null);
            assertThat(key.map(ResultKey::path)).hasValue(path);
        }
    }

    private List<String> waiting() {
        return house.ask(Queue.class).waitingFlashes(9).stream().map(Manuscript::headline).toList();
    }

    /// Of the flash that was drafted first.
    private String text() {
        return house.ask(Queue.class).waitingFlashes(9).stream()
                .filter(flash -> flash.headline().contains("stage 4"))
                .findFirst()
                .orElseThrow()
                .plainText();
    }

    private void put(String file) {
        newsroom.putIn(editor, file);
    }

    private String refusal(String file) {
        return editor.post("/desk/results", "pasted", file).body();
    }
}
