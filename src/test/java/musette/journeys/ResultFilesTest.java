package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import musette.wire.DemoFiles;
import musette.wire.ImportReceipt;
import musette.wire.Wire;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Results taken along from a page: whatever went in comes out, and in again it is nothing new.
class ResultFilesTest {
    private static final String RACE = "/races/gran-premio-miguel-indurain/2023";
    private static final String LICENCE =
            "musette.site.results-licence=Free to use with a link to us.";
    private static final String AT = "https://musette.example/";
    private static final List<String> PATHS =
            List.of(
                    RACE,
                    "/races/tour-of-the-lakes/2023/stage-2",
                    "/races/tour-of-the-lakes/2023/stage-2/points",
                    "/races/tour-of-the-moors/2022",
                    "/races/tour-of-the-fens/2023/start-list");
    private static final String OF_TEAMS =
            "# race: Tour of the Lakes\n# year: 2023\n# stage: 2\n# kind: ttt\n"
                    + "place,team,time,gap\n1,Aurora,35:27.40,\n2,\"Granit, Bern\",,+0:01.20\n";
    private static final String POINTS =
            "# race: Tour of the Lakes\n# year: 2023\n# stage: 2\n# classification: points\n"
                    + "place,family,given,points\n1,Moreau,Rémi,50.5\n2,Bellini,Luca,44\n";

    private static final String VOIDED =
            "# race: Tour of the Moors\n"
                + "# date: 2022-07-27\n"
                + "# finish: solo\n"
                + "# course: shortened\n"
                + "place,bib,uci_id,family,given,team,time,gap,status,note\n"
                + ",7,10009404647,Sivakov,Pavel,Ineos,3:59:50,,DSQ,\"took <a> \"\"short\"\" cut &"
                + " won\"\n"
                + "1,8,,Vliegen,Loïc,Intermarché,4:00:00,,,\n"
                + "2,9,,Kron,Andreas,Lotto,4:00:12,+0:12,,\n"
                + "3,10,,Adrià,Roger,Kern,,s.t.,,\n"
                + "9,11,,Doe,Ann,Kern,,+1:00,REL,\n"
                + ",12,,Roe,Bea,,,,OTL,\n";
    private static final String STARTERS =
            "# race: Tour of the Fens\n"
                    + "# date: 2023-08-27\n"
                    + "# classification: start-list\n"
                    + "bib,family,given,nation,team\n"
                    + "1,Moreau,Rémi,FRA,Aurora\n"
                    + "2,Bellini,Luca,ITA,Aurora\n";

    private static House house;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-06-01T15:00:00Z"), LICENCE);
        bring(DemoFiles.result());
        bring(OF_TEAMS);
        bring(POINTS);
        bring(VOIDED);
        bring(STARTERS);
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
        var random = new SplittableRandom(20_230_401);
        var paths = new ArrayList<>(PATHS);
        for (int i = 0; i < 20; i++) {
            var race = new RandomResult("Ronde van " + (char) ('A' + i), random);
            for (int revision = random.nextInt(4); revision > 0; revision--) {
                race.revise();
            }
            bring(race.file());
            paths.add("/races/ronde-van-%s/2023".formatted((char) ('a' + i)));
        }
        for (var path : paths) {
            for (var form : List.of("csv", "json", "xml", "jsonld")) {
                var file = house.get("%s/result.%s".formatted(path, form));
                assertThat(file.statusCode()).as(path).isEqualTo(200);
                var receipt = present(file.body());
                assertThat(receipt)
                        .as(file.body() + house.ask(Wire.class).preview(receipt.arrival()))
                        .isInstanceOf(ImportReceipt.Repeat.class);
            }
        }
    }

    /// Written down in the schema's own order of elements, and read back whole by somebody else.
    @Test
    void as_sportsml_a_result_keeps_to_the_schema_and_is_the_same_in_another_house()
            throws Exception {
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        var shape =
                schema.newSchema(
                        new File(
                                System.getProperty(
                                        "test.sportsml",
                                        "src/test/resources/sportsml-results.xsd")));
        try (var other = House.open(Instant.parse("2023-06-01T15:00:00Z"), LICENCE)) {
            for (var path : PATHS) {
                var file = house.get(path + "/result.xml");
                assertThat(file.headers().firstValue("Content-Type")).hasValue("application/xml");
                shape.newValidator().validate(new StreamSource(new StringReader(file.body())));
                assertSaysTheSame(other, path, file.body());
            }
        }
    }

    /// Closed shapes: nothing of ours stands in a thing of theirs.
    @Test
    void in_sport_schema_a_result_keeps_to_the_shapes_and_is_the_same_in_another_house() {
        var shapes =
                Shapes.parse(
                        RDFDataMgr.loadGraph(
                                System.getProperty(
                                        "test.sportschema",
                                        "src/test/resources/sport-schema-results.ttl")));
        try (var other = House.open(Instant.parse("2023-06-01T15:00:00Z"), LICENCE)) {
            for (var path : PATHS) {
                var file = house.get(path + "/result.jsonld");
                assertThat(file.headers().firstValue("Content-Type"))
                        .hasValue("application/ld+json");
                var said = RDFParser.fromString(file.body(), Lang.JSONLD).base(AT).toGraph();
                assertThat(said.size()).as("what it says").isGreaterThan(20);
                var report = ShaclValidator.get().validate(shapes, said);
                assertThat(report.getEntries()).as(file.body()).isEmpty();
                assertSaysTheSame(other, path, file.body());
            }
        }
    }

    /// The shapes are asked, so a file that breaks them has to be found.
    @Test
    void a_file_with_something_of_ours_in_a_thing_of_theirs_would_be_found() {
        var shapes =
                Shapes.parse(RDFDataMgr.loadGraph("src/test/resources/sport-schema-results.ttl"));
        var file =
                house.get(RACE + "/result.jsonld")
                        .body()
                        .replaceFirst("\"sport:rank\"", "\"v1:status\":\"DNF\",\"sport:rank\"");
        var said = RDFParser.fromString(file, Lang.JSONLD).base(AT).toGraph();
        assertThat(ShaclValidator.get().validate(shapes, said).conforms()).isFalse();
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
                        RACE + "/result.xlsx")) {
            assertThat(house.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private static void assertSaysTheSame(House other, String path, String file) {
        assertThat(other.ask(Wire.class).receive("back", bytes(file), "Ane Lasa"))
                .as(file)
                .isInstanceOf(ImportReceipt.Applied.class);
        assertThat(other.get(path + "/result.csv").body())
                .as(file)
                .isEqualTo(house.get(path + "/result.csv").body());
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
