package musette.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import musette.text.Document.Inline;
import musette.text.FactLink;
import musette.text.FactSource;
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

    private static String said(Inline.Fact fact) {
        return new FactWords(null).of(List.of(fact)).getFirst().says();
    }
}
