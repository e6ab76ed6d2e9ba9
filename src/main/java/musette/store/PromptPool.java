package musette.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// The pool of connections, which says no at once while the database is away.
///
/// Waiting is for a busy pool. Two hundred readers who wait for a database that is not there are
/// two hundred places that nobody else can have.
final class PromptPool extends DelegatingDataSource implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final HikariDataSource pool;
    private final DatabaseWatch watch;
    private final AtomicLong absencesSeen = new AtomicLong();
    private final Lock leaving = new ReentrantLock();

    /// @param pool one that gives up quickly by itself; it is asked again while there is hope
    PromptPool(HikariDataSource pool, DatabaseWatch watch) {
        super(pool);
        this.pool = pool;
        this.watch = watch;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!watch.isAway()) {
            leaveOldConnections();
            try {
                return pool.getConnection();
            } catch (SQLTransientConnectionException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
        throw new SQLTransientConnectionException("The database is away.", "08001");
    }

    /// The first who comes after an absence lets go of what was opened before it: those connections
    /// are dead, and the pool would find out one reader at a time. Whoever comes meanwhile waits
    /// until they are gone.
    private void leaveOldConnections() {
        var absences = watch.absences();
        if (absencesSeen.get() == absences) {
            return;
        }
        leaving.lock();
        try {
            if (absencesSeen.get() != absences) {
                pool.getHikariPoolMXBean().softEvictConnections();
                absencesSeen.set(absences);
            }
        } finally {
            leaving.unlock();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
