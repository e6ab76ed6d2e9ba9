package musette.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import musette.flash.OffersOfTests;
import musette.journeys.House.MovableClock;
import musette.racing.Results;
import musette.store.RolledBack;
import musette.store.TestDatabase;
import musette.stories.Manuscripts;
import musette.stories.Manuscripts.Writing;
import musette.stories.ShortStory;
import musette.text.Document;
import musette.text.Document.Inline;
import musette.text.Document.Paragraph;
import musette.text.Edit;
import musette.text.FactLink;
import musette.text.PlainText;
import musette.text.StoryText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Two windows with one story open.
class SharedStoriesTest extends RolledBack {
    private static final long ANE = 1;
    private static final long JON = 2;
    private static final String STEP = "[{\"stepType\":\"replace\",\"from\":3,\"to\":3}]";
    private static final String STEPS =
            """
            SELECT count(*)
            FROM story_step
            """;

    private final MovableClock clock = new MovableClock(Instant.parse("2023-04-01T15:12:00Z"));
    private final Windows windows;
    private final Manuscripts manuscripts;
    private final SharedStories shared;
    private long story;

    SharedStoriesTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        windows = new Windows(sql, TestDatabase.neverAway());
        manuscripts = new Manuscripts(sql, transaction, clock);
        shared =
                new SharedStories(
                        sql,
                        transaction,
                        clock,
                        manuscripts,
                        windows,
                        new Results(sql, transaction, clock, news -> {}),
                        OffersOfTests.at(sql));
    }

    @BeforeEach
    void oneStory() {
        story = ShortStory.open(sql, transaction, clock, "He won.");
    }

    @Test
    void what_was_typed_in_one_window_is_told_to_the_other() throws Exception {
        var other = windows.open(story, "j", "Jon Ibarra");
        other.awaitNews(Duration.ZERO);

        assertThat(write(ANE, 1, "a", "He won alone.")).isEqualTo(new Writing.Written(2, 2));

        assertThat(other.awaitNews(Duration.ZERO)).isTrue();
        assertThat(shared.since(story, 1))
                .contains(
                        "{\"version\":2,\"batches\":[{\"client\":\"a\",\"steps\":%s}]}"
                                .formatted(STEP));
        assertThat(shared.since(story, 2)).contains("{\"version\":2,\"batches\":[]}");
    }

    @Test
    void who_was_second_hears_what_came_first_and_sends_again() {
        write(ANE, 1, "a", "He won alone.");

        assertThat(write(JON, 1, "j", "He won in the rain.")).isEqualTo(new Writing.Behind());
        assertThat(shared.since(story, 1).orElseThrow()).contains("\"client\":\"a\"");
        assertThat(write(JON, 2, "j", "He won alone in the rain."))
                .isEqualTo(new Writing.Written(3, 2));

        assertThat(shared.since(story, 1).orElseThrow())
                .contains("\"version\":3")
                .containsSubsequence("\"client\":\"a\"", "\"client\":\"j\"");
    }

    @Test
    void the_same_words_are_no_step() {
        assertThat(write(ANE, 1, "a", "He won.")).isEqualTo(new Writing.Written(1, 1));

        assertThat(number()).isZero();
    }

    @Test
    void a_change_that_no_steps_tell_is_told_as_the_whole_story() {
        manuscripts.save(story, ANE, 1, new Edit("", "Izagirre wins", "", "He won by far."));
        write(ANE, 2, "a", "He won by far, alone.");

        assertThat(shared.since(story, 1).orElseThrow())
                .startsWith("{\"version\":3,\"story\":")
                .contains("He won by far, alone.");
        assertThat(shared.since(story, 2).orElseThrow()).contains("batches");
        assertThat(shared.whole(story)).isEqualTo(shared.since(story, 1));
    }

    @Test
    void a_text_put_in_its_place_whole_has_no_steps_to_tell() {
        assertThat(shared.write(story, ANE, new Steps(1, "a", "[]", text("He lost."))))
                .isEqualTo(new Writing.Written(2, 2));

        assertThat(number()).isZero();
        assertThat(shared.since(story, 1).orElseThrow()).contains("\"story\":", "He lost.");
    }

    @Test
    void a_story_that_is_not_on_the_desk_has_nothing_to_tell() {
        assertThat(shared.since(story + 1, 1)).isEmpty();
        assertThat(shared.whole(story + 1)).isEmpty();
        assertThat(shared.offers(story)).isEmpty();
        assertThat(shared.offers(story + 1)).isEmpty();
    }

    @Test
    void a_fact_of_no_result_is_not_written_down() {
        var fact =
                new Inline.Fact("two seconds", new FactLink("gap", "result/1/rider/2/gap", "200"));
        var body = new Document(List.of(new Paragraph(List.of(fact))));
        var typed =
                new Steps(
                        1, "a", STEP, new StoryText("", Document.heads("Izagirre wins", ""), body));

        assertThat(shared.write(story, ANE, typed)).isInstanceOf(Writing.Refused.class);
        assertThat(number()).isZero();
    }

    @Test
    void steps_are_kept_for_thirty_days() {
        write(ANE, 1, "a", "He won alone.");
        clock.advance(Duration.ofDays(30));
        shared.forgetOldSteps();
        assertThat(number()).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        shared.forgetOldSteps();

        assertThat(number()).isZero();
        assertThat(shared.since(story, 1).orElseThrow()).contains("\"story\":");
    }

    private Writing write(long who, int version, String client, String words) {
        return shared.write(story, who, new Steps(version, client, STEP, text(words)));
    }

    private static StoryText text(String words) {
        return new StoryText("", Document.heads("Izagirre wins", ""), PlainText.read(words));
    }

    private long number() {
        return sql.sql(STEPS).query(Long.class).single();
    }
}
