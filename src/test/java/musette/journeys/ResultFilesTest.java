package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import musette.wire.DemoFiles;
import musette.wire.ImportReceipt;
import musette.wire.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Results taken along from a page: whatever went in comes out, and in again it is nothing new.
class ResultFilesTest {
    private static final String RACE = "/races/gran-premio-miguel-indurain/2023";
    private static final String OF_TEAMS =
            "# race: Tour of the Lakes\n# year: 2023\n# stage: 2\n# kind: ttt\n"
                    + "place,team,time,gap\n1,Aurora,35:27.40,\n2,\"Granit, Bern\",,+0:01.20\n";
    private static final String POINTS =
            "# race: Tour of the Lakes\n# year: 2023\n# stage: 2\n# classification: points\n"
                    + "place,family,given,points\n1,Moreau,Rémi,50.5\n2,Bellini,Luca,44\n";

    private static House house;

    @BeforeAll
    static void open() {
        house =
                House.open(
                        Instant.parse("2023-06-01T15:00:00Z"),
                        "musette.site.results-licence=Free to use with a link to us.");
        bring(DemoFiles.result());
        bring(OF_TEAMS);
        bring(POINTS);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void the_page_leads_to_its_files_and_says_on_what_terms() {
        assertThat(house.get(RACE).body())
                .contains(RACE + "/result.csv", RACE + "/result.json", "with a link to us.");
        var file = house.get(RACE + "/result.csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("gran-premio-miguel-indurain-2023.csv");
        assertThat(file.body())
                .startsWith("# results v1\n# race: Gran Premio Miguel Indurain\n")
                .contains("# licence: Free to use with a link to us.", "# distance: 203.2 km")
                .contains("1,45,Izagirre,Ion,ESP,1989-02-04,Cofidis,5:09:05,,")
                .contains("5,131,Adrià,Roger,ESP,,Equipo Kern Pharma,,s.t.,");
    }

    @Test
    void whatever_is_taken_along_says_nothing_new_when_it_comes_back() {
        var tour = "/races/tour-of-the-lakes/2023/stage-2";
        var random = new SplittableRandom(20_230_401);
        var paths = new ArrayList<>(List.of(RACE, tour, tour + "/points"));
        for (int i = 0; i < 20; i++) {
            var race = new RandomResult("Ronde van " + (char) ('A' + i), random);
            for (int revision = random.nextInt(4); revision > 0; revision--) {
                race.revise();
            }
            bring(race.file());
            paths.add("/races/ronde-van-%s/2023".formatted((char) ('a' + i)));
        }
        for (var path : paths) {
            for (var form : List.of("csv", "json")) {
                var file = house.get("%s/result.%s".formatted(path, form));
                assertThat(file.statusCode()).as(path).isEqualTo(200);
                var receipt = present(file.body());
                assertThat(receipt)
                        .as(file.body() + house.ask(Wire.class).preview(receipt.arrival()))
                        .isInstanceOf(ImportReceipt.Repeat.class);
            }
        }
    }

    @Test
    void a_framed_result_and_the_script_that_frames_it_are_small() {
        var framed = house.get(RACE + "/embed");

        assertThat(framed.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors *");
        assertThat(framed.body().length() + house.get("/static/embed.css").body().length())
                .isLessThan(10_240);
        assertThat(house.get("/static/embed.js").body().length()).isLessThan(10_240);
        assertThat(house.get(RACE).headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'");
        assertThat(house.get(RACE + "/general/embed").statusCode()).isEqualTo(404);
    }

    @Test
    void a_result_that_is_not_there_has_no_file() {
        for (var path :
                List.of(
                        RACE + "/stage-9/result.csv",
                        RACE + "/general/result.csv",
                        "/races/nothing/2023/result.json",
                        RACE + "/result.xml")) {
            assertThat(house.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private static ImportReceipt present(String file) {
        return house.ask(Wire.class).present("back", bytes(file), "Ane Lasa");
    }

    private static void bring(String file) {
        assertThat(house.ask(Wire.class).receive("result", bytes(file), "Ane Lasa"))
                .isInstanceOf(ImportReceipt.Applied.class);
    }

    private static ByteArrayInputStream bytes(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }
}
