package musette.subscriptions;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Where prices are set. Publishing adds a version; whoever joined before keeps theirs.
@Component
public class Catalog {
    private static final String PUBLISH_OFFER =
            """
            INSERT INTO offer (market, effective_from, published_at, published_by)
            VALUES (:market, :effective, :now, :by)
            RETURNING id
            """;
    private static final String PUBLISH_PHASE =
            """
            INSERT INTO offer_phase (offer, term, position, kind, price, months, periods)
            VALUES (:offer, :term, :position, :kind, :price, :months, :periods)
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Offers offers;

    public Catalog(JdbcClient sql, Clock clock, TransactionTemplate transaction, Offers offers) {
        this.sql = sql;
        this.clock = clock;
        this.transaction = transaction;
        this.offers = offers;
    }

    /// Publishes prices.
    ///
    /// @param by who decided: `staff/3`, `demo`
    public void publish(PriceList prices, String by) {
        transaction.executeWithoutResult(status -> {
            var offer =
                    sql.sql(PUBLISH_OFFER)
                            .param("market", prices.market().code())
                            .param("effective", prices.effectiveFrom().atOffset(ZoneOffset.UTC))
                            .param("now", OffsetDateTime.now(clock))
                            .param("by", by)
                            .query(Long.class)
                            .single();
            write(offer, prices.monthly());
            write(offer, prices.yearly());
        });
        offers.readAgain();
    }

    private void write(long offer, Plan plan) {
        var position = 1;
        for (var phase : plan.phases()) {
            sql.sql(PUBLISH_PHASE)
                    .param("offer", offer)
                    .param("term", plan.term().word())
                    .param("position", position++)
                    .param("kind", phase.kind().word())
                    .param("price", phase.price().minor())
                    .param("months", phase.months())
                    .param("periods", phase.periods())
                    .update();
        }
    }
}
