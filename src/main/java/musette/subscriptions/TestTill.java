package musette.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The payment provider in the box: a till in which no money moves.
///
/// It keeps its own book, as one far away would, and commits it by itself, so that everything that
/// can go wrong between two programs can go wrong here too. It takes no card numbers: whoever
/// stands at its counter says which test card it is and whether the payment is accepted, as a bank
/// would.
@Component
public class TestTill implements PaymentProvider {
    private static final String BOOK_TRY =
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

    private static final String SHOW_CARD =
            """
            INSERT INTO till_card (intent, card, shown_at)
            SELECT :intent, :card, :now
            WHERE NOT EXISTS (
                SELECT FROM till_payment WHERE intent = :intent AND outcome = 'paid')
            ON CONFLICT (intent) DO UPDATE
            SET card = excluded.card, shown_at = excluded.shown_at
            """;
    private static final String SHOW_CARD_AGAIN =
            """
            INSERT INTO till_card (intent, card, shown_at)
            SELECT :again, card, :now
            FROM till_card
            WHERE intent = :intent
            """;
    private static final String CARD_OF_INTENT =
            """
            SELECT card
            FROM till_card
            WHERE intent = :intent
            """;

    private final JdbcClient sql;
    private final Clock clock;

    public TestTill(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// A card for testing.
    public enum Card {
        /// One that nobody has paid with before.
        FRESH,
        ONE,
        TWO;

        private String name(UUID intent) {
            return "card_" + (this == FRESH ? intent : name().toLowerCase(Locale.ROOT));
        }
    }

    /// Shows a card for the intent; the last one before it is paid counts.
    public void show(Intent intent, Card card) {
        sql.sql(SHOW_CARD)
                .param("intent", intent.id())
                .param("card", card.name(intent.id()))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /// Shows for another intent the card that was shown for this one.
    public void showAgain(Intent intent, Intent another) {
        sql.sql(SHOW_CARD_AGAIN)
                .param("intent", intent.id())
                .param("again", another.id())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /// Declines the intent; another try is welcome.
    ///
    /// @param sentence why, for the reader
    public void decline(Intent intent, String sentence) {
        book(intent, "declined", sentence);
    }

    /// Pays the intent. Paying a paid intent again does nothing, nor does paying a withdrawn one.
    /// What came of it is learned by asking (`Checkout.settle`).
    public void pay(Intent intent) {
        book(intent, "paid", "");
    }

    @Override
    public boolean withdraw(Intent intent) {
        book(
                intent,
                "withdrawn",
                "This till was closed, because another was opened for the same address or card."
                        + " Nothing was charged here.");
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
    public Optional<String> cardOf(UUID intent) {
        return sql.sql(CARD_OF_INTENT).param("intent", intent).query(String.class).optional();
    }

    @Override
    public Optional<Outcome> outcomeOf(UUID intent) {
        return sql.sql(OUTCOME_OF_INTENT)
                .param("intent", intent)
                .query(TestTill::outcome)
                .optional();
    }

    private void book(Intent intent, String outcome, String sentence) {
        sql.sql(BOOK_TRY)
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
}
