package musette.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import musette.site.SiteSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Readers' subscriptions: how they stand, and how a reader leaves and comes back.
@Component
public class Subscriptions {
    private static final String LATEST_SUBSCRIPTION =
            """
            SELECT s.id, s.reader, s.offer, s.term, s.anchor_on, paid.months, paid.periods,
                   paid.until, ended.cancelled_at
            FROM subscription s
            JOIN LATERAL (
                SELECT sum(months)::int AS months, count(*)::int AS periods,
                       max(period_to) AS until
                FROM charge
                WHERE subscription = s.id) AS paid ON true
            LEFT JOIN LATERAL (
                SELECT c.cancelled_at
                FROM cancellation c
                LEFT JOIN resumption r ON r.cancellation = c.id
                WHERE c.subscription = s.id AND r.cancellation IS NULL
                LIMIT 1) AS ended ON true
            WHERE s.reader = :reader
            ORDER BY s.id DESC
            LIMIT 1
            """;
    private static final String CHARGES_OF_READER =
            """
            SELECT c.charged_at, c.amount, c.currency, c.period_from, c.period_to, c.reference
            FROM charge c
            JOIN subscription s ON s.id = c.subscription
            WHERE s.reader = :reader
            ORDER BY c.id DESC
            """;
    private static final String HAD_INTRODUCTION =
            """
            SELECT EXISTS (
                SELECT
                FROM charge c
                JOIN subscription s ON s.id = c.subscription
                WHERE s.reader = :reader AND c.kind = 'intro')
            """;
    private static final String LOCKED_SUBSCRIPTION =
            """
            SELECT id
            FROM subscription
            WHERE id = :subscription AND reader = :reader
            FOR UPDATE
            """;
    private static final String CANCEL_SUBSCRIPTION =
            """
            INSERT INTO cancellation (subscription, cancelled_at, cancelled_by)
            VALUES (:subscription, :now, :by)
            """;
    private static final String RESUME_SUBSCRIPTION =
            """
            INSERT INTO resumption (cancellation, resumed_at, resumed_by)
            SELECT c.id, :now, :by
            FROM cancellation c
            LEFT JOIN resumption r ON r.cancellation = c.id
            WHERE c.subscription = :subscription AND r.cancellation IS NULL
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SiteSettings site;
    private final Offers offers;
    private final Notices notices;

    Subscriptions(
            JdbcClient sql,
            Clock clock,
            TransactionTemplate transaction,
            SiteSettings site,
            Offers offers,
            Notices notices) {
        this.sql = sql;
        this.clock = clock;
        this.transaction = transaction;
        this.site = site;
        this.offers = offers;
        this.notices = notices;
    }

    /// The reader's last subscription, running or over.
    public Optional<Subscription> latest(long reader) {
        return sql.sql(LATEST_SUBSCRIPTION)
                .param("reader", reader)
                .query(this::subscription)
                .optional();
    }

    /// The subscription that gives the reader access today, cancelled or not.
    public Optional<Subscription> running(long reader) {
        return latest(reader).filter(this::isRunning);
    }

    /// All that was ever charged to the reader, newest first.
    public List<Charge> charges(long reader) {
        return sql.sql(CHARGES_OF_READER).param("reader", reader).query(this::charge).list();
    }

    /// Whether the reader has once paid the introduction's price, which is for a first time.
    public boolean hadIntroduction(long reader) {
        return sql.sql(HAD_INTRODUCTION).param("reader", reader).query(Boolean.class).single();
    }

    /// Ends the subscription with the time that is paid for. Cancelling twice is cancelling once.
    ///
    /// @return how it stands now; empty when that reader has no such running subscription
    public Optional<Subscription> cancel(long reader, long subscription) {
        return transaction.execute(status -> {
            var mine = lockRunning(reader, subscription);
            mine.filter(running -> !running.isCancelled())
                    .ifPresent(running -> {
                        writeCancellation(running);
                        notices.cancelled(running);
                    });
            return mine.flatMap(running -> latest(reader));
        });
    }

    /// Takes a cancellation back while access lasts.
    ///
    /// @return how it stands now; empty when that reader has no such running subscription
    public Optional<Subscription> resume(long reader, long subscription) {
        return transaction.execute(status -> {
            var mine = lockRunning(reader, subscription);
            mine.ifPresent(running -> writeResumption(running));
            return mine.flatMap(running -> latest(reader));
        });
    }

    /// Whether access lasts today.
    public boolean isRunning(Subscription subscription) {
        return subscription.runsOn(LocalDate.now(clock.withZone(site.zone())));
    }

    private Optional<Subscription> lockRunning(long reader, long subscription) {
        return sql.sql(LOCKED_SUBSCRIPTION)
                .param("subscription", subscription)
                .param("reader", reader)
                .query(Long.class)
                .optional()
                .flatMap(id -> running(reader))
                .filter(running -> running.id() == subscription);
    }

    private void writeCancellation(Subscription subscription) {
        sql.sql(CANCEL_SUBSCRIPTION)
                .param("subscription", subscription.id())
                .param("now", OffsetDateTime.now(clock))
                .param("by", "reader/" + subscription.reader())
                .update();
    }

    private void writeResumption(Subscription subscription) {
        sql.sql(RESUME_SUBSCRIPTION)
                .param("subscription", subscription.id())
                .param("now", OffsetDateTime.now(clock))
                .param("by", "reader/" + subscription.reader())
                .update();
    }

    private Subscription subscription(ResultSet row, int number) throws SQLException {
        var cancelled = row.getObject("cancelled_at", OffsetDateTime.class);
        return new Subscription(
                row.getLong("id"),
                row.getLong("reader"),
                offers.ofId(row.getLong("offer")).orElseThrow(),
                Term.read(row.getString("term")).orElseThrow(),
                row.getObject("anchor_on", LocalDate.class),
                row.getInt("months"),
                row.getInt("periods"),
                row.getObject("until", LocalDate.class),
                cancelled == null ? null : cancelled.toInstant());
    }

    private Charge charge(ResultSet row, int number) throws SQLException {
        return new Charge(
                row.getObject("charged_at", OffsetDateTime.class)
                        .atZoneSameInstant(site.zone())
                        .toLocalDate(),
                Money.of(row.getString("currency"), row.getLong("amount")),
                new Period(
                        row.getObject("period_from", LocalDate.class),
                        row.getObject("period_to", LocalDate.class)),
                row.getString("reference"));
    }
}
