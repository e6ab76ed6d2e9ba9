package musette.journeys;

import static org.assertj.core.api.Assertions.fail;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import musette.post.CaughtMails;
import musette.subscriptions.Catalog;
import musette.subscriptions.Markets;
import musette.subscriptions.Money;
import musette.subscriptions.PriceList;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A house on the evening of 1 April 2023 with something to sell in its three markets.
final class Shop implements AutoCloseable {

    private static final Instant FINISH = Instant.parse("2023-04-01T15:12:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String CHARGES =
            """
            SELECT count(*)
            FROM charge c
            JOIN subscription s ON s.id = c.subscription
            JOIN reader r ON r.id = s.reader
            WHERE r.email = :it
            """;

    private static final String[] SETTINGS = {
        "musette.ops.demo=false", "musette.members.country-header=X-Country"
    };

    private final House house;

    private Shop(House house) {
        this.house = house;
    }

    static Shop open() {
        return stocked(House.open(FINISH, SETTINGS));
    }

    /// A shop whose questions to the database are counted.
    static Shop openCounting(StatementCount count) {
        return stocked(House.openCounting(count, FINISH, SETTINGS));
    }

    /// A shop on somebody's own PostgreSQL.
    static Shop openOn(PGSimpleDataSource database) {
        return stocked(House.open(FINISH, database, context -> {}, SETTINGS));
    }

    private static Shop stocked(House house) {
        var shop = new Shop(house);
        shop.publish("GB", "GBP", 499, 4900);
        shop.publish("US", "USD", 799, 7900);
        shop.publish("EU", "EUR", 599, 5900);
        return shop;
    }

    House house() {
        return house;
    }

    Visit visit() {
        return new Visit(house);
    }

    /// Fills in the offer's form and answers with the till's path.
    static String join(Visit visit, HttpResponse<String> offer, String email, String term) {
        return Visit.target(
                visit.post(
                        "/subscribe",
                        "offer",
                        Visit.field(offer, "offer"),
                        "return",
                        Visit.field(offer, "return"),
                        "month",
                        Visit.field(offer, "month"),
                        "year",
                        Visit.field(offer, "year"),
                        "email",
                        email,
                        "term",
                        term));
    }

    static String join(Visit visit, String email) {
        return join(visit, visit.get("/subscribe"), email, "month");
    }

    /// Accepts the payment and answers the bank's question; the answer is the last one.
    static HttpResponse<String> pay(Visit visit, String till) {
        var accepted = visit.post(till, "answer", "accept");
        return accepted.statusCode() == 303
                ? visit.post(Visit.target(accepted), "answer", "yes")
                : accepted;
    }

    static HttpResponse<String> decline(Visit visit, String till) {
        return visit.post(till, "answer", "decline");
    }

    long charges(String email) {
        return number(CHARGES, email);
    }

    /// The one number that answers a question with a parameter `:it`.
    long number(String question, String it) {
        return house.ask(JdbcClient.class).sql(question).param("it", it).query(Long.class).single();
    }

    /// The words of the newest mail to somebody with such a subject. Mails leave after the answer,
    /// so this waits a while.
    String mail(String recipient, String subject) {
        var mails = house.ask(CaughtMails.class);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var found =
                    mails.latest(50).stream()
                            .filter(mail -> mail.to().equals(recipient))
                            .filter(mail -> mail.subject().contains(subject))
                            .findFirst()
                            .flatMap(mail -> mails.find(mail.id()));
            if (found.isPresent()) {
                return found.get().text();
            }
        }
        return fail("no mail to %s with “%s”".formatted(recipient, subject));
    }

    private void publish(String market, String currency, long month, long year) {
        var prices =
                new PriceList(
                        house.ask(Markets.class).ofCode(market).orElseThrow(),
                        Money.of(currency, 100),
                        Money.of(currency, month),
                        Money.of(currency, year),
                        FINISH);
        house.ask(Catalog.class).publish(prices, "demo");
    }

    @Override
    public void close() {
        house.close();
    }
}
