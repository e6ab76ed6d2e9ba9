package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import musette.wire.Lines.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines keep the number they have in the file, whatever ends them and whatever stands between.
class LinesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a\n\nb\n", "a\r\n\r\nb", "a\r\rb\r", "a\n \t \nb"})
    void blank_lines_are_passed_over_and_counted(String text) {
        assertThat(all(text)).containsExactly(new Line(1, "a"), new Line(3, "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \n\t\n", "\uFEFF"})
    void a_text_of_blanks_has_no_line(String text) {
        assertThat(all(text)).isEmpty();
    }

    @Test
    void the_byte_order_mark_is_no_part_of_the_first_line() {
        assertThat(all("\uFEFFplace\n1")).containsExactly(new Line(1, "place"), new Line(2, "1"));
        assertThat(all("a\n\uFEFFb")).contains(new Line(2, "\uFEFFb"));
    }

    @Test
    void a_line_that_was_put_back_comes_again() {
        var lines = new Lines("a\nb");
        var first = lines.next().orElseThrow();
        lines.putBack(first);

        assertThat(lines.next()).contains(first);
        assertThat(lines.next()).contains(new Line(2, "b"));
        assertThat(lines.next()).isEmpty();
    }

    @Test
    void a_line_broken_inside_a_cell_is_one_line_with_a_blank_for_each_break() {
        var lines = new Lines("1,\"Ion\nMikel\nIzagirre\"\n2,b");

        assertThat(joined(lines)).isEqualTo(new Line(1, "1,\"Ion Mikel Izagirre\""));
        assertThat(lines.next()).contains(new Line(4, "2,b"));
    }

    @Test
    void four_breaks_are_the_most() {
        assertThat(joined(new Lines("\"a\nb\nc\nd\ne\"")).text()).isEqualTo("\"a b c d e\"");

        var five = new Lines("\"a\nb\nc\nd\ne\nf\"");
        assertThat(joined(five)).isEqualTo(new Line(1, "\"a"));
        assertThat(rest(five)).extracting(Line::text).containsExactly("b", "c", "d", "e", "f\"");
    }

    @Test
    void a_mark_that_nobody_closes_spoils_its_own_line_only() {
        var lines = new Lines("1,\"a\n2,b\n3,c");

        assertThat(joined(lines)).isEqualTo(new Line(1, "1,\"a"));
        assertThat(rest(lines)).containsExactly(new Line(2, "2,b"), new Line(3, "3,c"));
    }

    @Test
    void a_row_of_its_own_is_no_part_of_the_one_above() {
        var lines = new Lines("1,\"a\n2,b\n3,c\"");

        assertThat(joined(lines, line -> !line.startsWith("2")).text()).isEqualTo("1,\"a");
        assertThat(rest(lines)).extracting(Line::text).containsExactly("2,b", "3,c\"");
    }

    @Test
    void signs_that_no_text_has_are_told_with_their_line() {
        assertThatThrownBy(() -> all("a\nb\u0000c"))
                .isInstanceOf(ParseException.class)
                .hasMessage("Line 2 holds signs that no text has; this is not a CSV file.");
        assertThat(all("a\tb")).containsExactly(new Line(1, "a\tb"));
    }

    @Test
    void a_line_ends_after_four_thousand_letters() {
        assertThat(all("x".repeat(4_000)).getFirst().text()).hasSize(4_000);
        assertThatThrownBy(() -> all("a\n" + "x".repeat(4_001)))
                .hasMessage("Line 2 is longer than 4000 letters; this is not a results file.");
    }

    private static Line joined(Lines lines) {
        return joined(lines, line -> true);
    }

    /// Whole once it ends in a quotation mark.
    private static Line joined(Lines lines, Predicate<String> mayFollow) {
        return lines.joined(lines.next().orElseThrow(), mayFollow, line -> line.endsWith("\""));
    }

    private static List<Line> all(String text) {
        return rest(new Lines(text));
    }

    private static List<Line> rest(Lines lines) {
        var all = new ArrayList<Line>();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            all.add(line.get());
        }
        return all;
    }
}
