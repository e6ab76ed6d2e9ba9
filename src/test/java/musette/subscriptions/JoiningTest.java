package musette.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import musette.post.Mailbox;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The room from intent to entitlement, on the whole program's wiring. Every test has readers of
/// its own and leaves the clock where it found it.
class JoiningTest extends JoiningHouse {
    @Test
    void a_market_without_prices_has_no_offer() {
        assertThat(offers.forMarket(market("US"))).isEmpty();
    }

    @Test
    void joining_for_a_month_costs_the_introduction_and_opens_everything() {
        var reader = join("izagirre@example.org", Term.MONTH);

        assertThat(entitlements.entitled(reader)).isTrue();
        var subscription = subscriptions.running(reader).orElseThrow();
        assertThat(subscription.paidUntil()).isEqualTo(LocalDate.of(2023, 5, 1));
        assertThat(subscription.nextPrice()).isEqualTo("£4.99 a month");
        assertThat(subscriptions.charges(reader))
                .singleElement()
                .satisfies(charge -> assertThat(charge.amount()).isEqualTo(Money.of("GBP", 100)));
    }

    @Test
    void joining_for_a_year_costs_the_year() {
        var reader = join("higuita@example.org", Term.YEAR);

        var subscription = subscriptions.running(reader).orElseThrow();
        assertThat(subscription.paidUntil()).isEqualTo(LocalDate.of(2024, 4, 1));
        assertThat(subscription.nextPrice()).isEqualTo("£49 a year");
    }

    @Test
    void access_ends_with_the_last_day_that_is_paid_for() {
        var reader = join("skjelmose@example.org", Term.MONTH);

        moveTo("2023-05-01T21:59:59Z"); // One second to midnight in Madrid.
        assertThat(entitlements.entitled(reader)).isTrue();
        moveTo("2023-05-01T22:00:00Z");
        assertThat(entitlements.entitled(reader)).isFalse();
        assertThat(subscriptions.running(reader)).isEmpty();
        assertThat(subscriptions.latest(reader)).isPresent();
    }

    @Test
    void a_form_sent_many_times_at_once_is_charged_once() throws Exception {
        var intent = intent("kron@example.org", Term.MONTH);

        assertThat(new HashSet<>(atOnce(8, () -> payAndSettle(intent)))).hasSize(1);
        var joined = (Settlement.Joined) checkout.settle(intent);
        assertThat(subscriptions.charges(joined.reader())).hasSize(1);
        assertThat(count("SELECT count(*) FROM till_payment WHERE intent = '%s'", intent.id()))
                .isEqualTo(1);
    }

    @Test
    void a_declined_payment_charges_nothing_and_the_next_try_may_pay() {
        var intent = intent("formolo@example.org", Term.MONTH);

        till.decline(intent, "The payment was declined.");
        assertThat(checkout.settle(intent))
                .isEqualTo(new Settlement.Declined("The payment was declined."));
        assertThat(count("SELECT count(*) FROM reader WHERE email = '%s'", intent.email()))
                .isZero();
        till.pay(intent);
        assertThat(checkout.settle(intent)).isInstanceOf(Settlement.Joined.class);
    }

    @Test
    void a_payment_whose_answer_was_lost_is_settled_at_the_next_start() {
        var intent = intent("mas@example.org", Term.MONTH);
        checkout.claim(intent);
        till.pay(intent);

        checkout.settleWhatWasLeft();

        assertThat(
                        count(
                                "SELECT count(*) FROM checkout_settlement WHERE intent = '%s'",
                                intent.id()))
                .isEqualTo(1);
    }

    @Test
    void a_payment_of_another_amount_grants_nothing() {
        var intent = intent("landa@example.org", Term.YEAR);
        house.ask(JdbcClient.class)
                .sql(
                        """
                        INSERT INTO till_payment
                        VALUES ('till_1', :intent, 1, 'GBP', 'paid', '', now())
                        """)
                .param("intent", intent.id())
                .update();

        assertThat(checkout.settle(intent)).isInstanceOf(Settlement.Declined.class);
        checkout.settleWhatWasLeft();
        assertThat(count("SELECT count(*) FROM reader WHERE email = '%s'", intent.email()))
                .isZero();
    }

    @Test
    void cancelling_keeps_access_to_the_end_and_can_be_taken_back() {
        var reader = join("rodriguez@example.org", Term.MONTH);
        var id = subscriptions.running(reader).orElseThrow().id();

        assertThat(subscriptions.cancel(reader, id).orElseThrow().isCancelled()).isTrue();
        assertThat(subscriptions.cancel(reader, id).orElseThrow().isCancelled()).isTrue();
        assertThat(count("SELECT count(*) FROM cancellation WHERE subscription = %s", id))
                .isEqualTo(1);
        assertThat(entitlements.entitled(reader)).isTrue();
        assertThat(subscriptions.resume(reader, id).orElseThrow().isCancelled()).isFalse();
        subscriptions.cancel(reader, id);

        moveTo("2023-05-02T08:00:00Z");
        assertThat(entitlements.entitled(reader)).isFalse();
        assertThat(subscriptions.resume(reader, id)).isEmpty();
    }

    @Test
    void nobody_cancels_the_subscription_of_another() {
        var mine = join("vingegaard@example.org", Term.MONTH);
        var theirs = join("pogacar@example.org", Term.MONTH);
        var subscription = subscriptions.running(theirs).orElseThrow().id();

        assertThat(subscriptions.cancel(mine, subscription)).isEmpty();
        assertThat(subscriptions.latest(theirs).orElseThrow().isCancelled()).isFalse();
    }

    @Test
    void whoever_joined_before_a_new_price_keeps_the_old_one() {
        publish("EU", "EUR", 100, 599, 5900, FINISH.minusSeconds(60));
        var intent =
                checkout.open(
                        new Joining(
                                new Mailbox("remco@example.org"),
                                offers.forMarket(market("EU")).orElseThrow(),
                                Term.MONTH,
                                BROWSER,
                                "/account"));
        var reader = ((Settlement.Joined) payAndSettle(intent)).reader();
        publish("EU", "EUR", 200, 699, 6900, FINISH.plus(Duration.ofDays(7)));

        assertThat(offers.forMarket(market("EU")).orElseThrow().lead())
                .isEqualTo("Your first month for €1");
        moveTo("2023-04-09T12:00:00Z");
        assertThat(offers.forMarket(market("EU")).orElseThrow().lead())
                .isEqualTo("Your first month for €2");
        assertThat(subscriptions.running(reader).orElseThrow().nextPrice())
                .isEqualTo("€5.99 a month");
    }

    @Test
    void consent_is_kept_with_the_words_and_the_price() {
        var intent = intent("froome@example.org", Term.MONTH);

        var terms =
                house.ask(JdbcClient.class)
                        .sql("SELECT terms FROM consent WHERE intent = :id AND amount = 100")
                        .param("id", intent.id())
                        .query(String.class)
                        .single();
        assertThat(terms).isEqualTo(intent.terms()).contains("£1", "£4.99 a month");
    }

    @Test
    void an_intent_opens_in_its_own_browser_and_for_an_hour() {
        var intent = intent("bernal@example.org", Term.MONTH);

        assertThat(checkout.find(intent.id(), BROWSER)).contains(intent);
        assertThat(checkout.find(intent.id(), "another browser")).isEmpty();
        house.clock().advance(Duration.ofHours(1));
        assertThat(checkout.find(intent.id(), BROWSER)).isEmpty();
    }
}
