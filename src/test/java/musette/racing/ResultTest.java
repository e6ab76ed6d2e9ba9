package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import musette.wire.ParsedFile;
import musette.wire.ParsedFile.ParsedResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a result says of itself, in a file and once it is stored.
class ResultTest {
    private static final String HEAD =
            """
            # race: Tour de Wallonie
            # date: 2023-07-25
            # place: Huy
            # distance: 184.5 km
            # kind: one-day
            """;
    private static final String PLACES = "place,family,given\n";

    @Test
    void a_race_is_called_by_its_edition_and_a_part_of_it_by_what_it_is() {
        assertThat(Stored.of(HEAD + PLACES + "1,Doe,Ann").title()).isEqualTo("Tour de Wallonie");
        assertThat(Stored.of(HEAD + "# stage: 4\n" + PLACES + "1,Doe,Ann").title())
                .isEqualTo("Tour de Wallonie, stage 4");
        assertThat(file(HEAD + "# stage: 4\n" + PLACES + "1,Doe,Ann").head().title())
                .isEqualTo("2023 Tour de Wallonie, stage 4");
    }

    @Test
    void day_town_and_distance_are_those_of_the_stage_or_of_the_race() {
        var race = Stored.of(HEAD + PLACES + "1,Doe,Ann");
        var stage = Stored.of(HEAD + "# stage: 4\n" + PLACES + "1,Doe,Ann");

        for (var result : List.of(race, stage)) {
            assertThat(result.heldOn()).isEqualTo(LocalDate.of(2023, 7, 25));
            assertThat(result.place()).isEqualTo("Huy");
            assertThat(result.metres()).isEqualTo(184_500);
            assertThat(result.kind()).isEqualTo(result.edition().kind());
        }
        assertThat(stage.edition().heldOn()).isNull();
        assertThat(stage.edition().place()).isNull();
        assertThat(stage.edition().metres()).isNull();
    }

    @Test
    void who_starts_is_not_how_it_ended() {
        var start = Stored.of(HEAD + "# classification: start-list\nbib,family,given\n1,Doe,Ann");

        assertThat(start.isStartList()).isTrue();
        assertThat(Stored.of(HEAD + PLACES + "1,Doe,Ann").isStartList()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1 2 3, 3, ''",
        "1 3, 3, 2",
        "1 2 2 4, 4, ''",
        "1 2 2 5, 9, 4",
        "1 1 1 4, 4, ''",
        "2 3, 9, 1",
        "1 2 5, 3, 3",
        "1 2 5, 4, 3 4",
        "1 2 5, 9, 3 4",
        "DNF DNF, 3, ''",
    })
    void places_that_nobody_has_are_missing_and_those_that_two_share_are_not(
            String places, int last, String missing) {
        var rows = new StringBuilder(HEAD + PLACES);
        for (var place : words(places)) {
            rows.append("%s,Rider%d,Ann\n".formatted(place, rows.length()));
        }
        var expected = words(missing).stream().map(Integer::valueOf).toList();

        assertThat(Stored.of(rows.toString()).missingPlaces(last)).isEqualTo(expected);
        assertThat(file(rows.toString()).missingPlaces(last)).isEqualTo(expected);
    }

    private static List<String> words(String text) {
        return Pattern.compile("\\S+").matcher(text).results().map(MatchResult::group).toList();
    }

    @Test
    void winners_are_one_or_several_or_nobody() {
        var joint = HEAD + PLACES + "1,Doe,Ann\n1,Roe,Eva\n3,Poe,Ida";
        assertThat(Stored.of(joint).winners())
                .extracting(ResultRow::name)
                .containsExactly("Ann Doe", "Eva Roe");
        assertThat(file(joint).winners())
                .extracting(ResultFile.Row::name)
                .containsExactly("Ann Doe", "Eva Roe");

        var open = HEAD + PLACES + "2,Doe,Ann\nDNF,Roe,Eva";
        assertThat(Stored.of(open).winners()).isEmpty();
        assertThat(file(open).winners()).isEmpty();
    }

    @Test
    void teams_are_ranked_where_they_have_the_places() {
        var teams =
                HEAD
                        + "# classification: teams\n"
                        + "place,team,time\n"
                        + "1,Lotto,4:00:00\n"
                        + "2,Israel,4:00:10";
        var riders = HEAD + "place,family,given,team\n1,Doe,Ann,Lotto\n2,Roe,Eva,";

        assertThat(Stored.of(teams).isOfTeams()).isTrue();
        assertThat(file(teams).isOfTeams()).isTrue();
        assertThat(Stored.of(riders).isOfTeams()).isFalse();
        assertThat(file(riders).isOfTeams()).isFalse();
        assertThat(file(teams).rows())
                .extracting(ResultFile.Row::name, ResultFile.Row::teamName)
                .first()
                .hasToString("(\"Lotto\", \"\")");
        assertThat(file(riders).rows())
                .extracting(ResultFile.Row::teamName)
                .containsExactly("Lotto", "");
        assertThat(Stored.of(riders).rows())
                .extracting(ResultRow::teamName)
                .containsExactly("Lotto", "");
    }

    @Test
    void a_gap_says_from_whom_it_counts_where_that_is_not_the_winner() {
        var result =
                Stored.of(
                        HEAD
                                + """
                                place,family,given,gap
                                DSQ,Void,Vic,
                                1,Doe,Ann,+0:10
                                2,Roe,Eva,+0:12
                                3,Poe,Ida,s.t.
                                """);

        assertThat(result.rows())
                .extracting(row -> result.gapBase(row).map(ResultRow::name).orElse("nobody"))
                .containsExactly("nobody", "Vic Void", "Vic Void", "nobody");
        var usual = Stored.of(HEAD + "place,family,given,gap\n1,Doe,Ann,\n2,Roe,Eva,+0:02\n");
        assertThat(usual.rows()).allSatisfy(row -> assertThat(usual.gapBase(row)).isEmpty());
    }

    @Test
    void what_a_second_version_changed_is_told_cell_by_cell() {
        var columns = "place,family,given,team,gap,points\n";
        var before =
                Stored.of(
                        HEAD
                                + columns
                                + "1,Doe,Ann,Lotto,,10\n2,Roe,Eva,Israel,+0:02,8\n3,Poe,Ida,,,5\n");
        var after =
                Stored.of(
                        HEAD
                                + columns
                                + "1,Doe,Ann,Lidl,,12\n3,Roe,Eva,Israel,+0:13,8\n2,Poe,Ida,,,5\n");

        assertThat(ResultDiff.between(before, after).changes())
                .extracting(change ->
                        "%s %s: %s → %s"
                                .formatted(
                                        change.name(),
                                        change.field(),
                                        change.before(),
                                        change.after()))
                .containsExactly(
                        "Ann Doe TEAM: Lotto → Lidl",
                        "Ann Doe POINTS: 10 → 12",
                        "Eva Roe PLACE: 2 → 3",
                        "Eva Roe TIME: +0:02 → +0:13",
                        "Ida Poe PLACE: 3 → 2");
        assertThat(ResultDiff.between(before, before).changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, Izagirre, Ion, ESP, 1989-02-04, true, a name and nothing that contradicts it",
                "10007307253, Izagirre, Ion, -, -, true, the same number",
                "10007307253, Other, Name, -, -, true, a number before a name",
                "10007307254, Izagirre, Ion, ESP, 1989-02-04, false, another number",
                "-, Izagirre, Gorka, -, -, false, another name",
                "-, Izagirre, Ion, FRA, -, false, another nation",
                "-, Izagirre, Ion, -, 1990-01-01, false, another age",
            })
    void a_line_may_be_a_rider_unless_something_says_no(
            String uciId,
            String family,
            String given,
            String nation,
            LocalDate born,
            boolean may,
            String why) {
        var ion =
                new ResultFile.Entrant(
                        "10007307253", "Izagirre", "Ion", "ESP", LocalDate.of(1989, 2, 4));

        assertThat(ion.maybe(new ResultFile.Entrant(uciId, family, given, nation, born)))
                .as(why)
                .isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, Izagirre Insausti, true",
                "1, -, Izagirre Insausti, true",
                "-, 2, Izagirre Insausti, true",
                "1, 2, Izagirre Insausti, false",
                "-, -, Valverde, false",
            })
    void names_that_are_alike_are_near_unless_two_numbers_tell(
            String one, String other, String family, boolean areNear) {
        var ion = new ResultFile.Entrant(one, "Izagirre", "Ion", null, null);

        assertThat(ion.isNear(new ResultFile.Entrant(other, family, "Ion", null, null)))
                .isEqualTo(areNear);
    }

    @Test
    void what_was_not_known_is_taken_from_the_other_and_the_region_told_last_stays() {
        var empty = new ResultFile.Entrant(null, "Izagirre", "Ion", null, null, "fc/1", "Navarre");
        var full =
                new ResultFile.Entrant(
                        "10007307253",
                        "Izagirre",
                        "Ion",
                        "ESP",
                        LocalDate.of(1989, 2, 4),
                        null,
                        "Gipuzkoa");

        assertThat(empty.filledFrom(full))
                .isEqualTo(
                        new ResultFile.Entrant(
                                "10007307253",
                                "Izagirre",
                                "Ion",
                                "ESP",
                                LocalDate.of(1989, 2, 4),
                                "fc/1",
                                "Gipuzkoa"));
        assertThat(full.filledFrom(empty).region()).isEqualTo("Navarre");
        assertThat(full.filledFrom(empty).uciId()).isEqualTo("10007307253");
        assertThat(full.filledFrom(new ResultFile.Entrant(null, "I", "I", "FRA", null)).nation())
                .isEqualTo("ESP");
    }

    @Test
    void a_row_is_of_somebody() {
        var placing = file(HEAD + PLACES + "1,Doe,Ann").rows().getFirst().placing();

        assertThatThrownBy(() -> new ResultFile.Row(null, null, placing))
                .hasMessage("a row needs a rider or a team");
        assertThatThrownBy(() -> new ResultFile.Entrant(null, " ", "Ann", null, null))
                .hasMessage("a rider needs a family name");
    }

    private static ResultFile file(String text) {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return ((ParsedResult) ParsedFile.of("result.csv", bytes)).file();
    }
}
