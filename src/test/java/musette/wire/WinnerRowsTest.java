package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import musette.racing.WinnersFile;
import musette.wire.ParsedFile.Quarantined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A list of winners, year by year; a line that makes no sense costs no other its place.
class WinnerRowsTest {
    private static final String HEADER = "year,family,given,nation,team,status";

    private final Quarantine quarantine = new Quarantine();

    @Test
    void a_year_has_a_winner_or_a_word_for_why_it_has_none() {
        var rows =
                read(
                        "2021,VALVERDE,Alejandro,ESP,Movistar,\n"
                                + "2020,,,,,cancelled\n"
                                + "1937,,,,,not held");

        assertThat(rows).extracting(WinnersFile.Row::year).containsExactly(2021, 2020, 1937);
        assertThat(rows).extracting(WinnersFile.Row::line).containsExactly(2, 3, 4);
        assertThat(rows.getFirst().winner().name()).isEqualTo("Alejandro Valverde");
        assertThat(rows.getFirst().winner().nation()).isEqualTo("ESP");
        assertThat(rows.getFirst().team()).isEqualTo("Movistar");
        assertThat(rows.get(1).winner()).isNull();
        assertThat(rows.get(1).team()).isNull();
        assertThat(rows.get(2).winner()).isNull();
        assertThat(quarantine.quarantine()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1799,Doe,Ann,,, | The year '1799' is not a year.",
                ",Doe,Ann,,, | The year '' is not a year.",
                "2200,Doe,Ann,,, | The year '2200' is not between 1 and 2199.",
                "MMXX,Doe,Ann,,, | The year 'MMXX' is not a number.",
                "2020,,,,,perhaps | The status 'perhaps' is not 'cancelled' or 'not held'.",
                "2020,Doe,Ann,,,cancelled | The year has a winner and is 'cancelled' at once.",
            })
    void a_line_that_makes_no_sense_is_set_aside_with_the_reason(String line, String reason) {
        var rows = read("1800,Roe,Jo,,,\n" + line + "\n2199,Poe,Al,,,");

        assertThat(rows).extracting(WinnersFile.Row::year).containsExactly(1800, 2199);
        assertThat(quarantine.quarantine()).containsExactly(new Quarantined(3, reason, line));
    }

    @Test
    void a_long_line_is_shown_by_its_beginning() {
        read("1," + "x".repeat(400));

        assertThat(quarantine.quarantine())
                .singleElement()
                .satisfies(aside -> assertThat(aside.raw()).hasSize(300));
    }

    @Test
    void a_nation_that_makes_no_sense_is_left_out_and_the_year_stays() {
        assertThat(read("2020,Doe,Ann,Spain,,").getFirst().winner().nation()).isNull();
        assertThat(quarantine.remarks())
                .containsExactly(
                        "Line 2: The nation 'Spain' is not a nation like ESP. It was left out, the"
                                + " row stays.");
    }

    @Test
    void the_file_s_own_remarks_are_no_rows() {
        assertThat(read("# seen at the finish\n2021,Doe,Ann,,,\n#2020,Roe,Jo,,,")).hasSize(1);
    }

    @Test
    void a_sentence_is_remarked_once_and_two_hundred_are_the_most() {
        for (int each = 0; each < 300; each++) {
            quarantine.remark("Line %d says so.".formatted(each / 2 * 2));
        }
        assertThat(quarantine.remarks()).hasSize(150).doesNotHaveDuplicates();
        for (int each = 0; each < 300; each++) {
            quarantine.remark("Another line, %d.".formatted(each));
        }
        assertThat(quarantine.remarks()).hasSize(200).last().isEqualTo("Another line, 49.");
    }

    private List<WinnersFile.Row> read(String rows) {
        var lines = new Lines(HEADER + "\n" + rows);
        var header = lines.next().orElseThrow().text();
        return new WinnerRows(Columns.of(header, WinnerRows.COLUMNS), quarantine).read(lines);
    }
}
