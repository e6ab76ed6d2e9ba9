package musette.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.Random;
import musette.keys.Signature;
import musette.meter.Verdict.Counted;
import musette.meter.Verdict.Stopped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeterTest {
    private static final Instant FINISH = Instant.parse("2023-04-01T15:12:00Z");
    private static final MeterSettings FIVE_IN_THIRTY_DAYS =
            new MeterSettings(5, Duration.ofDays(30), 2);
    private static final Signature SIGNATURE = new Signature(new byte[32]);

    @Test
    void the_first_five_stories_are_free() {
        var reader = new Reader();

        for (int story = 1; story <= 5; story++) {
            assertThat(reader.reads(story, FINISH)).isInstanceOf(Counted.class);
        }
    }

    @Test
    void a_sixth_story_is_stopped_until_the_window_resets() {
        var reader = new Reader().afterFiveStoriesAt(FINISH);

        assertThat(reader.reads(6, FINISH.plus(Duration.ofDays(29)))).isInstanceOf(Stopped.class);
        assertThat(reader.reads(6, FINISH.plus(Duration.ofDays(30))))
                .isInstanceOfSatisfying(
                        Counted.class, verdict -> assertThat(verdict.read()).isEqualTo(1));
    }

    @Test
    void reading_a_story_again_is_free_even_behind_the_gate() {
        var reader = new Reader().afterFiveStoriesAt(FINISH);

        assertThat(reader.reads(3, FINISH))
                .isInstanceOfSatisfying(
                        Counted.class, verdict -> assertThat(verdict.read()).isEqualTo(5));
    }

    @Test
    void the_window_is_anchored_at_the_first_story() {
        var reader = new Reader();
        reader.reads(1, FINISH);
        reader.reads(2, FINISH.plus(Duration.ofDays(20)));

        assertThat(reader.reads(3, FINISH.plus(Duration.ofDays(30))))
                .isInstanceOfSatisfying(
                        Counted.class, verdict -> assertThat(verdict.read()).isEqualTo(1));
    }

    @Test
    void a_stopped_reader_learns_when_reading_starts_again() {
        var reader = new Reader().afterFiveStoriesAt(FINISH);

        assertThat(reader.reads(6, FINISH.plus(Duration.ofDays(3))))
                .isEqualTo(new Stopped(5, FINISH.plus(Duration.ofDays(30))));
    }

    @Test
    void a_tampered_cookie_counts_as_none() {
        var cookie = ((Counted) at(FINISH).verdict(null, 1)).cookie();
        for (int i = 0; i < cookie.length(); i++) {
            var other = cookie.charAt(i) == 'A' ? 'B' : 'A';
            var altered = cookie.substring(0, i) + other + cookie.substring(i + 1);
            if (sameBytes(altered, cookie)) {
                continue; // The last character's spare bits say nothing.
            }
            assertThat(((Counted) at(FINISH).verdict(altered, 2)).read()).isEqualTo(1);
        }
    }

    @Test
    void a_future_dated_cookie_counts_as_none() {
        var tomorrow = FINISH.plus(Duration.ofDays(1));
        var cookie = ((Counted) at(tomorrow).verdict(null, 1)).cookie();

        assertThat(((Counted) at(FINISH).verdict(cookie, 2)).read()).isEqualTo(1);
    }

    @Test
    void a_cookie_of_another_key_counts_as_none() {
        var foreign = new Meter(FIVE_IN_THIRTY_DAYS, new Signature(new byte[] {1}), fixed(FINISH));
        var cookie = ((Counted) foreign.verdict(null, 1)).cookie();

        assertThat(((Counted) at(FINISH).verdict(cookie, 2)).read()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "undefined", "AA", "ÄÖÜ", "....", "AQ==AQ"})
    void nonsense_counts_as_none(String cookie) {
        assertThat(((Counted) at(FINISH).verdict(cookie, 1)).read()).isEqualTo(1);
    }

    @Test
    void a_cookie_of_eight_kilobytes_counts_as_none() {
        assertThat(((Counted) at(FINISH).verdict("A".repeat(8_192), 1)).read()).isEqualTo(1);
    }

    @Test
    void the_cookie_of_five_stories_fits_in_64_characters() {
        var reader = new Reader().afterFiveStoriesAt(FINISH);

        assertThat(reader.cookie).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void an_allowance_of_nothing_stops_the_first_story() {
        var strict = new MeterSettings(0, Duration.ofDays(30), 2);

        assertThat(new Meter(strict, SIGNATURE, fixed(FINISH)).verdict(null, 1))
                .isInstanceOf(Stopped.class);
    }

    /// Random readers against a plain model of the rule.
    @Test
    void over_any_history_the_meter_does_what_the_plain_rule_says() {
        var random = new Random(20230401);
        for (int history = 0; history < 2_000; history++) {
            var reader = new Reader();
            var now = FINISH;
            Instant start = null;
            var seen = new HashSet<Integer>();
            var trail = new ArrayList<String>();
            for (int read = 0; read < 40; read++) {
                now = now.plus(Duration.ofHours(random.nextInt(90)));
                int story = 1 + random.nextInt(12);
                if (start == null || !now.isBefore(start.plus(Duration.ofDays(30)))) {
                    start = now;
                    seen.clear();
                }
                var free = seen.contains(story) || seen.size() < 5;
                if (free) {
                    seen.add(story);
                }
                trail.add(now + " story " + story);
                assertThat(reader.reads(story, now))
                        .as("%s", trail)
                        .isInstanceOf(free ? Counted.class : Stopped.class);
            }
        }
    }

    private static boolean sameBytes(String one, String other) {
        return java.util.Arrays.equals(
                Base64.getUrlDecoder().decode(one), Base64.getUrlDecoder().decode(other));
    }

    private static Meter at(Instant now) {
        return new Meter(FIVE_IN_THIRTY_DAYS, SIGNATURE, fixed(now));
    }

    private static Clock fixed(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    /// A browser that keeps what it is given.
    private static final class Reader {
        private @Nullable String cookie;

        Verdict reads(int story, Instant now) {
            var verdict = at(now).verdict(cookie, story);
            if (verdict instanceof Counted counted) {
                cookie = counted.cookie();
            }
            return verdict;
        }

        Reader afterFiveStoriesAt(Instant now) {
            for (int story = 1; story <= 5; story++) {
                reads(story, now);
            }
            return this;
        }
    }
}
