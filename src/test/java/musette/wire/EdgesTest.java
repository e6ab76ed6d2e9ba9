package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import musette.wire.Lines.Line;
import musette.wire.ParsedFile.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How long, how many and how late is still taken, and from where on it is not.
class EdgesTest {
    @ParameterizedTest
    @CsvSource({"0:59, 5900", "59:59, 359900", "1:59:59, 719900", "75, 7500", "0:00.07, 7"})
    void a_minute_has_sixty_seconds_and_an_hour_sixty_minutes(String text, int hundredths) {
        assertThat(TimeText.hundredths(text)).hasValue(hundredths);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0:60", "1:60:00", "1:00:60", "1:2:3:4", "1:-2", "", "+"})
    void what_no_clock_shows_is_no_time(String text) {
        assertThat(TimeText.hundredths(text)).isEmpty();
    }

    @Test
    void a_mark_of_correction_is_one_in_front_alone() {
        assertThat(TimeText.isCorrected("*0:07")).isTrue();
        assertThat(TimeText.isCorrected("\\* 0:07")).isTrue();
        assertThat(TimeText.isCorrected("0:07*")).isFalse();
        assertThat(TimeText.isCorrected("0:07")).isFalse();
        assertThat(TimeText.plain(",,")).isEqualTo(",,");
    }

    @Test
    void a_hundred_thousand_rows_are_the_most() {
        var columns = Columns.of("place,family", Set.of("place", "family"));
        var lines = new Lines("1,a\n".repeat(Quarantine.MOST_ROWS + 1));
        var quarantine = new Quarantine();
        for (int row = 0; row < Quarantine.MOST_ROWS; row++) {
            assertThat(quarantine.next(lines, columns)).isPresent();
        }

        assertThatThrownBy(() -> quarantine.next(lines, columns))
                .hasMessageStartingWith("The file has more than 100,000 rows");
    }

    @Test
    void the_last_of_a_hundred_thousand_has_a_place() {
        var result = ParsedFileTest.read("100000,Last,Ana,\n100001,None,Ana,");

        assertThat(ParsedFileTest.row(result, 0).placing().place()).isEqualTo(100_000);
        assertThat(result.reading().quarantine())
                .extracting(ParsedFile.Quarantined::reason)
                .containsExactly("The place '100001' is not between 1 and 100000.");
    }

    @Test
    void three_hundred_letters_of_a_line_are_kept() {
        var quarantine = new Quarantine();
        quarantine.layAside(new Line(1, "x".repeat(300)), new ParseException("Why."));
        quarantine.layAside(new Line(2, "y".repeat(301)), new ParseException("Why."));

        assertThat(quarantine.quarantine())
                .extracting(aside -> aside.raw().length())
                .containsExactly(300, 300);
    }

    @Test
    void two_plain_cells_are_enough_to_be_a_row() {
        assertThat(Columns.guess("1;Izagirre, Ion").orElseThrow().names())
                .containsExactly("place", "rider");
        assertThat(Columns.of("place,family", Set.of("place", "family")).isOpen("\"Mas")).isTrue();
    }

    @Test
    void a_table_of_results_has_places_and_whose_they_are_and_one_of_starters_has_none() {
        for (var whose : List.of("rider", "family", "team")) {
            assertThat(ColumnNames.areOfResults(List.of("place", whose))).as(whose).isTrue();
            assertThat(ColumnNames.areOfResults(List.of("bib", whose))).as(whose).isFalse();
            assertThat(ColumnNames.areOfStarters(List.of("bib", whose)))
                    .as(whose)
                    .isEqualTo(!whose.equals("team"));
            assertThat(ColumnNames.areOfStarters(List.of("bib", "place", whose))).isFalse();
        }
        assertThat(ColumnNames.areOfResults(List.of("place", "time"))).isFalse();
        assertThat(ColumnNames.areOfStarters(List.of("rider"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void the_line_of_the_first_byte_that_is_no_utf_8_is_told(int line) {
        assertThat(sentenceOfTwoPrograms(line))
                .isEqualTo(
                        "This is not UTF-8 text (near line %d); save the file as 'CSV UTF-8'."
                                .formatted(line));
    }

    /// Of a file that one program saved and another changed in that line.
    private static String sentenceOfTwoPrograms(int line) {
        var file = new ByteArrayOutputStream();
        file.writeBytes("2,Adrià\n".repeat(line).strip().getBytes(StandardCharsets.UTF_8));
        file.write(0xE0);
        file.writeBytes("\n3,Mas\n4,Landa\n".getBytes(StandardCharsets.UTF_8));
        var parsed = ParsedFile.of("f", new ByteArrayInputStream(file.toByteArray()));
        return ((Unreadable) parsed).sentence();
    }
}
