package musette.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class StorySearchTest extends StoriesRoom {
    private final StorySearch search;

    StorySearchTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        search = new StorySearch(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "izagirre",
                "IZAGIRRE",
                "izag",
                "Izagirre Ezkurdia",
                "ezk izag",
                "inigo",
                "Íñigo!",
                "  ezkurdia  ",
                "won in",
                "gorriti 13"
            })
    void a_story_is_found_by_its_words_in_any_order_accents_and_case_aside(String typed) {
        write(
                open("Izagirre wins"),
                ANE,
                "Izagirre wins",
                words("He won in Estella from Íñigo Ezkurdia, 13 seconds after Gorriti."));

        assertThat(search.find(typed, 10)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "kron, no such word",
        "izagirre kron, one of two",
        "zagirre, not where a word begins",
        "es, two letters are a whole word",
        "' | ', no word",
        "'', nothing typed",
        "\"izagirre' | 'x\", signs of a query are none"
    })
    void others_are_not(String typed, String why) {
        write(open("Izagirre wins"), ANE, "Izagirre wins", words("He won in Estella."));

        assertThat(search.find(typed, 10)).as(why).isEmpty();
    }

    @Test
    void the_newest_text_counts_and_the_last_changed_come_first() {
        var first = open("Izagirre wins");
        var second = open("Izagirre second");
        clock.advance(Duration.ofMinutes(1));
        write(first, ANE, "Izagirre wins again", words("He won."));

        assertThat(ids("izagirre")).containsExactly(first, second);
        assertThat(ids("again")).containsExactly(first);
        assertThat(ids("higuita")).containsExactly(second); // The other's body says it no more.
        assertThat(search.find("izagirre", 1)).extracting(Manuscript::id).containsExactly(first);
    }

    @Test
    void a_draft_that_was_thrown_away_is_not_found_until_it_is_back() {
        var story = open("Izagirre wins");
        manuscripts.discard(story);
        assertThat(ids("izagirre")).isEmpty();

        manuscripts.restore(story);

        assertThat(ids("izagirre")).containsExactly(story);
    }

    @Test
    void a_word_without_end_is_found_by_how_it_begins() {
        var story = open("Izagirre " + "a".repeat(100));

        assertThat(ids("a".repeat(100))).containsExactly(story);
        assertThat(ids("a".repeat(61) + "b")).containsExactly(story);
        assertThat(ids("a".repeat(59) + "b")).isEmpty();
    }

    private List<Long> ids(String typed) {
        return search.find(typed, 10).stream().map(Manuscript::id).toList();
    }
}
