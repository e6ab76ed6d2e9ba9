package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a cell may hold, column by column, and the sentence for one that holds something else.
class CellsTest {
    private static final Cells EMPTY = new Cells(Map.of());

    @Test
    void an_empty_cell_is_no_value_and_no_mistake() {
        var blank = cell("");
        for (var cells : new Cells[] {EMPTY, blank}) {
            assertThat(cells.has("it")).isFalse();
            assertThat(cells.text("it")).isEmpty();
            assertThat(cells.name("it")).isEmpty();
            assertThat(cells.nameOrNull("it")).isNull();
            assertThat(cells.whole("it", 10)).isNull();
            assertThat(cells.word("it")).isNull();
            assertThat(cells.uciId("it")).isNull();
            assertThat(cells.nation("it")).isNull();
            assertThat(cells.date("it")).isNull();
            assertThat(cells.decimal("it")).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1., 1", "007, 7", "300, 300"})
    void a_whole_number_may_end_in_a_full_stop(String text, int number) {
        assertThat(cell(text).whole("it", 300)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1..", ".", "-1", "+1", "1.5", "one", "1 2", "1234567", "١"})
    void what_is_no_number_is_said_so(String text) {
        refused(() -> cell(text).whole("it", 300), "The it '%s' is not a number.".formatted(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "301", "999999"})
    void a_number_out_of_bounds_is_told_the_bounds(String text) {
        refused(
                () -> cell(text).whole("it", 300),
                "The it '%s' is not between 1 and 300.".formatted(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "ion-izagirre", "a.b~c_d", "Élodie", "x"})
    void a_word_that_others_know_something_by_stays_as_it_is(String text) {
        assertThat(cell(text).word("it")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "a/b", "a?b", "<b>"})
    void an_address_or_two_words_are_no_word(String text) {
        refused(
                () -> cell(text).word("it"),
                "The it '%s' is not a number or one word.".formatted(text));
    }

    @Test
    void a_word_has_eighty_letters_at_most() {
        assertThat(cell("a".repeat(80)).word("it")).hasSize(80);
        refused(
                () -> cell("a".repeat(81)).word("it"),
                "The it '%s…' is not a number or one word.".formatted("a".repeat(40)));
    }

    @Test
    void a_uci_id_has_eleven_digits_however_they_are_spaced() {
        assertThat(cell("10007307253").uciId("it")).isEqualTo("10007307253");
        assertThat(cell("100 073 072 53").uciId("it")).isEqualTo("10007307253");
        for (var wrong : new String[] {"1000730725", "100073072531", "1000730725x"}) {
            refused(
                    () -> cell(wrong).uciId("it"),
                    "The it '%s' is not a UCI ID of eleven digits.".formatted(wrong));
        }
    }

    @Test
    void a_nation_has_three_letters_in_capitals_or_not() {
        assertThat(cell("ESP").nation("it")).isEqualTo("ESP");
        assertThat(cell("esp").nation("it")).isEqualTo("ESP");
        for (var wrong : new String[] {"ES", "Spain", "E5P", "ÑÑÑ"}) {
            refused(
                    () -> cell(wrong).nation("it"),
                    "The it '%s' is not a nation like ESP.".formatted(wrong));
        }
    }

    @ParameterizedTest
    @CsvSource({"1800-01-01", "1989-02-04", "2024-02-29", "2199-12-31"})
    void a_day_is_one_of_four_centuries(LocalDate day) {
        assertThat(cell(day.toString()).date("it")).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1799-12-31",
                "2200-01-01",
                "2023-02-29",
                "2023-13-01",
                "2023-4-1",
                "01.04.2023",
                "+2023-04-01",
                "2023-04-01T00:00",
                "4 February 1989"
            })
    void every_other_is_said_to_be_none(String text) {
        refused(
                () -> cell(text).date("it"),
                "The it '%s' is not a date like 1989-02-04.".formatted(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "12|12", "-4|-4", "3.5|3.5", "3,25|3.25", "999999|999999"})
    void points_may_be_halves_and_may_be_taken_away(String text, BigDecimal points) {
        assertThat(cell(text).decimal("it")).isEqualTo(points);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1.", ".5", "1000000", "1e3", "+4", "twelve", "1,2,3"})
    void what_are_no_points_is_said_so(String text) {
        refused(
                () -> cell(text).decimal("it"),
                "The it '%s' is not a number of points.".formatted(text));
    }

    @Test
    void names_and_notes_end_somewhere() {
        assertThat(cell("n".repeat(120)).name("it")).hasSize(120);
        assertThat(cell("n".repeat(120)).nameOrNull("it")).hasSize(120);
        refused(() -> cell("n".repeat(121)).name("it"), "The it is longer than 120 letters.");
        refused(() -> cell("n".repeat(121)).nameOrNull("it"), "The it is longer than 120 letters.");
        assertThat(cell("n".repeat(500)).note("it")).hasSize(500);
        refused(() -> cell("n".repeat(501)).note("it"), "The it is longer than 500 letters.");
    }

    @Test
    void a_sentence_shows_the_beginning_of_a_long_cell_only() {
        refused(
                () -> cell("9".repeat(41)).whole("it", 10),
                "The it '%s…' is not a number.".formatted("9".repeat(40)));
        refused(
                () -> cell("9".repeat(40)).whole("it", 10),
                "The it '%s' is not a number.".formatted("9".repeat(40)));
    }

    @Test
    void new_cells_take_the_place_of_those_of_the_same_column() {
        var both =
                new Cells(Map.of("place", "1", "gap", "", "team", "Cofidis"))
                        .with(Map.of("gap", "+0:13", "place", "2"));

        assertThat(both.values())
                .containsOnly(
                        Map.entry("place", "2"),
                        Map.entry("gap", "+0:13"),
                        Map.entry("team", "Cofidis"));
        assertThat(both.with(Map.of("place", "")).filled()).containsOnlyKeys("gap", "team");
    }

    private static Cells cell(String text) {
        return new Cells(Map.of("it", text));
    }

    private static void refused(ThrowingCallable question, String sentence) {
        assertThatThrownBy(question)
                .isInstanceOfSatisfying(
                        ParseException.class,
                        refused -> assertThat(refused.sentence()).isEqualTo(sentence));
    }
}
