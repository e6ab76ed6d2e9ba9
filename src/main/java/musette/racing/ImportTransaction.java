package musette.racing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// What every filing has in common: one transaction, one at a time in the whole house (so that two
/// files cannot open the same rider twice), a clock, and fingerprints that tell news from repeats.
final class ImportTransaction {
    private static final String TURN_TAKEN =
            """
            SELECT count(*)
            FROM (SELECT pg_advisory_xact_lock(7201)) AS turn
            """;

    private final JdbcClient sql;

    /// Inside the caller's transaction and apart from it: what is refused leaves no race, edition
    /// or rider behind, while the caller still notes that it came.
    private final TransactionTemplate attempt;

    private final Clock clock;
    private final ApplicationEventPublisher events;

    ImportTransaction(
            JdbcClient sql,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.sql = sql;
        attempt =
                new TransactionTemplate(
                        Objects.requireNonNull(transaction.getTransactionManager()));
        attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
        this.events = events;
    }

    <T> T inTurn(Supplier<T> work) {
        return attempt.execute(status -> {
            sql.sql(TURN_TAKEN).query(Long.class).single();
            var outcome = work.get();
            if (outcome instanceof Results.Refused) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /// Listeners after commit hear it once this filing's transaction is through.
    void spread(Object news) {
        events.publishEvent(news);
    }

    static byte[] fingerprint(Object facts) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(facts.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
