package musette.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import musette.store.TestDatabase;
import musette.stories.Manuscript.State;
import musette.stories.Publication.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class TimetableTest extends StoriesRoom {
    private static final Instant EVENING = FINISH.plus(Duration.ofHours(3));

    private final Timetable timetable;

    TimetableTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        timetable =
                new Timetable(
                        sql,
                        transaction,
                        manuscripts,
                        publication,
                        TestDatabase.neverAway(),
                        clock);
    }

    @Test
    void a_planned_draft_goes_live_when_its_moment_comes() {
        var story = open("Izagirre wins");
        assertThat(timetable.plan(story, JON, 1, EVENING)).isEqualTo(new Outcome.Planned(EVENING));

        clock.advance(Duration.ofHours(3).minusSeconds(1));
        timetable.publishDue();
        assertThat(stories.byId(story)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        timetable.publishDue();
        timetable.publishDue();

        assertThat(stories.byId(story).orElseThrow().publishedAt()).isEqualTo(EVENING);
        assertThat(news).containsExactly(new StoryPublished(story, "izagirre-wins"));
        assertThat(revisions.acts(story)).hasSize(1);
        assertThat(revisions.acts(story).getFirst().by()).isEqualTo(JON);
        assertThat(timetable.all()).isEmpty();
    }

    @Test
    void what_is_saved_after_planning_does_not_go_out_unread() {
        var story = open("Izagirre wins");
        timetable.plan(story, ANE, 1, EVENING);
        write(story, JON, "Izagirre wins, we think", words("He attacked"));

        clock.advance(Duration.ofDays(1));
        timetable.publishDue();

        assertThat(stories.byId(story).orElseThrow().headline()).isEqualTo("Izagirre wins");
        assertThat(manuscript(story).headline()).isEqualTo("Izagirre wins, we think");
    }

    @Test
    void a_plan_is_for_the_next_year_and_the_version_that_was_seen() {
        var story = open("Izagirre wins");

        assertThat(timetable.plan(story, ANE, 1, FINISH))
                .isEqualTo(
                        new Outcome.Refused(
                                "That moment has passed. Publish it now, or choose a later one."));
        assertThat(timetable.plan(story, ANE, 1, FINISH.plus(Duration.ofDays(366)).plusNanos(1000)))
                .isEqualTo(new Outcome.Refused("That is more than a year away."));
        assertThat(timetable.plan(story, ANE, 2, EVENING)).isInstanceOf(Outcome.Refused.class);
        assertThat(timetable.all()).isEmpty();

        assertThat(timetable.plan(story, ANE, 1, FINISH.plus(Duration.ofDays(366))))
                .isInstanceOf(Outcome.Planned.class);
        assertThat(timetable.plan(story, ANE, 1, FINISH.plusMillis(1)))
                .isInstanceOf(Outcome.Planned.class);
        assertThat(timetable.all()).extracting(Plan::at).containsExactly(FINISH.plusMillis(1));
    }

    @Test
    void what_readers_have_seen_is_not_planned() {
        var story = published("Izagirre wins");

        assertThat(timetable.plan(story, ANE, 1, EVENING))
                .isEqualTo(
                        new Outcome.Refused(
                                "Readers have seen this story; show them a new version by hand."));
    }

    @Test
    void a_plan_that_was_called_off_or_carried_out_by_hand_is_none() {
        var calledOff = open("Izagirre wins");
        var byHand = open("Higuita second");
        timetable.plan(calledOff, ANE, 1, EVENING);
        timetable.plan(byHand, ANE, 1, EVENING);

        assertThat(timetable.callOff(calledOff)).isTrue();
        assertThat(timetable.callOff(calledOff)).isFalse();
        publication.publish(byHand, JON, 1);

        assertThat(timetable.all()).isEmpty();
        clock.advance(Duration.ofDays(1));
        timetable.publishDue();
        assertThat(manuscript(calledOff).state()).isEqualTo(State.DRAFT);
        assertThat(revisions.acts(byHand)).hasSize(1);
    }

    @Test
    void a_draft_that_is_thrown_away_has_no_plan() {
        var story = open("Izagirre wins");
        timetable.plan(story, ANE, 1, EVENING);

        manuscripts.discard(story);

        assertThat(timetable.of(story)).isEmpty();
    }

    @Test
    void a_plan_that_was_changed_meanwhile_is_not_carried_out() {
        var story = open("Izagirre wins");
        timetable.plan(story, ANE, 1, EVENING);
        var old = timetable.of(story).orElseThrow();
        timetable.plan(story, ANE, 1, EVENING.plusSeconds(60));

        assertThat(publication.carryOut(old))
                .isEqualTo(new Outcome.Refused("The plan is another one now."));
        assertThat(stories.byId(story)).isEmpty();
    }

    @Test
    void what_a_changed_result_denies_stays_and_says_why_until_somebody_decides() {
        var story = open("Izagirre wins");
        var other = open("Higuita second");
        timetable.plan(story, ANE, 1, EVENING);
        timetable.plan(other, ANE, 1, EVENING);
        var changes = new FactChanges(sql, clock, news::add);
        changes.answered(List.of(answer("thirteen seconds", "1300")));
        changes.keep(other, GAP, "The jury was asked.", ANE);
        clock.advance(Duration.ofHours(4));

        timetable.publishDue();

        assertThat(stories.byId(story)).isEmpty();
        assertThat(stories.byId(other)).isPresent();
        assertThat(timetable.of(story).orElseThrow().problem())
                .startsWith("The result has changed");
        assertThat(timetable.plan(story, ANE, 1, EVENING.plus(Duration.ofHours(2))))
                .isInstanceOf(Outcome.Refused.class);
        changes.answered(List.of(answer("two seconds", "200")));
        timetable.plan(story, ANE, 1, EVENING.plus(Duration.ofHours(2)));
        assertThat(timetable.of(story).orElseThrow().problem()).isEmpty();
    }

    @Test
    void it_is_late_a_minute_after_its_moment() {
        var story = open("Izagirre wins");
        timetable.plan(story, ANE, 1, EVENING);
        var plan = timetable.of(story).orElseThrow();
        clock.advance(Duration.ofHours(3).plusMinutes(1));
        assertThat(timetable.isLate(plan)).isFalse();

        clock.advance(Duration.ofMillis(1));

        assertThat(timetable.isLate(plan)).isTrue();
    }

    @Test
    void nobody_publishes_or_plans_what_is_under_embargo() {
        var story = open("Izagirre leaves Cofidis");
        assertThat(timetable.embargo(story, JON, EVENING)).isEmpty();

        assertThat(publication.publish(story, ANE, 1)).isInstanceOf(Outcome.Refused.class);
        assertThat(timetable.plan(story, ANE, 1, EVENING.minusMillis(1)))
                .isEqualTo(
                        new Outcome.Refused(
                                "This story is under embargo. Plan it for a moment behind that, or"
                                        + " lift the embargo."));
        assertThat(timetable.plan(story, ANE, 1, EVENING)).isEqualTo(new Outcome.Planned(EVENING));
        clock.advance(Duration.ofHours(3));
        timetable.publishDue();

        assertThat(stories.byId(story)).isPresent();
        assertThat(timetable.embargoOf(story)).isEmpty();
    }

    @Test
    void an_embargo_is_lifted_once_and_then_the_story_is_free() {
        var story = open("Izagirre leaves Cofidis");
        timetable.embargo(story, JON, EVENING.minusSeconds(1));
        timetable.embargo(story, JON, EVENING);
        assertThat(timetable.embargoOf(story)).contains(EVENING);

        assertThat(timetable.lift(story)).isTrue();
        assertThat(timetable.lift(story)).isFalse();

        assertThat(timetable.embargoOf(story)).isEmpty();
        assertThat(publication.publish(story, ANE, 1)).isInstanceOf(Outcome.Published.class);
    }

    @Test
    void an_embargo_comes_before_readers_its_moment_and_its_plan() {
        var live = published("Izagirre wins");
        var planned = open("Higuita second");
        timetable.plan(planned, ANE, 1, EVENING);

        assertThat(timetable.embargo(live, ANE, EVENING))
                .contains("Readers see this story; withdraw it if they must not.");
        assertThat(timetable.embargo(planned, ANE, FINISH)).contains("That moment has passed.");
        assertThat(timetable.embargo(planned, ANE, EVENING.plusMillis(1)))
                .contains("It is planned for an earlier moment. Call that off first.");
        assertThat(timetable.embargo(planned, ANE, EVENING)).isEqualTo(Optional.empty());
    }

    @Test
    void embargoes_that_end_in_a_time_are_listed_the_earliest_first() {
        var last = open("Last");
        var first = open("First");
        var gone = open("Gone");
        timetable.embargo(last, ANE, EVENING);
        timetable.embargo(first, ANE, EVENING.minusSeconds(5));
        timetable.embargo(gone, ANE, EVENING.minusSeconds(5));
        manuscripts.discard(gone);

        assertThat(timetable.embargoesThatEnd(FINISH, EVENING.plusMillis(1)))
                .containsExactly(entry(first, EVENING.minusSeconds(5)), entry(last, EVENING));
        assertThat(timetable.embargoesThatEnd(EVENING.minusSeconds(5), EVENING))
                .containsOnlyKeys(first);
    }
}
