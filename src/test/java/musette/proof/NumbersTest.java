package musette.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers, gaps and times as people type them.
class NumbersTest {
    private static final Numbers NUMBERS = new Numbers();

    @ParameterizedTest
    @CsvSource({
        "first, 1, 1",
        "third, 3, 1",
        "twelfth, 12, 1",
        "twenty-first, 21, 3",
        "1st, 1, 2",
        "22nd, 22, 2",
        "3rd, 3, 2",
        "111th, 111, 2",
        "one hundred ninety-ninth, 199, 5"
    })
    void a_place_is_spelled_or_written(String words, int number, int tokens) {
        assertThat(NUMBERS.ordinal(Token.of(words), 0)).contains(new Numbers.Count(number, tokens));
    }

    @ParameterizedTest
    @ValueSource(strings = {"13", "seconds", "3 roads", "thirdly", "3.5th", "1234567th"})
    void what_names_no_place_is_none(String words) {
        assertThat(NUMBERS.ordinal(Token.of(words), 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"13|13|1", "six|6|1", "twenty-two|22|3", "1,200|1200|1", "123456|123456|1"})
    void a_number_is_spelled_or_written(String words, int number, int tokens) {
        assertThat(NUMBERS.cardinal(Token.of(words), 0))
                .contains(new Numbers.Count(number, tokens));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "5:09", "3.5", "many", "zero", "two-hundredish"})
    void what_is_no_whole_number_is_none(String words) {
        var number = NUMBERS.cardinal(Token.of(words), 0);

        assertThat(number.filter(found -> found.length() == Token.of(words).size())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13 seconds | 1300 | 0 | 2",
                "13 sec | 1300 | 0 | 2",
                "13s | 1300 | 0 | 2",
                "13-second | 1300 | 0 | 3",
                "one second | 100 | 0 | 2",
                "a second | 100 | 0 | 2",
                "thirty-five seconds | 3500 | 0 | 4",
                "0.35 seconds | 35 | 0 | 2",
                "0,5 seconds | 50 | 0 | 2",
                "+0:13 | 1300 | 0 | 2",
                "+ 1:02 | 6200 | 0 | 2",
                "1:02 | 6200 | 0 | 1",
                "+13 seconds | 1300 | 0 | 3",
                "2:03:04 | 738400 | 0 | 1",
                "two minutes | 12000 | 5900 | 2",
                "a minute | 6000 | 5900 | 2",
                "1 min 5 secs | 6500 | 0 | 4",
                "a minute and three seconds | 6300 | 0 | 5",
                "two minutes, 3 seconds | 12000 | 5900 | 2"
            })
    void a_gap_is_told_in_hundredths(String words, int hundredths, int tolerance, int tokens) {
        assertThat(NUMBERS.gap(Token.of(words), 0))
                .contains(new Numbers.Span(hundredths, tolerance, tokens));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13",
                "+",
                "+13",
                "thirteen riders",
                "a rider",
                "a",
                "1:2:3:4",
                "1:x",
                "0.355 s",
                "12345 s",
                "1.2.3 s",
                "1000:00"
            })
    void what_tells_no_time_is_no_gap(String words) {
        assertThat(NUMBERS.gap(Token.of(words), 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5:09:05, 1854500", "0:00:12, 1200", "100:30:35, 36183500", "1:02:03.5, 372350"})
    void a_time_with_hours_is_a_clock(String words, int hundredths) {
        assertThat(NUMBERS.clock(Token.of(words), 0)).contains(new Numbers.Span(hundredths, 0, 1));
    }

    @Test
    void a_time_of_the_day_or_without_hours_is_none() {
        assertThat(NUMBERS.clock(Token.of("15:20"), 0)).isEmpty();
        assertThat(NUMBERS.clock(Token.of("five hours"), 0)).isEmpty();
        assertThat(NUMBERS.clock(Token.of("5:09:05:01"), 0)).isEmpty();
        assertThat(NUMBERS.clock(Token.of("5:09:0.123"), 0)).isEmpty();
    }

    @Test
    void a_number_is_read_wherever_it_stands() {
        var tokens = Token.of("Kron was 13 seconds behind");

        assertThat(NUMBERS.gap(tokens, 2)).contains(new Numbers.Span(1_300, 0, 2));
        assertThat(NUMBERS.gap(tokens, 4)).isEmpty();
        assertThat(NUMBERS.cardinal(tokens, 2)).contains(new Numbers.Count(13, 1));
    }
}
