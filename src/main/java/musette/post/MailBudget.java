package musette.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Decides whether somebody who has proven nothing may cause one more mail.
///
/// Anybody can type anybody's address, so every form that mails is a way to make us write to people
/// who never asked; thousands such forms together bury an inbox. The count is kept in the database,
/// under a lock, because a limit that two requests can pass at once is none.
///
/// What a stranger used up is the stranger's: links to sign in are counted by address and asker
/// together, and a browser that has signed in at that address before is an asker of its own.
@Component
public class MailBudget {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration WITHHELD_KEPT = Duration.ofDays(90);
    private static final Logger log = LoggerFactory.getLogger(MailBudget.class);

    private static final String BUDGET_IN_HAND =
            """
            SELECT id
            FROM mail_budget
            FOR UPDATE
            """;
    private static final String SPENT_SO_FAR =
            """
            SELECT
                (SELECT count(*) FROM asked_mail
                 WHERE inbox = :inbox AND kind = :kind AND sent_at > :lately
                   AND (:byAnyone OR client = :client)) AS lately,
                (SELECT count(*) FROM asked_mail
                 WHERE inbox = :inbox AND kind = :kind AND sent_at > :dayAgo
                   AND (:byAnyone OR client = :client)) AS today,
                (SELECT count(*) FROM asked_mail
                 WHERE inbox = :inbox AND kind = :kind AND sent_at > :dayAgo) AS today_by_all,
                (SELECT count(*) FROM asked_mail
                 WHERE client = :client AND sent_at > :hourAgo) AS by_client,
                (SELECT count(*) FROM asked_mail
                 WHERE kind = :kind AND sent_at > :hourAgo) AS by_everyone
            """;
    private static final String SPEND_MAIL =
            """
            INSERT INTO asked_mail (kind, inbox, client, sent_at)
            VALUES (:kind, :inbox, :client, :now)
            """;
    private static final String FORGIVE_MAILS =
            """
            DELETE FROM asked_mail
            WHERE inbox = :inbox AND kind = :kind
            """;
    private static final String FORGET_MAILS =
            """
            DELETE FROM asked_mail
            WHERE sent_at <= :dayAgo
            """;
    private static final String FORGET_WITHHELD =
            """
            DELETE FROM withheld_mail
            WHERE hour <= :before
            """;
    private static final String COUNT_WITHHELD =
            """
            INSERT INTO withheld_mail (hour, reason, mails)
            VALUES (:hour, :reason, 1)
            ON CONFLICT (hour, reason) DO UPDATE
            SET mails = withheld_mail.mails + 1
            RETURNING mails
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final PostSettings settings;
    private final ClientHash clients;

    MailBudget(JdbcClient sql, Clock clock, PostSettings settings, ClientHash clients) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
        this.clients = clients;
    }

    /// What can be asked for, and how often for one inbox.
    public enum Kind {
        LETTER("letter", Duration.ofMinutes(10), 3, 3, Counted.WHOEVER_ASKS),
        SIGN_IN("sign-in", Duration.ofMinutes(2), 5, 30, Counted.BY_ASKER),
        STAFF_SIGN_IN("staff-sign-in", Duration.ofMinutes(2), 5, 30, Counted.BY_ASKER);

        private final String word;
        private final Duration pause;
        private final int daily;
        private final int dailyByAll;
        private final Counted counted;

        Kind(String word, Duration pause, int daily, int dailyByAll, Counted counted) {
            this.word = word;
            this.pause = pause;
            this.daily = daily;
            this.dailyByAll = dailyByAll;
            this.counted = counted;
        }

        private enum Counted {
            WHOEVER_ASKS,
            BY_ASKER
        }
    }

    /// Who asks; `client` is what one asker is counted by.
    public sealed interface Asker {
        String client();

        /// Nothing is known but where the request comes from.
        ///
        /// @param client an address in digits; counted for a day, and kept as a hash only
        record Stranger(String client) implements Asker {}

        /// A browser in which the owner of the address has signed in before.
        record KnownBrowser(String client) implements Asker {}
    }

    /// Takes one mail out of the budget, if there is one. To be asked in the transaction that sends
    /// the mail; the lock is held until that ends.
    public boolean allows(Kind kind, Mailbox to, Asker asker) {
        sql.sql(BUDGET_IN_HAND).query(Integer.class).single();
        var client = clients.of(asker);
        var reason = reasonAgainst(kind, to, asker, client);
        reason.ifPresentOrElse(this::withhold, () -> spend(kind, to, client));
        return reason.isEmpty();
    }

    /// Somebody has shown that they read that inbox: what was asked for in its name no longer keeps
    /// them waiting, whoever asked.
    public void forgive(Kind kind, Mailbox to) {
        sql.sql(FORGIVE_MAILS).param("inbox", to.inbox()).param("kind", kind.word).update();
    }

    /// Counts a mail that is not sent: `inbox`, `client`, `everyone` or `trap`.
    public void withhold(String reason) {
        var mails =
                sql.sql(COUNT_WITHHELD)
                        .param("hour", now().truncatedTo(ChronoUnit.HOURS))
                        .param("reason", reason)
                        .query(Long.class)
                        .single();
        if (mails == 1 && (reason.equals("client") || reason.equals("everyone"))) {
            log.warn(
                    "Strangers have used up musette.post.per-{} for now; more are answered and not"
                            + " mailed.",
                    reason.equals("client") ? "client" : "hour");
        }
    }

    /// What is a day old no longer counts.
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetYesterday() {
        sql.sql(FORGET_MAILS).param("dayAgo", now().minus(DAY)).update();
        sql.sql(FORGET_WITHHELD).param("before", now().minus(WITHHELD_KEPT)).update();
    }

    private Optional<String> reasonAgainst(Kind kind, Mailbox to, Asker asker, byte[] client) {
        var spent =
                sql.sql(SPENT_SO_FAR)
                        .param("kind", kind.word)
                        .param("inbox", to.inbox())
                        .param("client", client)
                        .param("byAnyone", kind.counted == Kind.Counted.WHOEVER_ASKS)
                        .param("lately", now().minus(kind.pause))
                        .param("hourAgo", now().minus(HOUR))
                        .param("dayAgo", now().minus(DAY))
                        .query(MailBudget::spent)
                        .single();
        var isStranger = asker instanceof Asker.Stranger;
        if (isStranger && spent.byEveryone() >= settings.perHour()) {
            return Optional.of("everyone");
        }
        if (isStranger && spent.byClient() >= settings.perClient()) {
            return Optional.of("client");
        }
        var isEnough =
                spent.lately() > 0
                        || spent.today() >= kind.daily
                        || (isStranger && spent.todayByAll() >= kind.dailyByAll);
        return isEnough ? Optional.of("inbox") : Optional.empty();
    }

    private void spend(Kind kind, Mailbox to, byte[] client) {
        sql.sql(SPEND_MAIL)
                .param("kind", kind.word)
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
                row.getInt("today_by_all"),
                row.getInt("by_client"),
                row.getInt("by_everyone"));
    }

    private record Spent(int lately, int today, int todayByAll, int byClient, int byEveryone) {}
}
