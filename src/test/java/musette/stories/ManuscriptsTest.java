package musette.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import musette.stories.Manuscripts.Writing;
import musette.text.Document;
import musette.text.FactLink;
import musette.text.StoryText;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ManuscriptsTest extends StoriesRoom {
    ManuscriptsTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
    }

    @Test
    void what_one_person_writes_without_a_pause_is_one_version() {
        var story = open("Izagirre wins");

        assertThat(write(story, ANE, "Izagirre wins", words("He")))
                .isEqualTo(new Writing.Written(2, 2));
        clock.advance(Duration.ofMinutes(9));
        assertThat(write(story, ANE, "Izagirre wins", words("He attacked")))
                .isEqualTo(new Writing.Written(3, 2));
        clock.advance(Duration.ofMinutes(9));
        assertThat(write(story, ANE, "Izagirre wins", words("He attacked late")))
                .isEqualTo(new Writing.Written(4, 2));

        assertThat(revisions.revisions(story, 10)).hasSize(2);
        assertThat(manuscript(story).plainText()).isEqualTo("He attacked late");
    }

    @Test
    void after_ten_minutes_of_silence_another_one_begins() {
        var story = open("Izagirre wins");
        write(story, ANE, "Izagirre wins", words("He attacked"));
        clock.advance(Duration.ofMinutes(10));

        assertThat(write(story, ANE, "Izagirre wins", words("He attacked late")))
                .isEqualTo(new Writing.Written(3, 3));

        assertThat(revisions.revision(story, 2).orElseThrow().body())
                .isEqualTo(words("He attacked"));
    }

    @Test
    void those_who_write_at_the_same_time_share_a_version() {
        var story = open("Izagirre wins");
        write(story, ANE, "Izagirre wins", words("He attacked"));
        clock.advance(Duration.ofSeconds(59));

        assertThat(write(story, JON, "Izagirre wins", words("He attacked late")))
                .isEqualTo(new Writing.Written(3, 2));
        clock.advance(Duration.ofMinutes(5));
        assertThat(write(story, ANE, "Izagirre wins", words("He attacked late, alone")))
                .isEqualTo(new Writing.Written(4, 2));

        assertThat(manuscript(story).writers()).containsExactly(ANE, JON);
        assertThat(manuscript(story).savedBy()).isEqualTo(ANE);
    }

    @Test
    void who_comes_a_minute_later_begins_a_version_of_their_own() {
        var story = open("Izagirre wins");
        write(story, ANE, "Izagirre wins", words("He attacked"));
        clock.advance(Duration.ofMinutes(1));

        assertThat(write(story, JON, "Izagirre wins", words("He attacked late")))
                .isEqualTo(new Writing.Written(3, 3));

        assertThat(manuscript(story).writers()).containsExactly(JON);
    }

    @Test
    void what_readers_see_is_never_written_over() {
        var story = open("Izagirre wins");
        write(story, ANE, "Izagirre wins", words("He attacked"));
        publication.publish(story, ANE, 2);

        assertThat(write(story, ANE, "Izagirre wins", words("He attacked late")))
                .isEqualTo(new Writing.Written(3, 3));

        assertThat(stories.byId(story).orElseThrow().body()).isEqualTo(words("He attacked"));
        assertThat(manuscript(story).isAheadOfReaders()).isTrue();
    }

    @Test
    void who_was_second_hears_that_the_story_has_gone_on() {
        var story = open("Izagirre wins");
        write(story, ANE, "Izagirre wins", words("He attacked"));

        assertThat(
                        manuscripts.write(
                                story,
                                JON,
                                1,
                                new StoryText(
                                        "", Document.heads("Ion wins", ""), words("He waited")),
                                facts -> true))
                .isEqualTo(new Writing.Behind());

        assertThat(manuscript(story).headline()).isEqualTo("Izagirre wins");
    }

    @Test
    void the_same_words_once_more_are_no_version() {
        var story = open("Izagirre wins");

        assertThat(write(story, JON, "Izagirre wins", body("two seconds", "200")))
                .isEqualTo(new Writing.Written(1, 1));

        assertThat(manuscript(story).savedBy()).isEqualTo(ANE);
    }

    @Test
    void nobody_writes_down_a_fact_that_neither_story_nor_result_has() {
        var story = open("Izagirre wins");

        assertThat(write(story, ANE, "Izagirre wins", body("three seconds", "300")))
                .isInstanceOfSatisfying(
                        Writing.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(
                                                "This text says a fact that neither the story nor"
                                                        + " its result has. Type its words"
                                                        + " instead."));
        assertThat(manuscript(story).version()).isEqualTo(1);
    }

    @Test
    void a_fact_that_was_taken_out_may_come_back() {
        var story = open("Izagirre wins");
        write(story, ANE, "Izagirre wins", words("He attacked"));
        clock.advance(Duration.ofHours(1));
        write(story, ANE, "Izagirre wins", words("He attacked late"));

        assertThat(write(story, ANE, "Izagirre wins", body("two seconds", "200")))
                .isInstanceOf(Writing.Written.class);

        assertThat(manuscript(story).facts())
                .extracting(Document.Inline.Fact::link)
                .containsExactly(new FactLink("gap", GAP, "200"));
    }

    @Test
    void a_fact_of_the_result_is_taken_once_it_is_offered() {
        var story = open("Izagirre wins");
        var text =
                new StoryText(
                        "", Document.heads("Izagirre wins", ""), body("three seconds", "300"));

        assertThat(manuscripts.write(story, ANE, 1, text, facts -> facts.equals(text.facts())))
                .isEqualTo(new Writing.Written(2, 2));
    }

    @Test
    void words_without_end_are_refused_with_a_sentence() {
        var story = open("Izagirre wins");

        assertThat(write(story, ANE, "I".repeat(301), words("He attacked")))
                .isInstanceOf(Writing.Refused.class);
        assertThat(manuscript(story).headline()).isEqualTo("Izagirre wins");
    }

    @Test
    void a_draft_that_was_thrown_away_comes_back_as_it_was() {
        var story = open("Izagirre wins");
        write(story, ANE, "Izagirre wins again", words("He attacked"));

        assertThat(manuscripts.discard(story)).isTrue();
        assertThat(manuscripts.discard(story)).isFalse();
        assertThat(new Queue(sql).drafts(10)).isEmpty();
        manuscripts.restore(story);

        assertThat(new Queue(sql).drafts(10))
                .extracting(Manuscript::headline)
                .containsExactly("Izagirre wins again");
        assertThat(revisions.revisions(story, 10)).hasSize(2);
    }

    @Test
    void what_readers_have_seen_is_not_thrown_away() {
        var story = published("Izagirre wins");
        assertThat(manuscripts.discard(story)).isFalse();

        publication.withdraw(story, ANE, "It was another race.");

        assertThat(manuscripts.discard(story)).isFalse();
        assertThat(new Queue(sql).withdrawn(10)).hasSize(1);
    }

    @Test
    void an_older_version_in_front_again_is_a_version_of_its_own() {
        var story = open("Izagirre wins");
        write(story, ANE, "Izagirre loses", words("He waited"));
        clock.advance(Duration.ofMinutes(1));

        manuscripts.bringBack(story, JON, revisions.revision(story, 1).orElseThrow());

        var now = manuscript(story);
        assertThat(now.headline()).isEqualTo("Izagirre wins");
        assertThat(now.body()).isEqualTo(body("two seconds", "200"));
        assertThat(now.why()).isEqualTo("restored");
        assertThat(now.savedBy()).isEqualTo(JON);
        assertThat(now.head()).isEqualTo(3);
    }

    @Test
    void only_flashes_that_nobody_has_touched_are_drafted_anew() {
        var untouched = flash("Izagirre wins");
        var written = flash("Izagirre wins in Estella");
        write(written, JON, "Izagirre takes it", words("He attacked"));
        var live = flash("Izagirre wins once more");
        publication.publish(live, ANE, 1);
        var byHand = open("Izagirre, a life");

        manuscripts.redraftUntouched(1, fresh("Higuita wins"));

        assertThat(manuscript(untouched).headline()).isEqualTo("Higuita wins");
        assertThat(manuscript(untouched).why()).isEqualTo("drafted");
        assertThat(List.of(written, live, byHand))
                .extracting(story -> manuscript(story).headline())
                .containsExactly(
                        "Izagirre takes it", "Izagirre wins once more", "Izagirre, a life");
    }

    @Test
    void a_flash_that_would_say_the_same_stays_as_it_is() {
        var flash = flash("Izagirre wins");

        manuscripts.redraftUntouched(1, fresh("Izagirre wins"));

        assertThat(manuscript(flash).head()).isEqualTo(1);
    }

    @Test
    void flashes_of_a_result_that_is_gone_go_unless_somebody_has_written_in_them() {
        var untouched = flash("Izagirre wins");
        var written = flash("Izagirre wins in Estella");
        write(written, JON, "Izagirre takes it", words("He attacked"));

        manuscripts.discardUntouched(2);
        assertThat(new Queue(sql).waitingFlashes(10)).hasSize(2);
        manuscripts.discardUntouched(1);

        assertThat(new Queue(sql).waitingFlashes(10))
                .extracting(Manuscript::id)
                .containsExactly(written)
                .doesNotContain(untouched);
    }

    private static Draft fresh(String headline) {
        return new Draft(
                "",
                headline,
                "",
                body("two seconds", "200"),
                ANE,
                OptionalLong.of(1),
                OptionalLong.of(1),
                "flash",
                false);
    }
}
