package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import musette.racing.Race;
import musette.wire.ParsedFile.ParsedResult;
import musette.wire.ParsedFile.Unreadable;
import org.junit.jupiter.api.Test;

/// Results as agencies send them: the Giro d'Italia 2019, shortened.
class SportsMlTest {
    private static final String GIRO =
            """
            <?xml version="1.0"?>
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet><inlineXML>
            <sports-content><tournament>
            <tournament-metadata temporal-unit-value="vendor:2019" key="comp:GIRO2019">
            <name role="nrol:full">Giro d'Italia</name></tournament-metadata>
            <standing>
            RIDER(Ecu|Richard Carapaz|+00:00:00|absolute|1)
            RIDER(Ita|Vincenzo Nibali|+00:01:05|relative|2)
            RIDER(Slo|Primoz Roglic|+00:02:30.000|relative|3)
            </standing>
            <standing><team><team-metadata><name>Movistar Team</name></team-metadata>
            <team-stats score="269:57:03.000" score-units="spscoreunits:time-absolute">
            <rank value="1"/></team-stats></team></standing>
            <tournament-part>
            <tournament-part-metadata stage-name="Stage 21" number="21"/>
            <sports-event>
            <event-metadata start-date-time="2019-06-02T00:00:00+01:00">
            <name>Verona - Verona (ITT) - 17km</name></event-metadata>
            RIDER(Bel|Thomas De Gendt|00:22:13.000|absolute|3)
            RIDER(US|Chad Haga|00:22:07.000|absolute|1)
            RIDER(Bel|Victor Campenaerts|00:22:11.259|absolute|2)
            </sports-event>
            </tournament-part>
            <tournament-part><sports-event><event-metadata><name>Not raced yet</name>
            </event-metadata></sports-event></tournament-part>
            </tournament></sports-content></inlineXML></contentSet></newsItem>
            """
                    .replace("+00:00:00|absolute", "90:01:47.000|absolute")
                    .replaceAll(
                            "RIDER\\((.*?)\\|(.*?)\\|(.*?)\\|(.*?)\\|(.*?)\\)",
                            "<player><player-metadata nationality=\"$1\"><name"
                                    + " role=\"nrol:full\">$2</name></player-metadata><player-stats"
                                    + " score=\"$3\" score-units=\"spscoreunits:time-$4\"><rank"
                                    + " value=\"$5\"/></player-stats></player>");

    private static final String ONE_DAY =
            """
            <sp:sports-content xmlns:sp="urn:x"><sp:sports-event>
            <sp:event-metadata start-date-time="2023-04-01T12:00:00Z">
            <sp:name>GP Miguel Indurain</sp:name></sp:event-metadata>
            <sp:team><sp:team-metadata><sp:name>Cofidis</sp:name></sp:team-metadata>
            <sp:player><sp:player-metadata uniform-number="31">
            <sp:name part="nprt:given">Ion</sp:name><sp:name part="nprt:family">Izagirre</sp:name>
            </sp:player-metadata><sp:player-stats rank="1" score="05:09:05"
            score-units="time-absolute"/></sp:player>
            <sp:player><sp:player-metadata>
            <sp:name part="nprt:given">Axel</sp:name><sp:name part="nprt:family">Zingle</sp:name>
            </sp:player-metadata><sp:player-stats event-outcome="x:did-not-finish"/></sp:player>
            <sp:player><sp:player-metadata><sp:name part="nprt:family">Nobody</sp:name>
            </sp:player-metadata></sp:player>
            </sp:team></sp:sports-event></sp:sports-content>
            """;

    /// The race of `FormatsTest`.
    static String ofIndurain() {
        return """
        <sports-content><sports-event><event-metadata start-date-time="2023-04-01T12:00:00Z">
        <name>Gran Premio Miguel Indurain</name></event-metadata>
        RIDER(Adrià|Roger|Equipo Kern Pharma|score="+00:00:20" score-units="u:time-relative"|2)
        RIDER(Izagirre|Ion|Cofidis|score="05:09:05.00" score-units="u:time-absolute"|1)
        RIDER(van der Poel|Mathieu|Alpecin|score="s.t." score-units="u:time-relative"|3)
        RIDER(Paret-Peintre|Valentin|AG2R Citroën|event-outcome="u:dnf"|)
        </sports-event></sports-content>
        """
                .replaceAll(
                        "RIDER\\((.*?)\\|(.*?)\\|(.*?)\\|(.*?)\\|(.*?)\\)",
                        "<team><team-metadata><name>$3</name></team-metadata><player><player-metadata><name"
                            + " part=\"n:family\">$1</name><name"
                            + " part=\"n:given\">$2</name></player-metadata><player-stats $4><rank"
                            + " value=\"$5\"/></player-stats></player></team>");
    }

    @Test
    void every_stage_and_the_standing_are_a_result_each() {
        var all = Formats.results(bytes(GIRO)).stream().map(SportsMlTest::result).toList();

        assertThat(all).hasSize(3);
        assertThat(all.get(1).file().head().key().words()).isEqualTo("teams");
        assertThat(lines(all.get(1))).containsExactly("1 Movistar Team, 269:57:03");
        var standing = all.getFirst().file();
        assertThat(standing.head().slug()).isEqualTo("giro-d-italia");
        assertThat(standing.head().year()).isEqualTo(2019);
        assertThat(standing.head().key().words()).isEmpty();
        assertThat(lines(all.getFirst()))
                .containsExactly(
                        "1 Richard Carapaz, 90:01:47",
                        "2 Vincenzo Nibali, +1:05",
                        "3 Primoz Roglic, +2:30");
        var stage = all.getLast().file();
        assertThat(stage.head().key().words()).isEqualTo("stage 21");
        assertThat(stage.head().kind()).isEqualTo(Race.Kind.ITT);
        assertThat(stage.head().metres()).isEqualTo(17_000);
        assertThat(stage.head().heldOn()).hasToString("2019-06-02");
        assertThat(lines(all.getLast()))
                .containsExactly(
                        "1 Chad Haga, 22:07",
                        "2 Victor Campenaerts, +0:04",
                        "3 Thomas De Gendt, +0:06");
        assertThat(stage.rows().getLast().entrant().family()).isEqualTo("De Gendt");
        assertThat(stage.rows()).allMatch(row -> row.entrant().nation() == null);
        assertThat(all)
                .extracting(one -> one.reading().isGuessed())
                .containsExactly(true, false, true);
    }

    @Test
    void names_in_parts_are_no_guess_and_who_has_neither_rank_nor_reason_is_set_aside() {
        var result = result(bytes(ONE_DAY));

        assertThat(result.reading().isGuessed()).isFalse();
        assertThat(result.file().head().race()).isEqualTo("GP Miguel Indurain");
        assertThat(lines(result)).containsExactly("1 Ion Izagirre, 5:09:05", "DNF Axel Zingle, ");
        assertThat(result.file().rows())
                .allMatch(row -> "Cofidis".equals(row.team()))
                .first()
                .satisfies(row -> assertThat(row.placing().bib()).isEqualTo("31"));
        assertThat(result.reading().quarantine()).hasSize(1);
    }

    @Test
    void no_entity_is_followed_and_a_file_that_ranks_nobody_says_so() {
        var entities =
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">"
                        + "<!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
        var result = result(bytes(entities + ONE_DAY.replace("Izagirre", "Iza&b;&c;")));
        assertThat(result.file().rows().getFirst().name()).isEqualTo("Ion Iza&b;&c;");

        var deep = bytes("<sports-content>" + "<player><player-stats rank=\"1\">".repeat(200_000));
        assertThat(Formats.results(deep)).hasSize(1);
        assertThat(ParsedFile.of("x", new ByteArrayInputStream(deep)))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        none -> assertThat(none.sentence()).contains("more than 200 deep"));

        assertThat(ParsedFile.of("x", new ByteArrayInputStream(bytes("<sports-content/>"))))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        none -> assertThat(none.sentence()).contains("ranks anybody"));
    }

    private static List<String> lines(ParsedResult result) {
        return result.file().rows().stream()
                .map(row ->
                        "%s %s, %s"
                                .formatted(row.placing().mark(), row.name(), row.placing().clock()))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ParsedResult result(byte[] file) {
        return (ParsedResult) ParsedFile.of("giro.xml", new ByteArrayInputStream(file));
    }
}
