package musette.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import musette.journeys.House;
import musette.post.Mailbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A house with a price list in one market, and the steps from an intent to a charge.
abstract class JoiningHouse {
    static final Instant FINISH = Instant.parse("2023-04-01T15:12:00Z");
    static final String BROWSER = "the browser in the press room";

    static House house;
    static Checkout checkout;
    static TestTill till;
    static Subscriptions subscriptions;
    static Entitlements entitlements;
    static Offers offers;

    @BeforeAll
    static void open() {
        house = House.open(FINISH, "musette.ops.demo=false");
        checkout = house.ask(Checkout.class);
        till = house.ask(TestTill.class);
        subscriptions = house.ask(Subscriptions.class);
        entitlements = house.ask(Entitlements.class);
        offers = house.ask(Offers.class);
        publish("GB", "GBP", 100, 499, 4900, FINISH);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void backToTheFinish() {
        house.clock().advance(Duration.between(house.clock().instant(), FINISH));
    }

    static long join(String email, Term term) {
        return ((Settlement.Joined) payAndSettle(intent(email, term))).reader();
    }

    static Settlement payAndSettle(Intent intent) {
        till.pay(intent);
        return checkout.settle(intent);
    }

    static Settlement claimPayAndSettle(Intent intent) {
        if (checkout.claim(intent) instanceof Claim.Granted) {
            till.pay(intent);
        }
        return checkout.settle(intent);
    }

    static Intent intent(String email, Term term) {
        var offer = offers.forMarket(market("GB")).orElseThrow();
        return checkout.open(new Joining(new Mailbox(email), offer, term, BROWSER, "/account"));
    }

    static Market market(String code) {
        return house.ask(Markets.class).ofCode(code).orElseThrow();
    }

    static void publish(
            String market, String currency, long intro, long month, long year, Instant from) {
        house.ask(Catalog.class)
                .publish(
                        new PriceList(
                                market(market),
                                Money.of(currency, intro),
                                Money.of(currency, month),
                                Money.of(currency, year),
                                from),
                        "demo");
    }

    static void moveTo(String instant) {
        house.clock().advance(Duration.between(house.clock().instant(), Instant.parse(instant)));
    }

    static long count(String question, Object value) {
        return house.ask(JdbcClient.class)
                .sql(question.formatted(value))
                .query(Long.class)
                .single();
    }

    static <T> List<T> atOnce(int times, Callable<T> act) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(Collections.nCopies(times, act))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
