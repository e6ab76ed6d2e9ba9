package musette.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import musette.journeys.House.MovableClock;
import musette.post.Mailbox;
import musette.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class SubscriptionRowsTest {
    private static final Newsletter FEED_ZONE =
            new Newsletter("feed-zone", "Feed Zone", "The day's racing, every evening.");

    private final MovableClock clock = new MovableClock(Instant.parse("2023-04-01T15:12:00Z"));
    private final SubscriptionRows rows;

    SubscriptionRowsTest(JdbcClient sql) {
        rows = new SubscriptionRows(sql, clock);
        new Newsletters(sql, clock).offer(FEED_ZONE, 1);
    }

    @Test
    void an_address_is_forgotten_after_a_week_without_a_yes_and_kept_with_one() {
        var yes = new Mailbox("ion@izagirre.example");
        var silent = new Mailbox("sergio@higuita.example");
        rows.ask(yes, List.of(FEED_ZONE), "/letters");
        rows.ask(silent, List.of(FEED_ZONE), "/letters");
        rows.confirm(Long.toString(current(yes).getFirst().id()));

        clock.advance(SignUps.LINK_LIFE);
        rows.forgetUnconfirmed(SignUps.LINK_LIFE);
        assertThat(current(silent)).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        rows.forgetUnconfirmed(SignUps.LINK_LIFE);

        assertThat(current(silent)).isEmpty();
        assertThat(current(yes)).singleElement().matches(LetterSubscription::isConfirmed);
    }

    @Test
    void who_left_and_comes_back_starts_anew() {
        var reader = new Mailbox("alex@aranburu.example");
        rows.ask(reader, List.of(FEED_ZONE), "/letters");
        var first = current(reader).getFirst().id();
        rows.confirm(Long.toString(first));
        rows.leave(first, "button");

        rows.ask(reader, List.of(FEED_ZONE), "/letters");

        assertThat(current(reader))
                .singleElement()
                .matches(row -> row.id() != first && !row.isConfirmed());
        rows.confirm(Long.toString(first));
        assertThat(current(reader)).noneMatch(LetterSubscription::isConfirmed);
    }

    private List<LetterSubscription> current(Mailbox reader) {
        return rows.current(reader, List.of(FEED_ZONE));
    }
}
