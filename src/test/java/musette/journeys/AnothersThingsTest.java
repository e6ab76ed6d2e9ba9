package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What belongs to one reader, asked for by everybody else there can be. Every route that names a
/// thing says below whose things it names; one that doesn't fails.
class AnothersThingsTest {
    private static final String A_SUBSCRIBER = "mine@example.org";
    private static final Map<String, Predicate<String>> WHOSE =
            Map.of(
                    "one browser's", path -> path.startsWith("/till/{id}"),
                    "whoever holds the link", path -> path.contains("{token}"),
                    "everybody's",
                            path ->
                                    path.matches(
                                            "/(races|riders|teams|nations|authors|topics|calendar|pictures|share)/.*|/\\{slug}"),
                    "the newsroom's", path -> path.matches("/desk/.*\\{(id|name|slug)}.*"),
                    "the operator's", path -> path.startsWith("/ops/"));
    private static final List<String> NAMED_IN_THE_FORM =
            List.of("/account/cancellation", "/account/resumption");

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void every_route_that_names_a_thing_says_whose_things_it_names() {
        var unsaid =
                Route.all(shop.house()).stream()
                        .map(Route::path)
                        .filter(path -> path.contains("{"))
                        .filter(path ->
                                WHOSE.values().stream().filter(it -> it.test(path)).count() != 1);

        assertThat(unsaid).isEmpty();
    }

    @Test
    void nobody_reaches_what_is_anothers() {
        var mine = shop.visit();
        Shop.pay(mine, Shop.join(mine, A_SUBSCRIBER));
        var subscription = Visit.field(mine.get("/account/cancellation"), "subscription");
        var intent = shop.visit();
        var till = Shop.join(intent, "undecided@example.org").substring("/till/".length());
        var reached = new TreeSet<String>();
        var asked = 0;
        for (var visitor : Visitor.all(shop.house())) {
            for (var route : Route.all(shop.house())) {
                if (isOnes(route)) {
                    asked++;
                    var status = ask(visitor.visit(), route, till, subscription);
                    if (status < 400 || status >= 500) {
                        reached.add(visitor.name() + ", " + route.line() + ": " + status);
                    }
                }
            }
        }
        System.out.printf("another's things: %d requests%n", asked);
        assertThat(reached).isEmpty();
        assertThat(intent.get("/till/" + till).body()).contains("Accept the payment");
        assertThat(shop.charges("undecided@example.org")).isZero();
        assertThat(shop.number(CANCELLATIONS, A_SUBSCRIBER)).isZero();
    }

    private static boolean isOnes(Route route) {
        return route.path().startsWith("/till/")
                || (route.method().equals("POST") && NAMED_IN_THE_FORM.contains(route.path()));
    }

    private static int ask(Visit visit, Route route, String till, String subscription) {
        var path = route.path().replace("{id}", till);
        if (route.method().equals("GET")) {
            return visit.get(path).statusCode();
        }
        var yes = path.endsWith("/bank") ? "yes" : "accept";
        return visit.post(path, "answer", yes, "subscription", subscription).statusCode();
    }

    private static final String CANCELLATIONS =
            """
            SELECT count(*)
            FROM cancellation c
            JOIN subscription s ON s.id = c.subscription
            JOIN reader r ON r.id = s.reader
            WHERE r.email = :it
            """;
}
