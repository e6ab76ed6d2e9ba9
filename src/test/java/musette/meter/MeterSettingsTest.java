package musette.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeterSettingsTest {
    private static final Duration A_DAY = Duration.ofDays(1);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50})
    void none_to_fifty_stories_may_be_free(int allowance) {
        assertThat(new MeterSettings(allowance, A_DAY, 1).allowance()).isEqualTo(allowance);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 51})
    void fewer_or_more_are_refused_with_a_sentence(int allowance) {
        assertThatThrownBy(() -> new MeterSettings(allowance, A_DAY, 1))
                .hasMessage("musette.meter.allowance must be 0 to 50, not " + allowance);
    }

    @Test
    void a_window_shorter_than_a_day_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> new MeterSettings(5, A_DAY.minusSeconds(1), 1))
                .hasMessageStartingWith("musette.meter.window must be a day or more (like 30d)");
    }

    @Test
    void a_story_without_an_opening_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> new MeterSettings(5, A_DAY, 0))
                .hasMessage("musette.meter.opening must be 1 or more, not 0");
    }
}
