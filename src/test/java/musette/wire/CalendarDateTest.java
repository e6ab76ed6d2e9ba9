package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarDateTest {
    @Test
    void a_day_of_the_sport_is_read() {
        assertThat(Cells.day("2023-04-01")).contains(LocalDate.of(2023, 4, 1));
        assertThat(Cells.day("1869-11-07")).contains(LocalDate.of(1869, 11, 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-01-01",
                "-2023-04-01",
                "+5874898-01-01",
                "2023-02-30",
                "2023-4-1",
                "0001-01-01",
                "01.04.2023",
                "٢٠٢٣-04-01",
                ""
            })
    void what_no_race_means_is_not_a_date(String text) {
        assertThat(Cells.day(text)).isEmpty();
    }
}
