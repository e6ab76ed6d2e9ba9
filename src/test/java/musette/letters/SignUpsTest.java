package musette.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import musette.journeys.House.MovableClock;
import musette.keys.OneTimeTokens;
import musette.keys.TestKeys;
import musette.post.Budgets;
import musette.post.Mailbox;
import musette.post.Outbox;
import musette.site.ExampleSite;
import musette.store.RolledBack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class SignUpsTest extends RolledBack {
    private static final Newsletter FEED_ZONE =
            new Newsletter("feed-zone", "Feed Zone", "The day's racing, every evening.");
    private static final Newsletter WEEK =
            new Newsletter("the-week", "The Week", "What happened, on Sundays.");
    private static final Mailbox READER = new Mailbox("ion@izagirre.example");
    private static final SignUps.Asker ASKER = new SignUps.Asker("192.0.2.7", "/letters");
    private static final Pattern TOKEN = Pattern.compile("/letters/confirm/([A-Za-z0-9_-]+)");
    private static final String SUBJECTS =
            """
            SELECT subject
            FROM outbox_mail
            ORDER BY id
            """;
    private static final String LAST_TEXT =
            """
            SELECT text_body
            FROM outbox_mail
            ORDER BY id DESC
            LIMIT 1
            """;

    private final MovableClock clock = new MovableClock(Instant.parse("2023-04-01T15:12:00Z"));
    private final SubscriptionRows rows;
    private final LeaveLinks links = new LeaveLinks(TestKeys.own(), ExampleSite.ADDRESS);
    private final SignUps signUps;
    private final Unsubscribes unsubscribes;

    SignUpsTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        rows = new SubscriptionRows(sql, clock);
        signUps =
                new SignUps(
                        rows,
                        Budgets.at(sql, clock),
                        new OneTimeTokens(sql, clock),
                        new LetterMails(ExampleSite.SETTINGS, ExampleSite.ADDRESS, links),
                        links,
                        new Outbox(sql, clock),
                        transaction);
        unsubscribes = new Unsubscribes(links, rows);
    }

    @BeforeEach
    void twoLetters() {
        var newsletters = new Newsletters(sql, clock);
        newsletters.offer(FEED_ZONE, 1);
        newsletters.offer(WEEK, 2);
    }

    @Test
    void nothing_comes_to_an_inbox_before_its_owner_has_said_yes() {
        signUps.ask(READER, List.of(FEED_ZONE, WEEK), ASKER);

        assertThat(subjects()).containsExactly("Please confirm: letters from Musette");
        assertThat(unsubscribes.of(READER)).isEmpty();
        assertThat(signUps.look(token()))
                .isEqualTo(new Confirmation.Waiting(List.of(FEED_ZONE, WEEK)));
        assertThat(signUps.look(token())).isInstanceOf(Confirmation.Waiting.class);
        assertThat(unsubscribes.of(READER)).isEmpty();
    }

    @Test
    void a_yes_counts_once_and_the_link_says_afterwards_that_it_was_said() {
        signUps.ask(READER, List.of(FEED_ZONE, WEEK), ASKER);

        var done = signUps.confirm(token());

        assertThat(done).isEqualTo(new Confirmation.Done(unsubscribes.of(READER)));
        assertThat(unsubscribes.of(READER))
                .extracting(Kept::letter)
                .containsExactly(FEED_ZONE, WEEK);
        assertThat(signUps.look(token())).isEqualTo(done);
        assertThat(signUps.confirm(token())).isEqualTo(done);
    }

    @Test
    void a_link_is_good_for_seven_days() {
        signUps.ask(READER, List.of(FEED_ZONE), ASKER);
        clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(signUps.look(token())).isInstanceOf(Confirmation.Waiting.class);

        clock.advance(Duration.ofSeconds(1));

        assertThat(signUps.look(token())).isEqualTo(new Confirmation.Unknown());
        assertThat(signUps.confirm(token())).isEqualTo(new Confirmation.Unknown());
        assertThat(unsubscribes.of(READER)).isEmpty();
    }

    @Test
    void links_that_are_not_ours_open_nothing() {
        assertThat(signUps.look("")).isEqualTo(new Confirmation.Unknown());
        assertThat(signUps.confirm("a".repeat(43))).isEqualTo(new Confirmation.Unknown());
    }

    @Test
    void who_gets_the_letter_already_is_told_so_and_asked_nothing() {
        signUps.ask(READER, List.of(FEED_ZONE), ASKER);
        signUps.confirm(token());
        clock.advance(Duration.ofHours(1));

        signUps.ask(READER, List.of(FEED_ZONE), ASKER);

        assertThat(subjects())
                .containsExactly(
                        "Please confirm: letters from Musette", "You get our letters already");
    }

    @Test
    void of_two_letters_the_new_one_is_asked_about() {
        signUps.ask(READER, List.of(FEED_ZONE), ASKER);
        signUps.confirm(token());
        clock.advance(Duration.ofHours(1));

        signUps.ask(READER, List.of(FEED_ZONE, WEEK), ASKER);

        assertThat(signUps.look(token())).isEqualTo(new Confirmation.Waiting(List.of(WEEK)));
        signUps.confirm(token());
        assertThat(unsubscribes.of(READER))
                .extracting(Kept::letter)
                .containsExactly(FEED_ZONE, WEEK);
    }

    @Test
    void beyond_the_budget_nothing_is_sent_and_nothing_is_kept() {
        signUps.ask(READER, List.of(FEED_ZONE), ASKER);
        clock.advance(Duration.ofMinutes(1));

        signUps.ask(READER, List.of(WEEK), ASKER);

        assertThat(subjects()).hasSize(1);
        assertThat(rows.current(READER, List.of(WEEK))).isEmpty();
    }

    @Test
    void a_sign_up_for_nothing_is_a_mistake_of_ours() {
        assertThatThrownBy(() -> signUps.ask(READER, List.of(), ASKER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(subjects()).isEmpty();
    }

    @Test
    void an_address_without_a_yes_is_forgotten() {
        signUps.ask(READER, List.of(FEED_ZONE), ASKER);
        clock.advance(Duration.ofDays(7).plusSeconds(1));

        signUps.forgetUnconfirmed();

        assertThat(rows.current(READER, List.of(FEED_ZONE))).isEmpty();
    }

    @Test
    void who_leaves_gets_no_more_and_may_press_the_button_twice() {
        signUps.ask(READER, List.of(FEED_ZONE, WEEK), ASKER);
        signUps.confirm(token());
        var leaving = unsubscribes.of(READER).getFirst().leaving();
        var token = leaving.substring(leaving.lastIndexOf('/') + 1);

        assertThat(unsubscribes.look(token)).contains(FEED_ZONE);
        assertThat(unsubscribes.of(READER)).hasSize(2);
        assertThat(unsubscribes.leave(token, Unsubscribes.Way.ONE_CLICK)).contains(FEED_ZONE);
        assertThat(unsubscribes.leave(token, Unsubscribes.Way.BUTTON)).contains(FEED_ZONE);

        assertThat(unsubscribes.of(READER)).extracting(Kept::letter).containsExactly(WEEK);
        assertThat(signUps.look(token())).isEqualTo(new Confirmation.Done(unsubscribes.of(READER)));
        assertThat(
                        unsubscribes.leave(
                                token.replace(token.charAt(30), '_'), Unsubscribes.Way.BUTTON))
                .isEmpty();
    }

    @Test
    void a_link_whose_letters_have_all_been_left_stands_for_nothing() {
        signUps.ask(READER, List.of(FEED_ZONE), ASKER);
        signUps.confirm(token());
        var leaving = unsubscribes.of(READER).getFirst().leaving();
        unsubscribes.leave(
                leaving.substring(leaving.lastIndexOf('/') + 1), Unsubscribes.Way.BUTTON);

        assertThat(signUps.look(token())).isEqualTo(new Confirmation.Unknown());
    }

    private List<String> subjects() {
        return sql.sql(SUBJECTS).query(String.class).list();
    }

    /// Of the mail that was sent last.
    private String token() {
        var link = TOKEN.matcher(sql.sql(LAST_TEXT).query(String.class).single());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
