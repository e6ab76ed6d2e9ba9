package musette.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import musette.journeys.House.MovableClock;
import musette.keys.TestKeys;
import musette.post.MailBudget.Asker;
import musette.post.MailBudget.Kind;
import musette.store.RolledBack;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class MailBudgetTest extends RolledBack {
    private static final Mailbox ION = new Mailbox("ion@izagirre.example");
    private static final Mailbox SERGIO = new Mailbox("sergio@higuita.example");
    private static final Asker HERE = new Asker.Stranger("192.0.2.7");
    private static final Asker THERE = new Asker.Stranger("198.51.100.9");
    private static final Asker KNOWN = new Asker.KnownBrowser("browser-1");
    private static final String WITHHELD =
            """
            SELECT reason || ' ' || sum(mails)
            FROM withheld_mail
            GROUP BY reason
            ORDER BY reason
            """;
    private static final String COUNTED =
            """
            SELECT count(*)
            FROM asked_mail
            """;
    private static final String ASKERS =
            """
            SELECT count(DISTINCT client)
            FROM asked_mail
            """;

    private final MovableClock clock = new MovableClock(Instant.parse("2023-04-01T15:12:00Z"));
    private final MailBudget budget;

    MailBudgetTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        budget = new MailBudget(sql, clock, Posts.caught(), new ClientHash(TestKeys.own()));
    }

    @Test
    void a_letter_is_asked_for_every_ten_minutes_and_three_times_a_day_by_whomever() {
        assertThat(budget.allows(Kind.LETTER, ION, HERE)).isTrue();
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(budget.allows(Kind.LETTER, ION, THERE)).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(budget.allows(Kind.LETTER, ION, THERE)).isTrue();
        clock.advance(Duration.ofMinutes(10));
        assertThat(budget.allows(Kind.LETTER, ION, KNOWN)).isTrue();
        clock.advance(Duration.ofHours(23));
        assertThat(budget.allows(Kind.LETTER, ION, HERE)).isFalse();
        assertThat(budget.allows(Kind.LETTER, SERGIO, HERE)).isTrue();

        clock.advance(Duration.ofMinutes(40));
        assertThat(budget.allows(Kind.LETTER, ION, HERE)).isTrue();
        assertThat(withheld()).containsExactly("inbox 2");
    }

    @Test
    void a_sign_in_is_counted_by_who_asks_so_that_no_stranger_uses_it_up() {
        for (int i = 0; i < 5; i++) {
            assertThat(budget.allows(Kind.SIGN_IN, ION, HERE)).isTrue();
            assertThat(budget.allows(Kind.SIGN_IN, ION, HERE)).isFalse();
            clock.advance(Duration.ofMinutes(2));
        }
        assertThat(budget.allows(Kind.SIGN_IN, ION, HERE)).isFalse();

        assertThat(budget.allows(Kind.SIGN_IN, ION, THERE)).isTrue();
        assertThat(budget.allows(Kind.SIGN_IN, ION, KNOWN)).isTrue();
    }

    @Test
    void however_many_strangers_ask_an_inbox_gets_thirty_a_day_and_its_owner_one_more() {
        for (int i = 1; i <= 30; i++) {
            var stranger = new Asker.Stranger("203.0.113." + i);
            assertThat(budget.allows(Kind.SIGN_IN, ION, stranger)).isTrue();
        }

        assertThat(budget.allows(Kind.SIGN_IN, ION, HERE)).isFalse();
        assertThat(budget.allows(Kind.STAFF_SIGN_IN, ION, HERE)).isTrue();
        assertThat(budget.allows(Kind.SIGN_IN, ION, KNOWN)).isTrue();
    }

    @Test
    void one_client_causes_twenty_mails_an_hour_and_a_known_browser_is_none() {
        inboxes(20).forEach(inbox -> assertThat(budget.allows(Kind.LETTER, inbox, HERE)).isTrue());

        assertThat(budget.allows(Kind.SIGN_IN, ION, HERE)).isFalse();
        assertThat(budget.allows(Kind.SIGN_IN, ION, THERE)).isTrue();
        clock.advance(Duration.ofHours(1));
        assertThat(budget.allows(Kind.SIGN_IN, ION, HERE)).isTrue();

        inboxes(25)
                .forEach(inbox -> assertThat(budget.allows(Kind.SIGN_IN, inbox, KNOWN)).isTrue());
        assertThat(withheld()).containsExactly("client 1");
    }

    @Test
    void all_strangers_together_cause_five_hundred_of_one_kind_an_hour() {
        var inboxes = inboxes(500);
        for (int i = 0; i < 500; i++) {
            var stranger = new Asker.Stranger("10.0.%d.%d".formatted(i / 250, i % 250));
            assertThat(budget.allows(Kind.LETTER, inboxes.get(i), stranger)).isTrue();
        }

        assertThat(budget.allows(Kind.LETTER, ION, HERE)).isFalse();
        assertThat(budget.allows(Kind.LETTER, SERGIO, KNOWN)).isTrue();
        assertThat(budget.allows(Kind.SIGN_IN, ION, HERE)).isTrue();
        assertThat(withheld()).containsExactly("everyone 1");
    }

    @Test
    void one_inbox_is_one_however_its_address_is_spelled() {
        budget.allows(Kind.LETTER, new Mailbox("Ion@Izagirre.example"), HERE);

        assertThat(budget.allows(Kind.LETTER, ION, HERE)).isFalse();
        assertThat(budget.allows(Kind.LETTER, new Mailbox("ion+letters@izagirre.example"), HERE))
                .isFalse();
    }

    @Test
    void a_network_of_the_new_internet_is_one_client_and_its_zone_says_nothing() {
        for (var address :
                List.of("2001:db8:1:2::7", "2001:db8:1:2:ffff::9", "2001:db8:1:2::7%1")) {
            budget.allows(
                    Kind.SIGN_IN,
                    new Mailbox(address.hashCode() + "@a.example"),
                    new Asker.Stranger(address));
        }
        assertThat(number(ASKERS)).isEqualTo(1);

        budget.allows(Kind.SIGN_IN, ION, new Asker.Stranger("2001:db8:1:3::7"));
        assertThat(number(ASKERS)).isEqualTo(2);
    }

    @Test
    void who_has_shown_to_read_the_inbox_waits_no_longer() {
        budget.allows(Kind.SIGN_IN, ION, HERE);
        budget.allows(Kind.LETTER, ION, HERE);

        budget.forgive(Kind.SIGN_IN, ION);

        assertThat(budget.allows(Kind.SIGN_IN, ION, HERE)).isTrue();
        assertThat(budget.allows(Kind.LETTER, ION, HERE)).isFalse();
    }

    @Test
    void yesterday_is_forgotten_and_what_was_withheld_after_ninety_days() {
        budget.allows(Kind.SIGN_IN, ION, HERE);
        budget.withhold("trap");
        budget.withhold("trap");
        clock.advance(Duration.ofDays(1).minusMillis(1));
        budget.forgetYesterday();
        assertThat(number(COUNTED)).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        budget.forgetYesterday();
        assertThat(number(COUNTED)).isZero();
        assertThat(withheld()).containsExactly("trap 2");

        clock.advance(Duration.ofDays(90));
        budget.forgetYesterday();
        assertThat(withheld()).isEmpty();
    }

    private static List<Mailbox> inboxes(int many) {
        return IntStream.range(0, many)
                .mapToObj(n -> new Mailbox("reader%d@example%d.example".formatted(n, n)))
                .toList();
    }

    private List<String> withheld() {
        return sql.sql(WITHHELD).query(String.class).list();
    }

    private long number(String question) {
        return sql.sql(question).query(Long.class).single();
    }
}
