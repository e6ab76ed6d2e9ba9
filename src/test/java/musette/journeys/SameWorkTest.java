package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whether an address is known must not be told by how long an answer takes. Time can't be held by
/// a test; the work that takes the time can.
class SameWorkTest {
    private static StatementCount count;
    private static Shop shop;

    @BeforeAll
    static void open() {
        count = new StatementCount();
        shop = Shop.openCounting(count);
        var member = shop.visit();
        Shop.pay(member, Shop.join(member, "member@example.org"));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void the_till_asks_the_database_as_often_whoever_is_typed() {
        work("the.first@example.org"); // Fills what all that follow share.
        var known = work("member@example.org");

        assertThat(known).isEqualTo(work("nobody@example.org"));
        System.out.println("statements whoever is typed: " + known);
    }

    /// Statements per act of one stranger who types that address everywhere.
    private static Map<String, Integer> work(String email) {
        var work = new TreeMap<String, Integer>();
        var stranger = shop.visit();
        stranger.token();
        var offer = stranger.get("/subscribe");
        count.since();
        var till = Shop.join(stranger, offer, email, "month");
        work.put("join", count.since());
        stranger.get(till);
        work.put("look at the till", count.since());
        Shop.decline(stranger, till);
        work.put("decline", count.since());
        stranger.post(till, "answer", "accept");
        work.put("accept", count.since());
        return work;
    }
}
