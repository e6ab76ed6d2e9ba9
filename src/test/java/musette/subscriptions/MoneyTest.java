package musette.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "GBP, 499, £4.99",
        "GBP, 100, £1",
        "GBP, 4900, £49",
        "USD, 799, $7.99",
        "USD, 7900, $79",
        "EUR, 599, €5.99",
        "EUR, 5, €0.05",
        "JPY, 600, ¥600",
        "GBP, 123456, '£1,234.56'"
    })
    void a_price_reads_as_on_a_poster(String currency, long minor, String words) {
        assertThat(Money.of(currency, minor).words()).isEqualTo(words);
    }

    @Test
    void a_german_reads_it_the_german_way() {
        assertThat(Money.of("EUR", 599).words(Locale.GERMANY)).isEqualTo("5,99\u00a0€");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-31, 0, 1, 2023-02-28",
        "2023-01-31, 1, 1, 2023-03-31",
        "2023-01-31, 2, 1, 2023-04-30",
        "2024-01-31, 0, 1, 2024-02-29",
        "2023-01-31, 12, 1, 2024-02-29",
        "2024-02-29, 0, 12, 2025-02-28",
        "2024-02-29, 36, 12, 2028-02-29",
        "2023-04-01, 0, 12, 2024-04-01"
    })
    void the_anchor_day_is_kept(LocalDate anchor, int paid, int months, LocalDate until) {
        assertThat(Period.after(anchor, paid, months).to()).isEqualTo(until);
    }

    @Test
    void ten_years_of_months_leave_no_day_out_and_none_in_twice() {
        var anchor = LocalDate.of(2023, 1, 31);
        for (int paid = 1; paid < 120; paid++) {
            assertThat(Period.after(anchor, paid, 1).from())
                    .isEqualTo(Period.after(anchor, paid - 1, 1).to());
        }
    }
}
