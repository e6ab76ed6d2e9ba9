package musette.push;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import musette.store.DatabaseWatch;
import musette.wire.ImportReceipt;
import musette.wire.RowsFile;
import musette.wire.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Puts results in that come row by row: all rows so far become one file, and it is stored as any
/// other, a few times a second at most. What came while the program was down is put in once it is
/// up again.
@Component
class RunningResults {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final long LEAST_PAUSE = Duration.ofMillis(250).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofSeconds(5).toNanos();

    /// A long result takes longer to put in, and is put in less often.
    private static final int PAUSE_IN_RUNS = 4;

    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};
    private static final Logger log = LoggerFactory.getLogger(RunningResults.class);

    private static final String RUNNING_BEHIND =
            """
            SELECT id
            FROM running_result
            WHERE version > applied
            """;
    private static final String LOCKED_RUNNING =
            """
            SELECT running_result.*, name
            FROM running_result
            JOIN wire_sender ON wire_sender.id = sender_id
            WHERE running_result.id = :running AND version > applied
            FOR UPDATE OF running_result
            """;
    private static final String ROWS_OF_RUNNING =
            """
            SELECT cells
            FROM running_row
            WHERE running_id = :running AND NOT is_gone
            ORDER BY competitor
            """;
    private static final String NOTE_APPLIED =
            """
            UPDATE running_result
            SET applied = :version, arrival_id = :arrival, problem = :problem
            WHERE id = :running
            """;
    private static final String NOTE_EMPTY =
            """
            UPDATE running_result
            SET applied = :version, problem = ''
            WHERE id = :running
            """;
    private static final String FORGET_RUNNING =
            """
            DELETE FROM running_result
            WHERE last_row_at < :before
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Wire wire;
    private final DatabaseWatch database;
    private final AtomicBoolean isAsked = new AtomicBoolean();
    private volatile long notBefore = System.nanoTime();
    private final ScheduledExecutorService applier =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("running-results").daemon().factory());

    RunningResults(
            JdbcClient sql,
            TransactionTemplate transaction,
            Clock clock,
            Wire wire,
            DatabaseWatch database) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.wire = wire;
        this.database = database;
    }

    /// Puts in what has come, soon.
    void soon() {
        if (isAsked.compareAndSet(false, true)) {
            var delay = Math.max(0, notBefore - System.nanoTime());
            try {
                var _ = applier.schedule(this::run, delay, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                log.debug("The house is closing; rows are put in when it opens again.");
            }
        }
    }

    /// What no request has asked for: rows of before a start, and of other nodes that went down.
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void lookForMore() {
        soon();
    }

    @PreDestroy
    void stop() {
        applier.close();
    }

    private void run() {
        isAsked.set(false);
        var start = System.nanoTime();
        if (!database.isAway()) {
            applyAll();
        }
        var end = System.nanoTime();
        notBefore = end + Math.clamp(PAUSE_IN_RUNS * (end - start), LEAST_PAUSE, LONGEST_PAUSE);
    }

    /// One that fails keeps no other back.
    private void applyAll() {
        quietly(() ->
                sql.sql(RUNNING_BEHIND)
                        .query(Long.class)
                        .list()
                        .forEach(running ->
                                quietly(() ->
                                        transaction.executeWithoutResult(
                                                status -> apply(running)))));
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Running results can't be put in now; it is tried again in a second.", e);
        }
    }

    /// A result as far as it has come.
    ///
    /// @param head its head lines as they came last
    /// @param version counts what changed
    /// @param arrival under which the wire has it; empty before it was put in for the first time
    /// @param sender by whom the last row came
    private record Running(
            long id, String head, int version, OptionalLong arrival, String sender) {}

    private void apply(long id) {
        sql.sql(LOCKED_RUNNING)
                .param("running", id)
                .query((row, number) -> running(row))
                .optional()
                .ifPresent(this::apply);
    }

    /// A result of which every row was taken away waits for the next one.
    private void apply(Running running) {
        var rows = rows(running);
        if (rows.isEmpty()) {
            sql.sql(NOTE_EMPTY)
                    .param("running", running.id())
                    .param("version", running.version())
                    .update();
            return;
        }
        var receipt =
                wire.grow(
                        running.arrival(),
                        "rows from " + running.sender(),
                        RowsFile.whole(running.head(), rows).getBytes(StandardCharsets.UTF_8),
                        running.sender());
        note(running, receipt);
    }

    private static Running running(ResultSet row) throws SQLException {
        var arrival = row.getObject("arrival_id", Long.class);
        return new Running(
                row.getLong("id"),
                row.getString("head"),
                row.getInt("version"),
                arrival == null ? OptionalLong.empty() : OptionalLong.of(arrival),
                row.getString("name"));
    }

    private void note(Running running, ImportReceipt receipt) {
        sql.sql(NOTE_APPLIED)
                .param("running", running.id())
                .param("version", running.version())
                .param("arrival", receipt.arrival())
                .param(
                        "problem",
                        receipt instanceof ImportReceipt.Declined declined
                                ? declined.sentence()
                                : "")
                .update();
    }

    private List<Map<String, String>> rows(Running running) {
        return sql.sql(ROWS_OF_RUNNING)
                .param("running", running.id())
                .query((row, number) ->
                        JsonMapper.shared().readValue(row.getString("cells"), CELLS))
                .list();
    }

    /// What was put in stays; only the rows it came from go.
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOldRows() {
        sql.sql(FORGET_RUNNING).param("before", OffsetDateTime.now(clock).minus(KEPT)).update();
    }
}
