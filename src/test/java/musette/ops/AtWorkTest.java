package musette.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AtWorkTest {
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> far = new AtomicReference<>("");

    @Test
    void a_long_file_is_said_to_be_at_work_again_and_again_until_it_is_done() {
        try (var _ = AtWork.on("long.csv", Duration.ofMillis(600), far::get, said::add)) {
            await().until(() -> !said.isEmpty());
            far.set("4,000 rows read");
            await().until(() -> said.size() >= 2);
        }
        var untilDone = List.copyOf(said);

        assertThat(untilDone)
                .startsWith(
                        "long.csv: at work for 0 s.",
                        "long.csv: at work for 1 s, 4,000 rows read.");
        assertThat(said).isEqualTo(untilDone);
    }

    @Test
    void a_short_one_is_not() {
        try (var _ = AtWork.on("short.csv", Duration.ofHours(1), () -> "", said::add)) {
            assertThat(said).isEmpty();
        }
        assertThat(said).isEmpty();
    }

    @Test
    void work_on_no_file_says_nothing() {
        try (var _ = AtWork.on("", Duration.ofMillis(1), () -> "", said::add)) {
            await().pollDelay(Duration.ofMillis(50)).until(said::isEmpty);
        }
        assertThat(said).isEmpty();
    }
}
