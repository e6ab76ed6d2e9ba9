package musette.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import musette.desk.Difference.Change;
import musette.text.Document;
import musette.text.Document.Inline;
import musette.text.PlainText;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    @Test
    void words_that_changed_are_told_from_words_that_stayed() {
        var before = List.of("Izagirre wins", "Skjelmose was third at +0:13, alone.", "Rain.");
        var after = List.of("Izagirre wins", "Skjelmose was third at +0:14.", "Rain.", "Sun.");

        assertThat(shown(Difference.between(before, after)))
                .isEqualTo(
                        """
                        Izagirre wins
                        Skjelmose was third at +{0:13, alone}[0:14].
                        Rain.
                        [Sun.]\
                        """);
        assertThat(Difference.between(before, before).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He was at 13 seconds. | He was at 20 seconds. | He was at {13}[20] seconds.",
                "Kron won. | Andreas Kron won. | [Andreas ]Kron won.",
                "He won, alone. | He won. | He won{, alone}.",
                "O’Connor was 5:09:05 | O’Connor was 5:09:50 | O’Connor was {5:09:05}[5:09:50]",
                "Pogačar won | Pogacar won | {Pogačar}[Pogacar] won",
                "a  b | a b | a{  }[ ]b"
            })
    void words_are_compared_and_not_letters(String before, String after, String shown) {
        assertThat(shown(Difference.between(List.of(before), List.of(after)))).isEqualTo(shown);
    }

    @Test
    void lines_that_came_and_went_are_shown_whole() {
        assertThat(shown(Difference.between(List.of("One", "Two"), List.of("One", "Half", "Two"))))
                .isEqualTo("One\n[Half]\nTwo");
        assertThat(shown(Difference.between(List.of("One", "Two", "Three"), List.of("Three"))))
                .isEqualTo("{One}\n{Two}\nThree");
        assertThat(shown(Difference.between(List.of("a", "b"), List.of("c"))))
                .as("the first in the place of the first")
                .isEqualTo("{a}[c]\n{b}");
    }

    @Test
    void a_picture_a_table_and_an_update_are_told_in_words() {
        var picture =
                new Document.Picture(
                        "0123456789abcdef0123456789abcdef",
                        List.of(new Inline.Text("The finish", List.of())));
        var update =
                new Document.Update(
                        Instant.ofEpochSecond(1_680_361_925),
                        List.of(
                                new Document.Paragraph(
                                        List.of(new Inline.Text("Rain.", List.of())))));
        var table = PlainText.read("| Stage | Day |\n| 1 | 1 July |").blocks().getFirst();
        assertThat(
                        Stream.of(picture, update, new Document.ResultTable(), table)
                                .flatMap(block -> Difference.lines(block, at -> "17:12")))
                .containsExactly(
                        "Picture 012345: The finish",
                        "Update, 17:12: Rain.",
                        "The table of the result",
                        "Stage | Day",
                        "1 | 1 July");
    }

    @Test
    void a_line_rewritten_at_great_length_is_shown_whole() {
        var before = List.of("old ".repeat(5_000));
        var after = List.of("new ".repeat(5_000));

        assertThat(shown(Difference.between(before, after)))
                .isEqualTo("{" + before.getFirst() + "}[" + after.getFirst() + "]");
    }

    @RepeatedTest(50)
    void nothing_of_either_version_is_left_out() {
        var random = new Random();
        var before = lines(random);
        var after = lines(random);
        var difference = Difference.between(before, after);

        assertThat(without(difference, Change.ADDED)).containsExactlyElementsOf(filled(before));
        assertThat(without(difference, Change.REMOVED)).containsExactlyElementsOf(filled(after));
    }

    private static List<String> lines(Random random) {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(line ->
                        IntStream.range(0, random.nextInt(6))
                                .mapToObj(word ->
                                        List.of("a", "b", "0:13", "–").get(random.nextInt(4)))
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    private static List<String> filled(List<String> lines) {
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }

    private static List<String> without(Difference difference, Change change) {
        return filled(
                difference.lines().stream()
                        .map(line ->
                                line.runs().stream()
                                        .filter(run -> run.change() != change)
                                        .map(Difference.Run::words)
                                        .collect(Collectors.joining()))
                        .toList());
    }

    private static String shown(Difference difference) {
        return difference.lines().stream()
                .map(line ->
                        line.runs().stream()
                                .map(run ->
                                        switch (run.change()) {
                                            case SAME -> run.words();
                                            case ADDED -> "[" + run.words() + "]";
                                            case REMOVED -> "{" + run.words() + "}";
                                        })
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
