package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import musette.racing.Race;
import musette.wire.ParsedFile.ParsedResult;
import musette.wire.ParsedFile.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Results as linked data: a few riders of the Giro d'Italia 2019.
class SportSchemaTest {
    private static final String HEAD = "# race: Gran Premio Miguel Indurain\n# year: 2023\n";

    /// As agencies turn their SportsML into it: the context last, the things in any order.
    private static final String GIRO =
            """
            {"@graph": [
            {"@id": "x:p3", "@type": "s:IndividualParticipation", "s:rank": "3",
             "s:participationBy": {"@id": "x:degendt"}, "s:score": "00:22:13.000",
             "s:scoreUnits": {"@id": "u:time-absolute"}},
            {"@id": "x:p1", "@type": "s:IndividualParticipation", "s:rank": "1",
             "s:participationBy": {"@id": "x:haga"}, "s:score": "00:22:07.000",
             "s:scoreUnits": {"@id": "u:time-absolute"}},
            {"@id": "x:p2", "@type": "s:IndividualParticipation", "s:rank": "2",
             "s:participationBy": {"@id": "x:campenaerts"}, "s:score": "00:22:11.259",
             "s:scoreUnits": {"@id": "u:time-absolute"}},
            {"@id": "x:haga", "@type": "s:Athlete", "l:label": "Chad Haga",
             "s:nationality": "US", "s:dateOfBirth": "1988-08-26"},
            {"@id": "x:campenaerts", "@type": "s:Athlete", "l:label": "Victor Campenaerts"},
            {"@id": "x:degendt", "@type": "s:Athlete", "l:label": "Thomas De Gendt"},
            {"@id": "x:lotto", "@type": "s:Team", "l:label": "Lotto Soudal"},
            {"@type": "s:IndividualMembership", "s:member": {"@id": "x:degendt"},
             "s:membershipOf": {"@id": "x:lotto"}},
            {"@id": "x:stage21", "@type": "s:Event", "l:label": "Verona - Verona (ITT) - 17km",
             "s:competitionPhase": {"@id": "x:21"},
             "s:startDateTime": {"@value": "2019-06-02T00:00:00+01:00", "@type": "t:dateTime"},
             "s:eventParticipation": [{"@id": "x:p1"}, {"@id": "x:p2"}, {"@id": "x:p3"}]},
            {"@id": "x:21", "@type": "s:CompetitionPhase", "l:label": "Stage 21",
             "s:competition": {"@id": "x:giro"}},
            {"@id": "x:overall", "@type": "s:CompetitionPhase", "l:label": "Points",
             "s:competition": {"@id": "x:giro"}, "s:participation": [
                {"@type": "s:IndividualParticipation", "s:rank": "1", "s:score": "226",
                 "s:participationBy": {"@type": "s:Athlete", "l:label": "Pascal Ackermann"}}]},
            {"@id": "x:giro", "@type": "s:Competition", "l:label": "Giro d'Italia 2019"},
            {"@id": "x:next", "@type": "s:Event", "l:label": "Not raced yet"}],
            "@context": {"s": "http://www.iptc.org/ontologies/Sport/", "x": "http://example.com/",
             "u": "http://cv.iptc.org/newscodes/spscoreunits/",
             "l": "http://www.w3.org/2000/01/rdf-schema#",
             "t": "http://www.w3.org/2001/XMLSchema#"}}
            """;

    /// The race of `FormatsTest`, with names for all properties in the context and no list of
    /// things: riders stand where they are spoken of.
    static String ofIndurain() {
        return """
        {"@context": {"@vocab": "https://sportschema.org/ontologies/main/", "id": "@id",
            "type": "@type", "name": "http://www.w3.org/2000/01/rdf-schema#label",
            "units": {"@id": "scoreUnits", "@type": "@id"},
            "day": {"@id": "startDateTime"}},
        "type": "Event", "name": "", "day": "2023-04-01T12:00:00Z",
        "eventInCompetition": {"type": "Competition", "name": "Gran Premio Miguel Indurain"},
        "participation": [
        RIDER(a|Roger Adrià|Equipo Kern Pharma|"score": "+00:00:20", "units": "urn:x/time-relative"|2)
        RIDER(b|Ion Izagirre|Cofidis|"score": "05:09:05.00", "units": "urn:x/time-absolute"|1)
        RIDER(c|Mathieu van der Poel|Alpecin|"score": "s.t.", "units": "urn:x/time-relative"|3)
        RIDER(d|Valentin Paret-Peintre|AG2R Citroën|"eventOutcome": "urn:x/dnf"|)
        ]}
        """
                .replaceAll(
                        "RIDER\\((.*?)\\|(.*?)\\|(.*?)\\|(.*?)\\|(.*?)\\)",
                        "{\"type\": \"IndividualParticipation\", \"rank\": \"$5\", $4,"
                            + " \"participationBy\": {\"id\": \"urn:$1\", \"type\": \"Athlete\","
                            + " \"name\": \"$2\", \"@reverse\": {\"member\": {\"membershipOf\":"
                            + " {\"type\": \"Team\", \"name\": \"$3\"}}}}},")
                .replaceFirst(",\\s*]}\\s*$", "]}");
    }

    @Test
    void every_event_and_standing_that_ranks_somebody_is_a_result() {
        var all = Formats.results(bytes(GIRO)).stream().map(SportSchemaTest::result).toList();

        assertThat(all).hasSize(2);
        var points = all.getFirst().file();
        assertThat(points.head().key().words()).isEqualTo("points");
        assertThat(points.head().year()).isEqualTo(2019);
        assertThat(points.rows().getFirst().placing().pointsInPrint()).isEqualTo("226");
        var stage = all.getLast().file();
        assertThat(stage.head().slug()).isEqualTo("giro-d-italia-2019");
        assertThat(stage.head().key().words()).isEqualTo("stage 21");
        assertThat(stage.head().kind()).isEqualTo(Race.Kind.ITT);
        assertThat(stage.head().metres()).isEqualTo(17_000);
        assertThat(stage.head().heldOn()).hasToString("2019-06-02");
        assertThat(lines(all.getLast()))
                .containsExactly(
                        "1 Chad Haga, null, 22:07",
                        "2 Victor Campenaerts, null, +0:04",
                        "3 Thomas De Gendt, Lotto Soudal, +0:06");
        assertThat(stage.rows().getFirst().entrant().born()).hasToString("1988-08-26");
        assertThat(stage.rows()).allMatch(row -> row.entrant().nation() == null);
        assertThat(all).allMatch(one -> one.reading().isGuessed());
    }

    @Test
    void whatever_the_names_and_wherever_the_riders_stand_it_says_the_same() {
        var result = result(bytes(HEAD + ofIndurain()));

        assertThat(lines(result))
                .containsExactly(
                        "1 Ion Izagirre, Cofidis, 5:09:05",
                        "2 Roger Adrià, Equipo Kern Pharma, +0:20",
                        "3 Mathieu van der Poel, Alpecin, s.t.",
                        "DNF Valentin Paret-Peintre, AG2R Citroën, ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "http://127.0.0.1:1/context.json"               | nothing is fetched
                    {"@import": "http://127.0.0.1:1/context.json"}  | nothing is fetched
                    [{}, {}]                                        | one '@context'
                    {"a": 7}                                        | has a mistake
                    """)
    void a_context_stands_in_the_file_itself(String context, String sentence) {
        var start = GIRO.indexOf("\"@context\"");
        assertThat(
                        sentence(
                                GIRO.substring(0, start)
                                        + "\"@context\": "
                                        + context
                                        + ", "
                                        + "\"iptc.org/ontologies/Sport/\": 1}"))
                .contains(sentence);
    }

    @Test
    void what_would_cost_much_is_a_sentence() {
        var deep = "{\"s:parent\": ".repeat(100_000);
        assertThat(sentence(GIRO.replace("{\"@id\": \"x:next\"", deep))).isNotBlank();
        var nested = "{\"s:parent\": ".repeat(60) + "{}" + "}".repeat(60);
        assertThat(sentence(GIRO.replace("{\"@graph\": [", "{\"@graph\": [" + nested + ",")))
                .contains("more than 40 deep");
        assertThat(sentence(GIRO.replace("\"@id\": \"x:next\"", "\"@context\": {}")))
                .contains("one '@context', on top");
        var many = "{\"@graph\": [" + "{},".repeat(20_000);
        assertThat(sentence(GIRO.replace("{\"@graph\": [", many))).contains("more than a tour has");
        var list = "\"s:x\": [" + "1,".repeat(6_000) + "1], \"@id\": \"x:next\"";
        assertThat(sentence(GIRO.replace("\"@id\": \"x:next\"", list)))
                .contains("more than a tour has");
        assertThat(sentence(GIRO.replace("\"s:rank\"", "\"s:unranked\"")))
                .contains("ranks anybody");
        assertThat(sentence(GIRO.substring(0, 400) + GIRO.substring(GIRO.indexOf("\"@context\""))))
                .contains("mistake in it");
    }

    private static String sentence(String file) {
        var parsed = ParsedFile.of("x", new ByteArrayInputStream(bytes(file)));
        assertThat(parsed).isInstanceOf(Unreadable.class);
        return ((Unreadable) parsed).sentence();
    }

    private static List<String> lines(ParsedResult result) {
        return result.file().rows().stream()
                .map(row ->
                        "%s %s, %s, %s"
                                .formatted(
                                        row.placing().mark(),
                                        row.name(),
                                        row.team(),
                                        row.placing().clock()))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ParsedResult result(byte[] file) {
        return (ParsedResult) ParsedFile.of("giro.jsonld", new ByteArrayInputStream(file));
    }
}
