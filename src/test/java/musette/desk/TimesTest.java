package musette.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import musette.site.ExampleSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Times as the desk in Madrid reads them, at twelve minutes past five on the first of April.
class TimesTest {
    private static final Instant NOW = Instant.parse("2023-04-01T15:12:00Z");

    private final Times times = new Times(Clock.fixed(NOW, ZoneOffset.UTC), ExampleSite.SETTINGS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-04-01T15:12:00Z | 17:12",
                "2023-03-31T22:00:00Z | 00:00",
                "2023-03-31T21:59:00Z | '31 March, 23:59'",
                "2023-04-01T22:00:00Z | '2 April, 00:00'",
                "2022-12-31T23:00:00Z | '1 January, 00:00'",
                "2022-12-31T22:59:00Z | '31 December 2022, 23:59'"
            })
    void today_has_an_hour_this_year_a_day_and_what_is_older_a_year(Instant then, String words) {
        assertThat(times.words(then)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, just now",
        "59, just now",
        "60, 1 min",
        "3599, 59 min",
        "3600, 1 h 0 min",
        "7800, 2 h 10 min",
        "86399, 23 h 59 min",
        "86400, 1 day",
        "172799, 1 day",
        "172800, 2 days",
        "-30, just now"
    })
    void an_age_is_told_in_its_largest_units(long seconds, String words) {
        assertThat(times.age(NOW.minusSeconds(seconds))).isEqualTo(words);
    }

    @Test
    void a_field_s_moment_is_one_of_the_publication_s_zone() {
        assertThat(times.zone()).isEqualTo("Europe/Madrid");
        assertThat(times.field(NOW)).isEqualTo("2023-04-01T17:12");
        assertThat(times.moment("2023-04-01T17:12")).contains(NOW);
        assertThat(times.moment(times.field(NOW))).contains(NOW);
    }

    @Test
    void an_hour_that_the_clocks_pass_over_is_the_one_after_it() {
        assertThat(times.moment("2023-03-26T02:30"))
                .contains(Instant.parse("2023-03-26T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17:12", "2023-04-01", "2023-04-31T17:12", "tomorrow"})
    void what_is_no_moment_is_none(String local) {
        assertThat(times.moment(local)).isEmpty();
    }
}
