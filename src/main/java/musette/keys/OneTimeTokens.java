package musette.keys;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tokens that work once, for one purpose, for a while: sign-in links, confirmations.
///
/// The database holds only a SHA-256 of each, so a copy of it opens no door. Looking at a token
/// (`peek`) changes nothing; only `redeem` uses it up, in one statement, so that of two at once one
/// wins.
@Component
public class OneTimeTokens {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String ISSUE_TOKEN =
            """
            INSERT INTO one_time_token (hash, purpose, subject, issued_at, expires_at)
            VALUES (:hash, :purpose, :subject, :now, :expires)
            """;
    private static final String SUBJECT_OF_LIVE_TOKEN =
            """
            SELECT subject
            FROM one_time_token
            WHERE hash = :hash AND purpose = :purpose
              AND used_at IS NULL AND expires_at > :now
            """;
    private static final String REDEEM_TOKEN =
            """
            UPDATE one_time_token
            SET used_at = :now
            WHERE hash = :hash AND purpose = :purpose
              AND used_at IS NULL AND expires_at > :now
            RETURNING subject
            """;
    private static final String SUBJECT_OF_SPENT_TOKEN =
            """
            SELECT subject
            FROM one_time_token
            WHERE hash = :hash AND purpose = :purpose AND used_at IS NOT NULL
            """;
    private static final String REVOKE_TOKENS =
            """
            DELETE FROM one_time_token
            WHERE purpose = :purpose AND subject = :subject AND used_at IS NULL
            """;

    private static final String FORGET_TOKENS =
            """
            DELETE FROM one_time_token
            WHERE expires_at < :before
            """;
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient sql;
    private final Clock clock;

    public OneTimeTokens(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// A new token for `subject`: 32 random bytes as 43 URL-safe characters.
    public String issue(String purpose, String subject, Duration lifetime) {
        var token = secret();
        sql.sql(ISSUE_TOKEN)
                .param("hash", Fingerprint.of(token))
                .param("purpose", purpose)
                .param("subject", subject)
                .param("now", now())
                .param("expires", now().plus(lifetime))
                .update();
        return token;
    }

    /// 32 random bytes as 43 URL-safe characters.
    public static String secret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Whom the token speaks for, without using it up.
    public Optional<String> peek(String purpose, String token) {
        return sql.sql(SUBJECT_OF_LIVE_TOKEN)
                .param("hash", Fingerprint.of(token))
                .param("purpose", purpose)
                .param("now", now())
                .query(String.class)
                .optional();
    }

    /// Uses the token up and says whom it spoke for; empty when it is unknown, used or too old.
    public Optional<String> redeem(String purpose, String token) {
        return sql.sql(REDEEM_TOKEN)
                .param("hash", Fingerprint.of(token))
                .param("purpose", purpose)
                .param("now", now())
                .query(String.class)
                .optional();
    }

    /// Whom a token spoke for that has been used up, so that a second press of a button can be told
    /// "done already" and not "never heard of it".
    public Optional<String> spent(String purpose, String token) {
        return sql.sql(SUBJECT_OF_SPENT_TOKEN)
                .param("hash", Fingerprint.of(token))
                .param("purpose", purpose)
                .query(String.class)
                .optional();
    }

    /// Ends every unused token of that purpose for `subject`.
    public void revoke(String purpose, String subject) {
        sql.sql(REVOKE_TOKENS).param("purpose", purpose).param("subject", subject).update();
    }

    /// A token that is long past says nothing to anybody, not even that it was used.
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetExpired() {
        sql.sql(FORGET_TOKENS).param("before", now().minus(KEPT)).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
