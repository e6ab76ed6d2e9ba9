package musette.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Figures that benchmarks report.
class TimingsTest {
    private final Timings timings = new Timings();

    @Test
    void nothing_asked_has_no_share_and_no_time() {
        assertThat(timings.share()).isZero();
        assertThat(timings.p99()).isZero();
        assertThat(timings.others()).isZero();
    }

    @Test
    void a_share_of_the_times_is_told_in_milliseconds() {
        for (int millis = 100; millis >= 1; millis--) {
            timings.add(millis * 1_000_000L, true);
        }

        assertThat(timings.p99()).isEqualTo(100.0);
        assertThat(timings.millis(0.5)).isEqualTo(51.0);
        assertThat(timings.millis(0)).isEqualTo(1.0);
    }

    @Test
    void a_share_is_never_rounded_up_to_all() {
        IntStream.range(0, 99_999).forEach(one -> timings.add(1, true));
        assertThat(timings.share()).isEqualTo(1.0);

        timings.add(1, false);

        assertThat(timings.share()).isEqualTo(0.9999);
        assertThat(timings.others()).isEqualTo(1);
        assertThat(timings.asked()).isEqualTo(100_000);
    }
}
