package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import musette.wire.DemoFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The pages of riders and teams, from the results that count.
class RidersAndTeamsTest {
    private static final String RACE = "/races/gran-premio-miguel-indurain/2023";
    private static final String IZAGIRRE = "/riders/ion-izagirre";
    private static final String SPRING =
            """
            # race: Ronde van het Veen
            # date: %s
            # standing: official
            place,family,given,nation,team,gap
            1,%s,NED,Veen - Dijk,
            2,Other,Somebody,BEL,,+0:10
            DNF,Third,Nobody,NED,VEEN-DIJK,
            """;
    private static final String STAGE =
            """
            # race: Ronde van het Veen
            # date: 2023-05-02
            # stage: 1
            # standing: official
            # classification: %s
            place,family,given,nation,team,gap,points
            1,Vos,Anna,NED,Veen - Dijk,,%s
            2,Other,Somebody,BEL,,,%s
            """;

    private static final String SIVAKOV =
            """
            # race: %s
            # date: %s
            # standing: official
            place,uci_id,family,given,nation,team
            1,10009404647,Sivakov,Pavel,%s,Ineos
            """;

    private static final Pattern UNDO =
            Pattern.compile(
                    "/desk/riders/undo.*?name=\"one\" value=\"(\\d+)\".*?name=\"other\""
                            + " value=\"(\\d+)\"",
                    Pattern.DOTALL);

    private static House house;
    private static Newsroom newsroom;
    private static Visit editor;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-06-01T15:00:00Z"));
        newsroom = new Newsroom(house);
        editor = newsroom.signedIn("Nerea Díaz");
        put(DemoFiles.winners());
        put(DemoFiles.result());
        put(SPRING.formatted("2021-03-20", "Vos,Anna"));
        put(SPRING.formatted("2022-03-19", "de Groot,Anna"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_race_tells_its_records_as_far_back_as_nothing_can_be_missing() {
        assertThat(page("/races/gran-premio-miguel-indurain"))
                .contains("/races/gran-premio-miguel-indurain/records");
        assertThat(page("/races/gran-premio-miguel-indurain/records"))
                .contains("Since 2006: as far back as our list of winners is complete.")
                .containsPattern("Most wins</h2>[^v]*<a href=\"/riders/alejandro-valverde\">")
                .contains("3 times: 2014, 2018, 2021")
                .doesNotContain("Youngest winner", "in a row", "Closest");
        assertThat(page("/races/ronde-van-het-veen/records"))
                .contains("Nobody has told us yet since when", "Closest finish of the 2 results")
                .doesNotContain("Most wins<");
    }

    @Test
    void where_the_newest_winner_is_not_known_nothing_is_said_of_winners() {
        put(
                "# winners v1\n# race: Ronde van de Polder\n# complete-since: 2020\n"
                        + "year,family,given\n2020,Vos,Anna\n2021,Vos,Anna\n");
        assertThat(page("/races/ronde-van-de-polder/records")).contains("2 times: 2020, 2021");
        put(
                "# race: Ronde van de Polder\n# date: 2022-03-19\n# standing: official\n"
                        + "place,family,given,team,gap\nwrong,Vos,Anna,Veen - Dijk,\n"
                        + "2,Other,Somebody,Veen - Dijk,+0:10\n");
        assertThat(page("/races/ronde-van-de-polder/records"))
                .contains("Nobody has told us yet since when")
                .doesNotContain("Most wins<");
    }

    @Test
    void a_nation_has_its_riders_and_what_they_won() {
        assertThat(page(IZAGIRRE)).contains("<a href=\"/nations/esp\">Spain</a>");
        assertThat(page("/nations/esp"))
                .contains(">2023</td>", ">2014</td>", "Ion Izagirre", "Alejandro Valverde")
                .doesNotContain("Higuita", "Simon Yates");
        assertThat(page("/nations/ned")).contains("<h1>Netherlands</h1>");
        for (var none : List.of("/nations/xyz", "/nations/ESP", "/nations/esp%00")) {
            assertThat(house.get(none).statusCode()).as(none).isIn(404, 400);
        }
    }

    @Test
    void who_has_ridden_for_two_nations_stands_with_each_for_its_time() {
        put(SIVAKOV.formatted("Tour of the Alps", "2019-04-26", "RUS"));
        put(SIVAKOV.formatted("Vuelta a Burgos", "2022-08-06", "FRA"));

        assertThat(page("/riders/pavel-sivakov"))
                .contains("<a href=\"/nations/fra\">France</a>", "for Russia until 2019");
        assertThat(page("/nations/rus"))
                .contains("Tour of the Alps", ">Pavel Sivakov</a>")
                .doesNotContain("Burgos");
        assertThat(page("/nations/fra"))
                .contains("Vuelta a Burgos", ">Pavel Sivakov</a>")
                .doesNotContain("Tour of the Alps");
    }

    @Test
    void every_name_in_a_result_leads_to_its_page() {
        assertThat(page(RACE))
                .contains(
                        "<a href=\"%s\">Ion Izagirre</a>".formatted(IZAGIRRE),
                        "<a href=\"/teams/cofidis/2023\">Cofidis</a>");
        assertThat(page("/races/gran-premio-miguel-indurain"))
                .contains("<a href=\"/riders/fabian-wegmann\">Fabian Wegmann</a>");
    }

    @Test
    void a_rider_has_results_and_wins_year_by_year_those_from_a_list_among_them() {
        assertThat(page(IZAGIRRE))
                .contains("2 wins in 2 results.", "born 4 February 1989")
                .containsSubsequence(
                        "<caption>2023 · 1 win</caption>",
                        "href=\"%s\"".formatted(RACE),
                        "1 Apr",
                        "href=\"/teams/cofidis/2023\"",
                        "<caption>2016 · 1 win</caption>",
                        "href=\"/races/gran-premio-miguel-indurain/2016\"");
        assertThat(page("/riders/nobody-third")).contains("No win in 2 results.", ">DNF<");
    }

    @Test
    void how_it_stood_after_a_stage_is_no_result_of_the_season() {
        put(STAGE.formatted("stage", "", ""));
        put(STAGE.formatted("points", "25", "20"));

        assertThat(page("/riders/somebody-other"))
                .contains("stage 1</a>", "No win in 3 results.")
                .doesNotContain("stage 1, points");
    }

    @Test
    void a_person_of_two_names_has_one_page_as_long_as_that_is_said() {
        assertThat(page("/riders/anna-de-groot")).contains("1 win in 1 result.");

        editor.post("/desk/riders/names", "one", "Anna de Groot", "other", "Anna Vos");
        newsroom.awaitQuiet();
        var moved = house.get("/riders/anna-de-groot");
        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(Visit.location(moved)).isEqualTo("/riders/anna-vos");
        assertThat(page("/riders/anna-vos"))
                .contains("also Anna de Groot")
                .containsSubsequence("<caption>2022", "<caption>2021");

        var pair = UNDO.matcher(editor.get("/desk/riders").body());
        assertThat(pair.find()).isTrue();
        editor.post("/desk/riders/undo", "one", pair.group(1), "other", pair.group(2));
        assertThat(page("/riders/anna-de-groot")).contains("1 win in 1 result.");
    }

    @Test
    void a_team_has_its_riders_and_its_best_in_every_race() {
        assertThat(page("/teams/veen-dijk/2022"))
                .contains("1 win in 2 results.", "/teams/veen-dijk/2021\">2021</a>")
                .containsSubsequence(
                        "<caption>Riders</caption>",
                        "Anna de Groot",
                        "Nobody Third",
                        "The best of");
    }

    @Test
    void any_spelling_of_a_team_finds_it() {
        var found = house.get("/teams/VEENDIJK/2022");

        assertThat(found.statusCode()).isEqualTo(301);
        assertThat(Visit.location(found)).isEqualTo("/teams/veen-dijk/2022");
    }

    @Test
    void who_is_not_known_has_no_page() {
        for (var path : List.of("/riders/nobody", "/teams/cofidis/1901", "/teams/-/2022")) {
            assertThat(house.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a_search_folds_accents_takes_beginnings_in_any_order_and_shows_what_was_typed() {
        assertThat(page("/search?q=SANCHEZ+sam"))
                .contains("<a href=\"/riders/samuel-sanchez\">Samuel Sánchez</a>");
        assertThat(page("/search?q=indur")).contains("href=\"/races/gran-premio-miguel-indurain\"");
        assertThat(page("/search?q=bora+hans")).contains("BORA - hansgrohe</a>");
        assertThat(page("/search?q=anchez")).contains("Nobody and nothing here");
        for (var strange : List.of("%25", "_", "-", "%3Cscript%3E", "'", "a".repeat(500))) {
            assertThat(page("/search?q=" + strange)).doesNotContain("/riders/", "<script>");
        }
    }

    private static String page(String path) {
        var answer = house.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static void put(String file) {
        newsroom.putIn(editor, file);
    }
}
