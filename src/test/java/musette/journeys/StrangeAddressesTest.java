package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrangeAddressesTest {
    private static House house;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%2fetc%2fpasswd",
                "/a%2f..%2fb",
                "/a%5cb",
                "/a;b=c",
                "//desk",
                "/%2e%2e/desk",
                "/a%00b",
                "/desk%3bx"
            })
    void a_strange_spelling_is_turned_away_at_the_gate(String path) {
        assertThat(house.get(path).statusCode()).isBetween(400, 404);
    }

    @Test
    void an_unknown_address_answers_with_a_sentence() {
        var answer = house.get("/no-such-story");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing at this address.");
    }

    @Test
    void every_answer_carries_the_safe_headers() {
        var headers = house.get("/no-such-story").headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(csp ->
                        assertThat(csp)
                                .contains("default-src 'none'; script-src 'self'")
                                .doesNotContain("unsafe-inline", "http"));
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void a_form_from_another_site_changes_nothing() {
        var request =
                HttpRequest.newBuilder(URI.create(house.address("/no-such-form")))
                        .header("Origin", "https://elsewhere.example")
                        .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                        .build();

        assertThat(house.send(request).statusCode()).isEqualTo(403);
    }

    @Test
    void the_house_says_that_it_is_well() {
        assertThat(house.get("/health").body()).contains("UP");
        assertThat(house.get("/health/readiness").statusCode()).isEqualTo(200);
    }
}
