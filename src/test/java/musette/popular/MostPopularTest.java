package musette.popular;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import musette.journeys.House;
import musette.staff.Staff;
import musette.stories.Draft;
import musette.stories.Publication;
import musette.stories.Stories;
import musette.stories.Teaser;
import musette.text.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MostPopularTest {
    private static House house;
    private static long izagirre;
    private static long flanders;
    private static long basque;

    @BeforeAll
    static void three_stories_are_live() {
        house = House.open(Instant.parse("2023-04-01T15:20:00Z"));
        izagirre = publish("Ion Izagirre wins for second time in career");
        flanders = publish("What the Flanders favourites said on the eve");
        basque = publish("Pogačar and Roglič to meet again in the Basque Country");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void nobody_has_read_anything() {
        house.ask(JdbcClient.class).sql("TRUNCATE story_read").update();
    }

    @Test
    void without_readers_there_is_no_box() {
        assertThat(top()).isEmpty();
    }

    @Test
    void the_most_read_story_comes_first() {
        read(izagirre, 5);
        read(flanders, 2);
        read(basque, 3);

        assertThat(top()).containsExactly(izagirre, basque, flanders);
    }

    @Test
    void the_box_is_as_short_as_the_truth() {
        read(izagirre, 5);
        read(flanders, 1);

        assertThat(top()).containsExactly(izagirre);
    }

    @Test
    void yesterdays_readers_count_only_where_todays_are_too_few() {
        read(flanders, 9);
        house.clock().advance(Duration.ofHours(20));
        read(izagirre, 5);
        read(basque, 4);

        assertThat(top()).containsExactly(flanders, izagirre, basque);
        assertThat(top(2)).containsExactly(izagirre, basque);
    }

    @Test
    void a_withdrawn_story_is_popular_no_more() {
        var withdrawn = publish("Withdrawn");
        read(withdrawn, 9);
        house.ask(Publication.class)
                .withdraw(withdrawn, house.ask(Staff.class).owner().id(), "It was not true.");

        assertThat(top()).doesNotContain(withdrawn);
    }

    private static List<Long> top() {
        return top(3);
    }

    private static List<Long> top(int most) {
        var popular =
                new MostPopular(
                        house.ask(JdbcClient.class),
                        house.ask(Clock.class),
                        house.ask(Stories.class),
                        ReadsTest.settings());
        return popular.top(most).stream().map(Teaser::id).toList();
    }

    private static void read(long story, int times) {
        var reads = house.ask(Reads.class);
        LongStream.range(0, times).forEach(i -> reads.count(story));
        reads.write();
    }

    private static long publish(String headline) {
        house.clock().advance(Duration.ofMinutes(1));
        var owner = house.ask(Staff.class).owner().id();
        var draft =
                new Draft(
                        "",
                        headline,
                        "",
                        new Document(
                                List.of(
                                        new Document.Paragraph(
                                                List.of(
                                                        new Document.Inline.Text(
                                                                "One paragraph."))))),
                        owner,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        "desk",
                        false);
        var story = house.ask(Stories.class).open(draft);
        house.ask(Publication.class).publish(story, owner, 1);
        return story;
    }
}
