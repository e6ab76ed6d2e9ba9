package musette.ops;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Knows whether this house was ever opened before; the first time, it may bring the demonstration.
/// All of it or nothing: a crash in the middle leaves an empty house that tries again. Whoever ends
/// the program meanwhile waits the few seconds until it is in.
@EnableConfigurationProperties(OpsSettings.class)
@Component
class FirstStart implements ApplicationRunner {
    private static final String NOTE_FIRST_START =
            """
            INSERT INTO first_start (opened_at, with_demo)
            VALUES (:now, :demo)
            ON CONFLICT DO NOTHING
            """;

    private static final int SECONDS_TO_MOVE_IN = 20;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final OpsSettings settings;
    private final Demo demo;
    private final Lock movingIn = new ReentrantLock();
    private volatile boolean isEnding;

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
        movingIn.lock();
        try {
            if (!isEnding) {
                open();
            }
        } finally {
            movingIn.unlock();
        }
    }

    @EventListener
    void on(ContextClosedEvent ending) throws InterruptedException {
        isEnding = true;
        if (movingIn.tryLock(SECONDS_TO_MOVE_IN, TimeUnit.SECONDS)) {
            movingIn.unlock();
        }
    }

    private void open() {
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
