package musette.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import musette.keys.Fingerprint;
import musette.post.Mailbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// From the button to the receipt: opens intents, shows to the provider's counter, settles.
@Component
public class Checkout {
    private static final Logger LOG = LoggerFactory.getLogger(Checkout.class);

    /// How long an intent may be paid and looked at.
    static final Duration LIFETIME = Duration.ofHours(1);

    private static final Duration UNPAID_KEPT = Duration.ofDays(30);

    private static final String OPEN_INTENT =
            """
            INSERT INTO checkout_intent (id, email, offer, term, amount, currency, return_path,
                without_intro, browser, opened_at, expires_at)
            VALUES (:id, :email, :offer, :term, :amount, :currency, :return, :withoutIntro,
                :browser, :now, :expires)
            """;
    private static final String NOTE_CONSENT =
            """
            INSERT INTO consent (intent, terms_version, terms, amount, currency, given_at)
            VALUES (:intent, :version, :terms, :amount, :currency, :now)
            """;
    private static final String INTENT_OF_BROWSER =
            """
            SELECT id, email, offer, term, amount, currency, return_path, without_intro
            FROM checkout_intent
            WHERE id = :id AND browser = :browser AND expires_at > :now
            """;
    private static final String CLOSE_INTENTS_OF_ADDRESS =
            """
            UPDATE checkout_intent
            SET expires_at = :now
            WHERE email = :email AND expires_at > :now
            """;
    private static final String INTENT_BY_ID =
            """
            SELECT id, email, offer, term, amount, currency, return_path, without_intro
            FROM checkout_intent
            WHERE id = :id
            """;
    private static final String UNSETTLED_CLAIMS =
            """
            SELECT i.id, i.email, i.offer, i.term, i.amount, i.currency, i.return_path,
                   i.without_intro
            FROM checkout_claim c
            JOIN checkout_intent i ON i.id = c.intent
            LEFT JOIN checkout_settlement s ON s.intent = i.id
            WHERE s.intent IS NULL
            ORDER BY c.claimed_at
            """;
    private static final String FORGET_INTENTS =
            """
            WITH old AS (
                SELECT i.id
                FROM checkout_intent i
                LEFT JOIN checkout_settlement s ON s.intent = i.id
                WHERE i.opened_at < :before AND s.intent IS NULL
                LIMIT 10000),
            tries AS (DELETE FROM till_payment USING old WHERE till_payment.intent = old.id),
            cards AS (DELETE FROM till_card USING old WHERE till_card.intent = old.id),
            consents AS (DELETE FROM consent USING old WHERE consent.intent = old.id)
            DELETE FROM checkout_intent USING old WHERE checkout_intent.id = old.id
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Offers offers;
    private final PaymentProvider provider;
    private final Ledger ledger;

    Checkout(
            JdbcClient sql,
            Clock clock,
            TransactionTemplate transaction,
            Offers offers,
            PaymentProvider provider,
            Ledger ledger) {
        this.sql = sql;
        this.clock = clock;
        this.transaction = transaction;
        this.offers = offers;
        this.provider = provider;
        this.ledger = ledger;
    }

    /// Writes down that somebody wants to join, and what they agreed to by pressing the button.
    public Intent open(Joining joining) {
        var amount = joining.offer().plan(joining.term()).first();
        var intent =
                new Intent(
                        UUID.randomUUID(),
                        joining.email(),
                        joining.offer(),
                        joining.term(),
                        amount,
                        joining.returnPath());
        transaction.executeWithoutResult(status -> {
            write(intent, joining.browser());
            writeConsent(intent);
        });
        return intent;
    }

    /// Where the intent is paid: a path of ours, or an address at the provider's.
    public String counter(Intent intent) {
        return provider.counter(intent.id());
    }

    /// The same intent at the full price, agreed to by somebody whose card has had the
    /// introduction.
    ///
    /// @param browser the key of the browser that opened it
    public Intent atFullPrice(Intent intent, String browser) {
        return open(
                new Joining(
                        intent.email(),
                        intent.offer().withoutIntroduction(),
                        intent.term(),
                        browser,
                        intent.returnPath()));
    }

    /// The intent, if that browser opened it within the hour.
    public Optional<Intent> find(UUID id, String browser) {
        return sql.sql(INTENT_OF_BROWSER)
                .param("id", id)
                .param("browser", Fingerprint.of(browser))
                .param("now", OffsetDateTime.now(clock))
                .query(this::intent)
                .optional();
    }

    /// Shuts every till of that address to the browser that opened it.
    public void closeAll(Mailbox email) {
        sql.sql(CLOSE_INTENTS_OF_ADDRESS)
                .param("email", email.key())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /// Whether the intent may be paid now; to be asked before money moves.
    public Claim claim(Intent intent) {
        return ledger.claim(
                new Ledger.Payer(intent, provider.name(), provider.cardOf(intent.id())),
                other -> byId(other).ifPresent(this::settleOrWithdraw));
    }

    private void settleOrWithdraw(Intent other) {
        if (!provider.withdraw(other)) {
            settle(other);
        }
    }

    private Optional<Intent> byId(UUID id) {
        return sql.sql(INTENT_BY_ID).param("id", id).query(this::intent).optional();
    }

    /// Asks the provider what became of the intent and writes it into our ledger, once.
    public Settlement settle(Intent intent) {
        var known = ledger.settlement(intent.id());
        if (known.isPresent()) {
            return known.get();
        }
        return provider.outcomeOf(intent.id())
                .map(outcome -> settle(intent, outcome))
                .orElseGet(Settlement.Open::new);
    }

    /// Payments whose answer was lost when this program stopped: the provider still knows them.
    /// Only an intent with a claim can have been paid, so nobody else's is asked about.
    @EventListener(ApplicationReadyEvent.class)
    void settleWhatWasLeft() {
        sql.sql(UNSETTLED_CLAIMS).query(this::intent).list().forEach(this::settle);
    }

    /// Intents that nobody paid, with what was agreed to in them.
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetUnpaid() {
        var before = OffsetDateTime.now(clock).minus(UNPAID_KEPT);
        transaction.executeWithoutResult(status -> {
            while (sql.sql(FORGET_INTENTS).param("before", before).update() > 0) {}
        });
    }

    private Settlement settle(Intent intent, PaymentProvider.Outcome outcome) {
        return switch (outcome) {
            case PaymentProvider.Outcome.Declined(var sentence) ->
                    new Settlement.Declined(sentence);
            case PaymentProvider.Outcome.Paid paid -> {
                if (!paid.amount().equals(intent.amount())) {
                    yield refused(intent, paid);
                }
                var card = provider.cardOf(intent.id());
                yield ledger.enter(
                        new Ledger.Payer(intent, provider.name(), card), paid.reference());
            }
        };
    }

    private Settlement refused(Intent intent, PaymentProvider.Outcome.Paid paid) {
        LOG.error(
                "{} took {} ({}) for intent {} of {}; nothing was granted",
                provider.name(),
                paid.amount().words(),
                paid.reference(),
                intent.id(),
                intent.amount().words());
        return new Settlement.Declined(
                "What was paid is not the price, so we have to look into it first.");
    }

    private Offer offer(ResultSet row) throws SQLException {
        var offer = offers.ofId(row.getLong("offer")).orElseThrow();
        return row.getBoolean("without_intro") ? offer.withoutIntroduction() : offer;
    }

    private void write(Intent intent, String browser) {
        var now = OffsetDateTime.now(clock);
        sql.sql(OPEN_INTENT)
                .param("id", intent.id())
                .param("email", intent.email().key())
                .param("offer", intent.offer().id())
                .param("term", intent.term().word())
                .param("amount", intent.amount().minor())
                .param("currency", intent.amount().currency().getCurrencyCode())
                .param("return", intent.returnPath())
                .param("withoutIntro", !intent.offer().month().hasIntroduction())
                .param("browser", Fingerprint.of(browser))
                .param("now", now)
                .param("expires", now.plus(LIFETIME))
                .update();
    }

    private void writeConsent(Intent intent) {
        sql.sql(NOTE_CONSENT)
                .param("intent", intent.id())
                .param("version", Terms.VERSION)
                .param("terms", intent.terms())
                .param("amount", intent.amount().minor())
                .param("currency", intent.amount().currency().getCurrencyCode())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private Intent intent(ResultSet row, int number) throws SQLException {
        return new Intent(
                row.getObject("id", UUID.class),
                new Mailbox(row.getString("email")),
                offer(row),
                Term.read(row.getString("term")).orElseThrow(),
                Money.of(row.getString("currency"), row.getLong("amount")),
                row.getString("return_path"));
    }
}
