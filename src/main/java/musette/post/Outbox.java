package musette.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Where every mail of the house begins its way.
///
/// A mail becomes a row in the caller's transaction: if that rolls back there was never a mail, and
/// once it has committed the mail is not lost, whatever happens to this program or to the server.
@Component
public class Outbox {
    private static final String WRITE_MAIL =
            """
            INSERT INTO outbox_mail
                (message_id, purpose, recipient, subject, text_body, html_body, headers, state,
                 written_at, next_try)
            VALUES (:messageId, :purpose, :recipient, :subject, :text, :html, :headers, 'waiting',
                 :now, :now)
            """;

    private static final String WAITING_MAILS =
            """
            SELECT count(*)
            FROM outbox_mail
            WHERE state IN ('waiting', 'sending')
            """;
    private static final String STUCK_MAILS =
            """
            SELECT subject, recipient, answer,
                CASE WHEN state = 'refused' THEN NULL ELSE next_try END AS next_try
            FROM outbox_mail
            WHERE state = 'refused' OR (state IN ('waiting', 'sending') AND answer IS NOT NULL)
            ORDER BY written_at DESC, id DESC
            LIMIT :most
            """;

    private static final String UNCERTAIN_MAILS =
            """
            SELECT subject, recipient, message_id
            FROM outbox_mail
            WHERE uncertain
            ORDER BY written_at DESC, id DESC
            LIMIT :most
            """;

    private static final String FORGET_MAILS =
            """
            DELETE FROM outbox_mail
            WHERE settled_at < :before
            """;
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient sql;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);

    public Outbox(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Takes a mail. It leaves within moments of the commit, or as soon as a server takes it.
    public void send(Mail mail) {
        sql.sql(WRITE_MAIL)
                .param("messageId", UUID.randomUUID())
                .param("purpose", mail.purpose())
                .param("recipient", mail.to().address())
                .param("subject", mail.subject())
                .param("text", mail.text())
                .param("html", mail.html())
                .param("headers", lines(mail.headers()))
                .param("now", OffsetDateTime.now(clock))
                .update();
        ringAfterCommit();
    }

    /// A mail that a server did not take.
    ///
    /// @param answer what the server said
    /// @param nextTry when it is offered again; null when it is refused for good
    public record Stuck(String subject, String to, String answer, @Nullable Instant nextTry) {}

    /// How many mails are on their way out.
    public int waiting() {
        return sql.sql(WAITING_MAILS).query(Integer.class).single();
    }

    /// Mails that were put off or refused, the newest first. Refused ones are kept for a week.
    public List<Stuck> stuck(int most) {
        return sql.sql(STUCK_MAILS).param("most", most).query(Outbox::stuck).list();
    }

    /// A mail that may have arrived twice: it was in hand when its sender died, and went again.
    ///
    /// @param messageId the same on both, so that the recipient's server may drop the second
    public record Uncertain(String subject, String to, UUID messageId) {}

    /// The newest first, for a week.
    public List<Uncertain> uncertain(int most) {
        return sql.sql(UNCERTAIN_MAILS)
                .param("most", most)
                .query((row, number) ->
                        new Uncertain(
                                row.getString("subject"),
                                row.getString("recipient"),
                                row.getObject("message_id", UUID.class)))
                .list();
    }

    /// Forgets whom a mail went to, a week after it was sent or refused.
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetSettled() {
        sql.sql(FORGET_MAILS).param("before", OffsetDateTime.now(clock).minus(KEPT)).update();
    }

    /// Waits until somebody has put a mail in, or until `patience` has run out.
    void awaitMail(Duration patience) throws InterruptedException {
        if (bell.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    /// Wakes whoever waits for mail.
    void ring() {
        bell.release();
    }

    private void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ring();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        ring();
                    }
                });
    }

    private static Stuck stuck(ResultSet row, int number) throws SQLException {
        var next = row.getObject("next_try", OffsetDateTime.class);
        return new Stuck(
                row.getString("subject"),
                row.getString("recipient"),
                row.getString("answer"),
                next == null ? null : next.toInstant());
    }

    /// No value holds a line break (`Mail` sees to it), so lines are enough.
    private static String lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
