package musette.journeys;

import static musette.journeys.Shop.join;
import static musette.journeys.Shop.pay;
import static musette.journeys.Visit.field;
import static musette.journeys.Visit.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoiningFormsTest {
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
    @ValueSource(
            strings = {
                "term=month&offer=OFFER",
                "term=month&offer=OFFER&email=",
                "term=month&offer=OFFER&email=nobody",
                "term=month&offer=OFFER&email=a@example.org&email=b@example.org",
                "term=month&offer=OFFER&email=LONG@example.org",
                "term=week&offer=OFFER&email=bad@example.org",
                "term=month&term=year&offer=OFFER&email=bad@example.org",
                "offer=OFFER&email=bad@example.org",
                "term=month&email=bad@example.org",
                "term=month&offer=one&email=bad@example.org",
                "term=month&offer=-1&email=bad@example.org",
                "term=month&offer=999999&email=bad@example.org",
                "term=month&offer=99999999999999999999&email=bad@example.org"
            })
    void a_form_that_is_not_ours_is_answered_with_a_sentence_and_changes_nothing(String form) {
        var visit = shop.visit();
        var offer = field(visit.get("/subscribe"), "offer");
        var before = shop.number("SELECT count(*) FROM checkout_intent WHERE :it = ''", "");

        var answer =
                visit.post(
                        "/subscribe",
                        pairs(form.replace("OFFER", offer).replace("LONG", "l".repeat(300))));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<h1>").doesNotContain("Exception");
        assertThat(shop.number("SELECT count(*) FROM checkout_intent WHERE :it = ''", ""))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "answer=",
                "answer=perhaps",
                "answer=yes&answer=yes",
                "answer=yesyesyesyesyesyesyesyesyes",
                "answer=<script>"
            })
    void a_till_that_is_answered_with_something_else_charges_nothing(String form) {
        var visit = shop.visit();
        var till = join(visit, "mistake@example.org");

        for (var page : List.of(till, till + "/bank")) {
            var answer = visit.post(page, pairs(form));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("<script>");
        }
        assertThat(
                        shop.number(
                                "SELECT count(*) FROM till_payment WHERE intent = :it::uuid",
                                till.substring("/till/".length())))
                .isZero();
    }

    @Test
    void an_address_that_is_no_till_is_answered_with_a_sentence() {
        var visit = shop.visit();

        assertThat(visit.get("/till/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(visit.get("/till/42").statusCode()).isEqualTo(400);
        assertThat(visit.get("/sign-in/no-such-link").statusCode()).isEqualTo(410);
        assertThat(visit.get("/sign-in/" + "x".repeat(1_000)).statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "/.%0d%0aSet-Cookie:a=b",
                "/../desk",
                "javascript:alert(1)"
            })
    void nobody_is_sent_elsewhere_after_joining(String path) {
        var visit = shop.visit();
        var offer = field(visit.get("/subscribe"), "offer");
        var till =
                target(
                        visit.post(
                                "/subscribe",
                                "offer",
                                offer,
                                "term",
                                "month",
                                "email",
                                "way" + Integer.toHexString(path.hashCode()) + "@example.org",
                                "return",
                                path));

        assertThat(visit.get(target(pay(visit, till))).body())
                .contains("class=\"button\" href=\"/account\"");
    }

    private static String[] pairs(String form) {
        return form.isEmpty() ? new String[0] : form.split("[&=]", -1);
    }
}
