package musette.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final Progress progress = new Progress();

    @Test
    void what_work_said_last_is_told_to_whom_it_is_for_until_it_is_done() {
        var answer =
                progress.of(
                        "Nerea",
                        () -> {
                            assertThat(progress.latest("Nerea")).isEmpty();
                            Progress.says("1,000 rows read");
                            Progress.says("2,000 rows read");
                            assertThat(progress.latest("Jon")).isEmpty();
                            return progress.latest("Nerea");
                        });

        assertThat(answer).contains("2,000 rows read");
        assertThat(progress.latest("Nerea")).isEmpty();
    }

    @Test
    void work_that_fails_is_no_longer_at_work() {
        assertThatThrownBy(() ->
                        progress.of(
                                "Nerea",
                                () -> {
                                    Progress.says("1,000 rows read");
                                    throw new IllegalStateException("torn");
                                }))
                .hasMessage("torn");

        assertThat(progress.latest("Nerea")).isEmpty();
    }

    @Test
    void work_within_work_speaks_to_whoever_asked_for_it_last() {
        progress.of(
                "Nerea",
                () -> {
                    progress.of(
                            "Jon",
                            () -> {
                                Progress.says("1,000 rows read");
                                return progress.latest("Nerea");
                            });
                    Progress.says("2,000 rows read");
                    assertThat(progress.latest("Jon")).isEmpty();
                    return assertThat(progress.latest("Nerea")).contains("2,000 rows read");
                });
    }

    @Test
    void who_listens_hears_each_word_and_work_that_nobody_waits_for_goes_on() {
        var heard = new ArrayList<String>();

        Progress.says("to nobody");
        var answer =
                Progress.heard(
                        heard::add,
                        () -> {
                            List.of("one", "two").forEach(Progress::says);
                            return 2;
                        });
        Progress.says("to nobody");

        assertThat(answer).isEqualTo(2);
        assertThat(heard).containsExactly("one", "two");
    }
}
