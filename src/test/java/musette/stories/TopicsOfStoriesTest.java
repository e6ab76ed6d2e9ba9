package musette.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class TopicsOfStoriesTest extends StoriesRoom {
    private final Topics topics;

    TopicsOfStoriesTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        topics = new Topics(sql, transaction, manuscripts, news::add, clock);
    }

    @Test
    void a_story_has_its_topics_in_the_order_in_which_they_were_given() {
        var story = open("Izagirre wins");

        assertThat(topics.put(story, List.of("Road", " Spain ", "", "Cofidis"), false)).isEmpty();
        assertThat(names(story)).containsExactly("Road", "Spain", "Cofidis");

        topics.put(story, List.of("Cofidis", "Road"), false);
        assertThat(names(story)).containsExactly("Cofidis", "Road");
        topics.put(story, List.of(), false);
        assertThat(names(story)).isEmpty();
    }

    @Test
    void names_that_differ_by_capitals_accents_or_signs_are_one_topic() {
        var first = open("Izagirre wins");
        var second = open("Higuita second");
        topics.put(first, List.of("Women's cycling", "Perú"), false);

        topics.put(second, List.of("WOMENS CYCLING", "women’s  cycling", "peru"), false);

        assertThat(names(second)).hasSizeLessThanOrEqualTo(3).contains("Perú");
        assertThat(topics.bySlug("peru").orElseThrow().name()).isEqualTo("Perú");
    }

    @Test
    void eight_are_the_most_and_one_given_twice_counts_once() {
        var story = open("Izagirre wins");
        var nine = IntStream.rangeClosed(1, 9).mapToObj(n -> "Topic " + n).toList();

        assertThat(topics.put(story, nine, false)).contains("Eight topics are the most.");
        assertThat(names(story)).isEmpty();
        assertThat(topics.all()).isEmpty();

        var eightAndOneTwice = new ArrayList<>(nine.subList(0, 8));
        eightAndOneTwice.add("topic 8");
        assertThat(topics.put(story, eightAndOneTwice, false)).isEmpty();
        assertThat(names(story)).hasSize(8);
    }

    @Test
    void a_name_has_letters_and_no_more_than_a_line_of_them() {
        var story = open("Izagirre wins");

        assertThat(topics.put(story, List.of("n".repeat(41)), false))
                .contains("The name of a topic has 40 letters at most.");
        assertThat(topics.put(story, List.of("Road", "!?"), false))
                .contains("“!?” has no letter in it.");
        assertThat(topics.put(story, List.of("n".repeat(40)), false)).isEmpty();
    }

    @Test
    void what_readers_see_an_editor_changes_and_it_is_news() {
        var story = published("Izagirre wins");
        news.clear();

        assertThat(topics.put(story, List.of("Road"), false))
                .contains("Readers see this story; an editor changes its topics.");
        assertThat(topics.put(story, List.of("Road"), true)).isEmpty();

        assertThat(news).containsExactly(new StoryUpdated(story, "izagirre-wins"));
        assertThat(names(story)).containsExactly("Road");
    }

    @Test
    void sections_stand_in_the_order_of_their_places_and_before_the_others() {
        topics.put(open("Izagirre wins"), List.of("Track", "Road", "Mud"), false);
        topics.keep("mud", "Mud", 1);
        topics.keep("road", "Road", 2);

        assertThat(topics.sections()).extracting(Topic::name).containsExactly("Mud", "Road");
        assertThat(topics.all())
                .extracting(it -> it.topic().name())
                .containsExactly("Mud", "Road", "Track");
        assertThat(topics.all().getFirst().section()).hasValue(1);
        assertThat(topics.all().getFirst().stories()).isEqualTo(1);
        assertThat(topics.all().getLast().section()).isEmpty();

        topics.keep("mud", "Mud", 0);
        assertThat(topics.sections()).extracting(Topic::name).containsExactly("Road");
    }

    @Test
    void what_cannot_be_kept_is_said_in_a_sentence() {
        topics.put(open("Izagirre wins"), List.of("Road"), false);

        assertThat(topics.keep("road", " ", 0)).contains("A topic needs a name.");
        assertThat(topics.keep("road", "Road", -1))
                .contains("The place of a section is a number from 1 to 99.");
        assertThat(topics.keep("road", "Road", 100))
                .contains("The place of a section is a number from 1 to 99.");
        assertThat(topics.keep("track", "Track", 0)).contains("There is no such topic any more.");
        assertThat(topics.keep("road", "!", 0)).contains("“!” has no letter in it.");
        assertThat(topics.keep("road", "Road", 99)).isEmpty();
    }

    @Test
    void under_another_name_a_topic_keeps_its_stories_and_its_old_address_leads_on() {
        var story = published("Izagirre wins");
        topics.put(story, List.of("Road"), true);
        news.clear();

        assertThat(topics.keep("road", "Road racing", 0)).isEmpty();

        assertThat(names(story)).containsExactly("Road racing");
        assertThat(topics.bySlug("road").orElseThrow().slug()).isEqualTo("road-racing");
        assertThat(news).containsExactly(new StoryUpdated(story, "izagirre-wins"));
        topics.put(story, List.of("Road"), true);
        assertThat(names(story)).containsExactly("Road racing");
    }

    @Test
    void under_the_name_of_another_one_both_are_one() {
        var first = published("Izagirre wins");
        var both = published("Higuita second");
        topics.put(first, List.of("Road"), true);
        topics.put(both, List.of("Road racing", "Road"), true);
        news.clear();

        assertThat(topics.keep("road", "Road racing", 0)).isEmpty();

        assertThat(names(first)).containsExactly("Road racing");
        assertThat(names(both)).containsExactly("Road racing");
        assertThat(topics.all()).hasSize(1);
        assertThat(topics.bySlug("road").orElseThrow().slug()).isEqualTo("road-racing");
        assertThat(news)
                .contains(
                        new StoryUpdated(first, "izagirre-wins"),
                        new StoryUpdated(both, "higuita-second"));
    }

    @Test
    void one_that_is_removed_goes_from_every_story_and_readers_see_it() {
        var live = published("Izagirre wins");
        var draft = open("Higuita second");
        topics.put(live, List.of("Road", "Spain"), true);
        topics.put(draft, List.of("Road"), false);
        news.clear();

        topics.remove("road");

        assertThat(names(live)).containsExactly("Spain");
        assertThat(names(draft)).isEmpty();
        assertThat(topics.bySlug("road")).isEmpty();
        assertThat(news).containsExactly(new StoryUpdated(live, "izagirre-wins"));
    }

    private List<String> names(long story) {
        return topics.of(story).stream().map(Topic::name).toList();
    }
}
