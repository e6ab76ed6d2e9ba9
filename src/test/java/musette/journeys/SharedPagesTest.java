package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import musette.staff.Staff;
import musette.stories.Publication;
import musette.stories.Stories;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every page owes browsers, crawlers and slow networks.
class SharedPagesTest {
    private static House house;

    @BeforeAll
    static void open() {
        house =
                House.open(
                        Instant.parse("2023-04-01T15:00:00Z"),
                        "musette.ops.demo=true",
                        "musette.site.contact=desk@estella.example");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/feed.xml",
                "/races",
                "/races/gran-premio-miguel-indurain",
                "/authors/maite-olabarria",
                "/about"
            })
    void a_page_that_has_not_changed_is_not_sent_again(String path) throws Exception {
        for (var coding : new String[] {"identity", "gzip"}) {
            var first = ask(path, "Accept-Encoding", coding);
            var tag = first.headers().firstValue("ETag").orElseThrow();

            var again = ask(path, "Accept-Encoding", coding, "If-None-Match", tag);

            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(ask(path, "If-None-Match", "W/\"other\"").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/races", "/subscribe", "/letters", "/feed.xml", "css", "js"})
    void what_goes_out_as_text_is_compressed(String asked) throws Exception {
        var path =
                switch (asked) {
                    case "css" -> "/static/musette.css";
                    case "js" -> "/static/desk.js";
                    default -> asked;
                };
        var plain = ask(path);

        var small = ask(path, "Accept-Encoding", "gzip");

        assertThat(small.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(small.headers().allValues("Vary").toString()).contains("Accept-Encoding");
        assertThat(small.body().length).isLessThan(plain.body().length / 2);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
            assertThat(unpacked.readAllBytes().length).isCloseTo(plain.body().length, within50());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/races", "/subscribe", "/letters", "/sign-in", "/about"})
    void every_page_describes_itself_and_leads_to_the_small_print(String path) {
        assertThat(house.get(path).body())
                .containsPattern("<meta name=\"description\" content=\"[^\"]{10,}\">")
                .contains("rel=\"icon\"")
                .contains("href=\"/letters\"", "href=\"/feed.xml\"", "href=\"/about\"")
                .contains("href=\"/privacy\"", "href=\"/accessibility\"");
    }

    @Test
    void where_a_page_is_missing_or_gone_there_is_something_to_read() {
        var latest = house.ask(Stories.class).latest(2);
        var gone = latest.getFirst();
        var owner = house.ask(Staff.class).owner().id();
        house.ask(Publication.class).withdraw(gone.id(), owner, "It was another race.");

        var statuses = Map.of("/never-there", 404, "/" + gone.slug(), 410);
        for (var path : statuses.keySet()) {
            var answer = house.get(path);
            assertThat(answer.statusCode()).isEqualTo(statuses.get(path));
            assertThat(answer.body())
                    .as(path)
                    .contains("href=\"/" + latest.getLast().slug() + "\"")
                    .doesNotContain("href=\"/" + gone.slug() + "\"");
        }
    }

    @Test
    void crawlers_and_browsers_find_what_they_ask_for_by_name() {
        assertThat(house.get("/robots.txt").body()).contains("User-agent: *", "Disallow: /desk");
        assertThat(house.get("/favicon.ico").headers().firstValue("Content-Type"))
                .hasValue("image/svg+xml");
        assertThat(house.get("/privacy").body()).contains("musette-meter", "desk@estella.example");
        assertThat(house.get("/accessibility").body()).contains("WCAG 2.2");
    }

    /// Form tokens are masked anew in each answer; nothing else differs.
    private static Offset<Integer> within50() {
        return Offset.offset(50);
    }

    private static HttpResponse<byte[]> ask(String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(house.address(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
