package musette.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import musette.post.Mailbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Decides whether the sign-up form may cause one more mail.
///
/// Anybody can type anybody's address, so the form is a way to make us write to people who never
/// asked; thousands such forms together bury an inbox. The count is kept in the database, under a
/// lock, because a limit that two requests can pass at once is none.
@Component
class MailBudget {
    private static final int PER_INBOX_LATELY = 1;
    private static final Duration LATELY = Duration.ofMinutes(10);
    private static final int PER_INBOX_DAILY = 3;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Logger log = LoggerFactory.getLogger(MailBudget.class);

    private static final String BUDGET_IN_HAND =
            """
            SELECT id
            FROM letter_budget
            FOR UPDATE
            """;
    private static final String SPENT_SO_FAR =
            """
            SELECT
                (SELECT count(*) FROM letter_mail
                 WHERE inbox = :inbox AND sent_at > :lately) AS lately,
                (SELECT count(*) FROM letter_mail
                 WHERE inbox = :inbox AND sent_at > :dayAgo) AS today,
                (SELECT count(*) FROM letter_mail
                 WHERE client = :client AND sent_at > :hourAgo) AS by_client,
                (SELECT count(*) FROM letter_mail
                 WHERE sent_at > :hourAgo) AS by_everyone
            """;
    private static final String SPENT_MAIL =
            """
            INSERT INTO letter_mail (inbox, client, sent_at)
            VALUES (:inbox, :client, :now)
            """;
    private static final String FORGOTTEN_MAILS =
            """
            DELETE FROM letter_mail
            WHERE sent_at <= :dayAgo
            """;
    private static final String WITHHELD_IN_THIS_HOUR =
            """
            INSERT INTO letter_withheld (hour, reason, mails)
            VALUES (:hour, :reason, 1)
            ON CONFLICT (hour, reason) DO UPDATE
            SET mails = letter_withheld.mails + 1
            RETURNING mails
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final LettersSettings settings;

    MailBudget(JdbcClient sql, Clock clock, LettersSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    /// Takes one mail out of the budget, if there is one. To be asked in the transaction that sends
    /// the mail; the lock is held until that ends.
    boolean allows(Mailbox to, byte[] client) {
        sql.sql(BUDGET_IN_HAND).query(Integer.class).single();
        var reason = reasonAgainst(to, client);
        reason.ifPresentOrElse(this::withhold, () -> spend(to, client));
        return reason.isEmpty();
    }

    /// Counts a mail that is not sent.
    void withhold(String reason) {
        var mails =
                sql.sql(WITHHELD_IN_THIS_HOUR)
                        .param("hour", now().truncatedTo(ChronoUnit.HOURS))
                        .param("reason", reason)
                        .query(Long.class)
                        .single();
        if (mails == 1 && (reason.equals("client") || reason.equals("everyone"))) {
            log.warn(
                    "Letter sign-ups have used up musette.letters.per-{} for now; more are answered"
                            + " and not mailed.",
                    reason.equals("client") ? "client" : "hour");
        }
    }

    /// What is a day old no longer counts.
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetYesterday() {
        sql.sql(FORGOTTEN_MAILS).param("dayAgo", now().minus(DAY)).update();
    }

    private Optional<String> reasonAgainst(Mailbox to, byte[] client) {
        var spent =
                sql.sql(SPENT_SO_FAR)
                        .param("inbox", to.inbox())
                        .param("client", client)
                        .param("lately", now().minus(LATELY))
                        .param("hourAgo", now().minus(HOUR))
                        .param("dayAgo", now().minus(DAY))
                        .query(MailBudget::spent)
                        .single();
        if (spent.byEveryone() >= settings.perHour()) {
            return Optional.of("everyone");
        }
        if (spent.byClient() >= settings.perClient()) {
            return Optional.of("client");
        }
        return spent.lately() >= PER_INBOX_LATELY || spent.today() >= PER_INBOX_DAILY
                ? Optional.of("inbox")
                : Optional.empty();
    }

    private void spend(Mailbox to, byte[] client) {
        sql.sql(SPENT_MAIL)
                .param("inbox", to.inbox())
                .param("client", client)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Spent spent(ResultSet row, int number) throws SQLException {
        return new Spent(
                row.getInt("lately"),
                row.getInt("today"),
                row.getInt("by_client"),
                row.getInt("by_everyone"));
    }

    private record Spent(int lately, int today, int byClient, int byEveryone) {}
}
