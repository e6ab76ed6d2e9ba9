package musette.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Where a story lies on the desk; it lies in one place only.
class QueueTest extends StoriesRoom {
    private final Queue queue;
    private final Plans plans;
    private final Reviews reviews;

    QueueTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        queue = new Queue(sql);
        plans = new Plans(sql);
        reviews = new Reviews(sql, clock);
    }

    @Test
    void flashes_wait_apart_from_what_people_began() {
        var flash = flash("Izagirre wins");
        var draft = open("A life");

        assertThat(ids(queue.waitingFlashes(10))).containsExactly(flash);
        assertThat(ids(queue.drafts(10))).containsExactly(draft);
        assertThat(queue.live(10)).isEmpty();
    }

    @Test
    void the_newest_flash_and_the_last_saved_draft_come_first() {
        var oldFlash = flash("Izagirre wins");
        var oldDraft = open("A life");
        clock.advance(Duration.ofMinutes(5));
        var newFlash = flash("Higuita wins");
        var newDraft = open("Another life");
        clock.advance(Duration.ofMinutes(5));
        write(oldFlash, ANE, "Izagirre wins again", words("He attacked"));
        write(oldDraft, ANE, "A long life", words("He attacked"));

        assertThat(ids(queue.waitingFlashes(10))).containsExactly(newFlash, oldFlash);
        assertThat(ids(queue.drafts(10))).containsExactly(oldDraft, newDraft);
        assertThat(ids(queue.drafts(1))).containsExactly(oldDraft);
    }

    @Test
    void a_draft_that_waits_for_a_look_lies_there_until_somebody_has_looked() {
        var second = open("A life");
        var first = open("Another life");
        reviews.ask(first, JON);
        clock.advance(Duration.ofMinutes(1));
        reviews.ask(second, JON);

        assertThat(ids(queue.inReview(10))).containsExactly(first, second);
        assertThat(queue.drafts(10)).isEmpty();

        reviews.end(first, ANE, "Ask the team, too.", true);
        assertThat(ids(queue.inReview(10))).containsExactly(second);
        assertThat(ids(queue.drafts(10))).containsExactly(first);
        publication.publish(second, ANE, 1);
        assertThat(queue.inReview(10)).isEmpty();
    }

    @Test
    void what_is_planned_lies_nowhere_else() {
        var later = open("A life");
        var soon = flash("Izagirre wins");
        reviews.ask(later, JON);
        plans.put(new Plan(later, 1, FINISH.plusSeconds(60), ANE, ""));
        plans.put(new Plan(soon, 1, FINISH.plusSeconds(30), ANE, ""));

        assertThat(ids(queue.planned(10))).containsExactly(soon, later);
        assertThat(queue.drafts(10)).isEmpty();
        assertThat(queue.inReview(10)).isEmpty();
        assertThat(queue.waitingFlashes(10)).isEmpty();
    }

    @Test
    void what_readers_see_what_grows_and_what_was_taken_away_have_lists_of_their_own() {
        var first = published("Izagirre wins");
        clock.advance(Duration.ofMinutes(1));
        var second = published("Higuita second");
        publication.promiseMore(second, ANE);
        clock.advance(Duration.ofMinutes(1));
        publication.promiseMore(first, ANE);

        assertThat(ids(queue.live(10))).containsExactly(second, first);
        assertThat(ids(queue.growing(10))).containsExactly(second, first);

        publication.withdraw(second, ANE, "It was another race.");
        assertThat(ids(queue.withdrawn(10))).containsExactly(second);
        assertThat(ids(queue.growing(10))).containsExactly(first);
        publication.settle(first, ANE);
        assertThat(queue.growing(10)).isEmpty();
        assertThat(queue.drafts(10)).isEmpty();
    }

    @Test
    void a_member_sees_what_they_opened_or_wrote_in() {
        var anes = open("A life");
        var both = open("Another life");
        write(both, JON, "Another life", words("He attacked"));
        var live = published("Izagirre wins");

        assertThat(ids(queue.of(JON).drafts(10))).containsExactly(both);
        assertThat(ids(queue.of(ANE).drafts(10))).containsExactlyInAnyOrder(anes, both);
        assertThat(queue.of(JON).live(10)).isEmpty();
        assertThat(ids(queue.of(ANE).live(10))).containsExactly(live);
        assertThat(queue.of(99).drafts(10)).isEmpty();
    }

    private static List<Long> ids(List<Manuscript> stories) {
        return stories.stream().map(Manuscript::id).toList();
    }
}
