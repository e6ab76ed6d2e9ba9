package musette.post;

import jakarta.mail.MessagingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import musette.store.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// One run of deliveries: connect, hand over what is due, disconnect.
///
/// SMTP can't promise "exactly once": a crash between the server's 250 and our note of it leaves
/// the truth unknown. So a mail is durably `sending` before it goes out, and if its holder dies, or
/// nobody settles it within the lease, it goes again with the same Message-ID and is marked as
/// uncertain. Nothing is lost; what can arrive twice is at most the one mail in hand, its double is
/// recognisable, and the desk lists it.
///
/// When only the database dies, this program still knows what the server answered and notes it as
/// soon as the database is back; a mail it had taken and not handed over yet is given back
/// untouched.
@Component
class DeliveryRun {
    /// How a round ends.
    sealed interface Ending {
        record NothingLeft() implements Ending {}

        /// @param words what kept the server from taking mail
        record ServerAway(String words) implements Ending {}
    }

    /// Longer than any conversation about one mail can take.
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1));
    private static final Logger log = LoggerFactory.getLogger(DeliveryRun.class);

    private static final String SOMETHING_IS_DUE =
            """
            SELECT EXISTS (
                SELECT 1
                FROM outbox_mail
                WHERE state IN ('waiting', 'sending')
                  AND (next_try <= :now OR (state = 'sending' AND holder <> :holder AND NOT EXISTS (
                        SELECT
                        FROM node
                        WHERE node.id = holder
                          AND node.seen_at > now() - interval '15 seconds')))
            )
            """;
    private static final String TAKE_MAIL_IN_HAND =
            """
            UPDATE outbox_mail
            SET state = 'sending', attempts = attempts + 1, next_try = :leaseEnd,
                holder = :holder, uncertain = uncertain OR state = 'sending'
            WHERE id = (
                SELECT id
                FROM outbox_mail
                WHERE state IN ('waiting', 'sending')
                  AND (next_try <= :now OR (state = 'sending' AND holder <> :holder AND NOT EXISTS (
                        SELECT
                        FROM node
                        WHERE node.id = holder
                          AND node.seen_at > now() - interval '15 seconds')))
                ORDER BY next_try, id
                LIMIT 1
                FOR UPDATE SKIP LOCKED
            )
            RETURNING id, message_id, purpose, recipient, subject, text_body, html_body, headers,
                attempts, written_at
            """;
    private static final String SETTLE_MAIL =
            """
            UPDATE outbox_mail
            SET state = :state, settled_at = :now, answer = :answer,
                text_body = NULL, html_body = NULL, headers = ''
            WHERE id = :id AND holder = :holder
            """;
    private static final String PUT_MAIL_OFF =
            """
            UPDATE outbox_mail
            SET state = 'waiting', next_try = :next, answer = :answer
            WHERE id = :id AND holder = :holder
            """;

    private static final String GIVE_BACK_UNTOUCHED =
            """
            UPDATE outbox_mail
            SET state = 'waiting', attempts = attempts - 1, next_try = :now
            WHERE state = 'sending' AND holder = :holder
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final MailRoute route;
    private final UUID holder;

    /// Answers that the database has not heard yet; at most one, because one mail is in hand. A
    /// mail that another node has taken over meanwhile is settled by that one.
    private final Queue<Answered> unsettled = new ConcurrentLinkedQueue<>();

    private volatile boolean wasCutOff;

    @Autowired
    DeliveryRun(JdbcClient sql, Clock clock, MailRoute route, Node node) {
        this(sql, clock, route, node.id());
    }

    DeliveryRun(JdbcClient sql, Clock clock, MailRoute route, UUID holder) {
        this.holder = holder;
        this.sql = sql;
        this.clock = clock;
        this.route = route;
    }

    /// Delivers what is due until nothing is left, the server is away, or `goOn` says no.
    Ending walk(BooleanSupplier goOn) {
        try {
            return walkThrough(goOn);
        } catch (DataAccessException e) {
            wasCutOff = true;
            throw e;
        }
    }

    private Ending walkThrough(BooleanSupplier goOn) {
        settleAll();
        if (wasCutOff) {
            // What is `sending` in our name now was taken in a statement whose answer was lost.
            sql.sql(GIVE_BACK_UNTOUCHED).param("now", now()).param("holder", holder).update();
            wasCutOff = false;
        }
        if (!isAnythingDue()) {
            return new Ending.NothingLeft();
        }
        try (var conversation = route.server().open(route.sender().mailbox())) {
            return handOver(conversation, goOn);
        } catch (MessagingException e) {
            // No mail was in hand, so none has used up an attempt.
            return new Ending.ServerAway("the mail server can't be spoken with: " + e.getMessage());
        }
    }

    private Ending handOver(SmtpConnection conversation, BooleanSupplier goOn) {
        while (goOn.getAsBoolean()) {
            var mail = take();
            if (mail.isEmpty()) {
                break;
            }
            var answer = conversation.deliver(mail.get(), route.sender());
            unsettled.add(new Answered(mail.get(), answer));
            settleAll();
            if (!(answer instanceof DeliveryOutcome.Taken) && !conversation.isOpen()) {
                return new Ending.ServerAway(answer.words());
            }
        }
        return new Ending.NothingLeft();
    }

    private boolean isAnythingDue() {
        return sql.sql(SOMETHING_IS_DUE)
                .param("now", now())
                .param("holder", holder)
                .query(Boolean.class)
                .single();
    }

    private Optional<PendingMail> take() {
        return sql.sql(TAKE_MAIL_IN_HAND)
                .param("now", now())
                .param("leaseEnd", now().plus(LEASE))
                .param("holder", holder)
                .query(DeliveryRun::pending)
                .optional();
    }

    private record Answered(PendingMail mail, DeliveryOutcome answer) {}

    private void settleAll() {
        for (var next = unsettled.peek(); next != null; next = unsettled.peek()) {
            settle(next.mail(), next.answer());
            unsettled.remove();
        }
    }

    private void settle(PendingMail mail, DeliveryOutcome answer) {
        switch (answer) {
            case DeliveryOutcome.Taken taken -> close(mail, "sent", taken.words());
            case DeliveryOutcome.Refused refused -> {
                log.warn(
                        "Mail {} ({}) was refused; /desk/mail says why.",
                        mail.id(),
                        mail.purpose());
                close(mail, "refused", refused.words());
            }
            case DeliveryOutcome.Later later when isTooOld(mail) -> {
                log.warn("Mail {} ({}) is given up.", mail.id(), mail.purpose());
                close(mail, "refused", "given up: " + later.words());
            }
            case DeliveryOutcome.Later later -> putOff(mail, later.words());
        }
    }

    private void close(PendingMail mail, String state, String words) {
        sql.sql(SETTLE_MAIL)
                .param("state", state)
                .param("now", now())
                .param("answer", words)
                .param("id", mail.id())
                .param("holder", holder)
                .update();
    }

    private void putOff(PendingMail mail, String words) {
        var pause = PAUSES.get(Math.min(mail.attempts(), PAUSES.size()) - 1);
        sql.sql(PUT_MAIL_OFF)
                .param("next", now().plus(pause))
                .param("answer", words)
                .param("id", mail.id())
                .param("holder", holder)
                .update();
    }

    private boolean isTooOld(PendingMail mail) {
        return mail.writtenAt().plus(route.patience()).isBefore(clock.instant());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static PendingMail pending(ResultSet row, int number) throws SQLException {
        return new PendingMail(
                row.getLong("id"),
                row.getObject("message_id", UUID.class),
                row.getString("purpose"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("text_body"),
                row.getString("html_body"),
                row.getString("headers"),
                row.getInt("attempts"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
