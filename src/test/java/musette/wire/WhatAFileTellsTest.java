package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import musette.racing.ResultFile;
import musette.wire.ParsedFile.Neighbours;
import musette.wire.ParsedFile.ParsedResult;
import musette.wire.ParsedFile.Quarantined;
import musette.wire.ParsedFile.Unreadable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a file tells beside its rows, what of it is believed, and what the reading says of the
/// rest.
class WhatAFileTellsTest {
    private static final String HEAD = "# race: Tour\n# year: 2023\n";
    private static final String ROWS = "place,family,given\n1,Doe,Ann\n";
    private static final String BESIDE = HEAD + "# earlier-winners: winners.csv\n" + ROWS;
    private static final String WINNERS = "year,family,given\n2022,Roe,Eva\n";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "# race: Giro, \"The list of earlier winners, winners.csv: It is of another race,"
                        + " Giro.\"",
                "# race: Tour, ''",
                "# complete-since: 2006, ''",
            })
    void a_list_beside_a_result_is_of_its_race_or_left_alone(String first, String remark) {
        var result = read(BESIDE, name -> Optional.of(bytes(first + "\n" + WINNERS)));

        var told = remark.replace("'", "");
        assertThat(result.reading().remarks())
                .isEqualTo(told.isEmpty() ? List.of() : List.of(told));
        assertThat(result.winners() == null).isEqualTo(!told.isEmpty());
    }

    @Test
    void a_list_of_the_race_goes_where_the_result_goes() {
        var head = "# slug: tour-of-women\n";

        var result = read(head + BESIDE, name -> Optional.of(bytes("# race: Tour\n" + WINNERS)));
        assertThat(winners(result).file().slug()).isEqualTo("tour-of-women");
        assertThat(winners(result).file().race()).isEqualTo("Tour");

        var own = "# race: Tour\n# slug: tour\n" + WINNERS;
        assertThat(read(head + BESIDE, name -> Optional.of(bytes(own))).winners())
                .as("a list that says where it goes")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "year,family\\n2022,Roe | The header lacks the column given; it has: year, family.",
                "year,family,given\\nsoon,Roe,Eva | No row",
            })
    void whatever_is_wrong_with_a_list_is_a_remark(String list, String sentence) {
        var result = read(BESIDE, name -> Optional.of(bytes(list.replace("\\n", "\n"))));

        assertThat(result.winners()).isNull();
        assertThat(result.file().rows()).hasSize(1);
        assertThat(result.reading().remarks())
                .singleElement()
                .asString()
                .startsWith("The list of earlier winners, winners.csv: " + sentence);
    }

    @Test
    void a_list_that_did_not_come_or_breaks_off_is_a_remark() {
        assertThat(read(BESIDE, name -> Optional.empty()).reading().remarks())
                .containsExactly(
                        "The list of earlier winners, winners.csv, did not come with this file.");
        assertThat(read(BESIDE, name -> Optional.of(new Broken())).winners()).isNull();
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("cut off");
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            return read();
        }
    }

    @Test
    void a_list_alone_must_say_whose_winners_these_are() {
        assertThat(((Unreadable) parsed(WINNERS)).sentence())
                .startsWith("The list does not say whose winners these are;");
        assertThat(((Unreadable) parsed("# race: Tour\nyear,family\n2022,Roe\n")).sentence())
                .startsWith("The header lacks the column given");
        assertThat(parsed("# race: Tour\nyear,family,given\nsoon,Roe,Eva\n"))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void a_number_that_somebody_above_has_is_set_aside() {
        var result =
                result(
                        HEAD
                                + """
                                place,bib,uci_id,family,given
                                1,7,10009404647,Doe,Ann
                                2,8,10009404647,Roe,Eva
                                3,7,,Poe,Ida
                                4,,,Loe,Ina
                                5,,,Noe,Una
                                """);

        assertThat(result.reading().quarantine())
                .extracting(Quarantined::line)
                .containsExactly(5, 6);
        assertThat(result.reading().quarantine().getFirst().reason()).contains("UCI ID");
        assertThat(result.reading().quarantine().getLast().reason()).contains("bib");
        assertThat(result.file().rows()).hasSize(3);
    }

    @Test
    void a_team_time_trial_is_of_teams_unless_riders_are_named() {
        var ttt = HEAD + "# kind: ttt\n";

        assertThat(result(ttt + "place,team,time\n1,Aurora,35:27\n").file().isOfTeams()).isTrue();
        assertThat(result(ttt + "place,family,given,team\n1,Doe,Ann,Aurora\n").file().isOfTeams())
                .isFalse();
        assertThat(result(ttt + "place,rider,team\n1,DOE Ann,Aurora\n").file().isOfTeams())
                .isFalse();
        assertThat(parsed(HEAD + "place,team,time\n1,Aurora,35:27\n"))
                .as("a race on the road is of riders")
                .isInstanceOf(Unreadable.class);
        assertThat(
                        parsed(
                                ttt
                                        + "# stage: 1\n"
                                        + "# classification: points\n"
                                        + "place,team,points\n"
                                        + "1,Aurora,5\n"))
                .as("points are of riders, too")
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void where_teams_are_ranked_a_row_needs_one() {
        var teams = HEAD + "# classification: teams\n";
        var result = result(teams + "place,team,time\n1,Aurora,35:27\n2,,35:28\n");

        assertThat(result.reading().quarantine())
                .extracting(Quarantined::reason)
                .containsExactly("The row names no team.");
        assertThat(((Unreadable) parsed(teams + "place,time\n1,35:27\n")).sentence())
                .startsWith("The header lacks the column team");
    }

    @Test
    void a_number_of_a_rider_is_somebody_s_and_the_file_says_whose() {
        var rows = "place,family,given,rider_id\n1,Doe,Ann,84019\n";
        var nobodys = result(HEAD + rows);
        assertThat(nobodys.reading().remarks())
                .singleElement()
                .asString()
                .startsWith(
                        "Riders are known by their rider_id only where a line says whose it is");
        assertThat(keyOf(nobodys)).isNull();

        var theirs = result(HEAD + "# provider: Timing AG\n" + rows);
        assertThat(theirs.reading().remarks()).isEmpty();
        assertThat(keyOf(theirs)).isEqualTo("timing-ag/84019");
    }

    private static @Nullable String keyOf(ParsedResult result) {
        return Optional.ofNullable(result.file().rows().getFirst().entrant())
                .map(ResultFile.Entrant::providerKey)
                .orElse(null);
    }

    @Test
    void numbers_without_places_are_starters_and_somebody_looks_at_that() {
        var result = result(HEAD + "bib,family,given\n1,Doe,Ann\n");

        assertThat(result.file().head().key().isStartList()).isTrue();
        assertThat(result.isGuessed()).isTrue();
        assertThat(result.reading().remarks())
                .containsExactly("There are numbers and no places: it was taken for a start list.");

        var told = result(HEAD + "# classification: start-list\nbib,family,given\n1,Doe,Ann\n");
        assertThat(told.isGuessed()).isFalse();
        assertThat(told.reading().remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,DOE Ann,Aurora,,5:09:05", "1;DOE Ann;Aurora;;5:09:05"})
    void columns_without_names_are_guessed_and_told(String row) {
        var result = result(HEAD + row + "\n" + row.replace("1", "2").replace("DOE", "ROE") + "\n");

        assertThat(result.isGuessed()).isTrue();
        assertThat(result.reading().remarks())
                .anySatisfy(remark ->
                        assertThat(remark)
                                .startsWith("The table has no names over its columns;")
                                .contains("place, rider, team, not used, time."));
    }

    private static ParsedFile.ParsedWinners winners(ParsedResult result) {
        return Optional.ofNullable(result.winners()).orElseThrow();
    }

    private static ParsedResult result(String text) {
        return (ParsedResult) parsed(text);
    }

    private static ParsedFile parsed(String text) {
        return ParsedFile.of("result.csv", bytes(text));
    }

    private static ParsedResult read(String text, Neighbours neighbours) {
        return (ParsedResult) ParsedFile.of("result.csv", bytes(text), neighbours);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
