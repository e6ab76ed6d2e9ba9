package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import musette.racing.Placing.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Places, times and gaps as results print them.
class PlacingTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0:00",
        "5900, 0:59",
        "6000, 1:00",
        "359900, 59:59",
        "360000, 1:00:00",
        "1854500, 5:09:05",
        "125299, 20:52.99",
        "125205, 20:52.05",
        "360001, 1:00:00.01",
    })
    void a_time_has_hours_and_hundredths_only_where_there_are_any(int hundredths, String clock) {
        assertThat(new Time(hundredths).clock()).isEqualTo(clock);
        assertThat(new Gap(hundredths).clock()).isEqualTo("+" + clock);
        assertThat(new Gap(hundredths).isNone()).isEqualTo(hundredths == 0);
    }

    /// Fractions are cut off before times are compared.
    @ParameterizedTest
    @CsvSource({
        "125300, 125299, 100",
        "125399, 125300, 0",
        "125300, 125300, 0",
        "126400, 125200, 1200",
    })
    void a_gap_is_counted_in_whole_seconds_of_both(int time, int winner, int gap) {
        assertThat(new Time(time).behind(new Time(winner))).isEqualTo(new Gap(gap));
    }

    @Test
    void nothing_is_before_the_winner() {
        assertThat(Gap.ofSeconds(13)).isEqualTo(new Gap(1_300));
        assertThatThrownBy(() -> new Gap(-1)).hasMessageContaining("ahead of the winner");
        assertThatThrownBy(() -> new Time(-1)).hasMessageContaining("negative");
        assertThatThrownBy(() -> placing(0, null, null, false, Status.FINISHED))
                .hasMessage("places start at 1");
        assertThatThrownBy(() -> placing(null, null, null, false, Status.FINISHED))
                .hasMessageContaining("needs a status");
    }

    @Test
    void the_time_column_says_what_the_file_said() {
        assertThat(placing(1, 1_854_500, 0, false, Status.FINISHED).clock()).isEqualTo("5:09:05");
        assertThat(placing(2, 1_855_800, 1_300, false, Status.FINISHED).clock()).isEqualTo("+0:13");
        assertThat(placing(3, 1_855_800, 1_300, true, Status.FINISHED).clock()).isEqualTo("s.t.");
        assertThat(placing(4, null, null, false, Status.FINISHED).clock()).isEmpty();
        assertThat(placing(4, null, 1_300, true, Status.FINISHED).withoutGap().clock()).isEmpty();
    }

    @Test
    void the_first_column_says_the_place_or_why_there_is_none() {
        assertThat(placing(12, null, null, false, Status.FINISHED).mark()).isEqualTo("12");
        assertThat(placing(null, null, null, false, Status.OTL).mark()).isEqualTo("OTL");
        assertThat(placing(null, null, null, false, Status.START).mark()).isEqualTo("162");
    }

    @Test
    void only_who_came_first_and_stayed_there_has_won() {
        assertThat(placing(1, null, null, false, Status.FINISHED).isWin()).isTrue();
        assertThat(placing(2, null, null, false, Status.FINISHED).isWin()).isFalse();
        assertThat(placing(1, null, null, false, Status.REL).isWin()).isFalse();
        assertThat(placing(null, null, null, false, Status.DSQ).isWin()).isFalse();
        assertThat(placing(1, null, null, false, Status.FINISHED).asTied())
                .returns(true, Placing::tied)
                .returns(true, Placing::isWin);
    }

    @Test
    void points_are_printed_without_needless_zeros() {
        assertThat(points("25.00")).isEqualTo("25");
        assertThat(points("7.50")).isEqualTo("7.5");
        assertThat(points("100")).as("never 1E+2").isEqualTo("100");
        assertThat(placing(1, null, null, false, Status.FINISHED).pointsInPrint()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ok, FINISHED",
        "finished, FINISHED",
        "REL, REL",
        "dnf, DNF",
        "AB, DNF",
        "' dns ', DNS",
        "NP, DNS",
        "OTL, OTL",
        "HD, OTL",
        "DSQ, DSQ",
        "DQ, DSQ",
        "void, DSQ",
        "NR, NR",
        "DF, NR",
        "DNP, NR",
    })
    void codes_are_read_in_their_short_and_french_forms(String code, Status status) {
        assertThat(Status.of(code)).contains(status);
    }

    @Test
    void other_codes_are_none() {
        assertThat(Status.of("first")).isEmpty();
        assertThat(Status.of("START")).as("no code of a result").isEmpty();
    }

    private static Placing placing(
            Integer place, Integer time, Integer gap, boolean sameTime, Status status) {
        return new Placing(
                place,
                false,
                "162",
                time == null ? null : new Time(time),
                gap == null ? null : new Gap(gap),
                sameTime,
                status,
                null,
                "",
                7);
    }

    private static String points(String points) {
        return new Placing(
                        1,
                        false,
                        null,
                        null,
                        null,
                        false,
                        Status.FINISHED,
                        new BigDecimal(points),
                        "",
                        7)
                .pointsInPrint();
    }
}
