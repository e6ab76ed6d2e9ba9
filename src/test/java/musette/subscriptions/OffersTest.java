package musette.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Offers are answered from memory, and yet nobody is shown a price of yesterday.
class OffersTest extends JoiningHouse {
    private static final String PUBLISHED_BY_ANOTHER =
            """
            WITH published AS (
                INSERT INTO offer (market, effective_from, published_at, published_by)
                VALUES ('US', :from, :from, 'another program')
                RETURNING id)
            INSERT INTO offer_phase (offer, term, position, kind, price, months, periods)
            SELECT id, term, 1, 'full', price, months, NULL
            FROM published, (VALUES ('month', 899, 1), ('year', 8900, 12))
                AS phase (term, price, months)
            """;

    @Test
    void a_price_of_our_own_is_shown_at_once() {
        assertThat(month("EU")).isEmpty();
        publish("EU", "EUR", 100, 599, 5900, FINISH);
        assertThat(month("EU")).isEqualTo("€5.99");
        publish("EU", "EUR", 100, 699, 6900, FINISH);

        assertThat(month("EU")).isEqualTo("€6.99");
    }

    @Test
    void what_another_program_has_published_is_shown_within_a_minute() {
        assertThat(month("US")).isEmpty();
        house.ask(JdbcClient.class)
                .sql(PUBLISHED_BY_ANOTHER)
                .param("from", FINISH.atOffset(ZoneOffset.UTC))
                .update();

        house.clock().advance(Duration.ofSeconds(59));
        assertThat(month("US")).isEmpty();
        house.clock().advance(Duration.ofSeconds(1));
        assertThat(month("US")).isEqualTo("$8.99");
    }

    private static String month(String market) {
        return offers.forMarket(market(market))
                .map(offer -> offer.month().full().price().words())
                .orElse("");
    }
}
