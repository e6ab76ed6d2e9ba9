package musette.readers;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import musette.keys.Fingerprint;
import musette.keys.OneTimeTokens;
import musette.post.Mailbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sign-in by a link that is mailed and works once.
///
/// Asking does the same work for every address; whether it has an account is looked up after the
/// answer has gone out, so neither the words nor the time of the answer tell.
@Component
public class SignInLinks {
    static final String PURPOSE = "reader-sign-in";

    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int A_DAY = 5;

    private static final String TURN_FOR_ADDRESS =
            """
            SELECT count(pg_advisory_xact_lock(hashtextextended(encode(:address, 'hex'), 0)))
            """;
    private static final String ACCEPTED_REQUEST =
            """
            INSERT INTO sign_in_request (address, asked_at)
            SELECT :address, :now
            FROM (SELECT count(*) AS day,
                         count(*) FILTER (WHERE asked_at > :pause) AS moment
                  FROM sign_in_request
                  WHERE address = :address AND asked_at > :day) AS asked
            WHERE asked.day < :most AND asked.moment = 0
            """;
    private static final String FORGOTTEN_REQUESTS =
            """
            DELETE FROM sign_in_request
            WHERE asked_at < :day
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final OneTimeTokens tokens;
    private final Readers readers;
    private final ApplicationEventPublisher news;

    public SignInLinks(
            JdbcClient sql,
            Clock clock,
            TransactionTemplate transaction,
            OneTimeTokens tokens,
            Readers readers,
            ApplicationEventPublisher news) {
        this.sql = sql;
        this.clock = clock;
        this.transaction = transaction;
        this.tokens = tokens;
        this.readers = readers;
        this.news = news;
    }

    /// Asks for a link to be mailed, if the address has an account and was not mailed one within
    /// two minutes or five within a day. Silent about all of that.
    ///
    /// @param returnPath the local path that the reader lands on after signing in
    public void ask(Mailbox email, String returnPath) {
        transaction.executeWithoutResult(status -> {
            if (isWithinBudget(Fingerprint.of(email.key()))) {
                news.publishEvent(new SignInAsked(email.key(), returnPath));
            }
        });
    }

    /// Whom the link would sign in; changes nothing.
    public Optional<Reader> peek(String token) {
        return tokens.peek(PURPOSE, token).flatMap(this::reader);
    }

    /// Uses the link up.
    public Optional<Reader> redeem(String token) {
        return tokens.redeem(PURPOSE, token).flatMap(this::reader);
    }

    private Optional<Reader> reader(String subject) {
        return readers.byId(Long.parseLong(subject));
    }

    private boolean isWithinBudget(byte[] address) {
        var now = OffsetDateTime.now(clock);
        sql.sql(TURN_FOR_ADDRESS).param("address", address).query(Long.class).single();
        sql.sql(FORGOTTEN_REQUESTS).param("day", now.minus(DAY)).update();
        return sql.sql(ACCEPTED_REQUEST)
                        .param("address", address)
                        .param("now", now)
                        .param("pause", now.minus(PAUSE))
                        .param("day", now.minus(DAY))
                        .param("most", A_DAY)
                        .update()
                == 1;
    }
}
