package musette.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import musette.comments.Comment.Quote;
import musette.comments.Comment.Remark;
import musette.journeys.House.MovableClock;
import musette.store.RolledBack;
import musette.stories.ShortStory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class CommentThreadsTest extends RolledBack {
    private static final Instant FINISH = Instant.parse("2023-04-01T15:12:00Z");
    private static final long ANE = 1;
    private static final long JON = 2;
    private static final Quote GAP = new Quote("two seconds", "Higuita was ", " behind");

    private final MovableClock clock = new MovableClock(FINISH);
    private final Comments comments;
    private long story;

    CommentThreadsTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        comments = new Comments(sql, clock);
    }

    @BeforeEach
    void oneStory() {
        story = open();
    }

    @Test
    void a_comment_keeps_its_words_who_said_it_when_and_about_what() {
        assertThat(comments.say(story, ANE, GAP, "  Is that so?\n")).isEmpty();

        var comment = only();
        assertThat(comment.about()).isEqualTo(GAP);
        assertThat(comment.first())
                .isEqualTo(new Remark(comment.first().id(), ANE, FINISH, "Is that so?", false));
        assertThat(comment.answers()).isEmpty();
        assertThat(comment.isOpen()).isTrue();
        assertThat(comment.last()).isEqualTo(comment.first());
    }

    @Test
    void nothing_and_too_much_are_not_said() {
        assertThat(comments.say(story, ANE, GAP, " \n")).contains("Write what you want to say.");
        assertThat(comments.say(story, ANE, GAP, "w".repeat(2_001)))
                .contains("A comment has at most 2,000 characters.");
        assertThat(comments.of(story)).isEmpty();

        assertThat(comments.say(story, ANE, GAP, " " + "w".repeat(2_000) + " ")).isEmpty();
    }

    @Test
    void answers_stand_under_what_they_answer_in_their_order() {
        comments.say(story, ANE, GAP, "Is that so?");
        comments.say(story, ANE, Quote.WHOLE, "Who has the quotes?");
        long first = comments.of(story).getFirst().id();
        comments.answer(story, first, JON, "The jury says so.");
        comments.answer(story, first, ANE, "Thank you.");

        assertThat(comments.of(story))
                .extracting(comment -> comment.first().words())
                .containsExactly("Is that so?", "Who has the quotes?");
        assertThat(comments.of(story).getFirst().answers())
                .extracting(Remark::words)
                .containsExactly("The jury says so.", "Thank you.");
        assertThat(comments.of(story).getFirst().last().words()).isEqualTo("Thank you.");
        assertThat(comments.of(story).getLast().answers()).isEmpty();
    }

    @Test
    void what_is_not_there_is_not_answered() {
        comments.say(story, ANE, GAP, "Is that so?");
        long comment = only().id();
        comments.answer(story, comment, JON, "Yes.");
        long answer = only().answers().getFirst().id();

        assertThat(List.of(answer, comment + 100))
                .allSatisfy(other ->
                        assertThat(comments.answer(story, other, JON, "No."))
                                .contains("There is no such comment."));
        assertThat(comments.answer(open(), comment, JON, "No."))
                .contains("There is no such comment.");
        assertThat(comments.answer(story, comment, JON, ""))
                .contains("Write what you want to say.");
        assertThat(only().answers()).hasSize(1);
    }

    @Test
    void done_is_done_once_until_it_is_opened_or_answered_again() {
        comments.say(story, ANE, GAP, "Is that so?");
        long comment = only().id();

        comments.settle(story, comment, JON);
        comments.settle(story, comment, ANE);
        assertThat(only().doneBy()).isEqualTo(OptionalLong.of(JON));
        comments.reopen(story, comment);
        assertThat(only().isOpen()).isTrue();

        comments.settle(story, comment, ANE);
        comments.answer(story, comment, JON, "It is not.");
        assertThat(only().isOpen()).isTrue();
    }

    @Test
    void a_comment_of_another_story_is_neither_done_nor_opened_from_here() {
        comments.say(story, ANE, GAP, "Is that so?");
        long comment = only().id();
        var other = open();

        comments.settle(other, comment, JON);
        assertThat(only().isOpen()).isTrue();
        comments.settle(story, comment, JON);
        comments.reopen(other, comment);
        assertThat(only().isOpen()).isFalse();
    }

    @Test
    void what_one_said_oneself_is_changed_and_taken_back_until_it_is_answered() {
        var untouched =
                Optional.of("What you said yourself can be changed until somebody answers it.");
        var stands =
                Optional.of("What you said yourself can be taken back until somebody answers it.");
        comments.say(story, ANE, GAP, "Is that so?");
        long comment = only().id();

        assertThat(comments.change(story, comment, JON, "It is so.")).isEqualTo(untouched);
        assertThat(comments.takeBack(story, comment, JON)).isEqualTo(stands);
        assertThat(comments.change(open(), comment, ANE, "It is so.")).isEqualTo(untouched);
        assertThat(comments.change(story, comment, ANE, " "))
                .contains("Write what you want to say.");
        assertThat(comments.change(story, comment, ANE, " Is it so? ")).isEmpty();
        assertThat(only().first().words()).isEqualTo("Is it so?");
        assertThat(only().first().changed()).isTrue();

        comments.answer(story, comment, JON, "It is.");
        assertThat(comments.change(story, comment, ANE, "Never mind.")).isEqualTo(untouched);
        assertThat(comments.takeBack(story, comment, ANE)).isEqualTo(stands);

        long answer = only().answers().getFirst().id();
        assertThat(comments.takeBack(story, answer, JON)).isEmpty();
        assertThat(comments.takeBack(story, comment, ANE)).isEmpty();
        assertThat(comments.of(story)).isEmpty();
    }

    @Test
    void an_answer_that_another_one_follows_stands() {
        comments.say(story, ANE, GAP, "Is that so?");
        comments.answer(story, only().id(), JON, "It is.");
        comments.answer(story, only().id(), ANE, "Thank you.");
        var answers = only().answers();

        assertThat(comments.takeBack(story, answers.getFirst().id(), JON)).isPresent();
        assertThat(comments.takeBack(story, answers.getLast().id(), ANE)).isEmpty();
        assertThat(comments.takeBack(story, answers.getFirst().id(), JON)).isEmpty();
    }

    @Test
    void the_queue_counts_what_is_open_and_no_answers() {
        comments.say(story, ANE, GAP, "Is that so?");
        comments.answer(story, only().id(), JON, "It is.");
        comments.say(story, ANE, Quote.WHOLE, "Who has the quotes?");
        var done = open();
        comments.say(done, ANE, Quote.WHOLE, "Ready?");
        comments.settle(done, comments.of(done).getFirst().id(), JON);

        assertThat(comments.open(List.of(story, done, open()))).containsExactly(entry(story, 2));
    }

    @Test
    void whatever_is_done_to_comments_changes_how_they_stand() {
        var seen = new ArrayList<String>();
        seen.add(comments.state(story));
        comments.say(story, ANE, GAP, "Is that so?");
        seen.add(comments.state(story));
        long comment = only().id();
        comments.change(story, comment, ANE, "Is it?");
        seen.add(comments.state(story));
        comments.answer(story, comment, JON, "It is.");
        seen.add(comments.state(story));
        comments.settle(story, comment, JON);
        seen.add(comments.state(story));

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(comments.state(story)).isEqualTo(seen.getLast());
    }

    @Test
    void words_that_no_window_of_ours_sends_are_about_the_whole_story() {
        assertThat(Quote.of(" ", "", "")).isEqualTo(Quote.WHOLE);
        assertThat(Quote.of("w".repeat(301), "", "")).isEqualTo(Quote.WHOLE);
        assertThat(Quote.of("words", "w".repeat(41), "")).isEqualTo(Quote.WHOLE);
        assertThat(Quote.of("words", "", "w".repeat(41))).isEqualTo(Quote.WHOLE);
        assertThat(Quote.of("w".repeat(300), "w".repeat(40), "w".repeat(40)).exact()).hasSize(300);
    }

    private Comment only() {
        assertThat(comments.of(story)).hasSize(1);
        return comments.of(story).getFirst();
    }

    private long open() {
        return ShortStory.open(sql, transaction, clock, "Sergio Higuita was two seconds behind.");
    }
}
