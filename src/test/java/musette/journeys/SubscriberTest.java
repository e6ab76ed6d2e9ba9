package musette.journeys;

import static musette.journeys.Shop.decline;
import static musette.journeys.Shop.join;
import static musette.journeys.Shop.pay;
import static musette.journeys.Visit.field;
import static musette.journeys.Visit.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import musette.letters.Newsletter;
import musette.letters.Newsletters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriberTest {
    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'en-GB,en;q=0.9', £1, £4.99 a month, £49, izagirre@example.org",
        "'en-US,en;q=0.5', $1, $7.99 a month, $79, quinn@example.org",
        "'es-ES,es;q=0.8', €1, €5.99 a month, €59, aranburu@example.org"
    })
    void a_reader_of_each_market_sees_the_terms_recovers_from_a_decline_joins_and_cancels(
            String language, String intro, String month, String year, String email) {
        var visit = new Visit(shop.house(), language);
        var offer = visit.get("/subscribe?return=/gran-premio-miguel-indurain");
        assertThat(offer.body())
                .contains("You pay " + intro + " today and read everything for your first month.")
                .contains("which is " + month + " today", "Nothing renews by itself")
                .contains("You pay " + year + " today and read everything for one year.");

        var till = join(visit, offer, email, "month");
        assertThat(visit.get(till).body()).contains("no money moves", "Pay " + intro);
        assertThat(target(decline(visit, till))).isEqualTo(till);
        assertThat(visit.get(till).body()).contains("was declined. Nothing was charged.");
        shop.house().clock().advance(Duration.ofSeconds(1));
        visit.post(till + "/bank", "answer", "no");
        assertThat(visit.get(till).body()).contains("Your bank didn't confirm it");
        assertThat(shop.number("SELECT count(*) FROM reader WHERE email = :it", email)).isZero();

        var paid = pay(visit, till);
        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(visit.get(target(paid)).body())
                .contains("Thank you for joining", "href=\"/gran-premio-miguel-indurain\"");
        var account = visit.get("/account");
        assertThat(account.body())
                .contains("Nothing renews by itself")
                .doesNotContain("until you cancel")
                .contains(email, "1 May 2023", month, ">" + intro + "<");

        var farewell = visit.get("/account/cancellation");
        assertThat(farewell.body()).contains("You can read everything until 1 May 2023");
        var id = field(farewell, "subscription");
        assertThat(visit.post("/account/cancellation", "subscription", id).statusCode())
                .isEqualTo(303);
        assertThat(visit.get("/account").body()).contains("Cancelled on", "Resume subscription");
        visit.post("/account/resumption", "subscription", id);
        assertThat(visit.get("/account").body()).contains("To join again");
        assertThat(shop.mail(email, "You have joined"))
                .contains(intro, month, "1 May 2023", "Nothing renews by itself");
    }

    @Test
    void letters_stand_in_the_account_once_the_inbox_is_proven() {
        var reader = shop.visit();
        pay(reader, join(reader, "letters@example.org"));
        assertThat(reader.get("/account").body()).contains("once you have signed in with a link");

        reader.post("/sign-in", "email", "letters@example.org");
        var mail = shop.mail("letters@example.org", "Your link to sign in");
        var link = mail.substring(mail.indexOf("/sign-in/")).split("[\\s?]", 2)[0];
        reader.post(link);
        assertThat(reader.get("/account").body()).contains("You get none.");

        shop.house()
                .ask(Newsletters.class)
                .offer(new Newsletter("feed-zone", "Feed Zone", "What they ate, Mondays."), 1);
        reader.post("/letters/sign-up", "email", "letters@example.org", "list", "feed-zone");
        var asked = shop.mail("letters@example.org", "Please confirm");
        reader.post(asked.substring(asked.indexOf("/letters/confirm/")).split("\\s", 2)[0]);
        var account = reader.get("/account").body();
        assertThat(account).contains("Feed Zone", "/letters/leave/");
        reader.post(account.substring(account.indexOf("/letters/leave/")).split("\"", 2)[0]);
        assertThat(reader.get("/account").body()).contains("You get none.");
    }

    @Test
    void a_form_sent_twice_is_charged_once_and_leads_to_the_same_place() {
        var visit = shop.visit();
        var till = join(visit, visit.get("/subscribe"), "twice@example.org", "year");

        assertThat(target(pay(visit, till))).isEqualTo(till);
        assertThat(target(pay(visit, till))).isEqualTo(till);
        assertThat(shop.charges("twice@example.org")).isEqualTo(1);
        assertThat(visit.get(till).body()).contains("Everything is open to you now.");
    }

    @Test
    void the_readers_own_choice_of_market_goes_before_everything_and_is_remembered() {
        var visit = new Visit(shop.house(), "fr-FR");
        assertThat(visit.get("/subscribe").body()).contains("€1");
        assertThat(visit.get("/subscribe?market=US").body()).contains("$1").doesNotContain("€1");
        assertThat(visit.get("/subscribe").body()).contains("$1");
        assertThat(visit.get("/subscribe?market=XX").body()).contains("$1");
    }

    @ParameterizedTest
    @CsvSource({
        "'de,en-US;q=0.7,en;q=0.3', €1",
        "'it-IT,it;q=0.9,en-US;q=0.8', €1",
        "'nl', €1",
        "'pl,en;q=0.5', €1",
        "'es-419,es;q=0.9', €1",
        "'zh-Hant-TW,de-AT;q=0.4', €1",
        "'en;q=0.4,de;q=0.9', €1",
        "'en', $1",
        "'en-AU,en-GB;q=0.8', £1",
        "'*', £1",
        "'no list, of; languages==', £1",
        "'ja', £1"
    })
    void a_browser_s_languages_tell_the_currency(String languages, String price) {
        var offer = new Visit(shop.house(), languages).get("/subscribe").body();

        assertThat(offer).contains("Join for " + price).contains("Prices in ");
    }

    @Test
    void a_country_is_believed_from_the_configured_header_only() {
        var visit = new Visit(shop.house(), "fr");
        assertThat(visit.get("/subscribe", "X-Country", "US").body()).contains("$1");
        assertThat(visit.get("/subscribe", "X-Country", "NZ").body()).contains("€1");
        assertThat(visit.get("/subscribe", "CF-IPCountry", "US").body()).contains("€1");
    }

    @Test
    void an_address_that_has_an_account_is_not_signed_in_by_whoever_pays_for_it() {
        var owner = shop.visit();
        var till = join(owner, "owner@example.org");
        pay(owner, till);
        shop.house().clock().advance(Duration.ofDays(40));
        var friend = shop.visit();
        var second = join(friend, friend.get("/subscribe"), "Owner@example.org", "year");

        assertThat(target(pay(friend, second))).isEqualTo(second);
        assertThat(friend.get(second).body())
                .contains("belongs to the account of owner@example.org", "mailed it a link");
        assertThat(target(friend.get("/account"))).isEqualTo("/sign-in");
        assertThat(shop.mail("owner@example.org", "Your link to sign in")).contains("/sign-in/");
        shop.house().clock().advance(Duration.ofDays(-40));
    }

    @Test
    void the_till_tells_nobody_for_nothing_who_subscribes() {
        var owner = shop.visit();
        pay(owner, join(owner, owner.get("/subscribe"), "member@example.org", "year"));
        var stranger = shop.visit();
        var subscribed = join(stranger, "member@example.org");
        var unknown = join(stranger, "nobody@example.org");

        for (var said : List.of("", "accept", "decline", "4111 1111 1111 1111")) {
            var one = stranger.post(subscribed, "answer", said);
            var other = stranger.post(unknown, "answer", said);
            assertThat(one.statusCode()).isEqualTo(other.statusCode());
            assertThat(plain(one, subscribed, "member@example.org"))
                    .isEqualTo(plain(other, unknown, "nobody@example.org"));
            assertThat(plain(stranger.get(subscribed), subscribed, "member@example.org"))
                    .isEqualTo(plain(stranger.get(unknown), unknown, "nobody@example.org"));
        }
        var answer = stranger.get(target(pay(stranger, subscribed)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Nothing was charged", "mailed member@example.org");
        assertThat(shop.charges("member@example.org")).isEqualTo(1);
        assertThat(shop.mail("member@example.org", "Your link to sign in")).contains("/sign-in/");
    }

    @Test
    void whoever_comes_back_signed_in_sees_and_pays_the_full_price() {
        var visit = shop.visit();
        pay(visit, join(visit, "back@example.org"));
        shop.house().clock().advance(Duration.ofDays(29));
        visit.get("/account");
        shop.house().clock().advance(Duration.ofDays(11));

        var offer = visit.get("/subscribe");
        assertThat(offer.body()).contains("Join for £4.99").doesNotContain("Join for £1");
        var till = join(visit, offer, "", "month");
        assertThat(visit.get(till).body()).contains("Pay £4.99");
        assertThat(pay(visit, till).statusCode()).isEqualTo(303);
        assertThat(shop.charges("back@example.org")).isEqualTo(2);
        shop.house().clock().advance(Duration.ofDays(-40));
    }

    /// A page without what must differ: ids, tokens, the typed address.
    private static String plain(HttpResponse<String> page, String till, String email) {
        return page.body()
                .replace(till, "/till")
                .replace(email, "you")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "token");
    }

    @Test
    void signing_in_says_the_same_to_all_and_only_the_button_signs_in() {
        var joined = shop.visit();
        pay(joined, join(joined, joined.get("/subscribe"), "known@example.org", "year"));
        var visit = shop.visit();

        var known = visit.post("/sign-in", "email", "known@example.org", "return", "/races");
        var unknown = visit.post("/sign-in", "email", "unknown@example.org");
        assertThat(target(known)).isEqualTo(target(unknown)).isEqualTo("/sign-in/sent");
        assertThat(known.body()).isEqualTo(unknown.body());

        var link = link(shop.mail("known@example.org", "Your link to sign in"));
        assertThat(visit.get(link).body()).contains("One more press");
        assertThat(visit.get(link).body()).contains("One more press");
        assertThat(target(visit.get("/account"))).isEqualTo("/sign-in");
        var form = visit.get(link);
        var token = link.replaceFirst("\\?.*", "");
        var signedIn = visit.post(token, "return", field(form, "return"));
        assertThat(target(signedIn)).isEqualTo("/races");
        assertThat(visit.get("/account").body()).contains("known@example.org");
        assertThat(visit.post(token).statusCode()).isEqualTo(410);
        assertThat(
                        shop.number(
                                "SELECT count(*) FROM caught_mail WHERE recipient = :it",
                                "unknown@example.org"))
                .isZero();
        // The first proof ends the session of whoever had only typed the address.
        assertThat(target(joined.get("/account"))).isEqualTo("/sign-in");
    }

    @Test
    void a_session_outlives_the_browser_and_is_renewed_while_it_is_used() {
        var visit = shop.visit();
        pay(visit, join(visit, visit.get("/subscribe"), "stays@example.org", "year"));

        assertThat(sessionCookie(visit.get("/account"))).contains("Max-Age=2592000");
        assertThat(sessionCookie(visit.get("/account"))).isEmpty();
        shop.house().clock().advance(Duration.ofDays(1));
        assertThat(sessionCookie(visit.get("/account"))).contains("Max-Age=2592000");
        shop.house().clock().advance(Duration.ofDays(-1));
    }

    private static String sessionCookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("musette-session="))
                .findFirst()
                .orElse("");
    }

    @Test
    void signing_out_everywhere_ends_every_session() {
        var visit = shop.visit();
        var paid = join(visit, visit.get("/subscribe"), "out@example.org", "year");
        pay(visit, paid);
        var key = visit.cookie("musette-till");

        visit.post("/sign-in", "email", "out@example.org");
        var unused = link(shop.mail("out@example.org", "Your link to sign in"));

        var ended = visit.post("/account/sign-out-everywhere");

        assertThat(ended.headers().allValues("Set-Cookie"))
                .anyMatch(cookie ->
                        cookie.startsWith("musette-till=; ") && cookie.contains("Max-Age=0"))
                .anyMatch(cookie -> cookie.startsWith("musette-known=;"));
        assertThat(visit.get(unused).statusCode()).isEqualTo(410);
        visit.bringCookie("musette-till", key);
        assertThat(visit.get(paid).statusCode()).isEqualTo(404);
        assertThat(target(visit.get("/account"))).isEqualTo("/sign-in");
        assertThat(
                        shop.number(
                                "SELECT count(*) FROM spring_session WHERE principal_name = :it",
                                "reader/"
                                        + shop.number(
                                                "SELECT id FROM reader WHERE email = :it",
                                                "out@example.org")))
                .isZero();
    }

    @Test
    void cancelling_ten_times_at_once_is_one_answer() throws Exception {
        var visit = shop.visit();
        pay(visit, join(visit, visit.get("/subscribe"), "tenfold@example.org", "year"));
        var farewell = visit.get("/account/cancellation");
        var id = field(farewell, "subscription");
        var token = field(farewell, "_csrf");
        Callable<Integer> cancel =
                () ->
                        visit.post("/account/cancellation", "subscription", id, "_csrf", token)
                                .statusCode();

        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : all.invokeAll(Collections.nCopies(10, cancel))) {
                assertThat(answer.get()).isEqualTo(303);
            }
        }

        assertThat(
                        shop.number(
                                "SELECT count(*) FROM cancellation c JOIN subscription s ON s.id ="
                                        + " c.subscription JOIN reader r ON r.id = s.reader"
                                        + " WHERE r.email = :it",
                                "tenfold@example.org"))
                .isEqualTo(1);
    }

    @Test
    void a_stranger_neither_sees_a_till_nor_cancels_a_subscription() {
        var mine = shop.visit();
        var till = join(mine, "mine@example.org");
        var stranger = shop.visit();
        assertThat(stranger.get(till).statusCode()).isEqualTo(404);
        assertThat(pay(stranger, till).statusCode()).isEqualTo(404);
        pay(mine, till);
        var id = field(mine.get("/account/cancellation"), "subscription");
        assertThat(target(stranger.get("/account/cancellation"))).isEqualTo("/sign-in");
        assertThat(stranger.post("/account/cancellation", "subscription", id).statusCode())
                .isBetween(401, 403);

        pay(stranger, join(stranger, "else@example.org"));
        for (var form : new String[] {"/account/cancellation", "/account/resumption"}) {
            var answer = stranger.post(form, "subscription", id);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("Nothing was changed.");
        }
        assertThat(mine.get("/account").body()).contains("To join again");
    }

    @Test
    void no_page_of_ours_asks_for_a_card() {
        var visit = shop.visit();
        var till = join(visit, "card@example.org");

        for (var page : List.of(till, till + "/bank")) {
            assertThat(visit.get(page).body())
                    .contains("no money moves")
                    .doesNotContain("type=\"text\"", "cc-number", "Card number");
        }
    }

    @Test
    void a_subscriber_who_is_signed_in_is_told_before_paying() {
        var visit = shop.visit();
        var first = join(visit, "already@example.org");
        var second = join(visit, "already@example.org");
        pay(visit, first);

        assertThat(target(visit.get("/subscribe"))).isEqualTo("/account");
        assertThat(visit.get("/account").body()).contains("You have a subscription already.");
        assertThat(target(visit.get(second))).isEqualTo("/account");
        assertThat(visit.get("/account").body()).contains("Nothing was charged.");
        assertThat(shop.charges("already@example.org")).isEqualTo(1);
    }

    private static String link(String mail) {
        var link = Pattern.compile("http://[^/]+(/sign-in/\\S+)").matcher(mail);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
