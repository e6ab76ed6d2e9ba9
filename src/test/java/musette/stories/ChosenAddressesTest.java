package musette.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ChosenAddressesTest extends StoriesRoom {
    private final Addresses addresses;

    ChosenAddressesTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        addresses = new Addresses(sql, transaction, clock, news::add, manuscripts);
    }

    @Test
    void a_draft_follows_its_headline_until_somebody_chooses_an_address() {
        var story = open("Izagirre wins");
        write(story, ANE, "Izagirre wins again", words("He won."));
        assertThat(manuscript(story).slug()).isEqualTo("izagirre-wins-again");

        assertThat(addresses.choose(story, " Estella, 2023! ", false)).isEmpty();
        write(story, ANE, "Izagirre wins once more", words("He won."));
        assertThat(manuscript(story).slug()).isEqualTo("estella-2023");

        assertThat(addresses.choose(story, "", false)).isEmpty();
        assertThat(manuscript(story).slug()).isEqualTo("izagirre-wins-once-more");
        write(story, ANE, "Izagirre, again", words("He won."));
        assertThat(manuscript(story).slug()).isEqualTo("izagirre-again");
    }

    @Test
    void an_address_that_another_story_has_or_had_gets_a_number() {
        published("Izagirre wins");
        var second = open("Izagirre wins");
        assertThat(manuscript(second).slug()).isEqualTo("izagirre-wins-2");

        var moved = published("Higuita second");
        addresses.choose(moved, "Higuita chases", true);
        var third = open("Higuita second");

        assertThat(manuscript(third).slug()).isEqualTo("higuita-second-2");
    }

    @Test
    void a_live_story_is_moved_by_an_editor_and_the_old_address_leads_on_for_ever() {
        var story = published("Izagirre wins");
        news.clear();

        assertThat(addresses.choose(story, "Izagirre in Estella", false))
                .contains("Readers see this story; an editor moves it.");
        assertThat(addresses.choose(story, "Izagirre wins", true))
                .contains("The story stands at that address already.");
        assertThat(addresses.choose(story, "Izagirre in Estella", true)).isEmpty();

        assertThat(stories.bySlug("izagirre-in-estella")).isPresent();
        assertThat(stories.bySlug("izagirre-wins")).isEmpty();
        assertThat(stories.movedTo("izagirre-wins")).contains("izagirre-in-estella");
        assertThat(news)
                .containsExactly(
                        new StoryUpdated(story, "izagirre-wins"),
                        new StoryUpdated(story, "izagirre-in-estella"));
    }

    @Test
    void a_story_may_move_back_to_where_it_stood() {
        var story = published("Izagirre wins");
        addresses.choose(story, "Izagirre in Estella", true);

        assertThat(addresses.choose(story, "Izagirre wins", true)).isEmpty();

        assertThat(stories.bySlug("izagirre-wins")).isPresent();
        assertThat(stories.movedTo("izagirre-in-estella")).contains("izagirre-wins");
        assertThat(stories.movedTo("izagirre-wins")).isEmpty();
    }

    @Test
    void a_withdrawn_story_stays_where_readers_find_the_reason() {
        var story = published("Izagirre wins");
        publication.withdraw(story, ANE, "It was another race.");

        assertThat(addresses.choose(story, "Elsewhere", true))
                .contains("The story is withdrawn; readers find the reason there.");
    }
}
