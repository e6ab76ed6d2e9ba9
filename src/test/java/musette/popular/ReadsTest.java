package musette.popular;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import musette.store.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class ReadsTest {
    private static final Clock FINISH =
            Clock.fixed(Instant.parse("2023-04-01T15:12:00Z"), ZoneOffset.UTC);
    private static final long IZAGIRRE_WINS = 1;
    private static final long FLANDERS_QUOTES = 2;

    private final JdbcClient sql;
    private final DataSource database;

    ReadsTest(JdbcClient sql, DataSource database) {
        this.sql = sql;
        this.database = database;
    }

    @BeforeEach
    void empty() {
        sql.sql("TRUNCATE story_read").update();
    }

    @Test
    void reads_of_one_hour_add_up_in_one_row() {
        var reads = new Reads(sql, FINISH, settings());
        reads.count(IZAGIRRE_WINS);
        reads.count(FLANDERS_QUOTES);
        reads.write();
        reads.count(IZAGIRRE_WINS);
        reads.write();
        reads.write();

        assertThat(written(IZAGIRRE_WINS)).isEqualTo(2);
        assertThat(written(FLANDERS_QUOTES)).isEqualTo(1);
    }

    @Test
    void none_of_many_readers_at_once_is_lost_or_counted_twice() throws InterruptedException {
        var reads = new Reads(sql, FINISH, settings());
        var done = new CountDownLatch(8);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < 8; reader++) {
                readers.execute(() -> {
                    IntStream.range(0, 5_000).forEach(i -> reads.count(IZAGIRRE_WINS));
                    done.countDown();
                });
            }
            while (done.getCount() > 0) {
                reads.write();
            }
        }
        reads.stop();

        assertThat(written(IZAGIRRE_WINS)).isEqualTo(40_000);
    }

    @Test
    void reads_wait_while_the_database_is_away() {
        var door = new Door(database);
        var reads = new Reads(JdbcClient.create(door), FINISH, settings());
        reads.count(IZAGIRRE_WINS);
        door.shut();
        reads.write();
        reads.count(IZAGIRRE_WINS);
        door.open();
        reads.write();

        assertThat(written(IZAGIRRE_WINS)).isEqualTo(2);
    }

    @Test
    void the_last_reads_are_written_when_the_house_stops() {
        var reads = new Reads(sql, FINISH, settings());
        reads.start();
        reads.count(IZAGIRRE_WINS);
        reads.stop();

        assertThat(written(IZAGIRRE_WINS)).isEqualTo(1);
    }

    private long written(long story) {
        return sql.sql("SELECT COALESCE(sum(reads), 0) FROM story_read WHERE story = :story")
                .param("story", story)
                .query(Long.class)
                .single();
    }

    static PopularSettings settings() {
        return new PopularSettings(
                Duration.ofSeconds(1),
                List.of(Duration.ofHours(3), Duration.ofHours(24), Duration.ofDays(7)),
                2,
                Duration.ZERO);
    }

    /// The same database behind a door that can be shut.
    private static final class Door
            extends org.springframework.jdbc.datasource.DelegatingDataSource {
        private final PGSimpleDataSource nowhere = new PGSimpleDataSource();
        private final DataSource open;

        Door(DataSource open) {
            super(open);
            this.open = open;
            nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/nowhere");
        }

        void shut() {
            setTargetDataSource(nowhere);
        }

        void open() {
            setTargetDataSource(open);
        }
    }
}
