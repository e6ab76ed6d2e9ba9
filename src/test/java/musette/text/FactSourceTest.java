package musette.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import musette.text.FactSource.Asked;
import musette.text.FactSource.Cell;
import musette.text.FactSource.EarlierWin;
import musette.text.FactSource.OfResult;
import musette.text.FactSource.Property;
import musette.text.FactSource.Question;
import musette.text.FactSource.Row;
import musette.text.FactSource.SharedGap;
import musette.text.FactSource.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactSourceTest {
    private static final String ROW = "result/17/rider/5";

    static Stream<FactSource> all() {
        return Stream.of(
                new Row(ROW, Cell.RIDER),
                new Row("file/result.csv/line/3", Cell.GAP),
                new SharedGap(List.of(ROW, "result/17/rider/6")),
                new Asked(Question.TOGETHER, "result/17"),
                new OfResult("result/17", Property.STANDING),
                new OfResult("file/a b.csv", Property.FINISH),
                new Year("edition/9"),
                new Asked(Question.WINS, "edition/9/rider/5"),
                new EarlierWin("edition/9/rider/5", 2),
                new Asked(Question.ROW, "edition/9/rider/5"),
                new Asked(Question.NATION, "edition/9/rider/5/SLO"),
                new Asked(Question.REGION, "edition/9/rider/5/the Basque Country"),
                new Asked(Question.DEFENDING, "edition/9/rider/7"),
                new Asked(Question.PODIUM, ROW));
    }

    /// Published stories keep these for ever.
    @Test
    void a_question_is_spelled_as_it_ever_was() {
        assertThat(Stream.of(Question.values()).map(it -> new Asked(it, "x").spelled()))
                .containsExactly(
                        "question/together/x",
                        "question/wins/x",
                        "question/row/x",
                        "question/nation/x",
                        "question/region/x",
                        "question/defending/x",
                        "question/podium/x");
    }

    @ParameterizedTest
    @MethodSource("all")
    void each_is_read_as_it_is_spelled(FactSource source) {
        assertThat(FactSource.of(source.spelled())).hasValue(source);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "gap", "result/17/nothing", "question/earlier-win/x/y"})
    void anything_else_is_none(String spelling) {
        assertThat(FactSource.of(spelling)).isEmpty();
    }

    @Test
    void a_row_in_the_house_knows_its_numbers() {
        assertThat(new Row(ROW, Cell.GAP).result()).hasValue(17);
        assertThat(new Row(ROW, Cell.GAP).isAbout("rider/5")).isTrue();
        assertThat(new Row("result/17/team/12", Cell.GAP).isAbout("team/12")).isTrue();
        assertThat(new Row("result/17/team/12", Cell.GAP).isAbout("rider/12")).isFalse();
        assertThat(new Row("file/result.csv/line/3", Cell.GAP).result()).isEmpty();
    }
}
