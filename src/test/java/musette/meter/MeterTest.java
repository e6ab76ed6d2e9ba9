package musette.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
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

    @Test
    void a_reader_is_told_how_many_it_is_of_how_many_and_for_how_long() {
        var reader = new Reader();
        reader.reads(1, FINISH);
        var later = FINISH.plus(Duration.ofDays(10));

        assertThat((Counted) reader.reads(2, later))
                .returns(2, Counted::read)
                .returns(5, Counted::allowance)
                .returns(true, Counted::first)
                .returns(Duration.ofDays(20), Counted::left);
        assertThat((Counted) reader.reads(2, later)).returns(false, Counted::first);
    }

    @Test
    void who_has_read_more_than_is_free_today_has_read_all_of_it() {
        var reader = new Reader().afterFiveStoriesAt(FINISH);
        var stricter = new MeterSettings(3, Duration.ofDays(30), 2);
        var meter = new Meter(stricter, SIGNATURE, fixed(FINISH));

        assertThat((Counted) meter.verdict(reader.cookie, 5)).returns(3, Counted::read);
        assertThat(meter.verdict(reader.cookie, 6)).isInstanceOf(Stopped.class);
    }

    @Test
    void fifty_stories_are_remembered() {
        var generous =
                new Meter(new MeterSettings(50, Duration.ofDays(30), 2), SIGNATURE, fixed(FINISH));
        String cookie = null;
        for (int story = 1; story <= 50; story++) {
            cookie = ((Counted) generous.verdict(cookie, story)).cookie();
        }

        assertThat(generous.verdict(cookie, 51)).isInstanceOf(Stopped.class);
        assertThat((Counted) generous.verdict(cookie, 1)).returns(50, Counted::read);
    }

    /// Another program's clock may be ahead of ours.
    @Test
    void a_cookie_may_begin_five_minutes_from_now_and_no_later() {
        var soon = FINISH.plus(Duration.ofMinutes(5));

        assertThat(readBy(((Counted) at(soon).verdict(null, 1)).cookie())).isEqualTo(2);
        assertThat(readBy(((Counted) at(soon.plusSeconds(1)).verdict(null, 1)).cookie()))
                .isEqualTo(1);
    }

    @Test
    void a_record_that_we_signed_counts_only_in_the_form_we_write() {
        int start = (int) FINISH.getEpochSecond();

        assertThat(readBy(signed(9, 1, start, 7))).isEqualTo(2);
        assertThat(readBy(signed(5, 1, start))).as("no story yet").isEqualTo(1);
        assertThat(readBy(signed(9, 2, start, 7))).as("another version").isEqualTo(1);
        assertThat(readBy(signed(8, 1, start, 7))).as("half a story").isEqualTo(1);
        assertThat(readBy(signed(4, 1, start))).as("half a start").isEqualTo(1);
        assertThat(readBy(signed(401, 1, start, 7))).as("too long").isEqualTo(1);
    }

    /// How many stories such a reader has read with this one.
    private static int readBy(String cookie) {
        return ((Counted) at(FINISH).verdict(cookie, 2)).read();
    }

    /// The first bytes of a version, a start and stories, under our signature.
    private static String signed(int length, int version, int... numbers) {
        var bytes = ByteBuffer.allocate(1 + 4 * Math.max(100, numbers.length));
        bytes.put((byte) version);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        var said = Arrays.copyOf(bytes.array(), length);
        var whole = Arrays.copyOf(said, length + Signature.LENGTH);
        System.arraycopy(SIGNATURE.of(said), 0, whole, length, Signature.LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
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
