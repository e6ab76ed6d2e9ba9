package musette.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import musette.journeys.House;
import musette.store.EventRetries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EventRetriesTest {
    private static House house;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:12:00Z"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void nothing_to_do() {
        house.ask(JdbcClient.class).sql("DELETE FROM event_publication").update();
        house.ask(JdbcClient.class).sql("DELETE FROM event_set_aside").update();
    }

    @Test
    void work_that_failed_is_tried_again_and_done_once_it_can_be() {
        rename("reader", "reader_away");
        house.publish(new SignInAsked("ion@izagirre.example", "/", ""));
        awaitFailed();
        rename("reader_away", "reader");

        house.ask(EventRetries.class).retry();
        assertThat(unfinished()).as("before its pause is over").isEqualTo(1);
        house.clock().advance(Duration.ofSeconds(11));
        house.ask(EventRetries.class).retry();

        await().atMost(Duration.ofSeconds(20)).until(() -> unfinished() == 0);
        assertThat(house.ask(EventRetries.class).stranded()).isEmpty();
    }

    @Test
    void work_that_fails_for_good_is_set_aside_and_can_be_given_another_chance() {
        house.publish(new SignInAsked("no address at all", "/", ""));
        for (int tries = 0; tries < 12 && stranded() == 0; tries++) {
            awaitFailed();
            house.clock().advance(Duration.ofHours(1));
            house.ask(EventRetries.class).retry();
            await().atMost(Duration.ofSeconds(20)).until(() -> failed() + stranded() > 0);
        }

        assertThat(house.ask(EventRetries.class).stranded())
                .singleElement()
                .asString()
                .contains("SignInMails");
        assertThat(unfinished()).isZero();

        house.ask(EventRetries.class).release();
        assertThat(stranded()).isZero();
        assertThat(unfinished()).isEqualTo(1);
    }

    private static void awaitFailed() {
        await().atMost(Duration.ofSeconds(20)).until(() -> failed() > 0);
    }

    private static long failed() {
        return count("event_publication WHERE status = 'FAILED'");
    }

    private static long unfinished() {
        return count("event_publication");
    }

    private static long stranded() {
        return count("event_set_aside");
    }

    private static long count(String rows) {
        return house.ask(JdbcClient.class)
                .sql("SELECT count(*) FROM " + rows)
                .query(Long.class)
                .single();
    }

    private static void rename(String from, String to) {
        house.ask(JdbcClient.class).sql("ALTER TABLE %s RENAME TO %s".formatted(from, to)).update();
    }
}
