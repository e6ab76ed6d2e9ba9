package musette.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import musette.stories.FactFollowing.Taken;
import musette.text.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The gap was filed one row too high, and the result says so now.
class FactChangesTest extends StoriesRoom {
    private final FactChanges changes;
    private final FactFollowing following;

    FactChangesTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        changes = new FactChanges(sql, clock, news::add);
        following = new FactFollowing(sql, transaction, clock, manuscripts);
    }

    @BeforeEach
    void asFiled() {
        changes.answered(List.of(answer("two seconds", "200")));
        news.clear();
    }

    @Test
    void while_the_source_says_what_the_story_says_nothing_is_open() {
        open("Izagirre wins");

        assertThat(changes.open()).isEmpty();
    }

    @Test
    void a_fact_that_its_source_denies_stands_with_its_sentence_and_the_new_one() {
        var story = published("Izagirre wins");
        news.clear();

        correct();

        assertThat(changes.open())
                .containsExactly(
                        new ChangedFact(
                                story,
                                "Izagirre wins",
                                true,
                                true,
                                GAP,
                                "two seconds",
                                "Sergio Higuita was two seconds behind.",
                                "thirteen seconds",
                                "Sergio Higuita was thirteen seconds behind."));
        assertThat(changes.ofStory(story)).hasSize(1);
        assertThat(changes.ofStory(story + 1)).isEmpty();
        assertThat(news).containsExactly(new FactsAnswered());
    }

    @Test
    void it_goes_by_itself_when_the_result_says_the_old_one_again() {
        open("Izagirre wins");
        correct();

        changes.answered(List.of(answer("two seconds", "200")));

        assertThat(changes.open()).isEmpty();
    }

    @Test
    void readers_and_the_desk_are_told_apart() {
        var story = published("Izagirre wins");
        write(story, ANE, "Izagirre wins", words("He attacked"));
        correct();
        assertThat(changes.open())
                .extracting(ChangedFact::isSeenByReaders, ChangedFact::isInNewest)
                .containsExactly(tuple(true, false));

        publication.publish(story, ANE, 2);

        assertThat(changes.open()).isEmpty();
    }

    @Test
    void stories_that_are_withdrawn_or_thrown_away_are_not_asked_about() {
        var withdrawn = published("Izagirre wins");
        publication.withdraw(withdrawn, ANE, "It was another race.");
        manuscripts.discard(open("A life"));

        correct();

        assertThat(changes.open()).isEmpty();
    }

    @Test
    void what_is_kept_for_a_reason_is_asked_about_again_when_the_source_says_something_else() {
        var story = open("Izagirre wins");
        correct();
        assertThat(changes.keep(story, GAP, "  ", ANE))
                .isEqualTo("Say why the story stays as it is; the next editor will want to know.");
        assertThat(changes.keep(story, GAP, "r".repeat(501), ANE)).contains("too long");
        assertThat(changes.open()).hasSize(1);

        assertThat(changes.keep(story, GAP, "r".repeat(500), ANE)).isEmpty();
        assertThat(changes.open()).isEmpty();
        assertThat(changes.isStale(story, 1)).isFalse();
        assertThat(changes.changedWords(story, 1)).containsExactly("two seconds");

        changes.answered(List.of(answer("three seconds", "300")));
        assertThat(changes.open()).hasSize(1);
        assertThat(changes.isStale(story, 1)).isTrue();
    }

    @Test
    void the_sources_of_a_result_are_those_that_stories_name() {
        open("Izagirre wins");

        assertThat(changes.sourcesAbout("result/1", "edition/1")).containsExactly(GAP);
        assertThat(changes.sourcesAbout("result/11", "edition/1")).isEmpty();
    }

    @Test
    void the_new_sentence_takes_the_place_of_the_old_one() {
        var story = open("Izagirre wins");
        correct();

        assertThat(following.take(story, GAP, JON)).isEqualTo(new Taken.Saved(2));

        assertThat(manuscript(story).plainText())
                .isEqualTo("Ion Izagirre won.\n\nSergio Higuita was thirteen seconds behind.");
        assertThat(manuscript(story).why()).isEqualTo("followed");
        assertThat(manuscript(story).savedBy()).isEqualTo(JON);
        assertThat(changes.open()).isEmpty();
        assertThat(following.take(story, GAP, JON)).isEqualTo(new Taken.NotThere());
    }

    @Test
    void a_sentence_that_no_draft_says_any_more_goes() {
        var story = open("Izagirre wins");
        changes.answered(
                List.of(
                        new FactAnswer(
                                GAP, "", "", new Document(List.of()), new Document(List.of()))));

        following.take(story, GAP, JON);

        assertThat(manuscript(story).plainText()).isEqualTo("Ion Izagirre won.");
    }

    @Test
    void drafts_follow_where_the_flash_wrote_and_not_where_a_person_did() {
        var touched = flash("Izagirre wins");
        write(touched, JON, "Izagirre takes it", body("two seconds", "200"));
        var live = flash("Izagirre wins in Estella");
        publication.publish(live, ANE, 1);
        var rewritten = flash("Izagirre wins once more");
        write(rewritten, JON, "Izagirre wins once more", inOwnWords());
        correct();

        following.followInDrafts(1, ANE);

        assertThat(manuscript(touched).plainText()).contains("thirteen seconds");
        assertThat(manuscript(touched).headline()).isEqualTo("Izagirre takes it");
        assertThat(manuscript(live).plainText()).contains("two seconds");
        assertThat(manuscript(rewritten).plainText()).contains("only two seconds");
        assertThat(changes.open())
                .extracting(ChangedFact::story)
                .containsExactlyInAnyOrder(live, rewritten);
    }

    /// The flash's fact in a person's sentence.
    private static Document inOwnWords() {
        var drafted = body("two seconds", "200").blocks().getLast();
        var fact = ((Document.Paragraph) drafted).facts().getFirst();
        return new Document(
                List.of(
                        new Document.Paragraph(
                                List.of(
                                        new Document.Inline.Text("Higuita came only "),
                                        fact,
                                        new Document.Inline.Text(" later.")))));
    }

    private void correct() {
        changes.answered(List.of(answer("thirteen seconds", "1300")));
    }
}
