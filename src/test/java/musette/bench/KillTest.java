package musette.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// The first kills of `./musette bench kill`, which does three hundred.
class KillTest {
    private static final int KILLS = Integer.getInteger("test.kills", 8);

    @Test
    void kills_lose_nothing_that_was_acknowledged_and_charge_nobody_twice() {
        var figures =
                new KillBench()
                        .run(
                                new Bench.Wishes(
                                        Optional.empty(),
                                        OptionalInt.of(KILLS),
                                        Optional.empty(),
                                        false),
                                System.out);

        assertThat(figures)
                .containsEntry("kills", KILLS)
                .containsEntry("lost", 0L)
                .containsEntry("doubled_charges", 0L)
                .containsEntry("mails_lost", 0L)
                .containsEntry("stuck_starts", 0);
        assertThat((int) figures.get("acknowledged")).isPositive();
        assertThat((long) figures.get("listed_uncertain"))
                .isGreaterThanOrEqualTo((long) figures.get("mails_doubled"));
    }
}
