package musette.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import musette.staff.Author.Role;
import musette.staff.Staff;
import musette.staff.StaffOfTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class BylinesOfStoriesTest extends StoriesRoom {
    private final Staff staff;
    private final Bylines bylines;
    private List<Long> five;

    BylinesOfStoriesTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        staff = StaffOfTests.at(sql, transaction, clock);
        bylines = new Bylines(sql, transaction, manuscripts, staff, news::add);
    }

    @BeforeEach
    void fivePeople() {
        five =
                LongStream.rangeClosed(1, 5)
                        .map(n ->
                                staff.join("Writer " + n, n + "@musette.example", "", Role.REPORTER)
                                        .id())
                        .boxed()
                        .toList();
    }

    @Test
    void names_stand_in_their_order_and_once() {
        var story = open("Izagirre wins");

        assertThat(bylines.put(story, List.of(five.get(1), five.get(0), five.get(1)), false))
                .isEmpty();

        assertThat(manuscript(story).byline()).containsExactly(five.get(1), five.get(0));
        assertThat(news).isEmpty();
    }

    @Test
    void one_to_four_of_the_house_stand_there() {
        var story = open("Izagirre wins");

        assertThat(bylines.put(story, List.of(), false))
                .contains("One to four names stand over a story.");
        assertThat(bylines.put(story, five, false))
                .contains("One to four names stand over a story.");
        assertThat(bylines.put(story, List.of(five.getFirst(), 99_999L), false))
                .contains("There is nobody of that name here.");
        assertThat(manuscript(story).byline()).containsExactly(ANE);

        assertThat(bylines.put(story, five.subList(0, 4), false)).isEmpty();
    }

    @Test
    void over_a_live_story_an_editor_puts_them_and_readers_see_it() {
        var story = published("Izagirre wins");
        news.clear();

        assertThat(bylines.put(story, five.subList(0, 1), false))
                .contains("Readers see this story; an editor changes its byline.");
        assertThat(bylines.put(story, five.subList(0, 1), true)).isEmpty();

        assertThat(stories.byId(story).orElseThrow().byline()).containsExactly(five.getFirst());
        assertThat(news).containsExactly(new StoryUpdated(story, "izagirre-wins"));
    }
}
