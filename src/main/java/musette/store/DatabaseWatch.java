package musette.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows whether the database answers, so that nobody has to wait to find out.
///
/// A connection of its own, outside the pool, asks a few times a second. While the answer stays
/// out, the pool refuses at once and pages come from memory.
public final class DatabaseWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration EVERY = Duration.ofMillis(200);
    private static final Duration A_MOMENT = Duration.ofMillis(20);
    private static final int SECONDS_TO_ANSWER = 2;

    private final PGSimpleDataSource address;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile boolean answeredOnce;
    private final AtomicLong absences = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread asking;

    /// Watches the database at that address, which may move (a new port after a restart).
    DatabaseWatch(PGSimpleDataSource address) {
        this.address = address;
        asking = Thread.ofVirtual().name("database-asking").start(this::ask);
    }

    /// Whether the database did not answer when it was asked last.
    public boolean isAway() {
        return away.get();
    }

    /// How often it has been away; connections from before an absence are not to be trusted.
    long absences() {
        return absences.get();
    }

    /// Waits while an absence lasts. A database that has never answered is not waited for.
    ///
    /// @throws SQLException when the house closes meanwhile
    void awaitReturn() throws SQLException {
        try {
            while (isAway() && answeredOnce) {
                if (closing.await(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new SQLException("The house closes.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while the database was away.", e);
        }
    }

    private void ask() {
        Connection open = null;
        try {
            do {
                open = answering(open);
                note(open == null);
            } while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(open);
        }
    }

    private @Nullable Connection answering(@Nullable Connection open) {
        try {
            if (open != null && open.isValid(SECONDS_TO_ANSWER)) {
                return open;
            }
            if (open != null) {
                note(true); // Said now: a server that stands still lets even connecting wait.
                end(open);
            }
            return connect();
        } catch (SQLException e) {
            return null;
        }
    }

    private Connection connect() throws SQLException {
        var connection = address.getConnection();
        try {
            if (connection.isValid(SECONDS_TO_ANSWER)) {
                return connection;
            }
            throw new SQLException("connected and silent");
        } catch (SQLException e) {
            end(connection);
            throw e;
        }
    }

    private void note(boolean silent) {
        if (!silent) {
            answeredOnce = true;
        }
        if (silent && away.compareAndSet(false, true)) {
            absences.incrementAndGet();
            log.error("The database does not answer; pages come from memory until it does.");
        } else if (!silent && away.compareAndSet(true, false)) {
            log.warn("The database answers again.");
        }
    }

    private static void end(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                log.debug("A connection that was given up could not be closed.", e);
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        asking.interrupt();
    }
}
