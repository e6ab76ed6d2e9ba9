package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import musette.letters.Newsletter;
import musette.letters.Newsletters;
import musette.post.CaughtMail;
import musette.post.CaughtMails;
import musette.post.Outbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A reader signs up for a letter, confirms and leaves, through the real outbox and the catcher.
class LettersTest {
    private static final int PER_HOUR = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern LINK =
            Pattern.compile("http://127\\.0\\.0\\.1:\\d+(/letters/\\S+)");

    private static House house;

    @BeforeAll
    static void open() {
        house =
                House.open(
                        Instant.parse("2023-04-01T15:12:00Z"),
                        "musette.post.per-client=100000",
                        "musette.post.per-hour=" + PER_HOUR);
        var newsletters = house.ask(Newsletters.class);
        newsletters.offer(
                new Newsletter("feed-zone", "Feed Zone", "The day's racing, every evening."), 1);
        newsletters.offer(
                new Newsletter("on-the-front", "On the Front", "Who attacks this week, Fridays."),
                2);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void a_fresh_day() {
        house.clock().advance(Duration.ofDays(2));
    }

    @Test
    void a_reader_signs_up_confirms_and_leaves() {
        var answer = signUp("ion@izagirre.example", "feed-zone");
        assertThat(answer.statusCode()).isEqualTo(303);
        var mail = mailTo("ion@izagirre.example");
        var confirm = linkIn(mail, "/letters/confirm/");
        assertThat(house.get(linkIn(mail, "/letters/leave/")).body()).contains("Leave Feed Zone?");

        for (var method : List.of("GET", "HEAD", "GET")) {
            assertThat(send(method, confirm).statusCode()).isEqualTo(200);
        }
        assertThat(confirmed("ion@izagirre.example")).isZero();
        assertThat(house.get(confirm).body()).contains("Feed Zone", "Yes, send it to me");

        assertThat(pressed(confirm).statusCode()).isEqualTo(303);
        assertThat(confirmed("ion@izagirre.example")).isEqualTo(1);
        assertThat(house.get(confirm).body())
                .contains("You are on the list", "Feed Zone", "/letters/leave/")
                .doesNotContain("from now on");
        assertThat(pressed(confirm).headers().firstValue("Location")).contains(confirm);
        assertThat(house.get(confirm).body()).contains("It is done").doesNotContain("<button");

        house.clock().advance(Duration.ofMinutes(11));
        signUp("Ion@Izagirre.example", "feed-zone");
        var reminder = mailTo("Ion@izagirre.example");
        assertThat(reminder.subject()).isEqualTo("You get our letters already");
        assertThat(reminder.head()).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        var leave = linkIn(reminder, "/letters/leave/");
        assertThat(house.get(leave).body()).contains("Leave Feed Zone?");
        assertThat(send("HEAD", leave).statusCode()).isEqualTo(200);
        assertThat(confirmed("ion@izagirre.example")).isEqualTo(1);

        var left = post(leave, "List-Unsubscribe=One-Click");
        assertThat(left.statusCode()).isEqualTo(200);
        assertThat(left.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(confirmed("ion@izagirre.example")).isZero();
        assertThat(post(leave, "").body()).contains("You have left Feed Zone");
        assertThat(house.get(confirm).statusCode()).as("the old link").isEqualTo(410);
        assertThat(pressed(confirm).statusCode()).isEqualTo(410);
        assertThat(confirmed("ion@izagirre.example")).isZero();
    }

    @Test
    void known_unknown_and_confirmed_addresses_get_one_and_the_same_answer() {
        signUp("sergio@higuita.example", "feed-zone");
        pressed(linkIn(mailTo("sergio@higuita.example"), "/letters/confirm/"));

        var known = signUp("sergio@higuita.example", "feed-zone");
        var unknown = signUp("mattias@skjelmose.example", "feed-zone");
        var overBudget = signUp("mattias@skjelmose.example", "feed-zone");

        for (var answer : List.of(known, unknown, overBudget)) {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("/letters/asked");
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void a_mail_holds_no_word_that_a_stranger_typed() {
        var form =
                form("andreas@kron.example", "feed-zone", "on-the-front")
                        + "&name=Win+a+bike&subject=Win+a+bike";
        post("/letters/sign-up", form);

        var mail = mailTo("andreas@kron.example");
        assertThat(mail.text()).contains("Feed Zone", "On the Front").doesNotContain("Win a bike");
        assertThat(mail.head()).doesNotContain("Win a bike");
    }

    @Test
    void one_inbox_gets_one_mail_in_ten_minutes_and_three_a_day() {
        var spellings =
                List.of(
                        "alex@aranburu.example",
                        "ALEX@Aranburu.example",
                        "alex+a@aranburu.example");
        for (int minute = 0; minute < 60; minute++) {
            spellings.forEach(spelling -> signUp(spelling, "feed-zone", "on-the-front"));
            house.clock().advance(Duration.ofMinutes(1));
        }

        assertThat(mailsCaused("alex@aranburu.example")).isEqualTo(3);
    }

    @Test
    void a_flood_of_two_thousand_sign_ups_causes_no_more_mail_than_the_budget() throws Exception {
        var before = mailsCaused();
        var doors = new Semaphore(24);
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    crowd.invokeAll(
                            IntStream.range(0, 2_000)
                                    .<Callable<Integer>>mapToObj(
                                            i -> () -> signUpThrough(doors, "r" + i % 1_500))
                                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(303);
            }
        }

        await().atMost(PATIENCE).until(() -> house.ask(Outbox.class).waiting() == 0);
        assertThat(mailsCaused() - before).isEqualTo(PER_HOUR);
        assertThat(mailedTwice()).as("inboxes mailed twice").isZero();
        assertThat(withheld("everyone") + withheld("inbox"))
                .isGreaterThanOrEqualTo(2_000 - PER_HOUR);
    }

    @Test
    void two_at_once_for_one_address_cause_one_mail() throws Exception {
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpResponse<String>> ask =
                    () -> signUp("jonas@vingegaard.example", "feed-zone");
            for (var answer : both.invokeAll(List.of(ask, ask, ask, ask))) {
                assertThat(answer.get().statusCode()).isEqualTo(303);
            }
        }

        assertThat(mailsCaused("jonas@vingegaard.example")).isEqualTo(1);
    }

    @Test
    void a_bad_address_brings_the_form_back_with_what_was_typed() {
        var answer = signUp("<script>alert(1)</script>", "feed-zone");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Mail can't go to this address", "value=\"feed-zone\" checked")
                .contains("&lt;script>alert(1)&lt;/script>")
                .doesNotContain("<script>alert");
    }

    @Test
    void a_choice_of_no_letter_or_of_none_we_have_is_refused() {
        assertThat(signUp("tadej@pogacar.example").body()).contains("Choose at least one letter.");
        assertThat(signUp("tadej@pogacar.example", "no-such").statusCode()).isEqualTo(400);
        assertThat(mailsCaused("tadej@pogacar.example")).isZero();
    }

    @Test
    void a_program_that_fills_in_every_field_is_answered_and_causes_no_mail() {
        var answer =
                post(
                        "/letters/sign-up",
                        form("remco@evenepoel.example", "feed-zone") + "&website=x");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(mailsCaused("remco@evenepoel.example")).isZero();
        assertThat(withheld("trap")).isPositive();
    }

    @Test
    void links_that_are_old_or_forged_open_nothing() {
        signUp("wout@van-aert.example", "feed-zone");
        var confirm = linkIn(mailTo("wout@van-aert.example"), "/letters/confirm/");
        house.clock().advance(Duration.ofDays(7));

        assertThat(pressed(confirm).statusCode()).isEqualTo(410);
        for (var token : List.of("x", "a".repeat(32), "a".repeat(43), "-".repeat(500))) {
            assertThat(pressed("/letters/confirm/" + token).statusCode()).isEqualTo(410);
            assertThat(post("/letters/leave/" + token, "").statusCode()).isEqualTo(410);
        }
        assertThat(confirmed("wout@van-aert.example")).isZero();
    }

    @Test
    void the_desk_alone_reads_the_mail() {
        assertThat(house.get("/desk/mail").statusCode()).isEqualTo(303);
        assertThat(house.get("/desk/mail/1").statusCode()).isEqualTo(303);
    }

    private static int signUpThrough(Semaphore doors, String name) throws InterruptedException {
        doors.acquire();
        try {
            return signUp(name + "@peloton.example", "feed-zone").statusCode();
        } finally {
            doors.release();
        }
    }

    private static HttpResponse<String> signUp(String email, String... slugs) {
        return post("/letters/sign-up", form(email, slugs));
    }

    private static String form(String email, String... slugs) {
        var form = new StringBuilder("email=" + URLEncoder.encode(email, StandardCharsets.UTF_8));
        for (var slug : slugs) {
            form.append("&list=").append(slug);
        }
        return form.toString();
    }

    /// The button on a confirmation's page.
    private static HttpResponse<String> pressed(String confirmation) {
        return new Visit(house).post(confirmation);
    }

    private static HttpResponse<String> post(String path, String form) {
        return house.send(
                HttpRequest.newBuilder(URI.create(house.address(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
    }

    private static HttpResponse<String> send(String method, String path) {
        return house.send(
                HttpRequest.newBuilder(URI.create(house.address(path)))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build());
    }

    private static CaughtMail mailTo(String address) {
        var mails = house.ask(CaughtMails.class);
        await().atMost(PATIENCE)
                .until(() -> mails.latest(10).stream().anyMatch(mail -> mail.to().equals(address)));
        var line =
                mails.latest(10).stream()
                        .filter(mail -> mail.to().equals(address))
                        .findFirst()
                        .orElseThrow();
        return mails.find(line.id()).orElseThrow();
    }

    private static String linkIn(CaughtMail mail, String path) {
        return LINK.matcher(mail.text())
                .results()
                .map(link -> link.group(1))
                .filter(link -> link.startsWith(path))
                .findFirst()
                .orElseThrow();
    }

    private static long confirmed(String address) {
        return count(
                """
                SELECT count(*) FROM letter_subscription
                WHERE address_key = :value AND confirmed_at IS NOT NULL AND left_at IS NULL
                """,
                address);
    }

    private static long mailsCaused(String inbox) {
        return count("SELECT count(*) FROM asked_mail WHERE inbox = :value", inbox);
    }

    private static long mailsCaused() {
        return count("SELECT count(*) FROM outbox_mail WHERE purpose LIKE :value", "letter-%");
    }

    private static long mailedTwice() {
        return count(
                """
                SELECT count(*) FROM (
                    SELECT 1 FROM outbox_mail
                    WHERE recipient LIKE :value GROUP BY recipient HAVING count(*) > 1
                ) twice
                """,
                "%@peloton.example");
    }

    private static long withheld(String reason) {
        return count(
                "SELECT coalesce(sum(mails), 0) FROM withheld_mail WHERE reason = :value", reason);
    }

    private static long count(String query, String value) {
        return house.ask(JdbcClient.class)
                .sql(query)
                .param("value", value)
                .query(Long.class)
                .single();
    }
}
