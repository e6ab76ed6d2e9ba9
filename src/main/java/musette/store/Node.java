package musette.store;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// This program among those that work on the database: it says every few seconds that it is alive.
///
/// The times are the database's own, so that clocks of several machines need not agree. Who was not
/// seen for fifteen seconds holds nothing any more (`node.seen_at`).
@Component
public class Node implements SmartLifecycle {
    /// Before whatever takes work into its hands.
    private static final int PHASE = 1_000;

    private static final Logger log = LoggerFactory.getLogger(Node.class);

    private static final String NOTE_NODE =
            """
            INSERT INTO node (id, seen_at)
            VALUES (:id, now())
            ON CONFLICT (id) DO UPDATE
            SET seen_at = excluded.seen_at
            """;
    private static final String FORGET_NODES =
            """
            DELETE FROM node
            WHERE id <> :id AND (:alone OR seen_at < now() - interval '1 hour')
            """;
    private static final String REMOVE_NODE =
            """
            DELETE FROM node
            WHERE id = :id
            """;

    private final UUID id = UUID.randomUUID();
    private volatile boolean running;
    private final JdbcClient sql;
    private final boolean alone;

    Node(JdbcClient sql, DatabaseAddress database) {
        this.sql = sql;
        alone = database.isOurs();
    }

    public UUID id() {
        return id;
    }

    /// A database in the box has one program at a time: whoever else is noted there is dead.
    @Override
    public void start() {
        running = true;
        sayAlive();
        sql.sql(FORGET_NODES).param("id", id).param("alone", alone).update();
    }

    @Scheduled(fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void sayAlive() {
        sql.sql(NOTE_NODE).param("id", id).update();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        sql.sql(FORGET_NODES).param("id", id).param("alone", false).update();
    }

    @Override
    public void stop() {
        running = false;
        try {
            sql.sql(REMOVE_NODE).param("id", id).update();
        } catch (DataAccessException e) {
            log.info("The database is away; this program will be taken for dead in a moment.");
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
