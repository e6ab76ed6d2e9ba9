package musette.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import musette.keys.TestKeys;
import org.junit.jupiter.api.Test;

/// A challenge is ours, for one use and for five minutes, and nothing of it is kept.
class PasskeyChallengeTest {
    private static final Instant NOW = Instant.parse("2023-04-01T15:12:00Z");

    private final PasskeyChallenge challenges =
            new PasskeyChallenge(TestKeys.own().signature("passkey-test"));

    @Test
    void it_is_good_for_what_it_was_made_for_and_for_five_minutes() {
        var challenge = challenges.make("enter", NOW);

        assertThat(challenges.madeAt(challenge, "enter", NOW)).contains(NOW);
        var last = NOW.plus(PasskeyChallenge.LIFETIME).minusMillis(1);
        assertThat(challenges.madeAt(challenge, "enter", last)).contains(NOW);
        assertThat(challenges.madeAt(challenge, "enter", last.plusMillis(1))).isEmpty();
        assertThat(challenges.madeAt(challenge, "add 3", NOW)).isEmpty();
        assertThat(challenges.madeAt(challenge, "enter ", NOW)).isEmpty();
    }

    @Test
    void no_two_are_alike() {
        assertThat(challenges.make("enter", NOW)).isNotEqualTo(challenges.make("enter", NOW));
    }

    @Test
    void one_that_was_changed_anywhere_or_cut_is_none_of_ours() {
        var challenge = challenges.make("enter", NOW);
        for (int at = 0; at < challenge.length; at++) {
            var changed = challenge.clone();
            changed[at] ^= 1;
            assertThat(challenges.madeAt(changed, "enter", NOW)).as("byte " + at).isEmpty();
        }
        for (int length : new int[] {0, 1, challenge.length - 1, challenge.length + 1}) {
            assertThat(challenges.madeAt(Arrays.copyOf(challenge, length), "enter", NOW)).isEmpty();
        }
    }

    @Test
    void the_moment_in_it_can_not_be_made_younger() {
        var old = challenges.make("enter", NOW.minus(Duration.ofDays(1)));
        var fresh = challenges.make("enter", NOW);
        var mixed = old.clone();
        System.arraycopy(fresh, 16, mixed, 16, Long.BYTES);

        assertThat(challenges.madeAt(mixed, "enter", NOW)).isEmpty();
    }
}
