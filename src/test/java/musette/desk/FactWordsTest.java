package musette.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import musette.racing.Indurain;
import musette.racing.Result;
import musette.racing.Stored;
import musette.text.Document.Inline;
import musette.text.FactLink;
import musette.text.FactSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactWordsTest {
    private static final String KEY = "edition/9/rider/5";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "edition/9/year | 2023 | the edition's year",
                "question/together/result/17 | 10 | so many have the winner's time",
                "question/podium/result/17/rider/5 | 2 | 2 of the first three rows",
                "question/wins/edition/9/rider/5 | 2 | counted from the list of winners",
                "question/row/edition/9/rider/5 | 3 | counted from the list of winners",
                "question/earlier-win/edition/9/rider/5/1 | 2016 |"
                        + " an earlier win, from the list of winners",
                "question/defending/edition/9/rider/7 | 2022 |"
                        + " the winner before, from the list of winners",
                "question/region/edition/9/rider/5 | never |"
                        + " the list of winners has no win of the region",
                "result/17/standing | official | fact official",
                "something else | 3 | fact 3",
            })
    void each_question_is_said_in_words(String source, String value, String words) {
        assertThat(said(new Inline.Fact("x", new FactLink("fact", source, value))))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2011, 'the last win of the nation, 2011, from the list of winners'",
        "never, the list of winners has no win of the nation"
    })
    void a_nation_that_never_won_is_said_as_that(String value, String words) {
        var source = new FactSource.Asked(FactSource.Question.NATION, KEY);

        assertThat(said(new Inline.Fact("the first", new FactLink("year", source, value))))
                .isEqualTo(words);
    }

    @Test
    void a_fact_of_a_row_is_said_with_the_rider_the_time_and_the_row() {
        var result = Stored.of(Indurain.official());
        var words = new FactWords(result);

        assertThat(words.of(List.of(gapOf(result, 2), gapOf(result, 5))))
                .extracting(line -> line.says() + " (" + line.row() + ")")
                .containsExactly("Mattias Skjelmose, +0:13, row 3 (3)", "Ben Hermans, row 6 (6)");
        assertThat(words.rows())
                .hasSize(6)
                .contains(new EditorPage.ResultLine(3, "3", "Mattias Skjelmose", "+0:13"))
                .contains(new EditorPage.ResultLine(6, "DNS", "Ben Hermans", ""));
    }

    @Test
    void a_fact_of_another_result_or_of_nobody_s_row_points_at_none() {
        var words = new FactWords(Stored.of(Indurain.official()));

        for (var source : List.of("result/2/rider/2/gap", "result/1/rider/999/gap", "by hand")) {
            assertThat(words.of(List.of(fact(source))))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.row()).isZero();
                        assertThat(line.says()).isEqualTo("gap 1300");
                    });
        }
        assertThat(new FactWords(null).rows()).isEmpty();
        assertThat(new FactWords(null).of(List.of(fact("result/1/rider/2/gap"))).getFirst().row())
                .isZero();
    }

    @Test
    void forty_rows_are_enough_beside_an_editor() {
        var rows =
                IntStream.rangeClosed(1, 50)
                        .mapToObj(n -> "%d,Rider%d,Ana".formatted(n, n))
                        .collect(Collectors.joining("\n"));
        var words =
                new FactWords(Stored.of("# race: Tour\n# year: 2023\nplace,family,given\n" + rows));

        assertThat(words.rows()).hasSize(40);
        assertThat(words.rows().getLast().rider()).isEqualTo("Ana Rider40");
    }

    private static Inline.Fact gapOf(Result result, int row) {
        var key = result.rows().get(row).competitor().key();
        return fact("result/1/%s/gap".formatted(key));
    }

    private static Inline.Fact fact(String source) {
        return new Inline.Fact("at 13 seconds", new FactLink("gap", source, "1300"));
    }

    private static String said(Inline.Fact fact) {
        return new FactWords(null).of(List.of(fact)).getFirst().says();
    }
}
