package musette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/// Times as a page shows them: in the publication's zone, no longer than needed.
class MomentTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Instant FINISH = Instant.parse("2023-04-01T15:12:00Z");

    @Test
    void machines_get_the_offset_and_people_the_zone() {
        var finish = Moment.full(FINISH, MADRID);

        assertThat(finish.iso()).isEqualTo("2023-04-01T17:12:00+02:00");
        assertThat(finish.words()).isEqualTo("1 April 2023, 17:12 CEST");
        assertThat(Moment.full(Instant.parse("2023-01-31T23:30:00Z"), MADRID).words())
                .isEqualTo("1 February 2023, 00:30 CET");
    }

    @Test
    void the_year_is_left_out_while_it_is_this_one_where_the_site_is() {
        var lastSecond = Instant.parse("2023-12-31T22:59:59Z");
        var newYear = Instant.parse("2023-12-31T23:00:00Z");

        assertThat(Moment.brief(FINISH, MADRID, lastSecond).words()).isEqualTo("1 April, 17:12");
        assertThat(Moment.brief(FINISH, MADRID, newYear).words()).isEqualTo("1 April 2023");
    }

    @Test
    void under_a_day_the_clock_is_enough() {
        assertThat(Moment.clock(FINISH, MADRID).words()).isEqualTo("17:12");
        assertThat(Moment.clock(FINISH, MADRID).iso()).isEqualTo("2023-04-01T17:12:00+02:00");
    }

    @Test
    void an_update_of_the_same_day_names_no_day() {
        var evening = Instant.parse("2023-04-01T21:59:00Z");
        var night = Instant.parse("2023-04-01T22:00:00Z");

        assertThat(Moment.after(FINISH, evening, MADRID).words()).isEqualTo("23:59 CEST");
        assertThat(Moment.after(FINISH, night, MADRID).words())
                .isEqualTo("2 April 2023, 00:00 CEST");
    }
}
