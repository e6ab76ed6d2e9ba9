package musette.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import musette.keys.OneTimeTokens;
import musette.keys.SignInCodes;
import musette.post.Budgets;
import musette.post.MailBudget.Asker;
import musette.post.Mailbox;
import musette.store.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(TestDatabase.class)
class SignInLinksTest {
    private static final Instant FINISH = Instant.parse("2023-04-01T15:12:00Z");
    private static final Mailbox ION = new Mailbox("ion@example.org");

    private static final Asker STRANGER = new Asker.Stranger("203.0.113.7");

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final List<Object> news = new ArrayList<>();

    SignInLinksTest(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    @BeforeEach
    void empty() {
        sql.sql("DELETE FROM asked_mail").update();
    }

    @Test
    void one_person_who_types_an_address_in_two_ways_has_one_account() {
        var readers = readersAt(FINISH);
        var reader = readers.register(new Mailbox("Gorka@Example.ORG")).orElseThrow();

        assertThat(readers.register(new Mailbox("gorka@example.org"))).isEmpty();
        assertThat(readers.byEmail(new Mailbox("GORKA@example.org"))).contains(reader);
        assertThat(readers.byId(reader.id())).contains(reader);
    }

    @Test
    void an_address_is_proven_once() {
        var readers = readersAt(FINISH);
        var reader = readers.register(new Mailbox("jon@example.org")).orElseThrow();

        assertThat(readers.prove(reader)).isTrue();
        assertThat(readers.prove(reader)).isFalse();
    }

    @Test
    void a_link_is_asked_for_once_in_two_minutes() {
        linksAt(FINISH).ask(ION, "/account", STRANGER);
        linksAt(FINISH.plusSeconds(119)).ask(ION, "/account", STRANGER);
        assertThat(news).hasSize(1);

        linksAt(FINISH.plusSeconds(120)).ask(new Mailbox("ION@example.org"), "/account", STRANGER);
        assertThat(news).hasSize(2);
    }

    @Test
    void a_link_is_asked_for_five_times_a_day() {
        for (int hour = 0; hour < 23; hour++) {
            linksAt(FINISH.plus(Duration.ofHours(hour))).ask(ION, "/account", STRANGER);
        }
        assertThat(news).hasSize(5);

        linksAt(FINISH.plus(Duration.ofHours(24))).ask(ION, "/account", STRANGER);
        assertThat(news).hasSize(6);
    }

    @Test
    void what_a_stranger_used_up_is_not_missing_to_whoever_asks_from_elsewhere() {
        for (int minute = 0; minute < 20; minute += 2) {
            linksAt(FINISH.plus(Duration.ofMinutes(minute))).ask(ION, "/account", STRANGER);
        }
        assertThat(news).hasSize(5);

        linksAt(FINISH.plusSeconds(1200)).ask(ION, "/account", new Asker.Stranger("192.0.2.7"));
        assertThat(news).hasSize(6);
    }

    @Test
    void however_many_strangers_ask_an_inbox_gets_thirty_a_day_and_its_owner_still_gets_in() {
        for (int stranger = 0; stranger < 40; stranger++) {
            linksAt(FINISH).ask(ION, "/account", new Asker.Stranger("192.0.2." + stranger));
        }
        assertThat(news).hasSize(30);

        linksAt(FINISH).ask(ION, "/account", new Asker.KnownBrowser("of the owner"));
        assertThat(news).hasSize(31);
    }

    @Test
    void whoever_proves_the_address_waits_for_nobody_who_only_typed_it() {
        var reader = readersAt(FINISH).register(ION).orElseThrow();
        for (int stranger = 0; stranger < 40; stranger++) {
            ask(new Asker.Stranger("192.0.2." + stranger));
        }
        var fromANewBrowser = new Asker.Stranger("203.0.113.9");
        ask(fromANewBrowser);
        assertThat(news).hasSize(30);

        assertThat(linksAt(FINISH).redeem(token(reader))).isPresent();
        ask(fromANewBrowser);
        assertThat(news).hasSize(31);
    }

    @Test
    void the_code_signs_in_once_and_takes_the_link_beside_it_along() {
        var reader = readersAt(FINISH).register(new Mailbox("eneko@example.org")).orElseThrow();
        var links = linksAt(FINISH);
        var key = links.askHere(reader.email(), "/account", STRANGER, Optional.empty());
        var token = token(reader);
        var code =
                new SignInCodes(sql, at(FINISH))
                        .issue(
                                SignInCodes.browser(key),
                                Long.toString(reader.id()),
                                SignInLinks.LIFETIME);

        assertThat(links.redeemCode(key, "00000000 or so")).isEmpty();
        assertThat(links.redeemCode(key, code)).contains(reader);
        assertThat(links.redeemCode(key, code)).isEmpty();
        assertThat(links.redeem(token)).isEmpty();
    }

    @Test
    void one_client_causes_twenty_mails_an_hour_whatever_it_types() {
        for (int reader = 0; reader < 40; reader++) {
            linksAt(FINISH).ask(new Mailbox("r" + reader + "@example.org"), "/account", STRANGER);
        }
        assertThat(news).hasSize(20);
    }

    @Test
    void the_budget_of_one_address_is_not_that_of_another() {
        linksAt(FINISH).ask(ION, "/account", STRANGER);
        linksAt(FINISH).ask(new Mailbox("sergio@example.org"), "/account", STRANGER);

        assertThat(news).hasSize(2);
    }

    @Test
    void an_unknown_address_is_worked_on_like_a_known_one_and_not_kept() {
        linksAt(FINISH).ask(new Mailbox("nobody@example.org"), "/account", STRANGER);

        assertThat(news).containsExactly(new SignInAsked("nobody@example.org", "/account", ""));
        var kept = sql.sql("SELECT count(*) FROM reader WHERE email = 'nobody@example.org'");
        assertThat(kept.query(Long.class).single()).isZero();
    }

    @Test
    void a_link_signs_in_once_and_looking_at_it_uses_nothing_up() {
        var reader = readersAt(FINISH).register(new Mailbox("alex@example.org")).orElseThrow();
        var token = token(reader);
        var links = linksAt(FINISH.plusSeconds(60));

        assertThat(links.peek(token)).contains(reader);
        assertThat(links.redeem(token)).contains(reader);
        assertThat(links.redeem(token)).isEmpty();
    }

    private void ask(Asker asker) {
        linksAt(FINISH).ask(ION, "/account", asker);
    }

    private String token(Reader reader) {
        return new OneTimeTokens(sql, at(FINISH))
                .issue(SignInLinks.PURPOSE, Long.toString(reader.id()), SignInLinks.LIFETIME);
    }

    private SignInLinks linksAt(Instant now) {
        return new SignInLinks(
                Budgets.at(sql, at(now)),
                transaction,
                new OneTimeTokens(sql, at(now)),
                new SignInCodes(sql, at(now)),
                readersAt(now),
                news::add);
    }

    private Readers readersAt(Instant now) {
        return new Readers(sql, at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
