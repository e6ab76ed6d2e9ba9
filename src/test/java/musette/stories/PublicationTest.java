package musette.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import musette.stories.Manuscript.State;
import musette.stories.Publication.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class PublicationTest extends StoriesRoom {
    private static final Outcome TOO_LATE =
            new Outcome.Refused(
                    "It is too late to take that back. Publish a new version, correct the story or"
                            + " withdraw it.");

    PublicationTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
    }

    @Test
    void a_first_publication_taken_back_is_a_draft_as_before() {
        var story = published("Izagirre wins");
        clock.advance(Duration.ofSeconds(14));
        assertThat(publication.mayUndo(story, ANE)).isTrue();

        assertThat(publication.undo(story, ANE)).isEqualTo(new Outcome.Undone("izagirre-wins"));

        assertThat(stories.byId(story)).isEmpty();
        assertThat(manuscript(story).state()).isEqualTo(State.DRAFT);
        assertThat(manuscript(story).publishedAt()).isNull();
        assertThat(news.getLast()).isEqualTo(new StoryWithdrawn(story, "izagirre-wins"));
        assertThat(publication.undo(story, ANE)).isEqualTo(TOO_LATE);
    }

    @Test
    void an_update_taken_back_shows_the_version_before_it() {
        var story = published("Izagirre wins");
        write(story, ANE, "Higuita wins", words("He did not."));
        publication.publish(story, ANE, 2);

        publication.undo(story, ANE);

        assertThat(stories.byId(story).orElseThrow().headline()).isEqualTo("Izagirre wins");
        assertThat(manuscript(story).isAheadOfReaders()).isTrue();
        assertThat(news.getLast()).isEqualTo(new StoryUpdated(story, "izagirre-wins"));
    }

    @Test
    void a_story_that_came_back_is_away_again_when_that_is_taken_back() {
        var story = published("Izagirre wins");
        clock.advance(Duration.ofHours(1));
        publication.withdraw(story, ANE, "It was another race.");
        publication.publish(story, ANE, 1);

        publication.undo(story, ANE);

        assertThat(manuscript(story).state()).isEqualTo(State.WITHDRAWN);
        assertThat(manuscript(story).publishedAt()).isEqualTo(FINISH);
    }

    @Test
    void after_fifteen_seconds_or_for_somebody_else_it_is_too_late() {
        var story = published("Izagirre wins");
        assertThat(publication.mayUndo(story, JON)).isFalse();
        assertThat(publication.undo(story, JON)).isEqualTo(TOO_LATE);
        clock.advance(Duration.ofSeconds(15));

        assertThat(publication.mayUndo(story, ANE)).isFalse();
        assertThat(publication.undo(story, ANE)).isEqualTo(TOO_LATE);
        assertThat(stories.byId(story)).isPresent();
    }

    @Test
    void a_withdrawal_is_not_taken_back_by_undoing() {
        var story = published("Izagirre wins");
        publication.withdraw(story, ANE, "It was another race.");

        assertThat(publication.undo(story, ANE)).isEqualTo(TOO_LATE);
        assertThat(publication.undo(open("Never shown"), ANE)).isEqualTo(TOO_LATE);
    }

    @Test
    void a_version_with_words_still_to_come_stays_at_the_desk() {
        var story = open("Izagirre wins");
        write(story, ANE, "Izagirre wins", words("He attacked TK kilometres from the line."));

        assertThat(refusal(publication.publish(story, ANE, 2)))
                .startsWith("TK stands in this version");
        assertThat(news).isEmpty();
    }

    @Test
    void a_version_that_its_result_denies_is_not_shown_until_somebody_decides() {
        var story = open("Izagirre wins");
        var changes = new FactChanges(sql, clock, news::add);
        changes.answered(List.of(answer("thirteen seconds", "1300")));
        news.clear();

        assertThat(refusal(publication.publish(story, ANE, 1)))
                .startsWith("The result has changed");
        assertThat(changes.keep(story, GAP, "The jury was asked.", ANE)).isEmpty();

        assertThat(publication.publish(story, ANE, 1)).isInstanceOf(Outcome.Published.class);
    }

    @Test
    void a_correction_is_for_live_stories_and_says_what_was_wrong() {
        var draft = open("Izagirre wins");
        assertThat(publication.correct(draft, ANE, 1, "It was wrong."))
                .isEqualTo(new Outcome.Refused("Only a live story can be corrected."));
        var story = published("Izagirre wins in Estella");
        assertThat(publication.correct(story, ANE, 1, " \n"))
                .isEqualTo(
                        new Outcome.Refused(
                                "A correction tells readers what was wrong: add a note."));
        assertThat(refusal(publication.correct(story, ANE, 1, "n".repeat(1_001))))
                .contains("too long");
        assertThat(refusal(publication.correct(story, ANE, 2, "It was wrong.")))
                .contains("newer version");

        clock.advance(Duration.ofMinutes(10));
        assertThat(publication.correct(story, JON, 1, " " + "n".repeat(1_000) + " "))
                .isEqualTo(new Outcome.Corrected("izagirre-wins-in-estella"));
        assertThat(stories.corrections(story))
                .extracting(Story.Correction::note)
                .containsExactly("n".repeat(1_000));
    }

    @Test
    void a_withdrawal_gives_its_reason_and_ends_what_was_promised() {
        var story = published("Izagirre wins");
        publication.promiseMore(story, JON);
        assertThat(publication.withdraw(story, ANE, " "))
                .isEqualTo(
                        new Outcome.Refused(
                                "Readers are told why a story is gone: add the reason."));
        assertThat(refusal(publication.withdraw(story, ANE, "r".repeat(1_001))))
                .contains("too long");

        publication.withdraw(story, ANE, "r".repeat(1_000));

        assertThat(manuscript(story).promise()).isNull();
        assertThat(stories.withdrawal("izagirre-wins").orElseThrow().reason())
                .isEqualTo("r".repeat(1_000));
        assertThat(publication.withdraw(story, ANE, "Once more."))
                .isEqualTo(new Outcome.Refused("Only a live story can be withdrawn."));
    }

    @Test
    void a_promise_is_news_to_readers_once() {
        var draft = open("Izagirre wins");
        publication.promiseMore(draft, JON);
        assertThat(news).isEmpty();
        assertThat(manuscript(draft).promise()).isEqualTo(new Manuscript.Promise(JON, FINISH));

        publication.publish(draft, ANE, 1);
        publication.promiseMore(draft, ANE);
        assertThat(news).hasSize(1);
        publication.settle(draft, ANE);
        publication.settle(draft, ANE);

        assertThat(news).hasSize(2);
        assertThat(manuscript(draft).promise()).isNull();
    }

    @Test
    void a_story_carries_another_result_if_it_is_nobodys_flash() {
        var story = open("A life");
        var carried = publication.carry(story, OptionalLong.of(7), OptionalLong.of(3), false);
        assertThat(carried).isEqualTo(new Outcome.Carried());
        assertThat(manuscript(story).result()).hasValue(7);
        assertThat(manuscript(story).edition()).hasValue(3);

        publication.carry(story, OptionalLong.empty(), OptionalLong.empty(), false);
        assertThat(manuscript(story).result()).isEmpty();
        assertThat(news).isEmpty();

        assertThat(
                        publication.carry(
                                flash("Izagirre wins"),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                true))
                .isEqualTo(
                        new Outcome.Refused("A flash stays with the result it was drafted from."));
    }

    @Test
    void the_table_under_a_live_story_is_an_editors() {
        var story = published("A life");

        assertThat(publication.carry(story, OptionalLong.of(7), OptionalLong.of(3), false))
                .isEqualTo(
                        new Outcome.Refused(
                                "Readers see this story; an editor changes its table."));
        assertThat(publication.carry(story, OptionalLong.of(7), OptionalLong.of(3), true))
                .isEqualTo(new Outcome.Carried());
        assertThat(news.getLast()).isEqualTo(new StoryUpdated(story, "a-life"));
    }

    @Test
    void what_is_published_has_been_looked_at() {
        var story = open("Izagirre wins");
        var reviews = new Reviews(sql, clock);
        reviews.ask(story, JON);

        publication.publish(story, ANE, 1);

        assertThat(reviews.of(story).getFirst().isOpen()).isFalse();
        assertThat(reviews.of(story).getFirst().isSentBack()).isFalse();
        assertThat(reviews.of(story).getFirst().endedBy()).hasValue(ANE);
    }

    private static String refusal(Outcome outcome) {
        return ((Outcome.Refused) outcome).reason();
    }
}
