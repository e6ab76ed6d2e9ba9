package musette.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tries again what a listener could not do, a little later each time, and sets aside what fails
/// for good, with an alarm.
///
/// Each try is claimed in the database first, so that of several programs on it one tries. What was
/// under way when a program died is noticed as stale (`spring.modulith.events.staleness`), and at
/// once by a house that has the database to itself.
@Component
public class EventRetries {
    static final int MOST_TRIES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration SET_ASIDE_KEPT = Duration.ofDays(90);
    private static final int AT_ONCE = 100;
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Logger log = LoggerFactory.getLogger(EventRetries.class);

    private static final String SOMETHING_UNDER_WAY =
            """
            SELECT EXISTS (SELECT FROM event_publication WHERE status <> 'FAILED')
            """;
    private static final String SET_ASIDE_HOPELESS =
            """
            WITH hopeless AS (
                DELETE FROM event_publication
                WHERE status = 'FAILED' AND completion_attempts >= :most
                RETURNING id, listener_id, event_type, serialized_event, publication_date)
            INSERT INTO event_set_aside
            SELECT id, listener_id, event_type, serialized_event, publication_date, :now
            FROM hopeless
            """;
    private static final String NAMES_OF_SET_ASIDE =
            """
            SELECT listener_id
            FROM event_set_aside
            ORDER BY set_aside_at, id
            """;
    private static final String RELEASE_EVENT =
            """
            WITH again AS (
                DELETE FROM event_set_aside
                RETURNING id, listener_id, event_type, serialized_event, publication_date)
            INSERT INTO event_publication (id, listener_id, event_type, serialized_event,
                publication_date, status, completion_attempts)
            SELECT id, listener_id, event_type, serialized_event, publication_date, 'FAILED', 0
            FROM again
            """;
    private static final String FORGET_SET_ASIDE =
            """
            DELETE FROM event_set_aside
            WHERE set_aside_at < :before
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final FailedEventPublications failed;
    private final IncompleteEventPublications incomplete;
    private final boolean alone;
    private final Instant opened;

    EventRetries(
            JdbcClient sql,
            Clock clock,
            FailedEventPublications failed,
            IncompleteEventPublications incomplete,
            DatabaseAddress database) {
        this.sql = sql;
        this.clock = clock;
        this.failed = failed;
        this.incomplete = incomplete;
        alone = database.isOurs();
        opened = clock.instant();
    }

    /// Whose work was set aside, by the listener's name, the oldest first.
    public List<String> stranded() {
        return sql.sql(NAMES_OF_SET_ASIDE)
                .query((row, number) -> row.getString("listener_id"))
                .list();
    }

    /// Waits until every listener has done its part, or until patience has run out; for a program
    /// that is about to end.
    ///
    /// @return whether all is done; what is not goes on at the next start
    public boolean awaitQuiet(Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (sql.sql(SOMETHING_UNDER_WAY).query(Boolean.class).single()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }

    /// Gives everything set aside another row of tries.
    public void release() {
        sql.sql(RELEASE_EVENT).update();
        retry();
    }

    /// Nobody else works on a database in the box: what its last program left is nobody's. What
    /// this one has begun since it opened is in hand, and is not begun twice.
    @EventListener(ApplicationReadyEvent.class)
    void takeOver() {
        if (alone) {
            incomplete.resubmitIncompletePublications(
                    publication -> publication.getPublicationDate().isBefore(opened));
        }
    }

    /// Sets aside what is hopeless, then tries what is due.
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    public void retry() {
        var hopeless =
                sql.sql(SET_ASIDE_HOPELESS).param("most", MOST_TRIES).param("now", now()).update();
        if (hopeless > 0) {
            log.error(
                    "{} pieces of work failed {} times and are set aside; the desk's queue says"
                            + " which.",
                    hopeless,
                    MOST_TRIES);
        }
        failed.resubmit(
                ResubmissionOptions.defaults().withBatchSize(AT_ONCE).withFilter(this::isDue));
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        sql.sql(FORGET_SET_ASIDE).param("before", now().minus(SET_ASIDE_KEPT)).update();
    }

    private boolean isDue(EventPublication publication) {
        var tries = Math.clamp(publication.getCompletionAttempts(), 1, MOST_TRIES);
        return !lastTry(publication)
                .plus(FIRST_PAUSE.multipliedBy(1L << (tries - 1)))
                .isAfter(clock.instant());
    }

    private static Instant lastTry(EventPublication publication) {
        return Optional.ofNullable(publication.getLastResubmissionDate())
                .orElse(publication.getPublicationDate());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
