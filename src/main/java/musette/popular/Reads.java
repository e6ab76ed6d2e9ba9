package musette.popular;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Counts reads, at the price of one addition in memory each.
///
/// Once a second all new reads are written in one statement, under the hour of the writing. While
/// the database is away the counts wait and lose nothing; an orderly stop writes the last ones. A
/// process that is killed (`kill -9`, a power cut) loses at most the reads of its last second.
@EnableConfigurationProperties(PopularSettings.class)
@Component
public class Reads {
    private static final Logger log = LoggerFactory.getLogger(Reads.class);

    private static final String ADD_READS =
            """
            INSERT INTO story_read (story, hour, reads)
            SELECT story, :hour, reads
            FROM unnest(:stories::bigint[], :reads::bigint[]) AS counted (story, reads)
            ON CONFLICT (story, hour) DO UPDATE
            SET reads = story_read.reads + excluded.reads
            """;

    private static final String FORGET_READS =
            """
            DELETE FROM story_read
            WHERE hour < :before
            """;
    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient sql;
    private final Clock clock;
    private final PopularSettings settings;
    private final Map<Long, Counter> counters = new ConcurrentHashMap<>();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("reads").daemon().factory());

    Reads(JdbcClient sql, Clock clock, PopularSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    /// Somebody read the story. Safe and quick from any thread.
    public void count(long story) {
        counters.computeIfAbsent(story, Counter::new).seen.increment();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var every = settings.writeEvery().toMillis();
        var _ = writer.scheduleWithFixedDelay(this::write, every, every, TimeUnit.MILLISECONDS);
    }

    /// Nobody ranks by what is three months old.
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOldHours() {
        sql.sql(FORGET_READS).param("before", OffsetDateTime.now(clock).minus(KEPT)).update();
    }

    @PreDestroy
    void stop() {
        writer.close();
        write();
    }

    /// Writes what was counted since the last time; when that fails, the next time brings it too.
    synchronized void write() {
        var fresh = counters.values().stream().map(Counter::fresh).filter(Fresh::isAny).toList();
        if (fresh.isEmpty()) {
            return;
        }
        try {
            sql.sql(ADD_READS)
                    .param("hour", OffsetDateTime.now(clock).truncatedTo(ChronoUnit.HOURS))
                    .param("stories", fresh.stream().mapToLong(f -> f.counter.story).toArray())
                    .param("reads", fresh.stream().mapToLong(Fresh::reads).toArray())
                    .update();
            fresh.forEach(Fresh::tick);
            if (waiting.compareAndSet(true, false)) {
                log.info("The database is back, and all counted reads are written.");
            }
        } catch (DataAccessException e) {
            if (waiting.compareAndSet(false, true)) {
                log.warn(
                        "Reads are counted in memory until the database is back: {}",
                        e.getMessage());
            }
        }
    }

    /// One story's reads. `seen` only grows, so that no addition can fall between a reading and a
    /// resetting; `written` belongs to the writer.
    private static final class Counter {
        private final long story;
        private final LongAdder seen = new LongAdder();
        private final AtomicLong written = new AtomicLong();

        Counter(long story) {
            this.story = story;
        }

        Fresh fresh() {
            return new Fresh(this, seen.sum() - written.get());
        }
    }

    private record Fresh(Counter counter, long reads) {
        boolean isAny() {
            return reads > 0;
        }

        void tick() {
            counter.written.addAndGet(reads);
        }
    }
}
