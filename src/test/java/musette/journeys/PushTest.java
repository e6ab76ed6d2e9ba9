package musette.journeys;

import static musette.journeys.Timing.await;
import static musette.journeys.Timing.file;
import static musette.journeys.Timing.head;
import static musette.journeys.Timing.json;
import static musette.journeys.Timing.row;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import musette.staff.StaffLinks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Results that programs send, over HTTP as they would.
class PushTest {
    private static final Pattern TOKEN = Pattern.compile("<code>(musette_[\\w-]{43})</code>");

    private static House house;
    private static Timing timing;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
        timing = new Timing(house);
    }

    @AfterAll
    static void close() {
        timing.close();
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

        assertThat(timing.push("files", token.group(1), file("Tour of One", 3)).statusCode())
                .isEqualTo(201);
        assertThat(owner.get("/desk/results/senders").body()).contains("last sent");
        assertThat(owner.post(ending(made.body(), "Chip &amp; Co")).statusCode()).isEqualTo(303);
        var refused = timing.push("files", token.group(1), file("Tour of One", 4));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(json(refused).path("title").asString()).contains("needs a sender's token");
    }

    @Test
    void a_file_waits_for_a_look_unless_its_sender_is_trusted() {
        var waiting = timing.push("files", timing.token("", false), file("Tour of Two", 5));
        assertThat(waiting.statusCode()).isEqualTo(202);
        assertThat(json(waiting).path("state").asString()).isEqualTo("waiting");
        assertThat(json(waiting).path("rows").asInt()).isEqualTo(5);
        assertThat(timing.page("tour-of-two").statusCode()).isEqualTo(404);

        var applied = timing.push("files", timing.token("", true), file("Tour of Two", 5));
        assertThat(applied.statusCode()).isEqualTo(201);
        assertThat(timing.page("tour-of-two").body()).contains("Rider 5");
        assertThat(
                        json(timing.push("files", timing.token("", true), file("Tour of Two", 5)))
                                .path("state"))
                .hasToString("\"repeat\"");
    }

    @Test
    void rows_that_make_no_sense_are_told_with_their_reason_and_what_is_no_file_in_a_sentence() {
        var token = timing.token("", true);
        var applied = timing.push("files", token, file("Tour of Three", 2) + "third,3,C,C,,,,\n");
        assertThat(json(applied).path("set_aside").path(0).path("reason").asString())
                .isEqualTo("The place 'third' is not a number.");
        var declined = timing.push("files", token, "# race: A\n# year: 2023\nnothing at all");
        assertThat(declined.statusCode()).isEqualTo(422);
        assertThat(declined.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(json(declined).path("title").asString()).contains("header");
        var form = timing.send("files", token, "application/x-www-form-urlencoded", "a=b", null);
        assertThat(form.statusCode()).isEqualTo(400);
        assertThat(json(form).path("title").asString()).contains("not a form");
    }

    @Test
    void a_token_for_one_race_is_good_for_no_other() {
        var token = timing.token("Tour of Four", true);
        assertThat(timing.push("files", token, file("Tour of Four", 2)).statusCode())
                .isEqualTo(201);
        for (var way : List.of("files", "rows")) {
            var other = timing.push(way, token, file("Tour of Elsewhere", 2));
            assertThat(other.statusCode()).isEqualTo(403);
            assertThat(json(other).path("title").asString())
                    .contains("for the race tour-of-four", "of tour-of-elsewhere");
        }
        assertThat(timing.page("tour-of-elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void a_request_that_is_sent_again_gets_its_first_answer_also_eight_at_once()
            throws InterruptedException, ExecutionException {
        var token = timing.token("", true);
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var senders = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                answers.add(
                        senders.submit(
                                () -> timing.keyed(token, "finish-1", file("Tour of Five", 30))));
            }
        }
        var first = answers.getFirst().get().body();
        for (var answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(201);
            assertThat(answer.get().body()).isEqualTo(first);
        }
        var other = timing.keyed(token, "finish-1", file("Tour of Five", 31));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("title").asString()).contains("came with another file");
        assertThat(timing.keyed(token, "x".repeat(201), "").statusCode()).isEqualTo(400);
    }

    /// More than the house has connections.
    @Test
    void twelve_requests_at_once_under_keys_of_their_own_are_all_answered()
            throws InterruptedException, ExecutionException {
        var token = timing.token("", false);
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var senders = Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < 12; i++) {
                var number = i;
                answers.add(
                        senders.submit(() ->
                                timing.keyed(
                                        token, "key " + number, file("Tour of " + number, 9))));
            }
        }
        for (var answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(202);
        }
    }

    @Test
    void two_files_at_once_for_one_result_end_in_one_of_them_whole()
            throws InterruptedException, ExecutionException {
        var token = timing.token("", true);
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var senders = Executors.newFixedThreadPool(2)) {
            for (int rows : List.of(40, 60)) {
                answers.add(
                        senders.submit(
                                () -> timing.push("files", token, file("Tour of Six", rows))));
            }
        }
        for (var answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(201);
        }
        var shown = timing.page("tour-of-six").body();
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
        var rows = new ArrayList<>(IntStream.rangeClosed(1, 60).mapToObj(Timing::row).toList());
        rows.add(",61,Late,Rider,Team 1,,,DNF\n");
        var token = timing.token("Tour of Seven", true);
        var other = timing.token("", true);
        try (var senders = Executors.newFixedThreadPool(2)) {
            for (var sender : List.of(token, other)) {
                var shuffled = new ArrayList<>(rows);
                shuffled.addAll(rows);
                Collections.shuffle(shuffled, new Random(sender.hashCode()));
                senders.execute(() ->
                        shuffled.forEach(row ->
                                assertThat(
                                                timing.push(
                                                                "rows",
                                                                sender,
                                                                head("Tour of Seven") + row)
                                                        .statusCode())
                                        .isEqualTo(202)));
            }
            senders.shutdown();
            assertThat(senders.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        await(() -> timing.page("tour-of-seven").body().contains("Late"));
        await(() ->
                json(timing.push("files", other, head("Tour of Seven") + String.join("", rows)))
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
        var token = timing.token("", true);
        var head = head("Tour of Eight");
        timing.push("rows", token, head + row(1) + row(2));
        await(() -> timing.page("tour-of-eight").body().contains("+0:02"));
        var newer =
                head.replace(Timing.HEADER, "# version: 2\n" + Timing.HEADER)
                        + row(2).replace("+0:02", "+0:09");
        assertThat(json(timing.push("rows", token, newer)).path("changed").asInt()).isEqualTo(1);
        await(() -> timing.page("tour-of-eight").body().contains("+0:09"));
        assertThat(json(timing.push("rows", token, head + row(2))).path("changed").asInt())
                .isZero();
        assertThat(json(timing.push("rows", token, newer)).path("changed").asInt()).isZero();

        timing.push("rows", token, newer.replace("+0:09", "+0:02"));
        await(() -> timing.page("tour-of-eight").body().contains("+0:02"));
    }

    @Test
    void a_row_is_taken_away_and_late_doubles_of_it_do_not_bring_it_back() {
        var token = timing.token("", true);
        var head = head("Tour of Fifteen");
        timing.push("rows", token, head + row(1) + row(2) + row(3));
        await(() -> timing.page("tour-of-fifteen").body().contains("Rider 2"));

        var gone = timing.push("rows/removal", token, head + "2,2,Rider 2,Given,,,,\n");
        assertThat(gone.statusCode()).isEqualTo(202);
        assertThat(json(gone).path("changed").asInt()).isEqualTo(1);
        await(() -> !timing.page("tour-of-fifteen").body().contains("Rider 2"));
        assertThat(timing.page("tour-of-fifteen").body()).contains("Rider 3");

        for (var unchanged : List.of("rows", "rows/removal")) {
            var again = timing.push(unchanged, token, head + row(2));
            assertThat(json(again).path("changed").asInt()).as(unchanged).isZero();
        }
        var late = timing.push("rows/removal", token, head + row(4));
        assertThat(json(late).path("changed").asInt()).isEqualTo(1);
        assertThat(json(timing.push("rows", token, head + row(4))).path("changed").asInt())
                .isZero();

        var newer = head.replace(Timing.HEADER, "# version: 2\n" + Timing.HEADER) + row(2);
        assertThat(json(timing.push("rows", token, newer)).path("changed").asInt()).isEqualTo(1);
        await(() -> timing.page("tour-of-fifteen").body().contains("Rider 2"));
    }

    @Test
    void where_no_row_is_left_the_next_one_is_taken() {
        var token = timing.token("", true);
        var head = head("Tour of Sixteen");
        timing.push("rows", token, head + row(1));
        await(() -> timing.page("tour-of-sixteen").body().contains("Rider 1"));
        timing.push("rows/removal", token, head + row(1));
        await(() ->
                house.ask(JdbcClient.class).sql(ROWS_BEHIND).query(Integer.class).single() == 0);

        var next = timing.push("rows", token, head + row(1).replace("1,1,Rider 1", "1,2,Rider 2"));
        assertThat(next.statusCode()).isEqualTo(202);
        await(() -> timing.page("tour-of-sixteen").body().contains("Rider 2"));
        assertThat(timing.page("tour-of-sixteen").body()).doesNotContain("Rider 1");
    }

    private static final String ROWS_BEHIND =
            """
            SELECT count(*)
            FROM running_result
            WHERE race_slug = 'tour-of-sixteen' AND version > applied
            """;

    @Test
    void same_time_waits_for_the_row_that_it_leans_on() {
        var token = timing.token("", true);
        var head = head("Tour of Nine");
        timing.push("rows", token, head + row(1) + "3,3,Rider 3,C,Team 1,,s.t.,\n");
        await(() -> timing.page("tour-of-nine").body().contains("Rider 3"));
        assertThat(timing.page("tour-of-nine").body()).doesNotContain("same time");
        timing.push("rows", token, head + row(2));
        await(() -> timing.page("tour-of-nine").body().contains("same time"));
    }

    @Test
    void rows_need_a_trusted_sender_their_columns_and_their_race() {
        var unsure = timing.push("rows", timing.token("", false), file("Tour of Ten", 2));
        assertThat(unsure.statusCode()).isEqualTo(403);
        assertThat(json(unsure).path("title").asString()).contains("Send the whole file.");
        var token = timing.token("", true);
        var bare =
                timing.push(
                        "rows",
                        token,
                        "# race: Tour of Ten\n"
                                + "# year: 2023\n"
                                + "1;DOE Ann;Aurora;1:00:00\n2;ROE Bea;Aurora;+0:02\n");
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(json(bare).path("title").asString()).contains("nothing is guessed");
        assertThat(timing.push("rows", token, Timing.HEADER + row(1)).statusCode()).isEqualTo(422);
        var half = json(timing.push("rows", token, file("Tour of Ten", 1) + "no,2,B,B,,,,\n"));
        assertThat(half.path("rows").asInt()).isEqualTo(1);
        assertThat(half.path("set_aside").size()).isEqualTo(1);
    }

    @Test
    void what_was_taken_back_at_the_desk_or_is_official_is_not_run_over_by_rows() {
        var token = timing.token("", true);
        timing.push("rows", token, file("Tour of Eleven", 3));
        await(() -> timing.page("tour-of-eleven").statusCode() == 200);
        var editor = new Visit(house);
        editor.post(house.ask(StaffLinks.class).ownerPath());
        var arrival =
                Pattern.compile("/desk/results/([0-9]+)\">2023 Tour of Eleven · rows from")
                        .matcher(editor.get("/desk/results").body().replace("\n", ""));
        assertThat(arrival.find()).isTrue();
        editor.post("/desk/results/" + arrival.group(1) + "/undo");
        timing.push("rows", token, head("Tour of Eleven") + row(4));
        await(() ->
                timing.push("rows", token, head("Tour of Eleven") + row(5)).statusCode() == 409);
        assertThat(
                        json(timing.push("rows", token, head("Tour of Eleven") + row(5)))
                                .path("title")
                                .asString())
                .contains("taken this result back at the desk");

        timing.push(
                "files",
                token,
                file("Tour of Twelve", 3).replace("# year", "# standing: official\n# year"));
        timing.push("rows", token, head("Tour of Twelve") + row(1));
        await(() ->
                timing.push("rows", token, head("Tour of Twelve") + row(2)).statusCode() == 409);
        assertThat(timing.page("tour-of-twelve").body()).contains("Rider 3");
    }

    @Test
    void head_lines_that_were_wrong_are_put_right_by_the_next_request_and_no_row_is_lost() {
        timing.push(
                "files", timing.token("", true), "# gender: men\n" + file("Tour of Thirteen", 1));
        var token = timing.token("", true);
        timing.push("rows", token, "# gender: women\n" + head("Tour of Thirteen") + row(2));
        await(() ->
                timing.push("rows", token, "# gender: women\n" + head("Tour of Thirteen") + row(3))
                                .statusCode()
                        == 409);
        timing.push("rows", token, "# gender: men\n" + head("Tour of Thirteen") + row(1));
        await(() -> timing.page("tour-of-thirteen").body().contains("Rider 3"));

        var rows = row(1) + row(2) + row(3);
        timing.push("rows", token, "# standing: official\n" + head("Tour of Thirteen") + rows);
        await(() -> timing.page("tour-of-thirteen").body().contains(">Result · "));
    }

    private static String ending(String page, String name) {
        var end =
                Pattern.compile("(?s).*action=\"([^\"]+/end)\".*?<b>%s</b>".formatted(name))
                        .matcher(page);
        assertThat(end.lookingAt()).isTrue();
        return end.group(1);
    }
}
