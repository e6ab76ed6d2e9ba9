package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import musette.racing.Races;
import musette.racing.Results;
import musette.wire.DemoFiles;
import musette.wire.ImportReceipt;
import musette.wire.Wire;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RaceDayFlashTest {
    @Test
    void a_result_that_lands_leaves_one_flash_at_the_desk() throws InterruptedException {
        try (var house =
                House.open(Instant.parse("2023-04-01T15:30:00Z"), "musette.ops.demo=false")) {
            var wire = house.ask(Wire.class);
            var first = (ImportReceipt.Applied) DemoFiles.putIn(wire, "desk");
            DemoFiles.putIn(wire, "desk");
            var stored = (Results.Stored) first.outcome();
            var edition = house.ask(Results.class).byId(stored.result()).orElseThrow().edition();

            assertThat(headlines(house))
                    .containsExactly(
                            "Ion Izagirre wins Gran Premio Miguel Indurain for the second time");
            assertThat(house.ask(Races.class).winners(edition.race().id())).hasSize(17);
        }
    }

    /// Waits for the listener, which works after the result is kept.
    private static List<String> headlines(House house) throws InterruptedException {
        var sql = house.ask(JdbcClient.class);
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < deadline) {
            var open = sql.sql("SELECT count(*) FROM event_publication").query(Long.class).single();
            if (open == 0) {
                break;
            }
            Thread.onSpinWait();
        }
        return sql.sql("SELECT headline FROM story_revision").query(String.class).list();
    }
}
