package musette.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// No address is charged twice, and what was not paid leaves nothing behind.
class OneChargeTest extends JoiningHouse {
    private static final String CHARGES_OF_ADDRESS =
            """
            SELECT count(*)
            FROM charge c
            JOIN checkout_intent i ON i.id = c.intent
            WHERE i.email = '%s'
            """;
    private static final String TAKEN_FROM_ADDRESS =
            """
            SELECT count(*)
            FROM till_payment p
            JOIN checkout_intent i ON i.id = p.intent
            WHERE p.outcome = 'paid' AND i.email = '%s'
            """;

    @Test
    void twelve_tills_of_one_address_at_once_are_charged_once() throws Exception {
        var intents = new ConcurrentLinkedQueue<Intent>();
        for (int till = 0; till < 12; till++) {
            var email = till % 2 == 0 ? "buitrago@example.org" : "Buitrago@Example.org";
            intents.add(intent(email, Term.MONTH));
        }
        var all = List.copyOf(intents);

        atOnce(12, () -> claimPayAndSettle(intents.remove()));

        assertThat(all.stream().map(checkout::settle).filter(Settlement.Joined.class::isInstance))
                .hasSize(1);
        assertThat(count(CHARGES_OF_ADDRESS, "buitrago@example.org")).isEqualTo(1);
        assertThat(count(TAKEN_FROM_ADDRESS, "buitrago@example.org")).isEqualTo(1);
    }

    @Test
    void a_payment_under_way_when_the_program_stopped_is_settled_before_another_is_taken() {
        var paid = intent("carthy@example.org", Term.MONTH);
        assertThat(checkout.claim(paid)).isEqualTo(new Claim.Granted());
        till.pay(paid);
        // Here the program stopped, and the reader begins again in another browser.
        var again = intent("carthy@example.org", Term.YEAR);

        assertThat(checkout.claim(again)).isInstanceOf(Claim.Refused.class);
        assertThat(count(CHARGES_OF_ADDRESS, "carthy@example.org")).isEqualTo(1);
    }

    @Test
    void a_till_that_gave_way_to_another_takes_nothing_any_more() {
        var first = intent("ayuso@example.org", Term.MONTH);
        var second = intent("ayuso@example.org", Term.MONTH);
        checkout.claim(first);
        checkout.claim(second);

        till.pay(first);
        till.pay(second);

        assertThat(checkout.settle(first)).isInstanceOf(Settlement.Declined.class);
        assertThat(checkout.settle(second)).isInstanceOf(Settlement.Joined.class);
        assertThat(count(TAKEN_FROM_ADDRESS, "ayuso@example.org")).isEqualTo(1);
    }

    @Test
    void the_introduction_is_for_a_first_time() {
        var reader = join("soler@example.org", Term.MONTH);
        moveTo("2023-06-01T12:00:00Z");
        var again = intent("soler@example.org", Term.MONTH);

        assertThat(checkout.claim(again)).isEqualTo(new Claim.Refused("/subscribe"));
        assertThat(subscriptions.hadIntroduction(reader)).isTrue();
        var full =
                checkout.open(
                        new Joining(
                                again.email(),
                                again.offer().withoutIntroduction(),
                                Term.MONTH,
                                BROWSER,
                                "/account"));
        assertThat(full.amount()).isEqualTo(Money.of("GBP", 499));
        assertThat(checkout.find(full.id(), BROWSER)).contains(full);
        assertThat(claimPayAndSettle(full)).isInstanceOf(Settlement.Joined.class);
        assertThat(subscriptions.running(reader).orElseThrow().nextPrice())
                .isEqualTo("£4.99 a month");
    }

    @Test
    void the_introduction_is_for_the_first_time_of_a_card_too() {
        var mine = withCard("cort@example.org", TestTill.Card.ONE);
        assertThat(claimPayAndSettle(mine)).isInstanceOf(Settlement.Joined.class);

        var another = withCard("a.second.address@example.org", TestTill.Card.ONE);
        assertThat(checkout.claim(another)).isEqualTo(new Claim.CardHadIntroduction());
        var subscriber = withCard("cort@example.org", TestTill.Card.ONE);
        assertThat(checkout.claim(subscriber)).isEqualTo(new Claim.CardHadIntroduction());

        var full = checkout.atFullPrice(another, BROWSER);
        till.showAgain(another, full);
        assertThat(full.amount()).isEqualTo(Money.of("GBP", 499));
        assertThat(claimPayAndSettle(full)).isInstanceOf(Settlement.Joined.class);
        assertThat(claimPayAndSettle(withCard("third@example.org", TestTill.Card.FRESH)))
                .isInstanceOf(Settlement.Joined.class);
    }

    @Test
    void twelve_addresses_with_one_card_at_once_have_one_introduction() throws Exception {
        var intents = new ConcurrentLinkedQueue<Intent>();
        for (int till = 0; till < 12; till++) {
            intents.add(withCard("friend." + till + "@example.org", TestTill.Card.TWO));
        }
        var all = List.copyOf(intents);

        atOnce(12, () -> claimPayAndSettle(intents.remove()));

        assertThat(all.stream().map(checkout::settle).filter(Settlement.Joined.class::isInstance))
                .hasSize(1);
        assertThat(count("SELECT count(*) FROM charge WHERE card = '%s'", "card_two")).isEqualTo(1);
    }

    @Test
    void a_card_shown_after_the_payment_does_not_take_the_place_of_the_one_that_paid() {
        var intent = withCard("late@example.org", TestTill.Card.FRESH);
        checkout.claim(intent);
        var paidWith = till.cardOf(intent.id());
        till.pay(intent);

        till.show(intent, TestTill.Card.TWO);

        assertThat(till.cardOf(intent.id())).isEqualTo(paidWith).isPresent();
    }

    private static Intent withCard(String email, TestTill.Card card) {
        var intent = intent(email, Term.MONTH);
        till.show(intent, card);
        return intent;
    }

    @Test
    void an_intent_that_nobody_paid_goes_after_thirty_days_and_a_paid_one_stays() {
        var unpaid = intent("yates@example.org", Term.MONTH);
        till.show(unpaid, TestTill.Card.FRESH);
        till.decline(unpaid, "The payment was declined.");
        var reader = join("vine@example.org", Term.MONTH);

        moveTo("2023-05-02T12:00:00Z");
        checkout.forgetUnpaid();

        var rows = "SELECT count(*) FROM %s WHERE intent = '" + unpaid.id() + "'";
        assertThat(count("SELECT count(*) FROM checkout_intent WHERE id = '%s'", unpaid.id()))
                .isZero();
        assertThat(count(rows, "consent")).isZero();
        assertThat(count(rows, "till_payment")).isZero();
        assertThat(count(rows, "till_card")).isZero();
        assertThat(subscriptions.charges(reader)).hasSize(1);
    }

    @Test
    void whoever_paid_a_year_has_not_had_the_introduction() {
        var reader = join("hindley@example.org", Term.YEAR);
        assertThat(subscriptions.hadIntroduction(reader)).isFalse();
        moveTo("2024-06-01T12:00:00Z");

        assertThat(claimPayAndSettle(intent("hindley@example.org", Term.MONTH)))
                .isEqualTo(new Settlement.Joined(reader, Settlement.Account.KNOWN));
        assertThat(subscriptions.hadIntroduction(reader)).isTrue();
    }

    @Test
    void a_subscription_that_is_over_is_not_what_is_cancelled_later() {
        var reader = join("bilbao@example.org", Term.YEAR);
        var over = subscriptions.running(reader).orElseThrow().id();
        moveTo("2024-06-01T12:00:00Z");
        claimPayAndSettle(intent("bilbao@example.org", Term.YEAR));

        assertThat(subscriptions.cancel(reader, over)).isEmpty();
        assertThat(subscriptions.running(reader).orElseThrow().isCancelled()).isFalse();
    }

    @Test
    void a_hundred_thousand_dead_intents_are_not_asked_about_at_the_start() {
        var offer = offers.forMarket(market("GB")).orElseThrow().id();
        house.ask(JdbcClient.class)
                .sql(
                        """
                        INSERT INTO checkout_intent (id, email, offer, term, amount, currency,
                            return_path, browser, opened_at, expires_at)
                        SELECT gen_random_uuid(), 'dead@example.org', :offer, 'month', 100, 'GBP',
                            '/', '', :now, :now
                        FROM generate_series(1, 100000)
                        """)
                .param("offer", offer)
                .param("now", OffsetDateTime.ofInstant(FINISH, ZoneOffset.UTC))
                .update();

        checkout.settleWhatWasLeft();

        assertThat(
                        count(
                                "SELECT count(*) FROM checkout_claim WHERE email = '%s'",
                                "dead@example.org"))
                .isZero();
        moveTo("2023-06-01T12:00:00Z");
        checkout.forgetUnpaid();
        assertThat(
                        count(
                                "SELECT count(*) FROM checkout_intent WHERE email = '%s'",
                                "dead@example.org"))
                .isZero();
    }
}
