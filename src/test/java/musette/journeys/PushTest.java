package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import musette.push.Senders;
import musette.staff.StaffLinks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Results that programs send, over HTTP as they would.
class PushTest {
    private static final String HEADER = "place,bib,family,given,team,time,gap,status\n";
    private static final Pattern TOKEN = Pattern.compile("<code>(musette_[\\w-]{43})</code>");

    private static House house;
    private static HttpClient http;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void close() {
        http.close();
        house.close();
    }

    @Test
    void the_owner_makes_a_token_that_is_shown_once_and_ends_it() {
        var owner = new Visit(house);
        owner.post(house.ask(StaffLinks.class).ownerPath());
        assertThat(owner.get("/desk/results").body()).contains("/desk/results/senders");
        var made = owner.post("/desk/results/senders", "name", "Chip & Co", "live", "true");
        var token = TOKEN.matcher(made.body());
        assertThat(token.find()).isTrue();
        assertThat(made.body()).contains("shown this once", "counts at once", "every race");
        assertThat(owner.get("/desk/results/senders").body()).doesNotContain(token.group(1));
        assertThat(owner.post("/desk/results/senders", "name", "chip & co").body())
                .contains("There is a sender 'chip &amp; co' already.");

        assertThat(push("files", token.group(1), file("Tour of One", 3)).statusCode())
                .isEqualTo(201);
        assertThat(owner.get("/desk/results/senders").body()).contains("last sent");
        assertThat(owner.post(ending(made.body(), "Chip &amp; Co")).statusCode()).isEqualTo(303);
        var refused = push("files", token.group(1), file("Tour of One", 4));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(json(refused).path("title").asString()).contains("needs a sender's token");
    }

    @Test
    void a_file_waits_for_a_look_unless_its_sender_is_trusted() {
        var waiting = push("files", token("", false), file("Tour of Two", 5));
        assertThat(waiting.statusCode()).isEqualTo(202);
        assertThat(json(waiting).path("state").asString()).isEqualTo("waiting");
        assertThat(json(waiting).path("rows").asInt()).isEqualTo(5);
        assertThat(page("tour-of-two").statusCode()).isEqualTo(404);

        var applied = push("files", token("", true), file("Tour of Two", 5));
        assertThat(applied.statusCode()).isEqualTo(201);
        assertThat(page("tour-of-two").body()).contains("Rider 5");
        assertThat(json(push("files", token("", true), file("Tour of Two", 5))).path("state"))
                .hasToString("\"repeat\"");
    }

    @Test
    void rows_that_make_no_sense_are_told_with_their_reason_and_what_is_no_file_in_a_sentence() {
        var token = token("", true);
        var applied = push("files", token, file("Tour of Three", 2) + "third,3,C,C,,,,\n");
        assertThat(json(applied).path("set_aside").path(0).path("reason").asString())
                .isEqualTo("The place 'third' is not a number.");
        var declined = push("files", token, "# race: A\n# year: 2023\nnothing at all");
        assertThat(declined.statusCode()).isEqualTo(422);
        assertThat(declined.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(json(declined).path("title").asString()).contains("header");
        var form = send("files", token, "application/x-www-form-urlencoded", "a=b", null);
        assertThat(form.statusCode()).isEqualTo(400);
        assertThat(json(form).path("title").asString()).contains("not a form");
    }

    @Test
    void a_token_for_one_race_is_good_for_no_other() {
        var token = token("Tour of Four", true);
        assertThat(push("files", token, file("Tour of Four", 2)).statusCode()).isEqualTo(201);
        for (var way : List.of("files", "rows")) {
            var other = push(way, token, file("Tour of Elsewhere", 2));
            assertThat(other.statusCode()).isEqualTo(403);
            assertThat(json(other).path("title").asString())
                    .contains("for the race tour-of-four", "of tour-of-elsewhere");
        }
        assertThat(page("tour-of-elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void a_request_that_is_sent_again_gets_its_first_answer_also_eight_at_once()
            throws InterruptedException, ExecutionException {
        var token = token("", true);
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var senders = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                answers.add(
                        senders.submit(() -> keyed(token, "finish-1", file("Tour of Five", 30))));
            }
        }
        var first = answers.getFirst().get().body();
        for (var answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(201);
            assertThat(answer.get().body()).isEqualTo(first);
        }
        var other = keyed(token, "finish-1", file("Tour of Five", 31));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("title").asString()).contains("came with another file");
        assertThat(keyed(token, "x".repeat(201), "").statusCode()).isEqualTo(400);
    }

    /// More than the house has connections.
    @Test
    void twelve_requests_at_once_under_keys_of_their_own_are_all_answered()
            throws InterruptedException, ExecutionException {
        var token = token("", false);
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var senders = Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < 12; i++) {
                var number = i;
                answers.add(
                        senders.submit(
                                () -> keyed(token, "key " + number, file("Tour of " + number, 9))));
            }
        }
        for (var answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(202);
        }
    }

    @Test
    void two_files_at_once_for_one_result_end_in_one_of_them_whole()
            throws InterruptedException, ExecutionException {
        var token = token("", true);
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var senders = Executors.newFixedThreadPool(2)) {
            for (int rows : List.of(40, 60)) {
                answers.add(senders.submit(() -> push("files", token, file("Tour of Six", rows))));
            }
        }
        for (var answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(201);
        }
        var shown = page("tour-of-six").body();
        assertThat(
                        Pattern.compile("role=\"cell\" class=\"place\"")
                                .matcher(shown)
                                .results()
                                .count())
                .isIn(40L, 60L);
    }

    @Test
    void rows_in_any_order_twice_and_from_two_senders_end_in_the_table_of_the_file()
            throws InterruptedException {
        var rows = new ArrayList<>(IntStream.rangeClosed(1, 60).mapToObj(PushTest::row).toList());
        rows.add(",61,Late,Rider,Team 1,,,DNF\n");
        var token = token("Tour of Seven", true);
        var other = token("", true);
        try (var senders = Executors.newFixedThreadPool(2)) {
            for (var sender : List.of(token, other)) {
                var shuffled = new ArrayList<>(rows);
                shuffled.addAll(rows);
                Collections.shuffle(shuffled, new Random(sender.hashCode()));
                senders.execute(() ->
                        shuffled.forEach(row ->
                                assertThat(
                                                push("rows", sender, head("Tour of Seven") + row)
                                                        .statusCode())
                                        .isEqualTo(202)));
            }
            senders.shutdown();
            assertThat(senders.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        await(() -> page("tour-of-seven").body().contains("Late"));
        await(() ->
                json(push("files", other, head("Tour of Seven") + String.join("", rows)))
                        .path("state")
                        .asString()
                        .equals("repeat"));
        var arrivals =
                house.ask(JdbcClient.class)
                        .sql(ARRIVALS_OF_ROWS)
                        .param("race", "tour-of-seven")
                        .query(Integer.class)
                        .single();
        assertThat(arrivals).isEqualTo(1);
    }

    private static final String ARRIVALS_OF_ROWS =
            """
            SELECT count(DISTINCT wire_arrival.id)
            FROM wire_arrival
            JOIN result ON result.id = result_id
            JOIN edition ON edition.id = edition_id
            JOIN race ON race.id = race_id
            WHERE slug = :race AND file LIKE 'rows%'
            """;

    @Test
    void a_row_sent_anew_replaces_the_one_before_and_an_older_version_does_not() {
        var token = token("", true);
        var head = head("Tour of Eight");
        push("rows", token, head + row(1) + row(2));
        await(() -> page("tour-of-eight").body().contains("+0:02"));
        var newer =
                head.replace(HEADER, "# version: 2\n" + HEADER) + row(2).replace("+0:02", "+0:09");
        assertThat(json(push("rows", token, newer)).path("changed").asInt()).isEqualTo(1);
        await(() -> page("tour-of-eight").body().contains("+0:09"));
        assertThat(json(push("rows", token, head + row(2))).path("changed").asInt()).isZero();
        assertThat(json(push("rows", token, newer)).path("changed").asInt()).isZero();
    }

    @Test
    void same_time_waits_for_the_row_that_it_leans_on() {
        var token = token("", true);
        var head = head("Tour of Nine");
        push("rows", token, head + row(1) + "3,3,Rider 3,C,Team 1,,s.t.,\n");
        await(() -> page("tour-of-nine").body().contains("Rider 3"));
        assertThat(page("tour-of-nine").body()).doesNotContain("same time");
        push("rows", token, head + row(2));
        await(() -> page("tour-of-nine").body().contains("same time"));
    }

    @Test
    void rows_need_a_trusted_sender_their_columns_and_their_race() {
        var unsure = push("rows", token("", false), file("Tour of Ten", 2));
        assertThat(unsure.statusCode()).isEqualTo(403);
        assertThat(json(unsure).path("title").asString()).contains("Send the whole file.");
        var token = token("", true);
        var bare =
                push(
                        "rows",
                        token,
                        "# race: Tour of Ten\n"
                                + "# year: 2023\n"
                                + "1;DOE Ann;Aurora;1:00:00\n2;ROE Bea;Aurora;+0:02\n");
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(json(bare).path("title").asString()).contains("nothing is guessed");
        assertThat(push("rows", token, HEADER + row(1)).statusCode()).isEqualTo(422);
        var half = json(push("rows", token, file("Tour of Ten", 1) + "no,2,B,B,,,,\n"));
        assertThat(half.path("rows").asInt()).isEqualTo(1);
        assertThat(half.path("set_aside").size()).isEqualTo(1);
    }

    @Test
    void what_was_taken_back_at_the_desk_or_is_official_is_not_run_over_by_rows() {
        var token = token("", true);
        push("rows", token, file("Tour of Eleven", 3));
        await(() -> page("tour-of-eleven").statusCode() == 200);
        var editor = new Visit(house);
        editor.post(house.ask(StaffLinks.class).ownerPath());
        var arrival =
                Pattern.compile("/desk/results/([0-9]+)\">rows from")
                        .matcher(editor.get("/desk/results").body().replace("\n", ""));
        assertThat(arrival.find()).isTrue();
        editor.post("/desk/results/" + arrival.group(1) + "/undo");
        push("rows", token, head("Tour of Eleven") + row(4));
        await(() -> push("rows", token, head("Tour of Eleven") + row(5)).statusCode() == 409);
        assertThat(
                        json(push("rows", token, head("Tour of Eleven") + row(5)))
                                .path("title")
                                .asString())
                .contains("taken this result back at the desk");

        push(
                "files",
                token,
                file("Tour of Twelve", 3).replace("# year", "# standing: official\n# year"));
        push("rows", token, head("Tour of Twelve") + row(1));
        await(() -> push("rows", token, head("Tour of Twelve") + row(2)).statusCode() == 409);
        assertThat(page("tour-of-twelve").body()).contains("Rider 3");
    }

    @Test
    void head_lines_that_were_wrong_are_put_right_by_the_next_request_and_no_row_is_lost() {
        push("files", token("", true), "# gender: men\n" + file("Tour of Thirteen", 1));
        var token = token("", true);
        push("rows", token, "# gender: women\n" + head("Tour of Thirteen") + row(2));
        await(() ->
                push("rows", token, "# gender: women\n" + head("Tour of Thirteen") + row(3))
                                .statusCode()
                        == 409);
        push("rows", token, "# gender: men\n" + head("Tour of Thirteen") + row(1));
        await(() -> page("tour-of-thirteen").body().contains("Rider 3"));

        var rows = row(1) + row(2) + row(3);
        push("rows", token, "# standing: official\n" + head("Tour of Thirteen") + rows);
        await(() -> page("tour-of-thirteen").body().contains(">Result · "));
    }

    private static String head(String race) {
        return "# race: %s\n# year: 2023\n%s".formatted(race, HEADER);
    }

    private static String file(String race, int rows) {
        return head(race)
                + String.join("", IntStream.rangeClosed(1, rows).mapToObj(PushTest::row).toList());
    }

    private static String row(int place) {
        return "%d,%d,Rider %d,Given,Team %d,%s,%s,\n"
                .formatted(
                        place,
                        place,
                        place,
                        place % 7,
                        place == 1 ? "4:00:00" : "",
                        place == 1 ? "" : "+%d:%02d".formatted(place / 60, place % 60));
    }

    private static String token(String race, boolean live) {
        var made =
                house.ask(Senders.class)
                        .make("Timing " + System.nanoTime(), race, live, "the owner");
        return ((Senders.Made) made).token();
    }

    private static String ending(String page, String name) {
        var end =
                Pattern.compile("(?s).*action=\"([^\"]+/end)\".*?<b>%s</b>".formatted(name))
                        .matcher(page);
        assertThat(end.lookingAt()).isTrue();
        return end.group(1);
    }

    private static HttpResponse<String> page(String slug) {
        return new Visit(house).get("/races/" + slug + "/2023");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> push(String what, String token, String body) {
        return send(what, token, "text/csv", body, null);
    }

    private static HttpResponse<String> keyed(String token, String key, String body) {
        return send("files", token, "text/csv", body, key);
    }

    /// As a program sends it: no cookie, and nothing that only browsers say.
    private static HttpResponse<String> send(
            String what, String token, String type, String body, String key) {
        var request =
                HttpRequest.newBuilder(URI.create(house.address("/push/" + what)))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier there) {
        for (int i = 0; i < 200 && !there.getAsBoolean(); i++) {
            LockSupport.parkNanos(100_000_000);
        }
        assertThat(there.getAsBoolean()).isTrue();
    }
}
