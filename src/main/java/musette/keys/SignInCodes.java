package musette.keys;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Codes that come by mail and are typed in the browser that asked for them: for the mail that is
/// read on one device while somebody signs in on another.
///
/// Eight digits could be guessed. So a code works in one browser only, which keeps a key of 32
/// random bytes, five times tried at most. A row is written for whoever asks, whether or not a mail
/// follows: neither the answer nor its time tells a stranger which addresses are known.
@Component
public class SignInCodes {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_TRIES = 5;
    private static final int HALF = 10_000;

    private static final String ASKED_AGAIN =
            """
            SELECT count(*)
            FROM sign_in_code
            WHERE browser = :browser AND purpose = :purpose
              AND tries < :mostTries AND expires_at > :now
            """;
    private static final String NOTE_REQUEST =
            """
            INSERT INTO sign_in_code (browser, purpose, expires_at)
            VALUES (:browser, :purpose, :expires)
            """;
    private static final String NOTE_MAILED_CODE =
            """
            UPDATE sign_in_code
            SET code = :code, subject = :subject, expires_at = :expires
            WHERE browser = :browser
            """;
    private static final String COUNT_TRY =
            """
            UPDATE sign_in_code
            SET tries = tries + 1
            WHERE browser = :browser AND purpose = :purpose
              AND tries < :mostTries AND expires_at > :now
            RETURNING code, subject
            """;
    private static final String USE_UP_CODE =
            """
            DELETE FROM sign_in_code
            WHERE browser = :browser AND code = :code
            """;
    private static final String REVOKE_CODES =
            """
            DELETE FROM sign_in_code
            WHERE purpose = :purpose AND subject = :subject
            """;
    private static final String FORGET_CODES =
            """
            DELETE FROM sign_in_code
            WHERE expires_at < :now
            """;

    private final JdbcClient sql;
    private final Clock clock;

    public SignInCodes(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// The browser asks. The key that it is to keep: the one it has, while that may still be tried,
    /// so that the code in an earlier mail goes on working.
    ///
    /// @param kept the key that the browser sent, if it has one; not believed
    /// @return 43 URL-safe characters
    public String begin(String purpose, Optional<String> kept, Duration lifetime) {
        return kept.filter(key -> isAsking(purpose, key))
                .orElseGet(() -> {
                    var key = OneTimeTokens.secret();
                    sql.sql(NOTE_REQUEST)
                            .param("browser", Fingerprint.of(key))
                            .param("purpose", purpose)
                            .param("expires", now().plus(lifetime))
                            .update();
                    return key;
                });
    }

    /// What stands for a browser in an event: its key's SHA-256 in hexadecimal digits.
    public static String browser(String key) {
        return HexFormat.of().formatHex(Fingerprint.of(key));
    }

    /// A new code for that browser, eight digits in two groups; the one before ends.
    ///
    /// @param browser as `browser(…)` gave it
    public String issue(String browser, String subject, Duration lifetime) {
        var code = "%04d %04d".formatted(RANDOM.nextInt(HALF), RANDOM.nextInt(HALF));
        sql.sql(NOTE_MAILED_CODE)
                .param("browser", HexFormat.of().parseHex(browser))
                .param("code", hash(code))
                .param("subject", subject)
                .param("expires", now().plus(lifetime))
                .update();
        return code;
    }

    /// How a mail says it, a paragraph; nothing for no code.
    public static String words(String code) {
        return code.isEmpty()
                ? ""
                : "Or type this code in the browser where you asked for it:\n\n%s\n\n"
                        .formatted(code);
    }

    /// Tries a code and uses it up when it is right; says for whom it was mailed.
    ///
    /// @param typed as somebody typed it: what is not a digit is passed over
    public Optional<String> redeem(String purpose, String key, String typed) {
        var browser = Fingerprint.of(key);
        var code = hash(typed);
        return sql.sql(COUNT_TRY)
                .param("browser", browser)
                .param("purpose", purpose)
                .param("mostTries", MOST_TRIES)
                .param("now", now())
                .query((row, number) -> new Mailed(row.getString("code"), row.getString("subject")))
                .optional()
                .filter(mailed -> code.equals(mailed.code()))
                .filter(mailed -> isUsedUp(browser, code))
                .map(Mailed::subject);
    }

    /// Ends every code that was mailed for `subject`.
    public void revoke(String purpose, String subject) {
        sql.sql(REVOKE_CODES).param("purpose", purpose).param("subject", subject).update();
    }

    /// What is too old opens nothing.
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetExpired() {
        sql.sql(FORGET_CODES).param("now", now()).update();
    }

    private boolean isAsking(String purpose, String key) {
        return sql.sql(ASKED_AGAIN)
                        .param("browser", Fingerprint.of(key))
                        .param("purpose", purpose)
                        .param("mostTries", MOST_TRIES)
                        .param("now", now())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// Of two at once with the right code one wins.
    private boolean isUsedUp(byte[] browser, String code) {
        return sql.sql(USE_UP_CODE).param("browser", browser).param("code", code).update() == 1;
    }

    private static String hash(String code) {
        return HexFormat.of().formatHex(Fingerprint.of(code.replaceAll("[^0-9]", "")));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private record Mailed(@Nullable String code, @Nullable String subject) {}
}
