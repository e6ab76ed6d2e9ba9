package musette.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import musette.racing.Gap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    private final Language english = Language.english();

    @ParameterizedTest
    @CsvSource({
        "100, one second",
        "200, two seconds",
        "900, nine seconds",
        "1000, 10 seconds",
        "1300, 13 seconds",
        "5900, 59 seconds",
        "35, 0.35 seconds",
        "6000, 1:00",
        "6200, 1:02",
        "372300, 1:02:03"
    })
    void a_gap_is_told_in_house_style(int hundredths, String words) {
        assertThat(english.gap(new Gap(hundredths))).isEqualTo(words);
    }

    @Test
    void no_gap_is_never_zero_seconds() {
        assertThatThrownBy(() -> english.gap(new Gap(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1, first",
        "2, second",
        "9, ninth",
        "10, 10th",
        "11, 11th",
        "22, 22nd",
        "103, 103rd"
    })
    void ordinals_follow_the_same_rule(int n, String words) {
        assertThat(english.ordinal(n)).isEqualTo(words);
    }
}
