package musette.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The payment provider in the box: a till in which no money moves.
///
/// It keeps its own book, as one far away would, and commits it by itself, so that everything that
/// can go wrong between two programs can go wrong here too. Two cards exist in its world.
@Component
public class TestTill implements PaymentProvider {
    /// The card that is accepted.
    public static final String ACCEPTED = "4242 4242 4242 4242";

    /// The card that is declined.
    public static final String DECLINED = "4000 0000 0000 0002";

    private static final String BOOKED_TRY =
            """
            INSERT INTO till_payment (reference, intent, amount, currency, outcome, sentence,
                tried_at)
            VALUES (:reference, :intent, :amount, :currency, :outcome, :sentence, :now)
            ON CONFLICT (intent) WHERE outcome IN ('paid', 'withdrawn') DO NOTHING
            """;
    private static final String OUTCOME_OF_INTENT =
            """
            SELECT reference, amount, currency, outcome, sentence
            FROM till_payment
            WHERE intent = :intent
            ORDER BY outcome IN ('paid', 'withdrawn') DESC, tried_at DESC
            LIMIT 1
            """;

    private final JdbcClient sql;
    private final Clock clock;

    public TestTill(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Whether the card is good for the money, before any is taken; when not, the try is booked.
    public boolean accepts(Intent intent, Card card) {
        if (card.hasNumber(digits(ACCEPTED))) {
            return true;
        }
        book(
                intent,
                "declined",
                card.hasNumber(digits(DECLINED))
                        ? "The card was declined. Nothing was charged."
                        : "This is a test till and knows its two test cards only. Nothing was"
                                + " charged; please don’t use a card of your own here.");
        return false;
    }

    /// Pays the intent with an accepted card. Paying a paid intent again does nothing, nor does
    /// paying a withdrawn one. What came of it is learned by asking (`Checkout.settle`).
    public void pay(Intent intent) {
        book(intent, "paid", "");
    }

    @Override
    public boolean withdraw(Intent intent) {
        book(
                intent,
                "withdrawn",
                "This till was closed, because another was opened for the same address. Nothing was"
                        + " charged here.");
        return outcomeOf(intent.id()).filter(Outcome.Paid.class::isInstance).isEmpty();
    }

    @Override
    public String name() {
        return "test-till";
    }

    @Override
    public String counter(UUID intent) {
        return "/till/" + intent;
    }

    @Override
    public Optional<Outcome> outcomeOf(UUID intent) {
        return sql.sql(OUTCOME_OF_INTENT)
                .param("intent", intent)
                .query(TestTill::outcome)
                .optional();
    }

    private void book(Intent intent, String outcome, String sentence) {
        sql.sql(BOOKED_TRY)
                .param("reference", "till_" + UUID.randomUUID())
                .param("intent", intent.id())
                .param("amount", intent.amount().minor())
                .param("currency", intent.amount().currency().getCurrencyCode())
                .param("outcome", outcome)
                .param("sentence", sentence)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static Outcome outcome(ResultSet row, int number) throws SQLException {
        return "paid".equals(row.getString("outcome"))
                ? new Outcome.Paid(
                        row.getString("reference"),
                        Money.of(row.getString("currency"), row.getLong("amount")))
                : new Outcome.Declined(row.getString("sentence"));
    }

    private static String digits(String shown) {
        return shown.replace(" ", "");
    }
}
