package musette.subscriptions;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import musette.readers.Reader;
import musette.readers.Readers;
import musette.site.SiteSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes a payment down: account, subscription, charge, entitlement and settlement in one
/// transaction. Lines are added and never changed.
@Component
class Ledger {
    private static final String TURN_FOR_ADDRESS =
            """
            SELECT count(pg_advisory_xact_lock(hashtextextended('joining/' || :email, 0)))
            """;
    private static final String SETTLEMENT_OF_INTENT =
            """
            SELECT reader, account
            FROM checkout_settlement
            WHERE intent = :intent
            """;
    private static final String CLAIM_OF_ANOTHER_INTENT =
            """
            SELECT intent
            FROM checkout_claim
            WHERE email = :email AND intent <> :intent
            """;
    private static final String TURN_FOR_CARD =
            """
            SELECT count(pg_advisory_xact_lock(hashtextextended('card/' || :card, 0)))
            """;
    private static final String UNSETTLED_CLAIMS_OF_CARD =
            """
            SELECT c.intent
            FROM checkout_claim c
            LEFT JOIN checkout_settlement s ON s.intent = c.intent
            WHERE c.card = :card AND c.intent <> :intent AND s.intent IS NULL
            """;
    private static final String CARD_HAD_INTRODUCTION =
            """
            SELECT EXISTS (
                SELECT
                FROM charge
                WHERE provider = :provider AND card = :card AND kind = 'intro')
            """;
    private static final String GRANT_CLAIM =
            """
            INSERT INTO checkout_claim (email, intent, card, claimed_at)
            VALUES (:email, :intent, :card, :now)
            ON CONFLICT (email) DO UPDATE
            SET intent = excluded.intent, card = excluded.card, claimed_at = excluded.claimed_at
            """;
    private static final String START_SUBSCRIPTION =
            """
            INSERT INTO subscription (reader, offer, term, anchor_on, started_at)
            VALUES (:reader, :offer, :term, :anchor, :now)
            RETURNING id
            """;
    private static final String ENTER_CHARGE =
            """
            INSERT INTO charge (subscription, intent, kind, amount, currency, months, period_from,
                period_to, provider, reference, card, charged_at)
            VALUES (:subscription, :intent, :kind, :amount, :currency, :months, :from, :to,
                :provider, :reference, :card, :now)
            RETURNING id
            """;
    private static final String GRANT_ENTITLEMENT =
            """
            INSERT INTO entitlement (reader, subscription, starts_at, ends_at, granted_at)
            VALUES (:reader, :subscription, :now, :ends, :now)
            """;
    private static final String WRITE_SETTLEMENT =
            """
            INSERT INTO checkout_settlement (intent, charge, reader, account, settled_at)
            VALUES (:intent, :charge, :reader, :account, :now)
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SiteSettings site;
    private final Readers readers;
    private final Subscriptions subscriptions;
    private final Notices notices;

    Ledger(
            JdbcClient sql,
            Clock clock,
            TransactionTemplate transaction,
            SiteSettings site,
            Readers readers,
            Subscriptions subscriptions,
            Notices notices) {
        this.sql = sql;
        this.clock = clock;
        this.transaction = transaction;
        this.site = site;
        this.readers = readers;
        this.subscriptions = subscriptions;
        this.notices = notices;
    }

    /// How the intent was settled, if it was.
    Optional<Settlement.Joined> settlement(UUID intent) {
        return sql.sql(SETTLEMENT_OF_INTENT)
                .param("intent", intent)
                .query((row, number) ->
                        new Settlement.Joined(
                                row.getLong("reader"),
                                Settlement.Account.valueOf(
                                        row.getString("account").toUpperCase(Locale.ROOT))))
                .optional();
    }

    /// Enters a paid intent, once: whoever comes second gets the same answer. Two intents of one
    /// address wait for each other, so a reader never has two subscriptions at a time. `claim` sees
    /// to it that only one of them is paid; should money have moved all the same, it lengthens the
    /// subscription that runs.
    Settlement.Joined enter(Payer payer, String reference) {
        var intent = payer.intent();
        return transaction.execute(status -> {
            awaitTurn(intent);
            return settlement(intent.id()).orElseGet(() -> write(payer, reference));
        });
    }

    /// Decides, before any money moves, whether the intent may be paid. One intent of an address at
    /// a time, and one introduction of a card: whoever else held the claim is asked about first,
    /// and is settled if it was paid.
    ///
    /// @param another settles the other intent, or withdraws it for good
    Claim claim(Payer payer, Consumer<UUID> another) {
        var intent = payer.intent();
        return transaction.execute(status -> {
            payer.cardForIntroduction().ifPresent(card -> awaitTurn(card, intent, another));
            awaitTurn(intent);
            otherClaim(intent).ifPresent(another);
            var settled = settlement(intent.id());
            if (settled.isPresent()) {
                return new Claim.Settled(settled.get());
            }
            // Before the address is looked at: such a card must not ask for nothing who subscribes.
            if (payer.cardForIntroduction().filter(c -> hadIntroduction(payer, c)).isPresent()) {
                return new Claim.CardHadIntroduction();
            }
            var reader = readers.byEmail(intent.email());
            if (reader.flatMap(r -> subscriptions.running(r.id())).isPresent()) {
                return new Claim.Refused("/account");
            }
            if (payer.asksForIntroduction()
                    && reader.filter(r -> subscriptions.hadIntroduction(r.id())).isPresent()) {
                return new Claim.Refused("/subscribe");
            }
            sql.sql(GRANT_CLAIM)
                    .param("email", intent.email().key())
                    .param("intent", intent.id())
                    .param("card", payer.card().orElse(null))
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            return new Claim.Granted();
        });
    }

    /// An intent with the card that was shown for it at the provider's counter.
    record Payer(Intent intent, String provider, Optional<String> card) {
        boolean asksForIntroduction() {
            return intent.offer().plan(intent.term()).hasIntroduction();
        }

        Optional<String> cardForIntroduction() {
            return card.filter(shown -> asksForIntroduction());
        }
    }

    /// Two people may hold one card. The card's turn comes before the address's, so that nobody
    /// waits for a card who keeps an address waiting.
    private void awaitTurn(String card, Intent intent, Consumer<UUID> another) {
        sql.sql(TURN_FOR_CARD).param("card", card).query(Long.class).single();
        sql.sql(UNSETTLED_CLAIMS_OF_CARD)
                .param("card", card)
                .param("intent", intent.id())
                .query(UUID.class)
                .list()
                .forEach(another);
    }

    private boolean hadIntroduction(Payer payer, String card) {
        return sql.sql(CARD_HAD_INTRODUCTION)
                .param("provider", payer.provider())
                .param("card", card)
                .query(Boolean.class)
                .single();
    }

    private Optional<UUID> otherClaim(Intent intent) {
        return sql.sql(CLAIM_OF_ANOTHER_INTENT)
                .param("email", intent.email().key())
                .param("intent", intent.id())
                .query(UUID.class)
                .optional();
    }

    private void awaitTurn(Intent intent) {
        sql.sql(TURN_FOR_ADDRESS).param("email", intent.email().key()).query(Long.class).single();
    }

    private Settlement.Joined write(Payer payer, String reference) {
        var intent = payer.intent();
        var made = readers.register(intent.email());
        var reader = made.or(() -> readers.byEmail(intent.email())).orElseThrow();
        var running = subscriptions.running(reader.id());
        var today = LocalDate.now(clock.withZone(site.zone()));
        var anchor = running.map(Subscription::anchor).orElse(today);
        var subscription =
                running.map(Subscription::id).orElseGet(() -> start(reader, intent, anchor));
        var phase = intent.offer().plan(intent.term()).phase(0);
        var period =
                Period.after(
                        anchor, running.map(Subscription::paidMonths).orElse(0), phase.months());
        var receipt = new Receipt(intent, phase, period, payer.provider(), reference);
        var charge = charge(subscription, receipt, payer.card());
        grant(reader, subscription, period);
        var account = made.isPresent() ? Settlement.Account.NEW : Settlement.Account.KNOWN;
        var joined = new Settlement.Joined(reader.id(), account);
        settle(intent, charge, joined);
        notices.joined(reader, receipt);
        return joined;
    }

    private long start(Reader reader, Intent intent, LocalDate anchor) {
        return sql.sql(START_SUBSCRIPTION)
                .param("reader", reader.id())
                .param("offer", intent.offer().id())
                .param("term", intent.term().word())
                .param("anchor", anchor)
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    private long charge(long subscription, Receipt receipt, Optional<String> card) {
        var intent = receipt.intent();
        return sql.sql(ENTER_CHARGE)
                .param("subscription", subscription)
                .param("intent", intent.id())
                .param("kind", receipt.phase().kind().word())
                .param("amount", intent.amount().minor())
                .param("currency", intent.amount().currency().getCurrencyCode())
                .param("months", receipt.phase().months())
                .param("from", receipt.period().from())
                .param("to", receipt.period().to())
                .param("provider", receipt.provider())
                .param("reference", receipt.reference())
                .param("card", card.orElse(null))
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    /// Access lasts to the end of the day on which the next payment is due, so that a payment taken
    /// late that day leaves no hole.
    private void grant(Reader reader, long subscription, Period period) {
        var ends = period.to().plusDays(1).atStartOfDay(site.zone()).toInstant();
        sql.sql(GRANT_ENTITLEMENT)
                .param("reader", reader.id())
                .param("subscription", subscription)
                .param("ends", ends.atOffset(ZoneOffset.UTC))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private void settle(Intent intent, long charge, Settlement.Joined joined) {
        sql.sql(WRITE_SETTLEMENT)
                .param("intent", intent.id())
                .param("charge", charge)
                .param("reader", joined.reader())
                .param("account", joined.account().name().toLowerCase(Locale.ROOT))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
