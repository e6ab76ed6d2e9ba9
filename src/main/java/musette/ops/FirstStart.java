package musette.ops;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Knows whether this house was ever opened before; the first time, it may bring the demonstration.
/// All of it or nothing: a crash in the middle leaves an empty house that tries again.
@Component
class FirstStart implements ApplicationRunner {
    private static final String NOTE_FIRST_START =
            """
            INSERT INTO first_start (opened_at, with_demo)
            VALUES (:now, :demo)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final OpsSettings settings;
    private final Demo demo;

    FirstStart(
            JdbcClient sql,
            TransactionTemplate transaction,
            Clock clock,
            OpsSettings settings,
            Demo demo) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            var first =
                    sql.sql(NOTE_FIRST_START)
                            .param("now", OffsetDateTime.now(clock))
                            .param("demo", settings.demo())
                            .update();
            if (first == 1 && settings.demo()) {
                demo.moveIn();
            }
        });
    }
}
