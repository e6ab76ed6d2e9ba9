package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import musette.wire.DemoFiles;
import musette.wire.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A race for everybody, with more riders than a page can show.
class LongResultTest {
    private static final int RIDERS = 2_400;
    private static final String TURN_TAKEN =
            """
            SELECT pg_advisory_xact_lock(7201)
            """;
    private static final String PAGE = "/races/everybody-s-ride/2023";

    private static House house;
    private static Newsroom newsroom;
    private static Visit editor;
    private static String arrival;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-06-04T15:00:00Z"));
        newsroom = new Newsroom(house);
        editor = newsroom.signedIn("Nerea Díaz");
        newsroom.putIn(editor, DemoFiles.result());
        var file = file("Everybody's Ride") + "x,1,Torn,Line,,\n".repeat(103);
        arrival = Visit.location(editor.post("/desk/results", "pasted", file));
        editor.post(arrival + "/application");
        newsroom.awaitQuiet();
    }

    private static String file(String race) {
        var rows =
                IntStream.rangeClosed(1, RIDERS)
                        .mapToObj(n ->
                                "%d,%d,Rider%d,Éva,Club %d,\n".formatted(n, 9000 + n, n, n % 7))
                        .collect(Collectors.joining());
        return "# race: %s\n# date: 2023-06-04\n# standing: official\n".formatted(race)
                + "place,bib,family,given,team,gap\n"
                + rows;
    }

    @AfterAll
    static void close() {
        house.close();
    }

    /// A file waits with all its rows read while another has its turn.
    @Test
    void who_waits_for_a_long_file_is_told_how_far_it_is() {
        var another = newsroom.signedIn("Jon Ibarra");
        var waiting = Visit.location(editor.post("/desk/results", "pasted", file("Their Ride")));

        var answer =
                house.ask(TransactionTemplate.class)
                        .execute(status -> {
                            house.ask(JdbcClient.class).sql(TURN_TAKEN).query().singleRow();
                            var look = CompletableFuture.supplyAsync(() -> editor.get(waiting));
                            await().untilAsserted(() ->
                                    assertThat(progress(editor)).startsWith("2,000 rows read"));
                            assertThat(progress(another)).isEmpty();
                            return look;
                        })
                        .join();

        assertThat(answer.body()).contains("2,400 rows understood");
        assertThat(progress(editor)).isEmpty();
    }

    private static String progress(Visit visit) {
        return visit.get("/desk/results/progress").body();
    }

    @Test
    void its_page_shows_a_thousand_rows_and_the_way_to_the_others() {
        var top = house.get(PAGE).body();
        assertThat(top)
                .contains(
                        "SportsEvent", "Rows 1 to 1,000 of 2,400", "Éva Rider1<", "Éva Rider1000<")
                .contains("href=\"" + PAGE + "?from=1001\" rel=\"next\"")
                .doesNotContain("Rider1001<", "rel=\"prev\"");

        var middle = house.get(PAGE + "?from=1001").body();
        assertThat(middle)
                .contains("Rows 1,001 to 2,000 of 2,400", "Rider1001<", "Rider2000<")
                .doesNotContain("SportsEvent") // Its first are those of the whole result.
                .contains("href=\"" + PAGE + "\" rel=\"prev\"", "?from=2001\" rel=\"next\"");

        var last = house.get(PAGE + "?from=2001").body();
        assertThat(last)
                .contains("Rows 2,001 to 2,400 of 2,400", "Rider2400<", "?from=1001\" rel=\"prev\"")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void a_rider_is_found_in_all_of_it_by_name_or_number() {
        assertThat(house.get(PAGE + "?name=eva+rider1777").body())
                .contains("1 of 2,400", "Éva Rider1777<", "value=\"eva rider1777\"")
                .doesNotContain("Rider1778<");
        assertThat(house.get(PAGE + "?name=11399").body()).contains("1 of 2,400", "Éva Rider2399<");
        assertThat(house.get(PAGE + "?name=rider").body())
                .contains("The first 200 of that name", "Rider200<")
                .doesNotContain("Rider201<");
        assertThat(house.get(PAGE + "?name=%25%25").body())
                .contains("Nobody of 2,400 is called so.")
                .doesNotContain("Rider1<");
        assertThat(house.get(PAGE + "?name=%00rider1777").body()).contains("is not text");
        assertThat(house.get(PAGE + "?name=%3Cb%3E").body())
                .contains("&lt;b>")
                .doesNotContain("<b>");
    }

    @Test
    void what_is_not_there_is_said_so() {
        assertThat(house.get(PAGE + "?from=2401").statusCode()).isEqualTo(404);
        assertThat(house.get(PAGE + "?from=2401").body()).contains("The result has no such rows.");
        assertThat(house.get(PAGE + "?from=0").statusCode()).isEqualTo(404);
        assertThat(house.get(PAGE + "?from=many").statusCode()).isEqualTo(400);
        assertThat(house.get(PAGE + "?name=" + "a".repeat(101)).statusCode()).isEqualTo(404);
    }

    @Test
    void a_race_of_the_usual_size_is_shown_whole() {
        assertThat(house.get("/races/gran-premio-miguel-indurain/2023").body())
                .contains("Ion Izagirre")
                .doesNotContain("Name or number", "Rows 1 to");
    }

    /// Files of more than ten thousand rows are written one at a time, and in the plain forms.
    @Test
    void a_very_long_one_is_taken_along_as_csv_and_json() {
        var rows =
                IntStream.rangeClosed(1, 10_001)
                        .mapToObj(n -> "%d,Long%d,Éva".formatted(n, n))
                        .collect(Collectors.joining("\n"));
        var file = "# race: Longest Ride\n# date: 2023-06-04\nplace,family,given\n" + rows;
        receive(file);

        var page = "/races/longest-ride/2023";
        assertThat(house.get(page).body())
                .contains("Rows 1 to 1,000 of 10,001", "/result.csv", "/result.json\"")
                .doesNotContain("/result.xml", "/result.jsonld");
        assertThat(house.get(page + "/result.csv").body()).contains("Long10001");
        assertThat(house.get(page + "/result.json").body()).contains("Long10001");
        assertThat(house.get(page + "/result.xml").statusCode()).isEqualTo(404);
        assertThat(house.get(page + "/result.jsonld").body())
                .contains("can be taken along as CSV or JSON");
        assertThat(house.get(PAGE).body()).contains("/result.xml", "/result.jsonld");
    }

    /// Who takes a long file along gets the one that was made for somebody before.
    @Test
    void a_new_version_is_what_is_taken_along() {
        var rows =
                IntStream.rangeClosed(1, 1_500)
                        .mapToObj(n -> "%d,Soon%d,Éva,Club".formatted(n, n))
                        .collect(Collectors.joining("\n"));
        var file = "# race: Long Ride\n# date: 2023-06-04\nplace,family,given,team\n" + rows;
        var taken = "/races/long-ride/2023/result.csv";
        receive(file);
        var first = house.get(taken);
        assertThat(first.body()).contains("Soon1500");
        assertThat(house.get(taken).headers().map().get("etag"))
                .isEqualTo(first.headers().map().get("etag"));

        var corrected = file.replace("Soon1500", "Late1500");
        receive(corrected);

        assertThat(house.get(taken).body()).contains("Late1500").doesNotContain("Soon1500");
        assertThat(house.get("/races/long-ride/2023/result.xml").body()).contains("Late1500");

        receive(corrected.replace(",Club", ",Velo"));
        assertThat(house.get("/races/long-ride/2023/history").body())
                .contains("Version 3", "Éva Soon50<", "and 1,450 more")
                .doesNotContain("Éva Soon51<");
    }

    private static void receive(String file) {
        house.ask(Wire.class)
                .receive(
                        "long.csv",
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        "test");
    }

    @Test
    void whoever_shows_some_of_it_says_how_many_there_are() {
        assertThat(house.get(PAGE + "/embed").body())
                .contains("The whole result on Musette", "Rider10 <")
                .doesNotContain("Rider11 <");
        assertThat(house.get(PAGE + "/history").body())
                .contains("These are the first 1,000; the CSV file has them all.");
        assertThat(house.get(PAGE + "/result.csv").body().lines().filter(it -> it.contains("Éva")))
                .hasSize(RIDERS);
        assertThat(editor.get(arrival).body())
                .contains("2,400 rows understood", "and 2,200 more")
                .contains("Set aside: 103", "and 3 more");
    }
}
