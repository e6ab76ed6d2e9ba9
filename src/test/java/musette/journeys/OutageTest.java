package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import musette.staff.Staff;
import musette.staff.StaffLinks;
import musette.store.Cable;
import musette.store.DatabaseWatch;
import musette.store.EventRetries;
import musette.stories.FactsAnswered;
import musette.stories.Publication;
import musette.stories.Stories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OutageTest {
    private static final int MOST_POLLS = 600;

    private static Cable cable;
    private static House house;
    private static String story;
    private static List<String> kept;

    @BeforeAll
    static void open() {
        cable = Cable.toTestDatabase();
        house =
                House.openBehind(
                        cable,
                        Instant.parse("2023-04-01T15:12:00Z"),
                        "musette.ops.demo=true",
                        "musette.meter.allowance=1");
        assertThat(house.ask(EventRetries.class).awaitQuiet(Duration.ofSeconds(20))).isTrue();
        var latest = house.ask(Stories.class).latest(1).getFirst();
        story = "/" + latest.slug();
        kept =
                List.of(
                        "/",
                        "/feed.xml",
                        "/races",
                        "/races/gran-premio-miguel-indurain",
                        "/riders/ion-izagirre");
    }

    @AfterEach
    void mend() {
        cable.mend();
        await(() -> !house.ask(DatabaseWatch.class).isAway());
        await(() -> house.get("/subscribe").statusCode() == 200);
    }

    @AfterAll
    static void close() {
        house.close();
        cable.close();
    }

    @Test
    void what_was_published_stays_readable_and_says_that_it_is_old() {
        var before = kept.stream().map(path -> house.get(path).body()).toList();
        assertThat(house.get(story).statusCode()).isEqualTo(200);

        cut();

        assertThat(kept.stream().map(OutageTest::stale)).isEqualTo(before);
        assertThat(stale(story)).contains("Indur");
    }

    @Test
    void news_shortly_before_the_outage_takes_no_page_away() {
        house.get(story);
        house.publish(new FactsAnswered());

        cut();

        assertThat(stale(story)).contains("Indur");
    }

    @Test
    void what_was_taken_back_does_not_return_with_the_outage() {
        var taken = house.ask(Stories.class).latest(3).getLast();
        house.get("/" + taken.slug());
        house.ask(Publication.class)
                .withdraw(taken.id(), house.ask(Staff.class).owner().id(), "A mistake of ours.");
        // Else the news of it is told again after the outage, and drops the next test's pages.
        assertThat(house.ask(EventRetries.class).awaitQuiet(Duration.ofSeconds(20))).isTrue();

        cut();

        assertThat(house.get("/" + taken.slug()).statusCode()).isEqualTo(503);
    }

    @Test
    void no_reader_falls_into_the_moment_before_the_outage_is_noticed() {
        kept.forEach(house::get);

        cable.cut();

        for (var path : kept) {
            assertThat(house.get(path).statusCode()).as(path).isEqualTo(200);
        }
        // Else it is noticed in the middle of the next test.
        await(() -> house.ask(DatabaseWatch.class).isAway());
    }

    @Test
    void everything_else_is_refused_with_our_sentence_and_when_to_come_back() {
        cut();

        for (var path : List.of("/subscribe", "/account", "/desk", "/letters", "/not-shelved")) {
            var answer = house.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).as(path).isPresent();
            assertThat(answer.body()).as(path).contains("catching its breath");
        }
        assertThat(new Visit(house).post("/subscribe", "email", "a@b.example").statusCode())
                .isEqualTo(503);
        assertThat(house.get("/health").statusCode()).isEqualTo(503);
        assertThat(house.get("/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void a_session_keeps_nobody_waiting_and_whoever_was_entitled_meets_no_gate() {
        var other = "/" + house.ask(Stories.class).latest(2).getLast().slug();
        var owner = new Visit(house);
        var link = house.ask(StaffLinks.class).ownerPath();
        owner.post(link, "_csrf", Visit.field(owner.get(link), "_csrf"));
        assertThat(owner.get("/desk").statusCode()).isEqualTo(200);
        assertThat(isWhole(owner.get(story))).isTrue();
        house.get(story);
        house.get(other);

        cut();

        for (var path : List.of(story, other)) {
            assertThat(isWhole(owner.get(path))).as(path).isTrue();
        }
        var stranger = new Visit(house);
        assertThat(isWhole(stranger.get(story))).isTrue();
        assertThat(isWhole(stranger.get(other))).isFalse();
    }

    @Test
    void a_database_that_swallows_everything_is_noticed_too() {
        house.get(story);

        cable.hold();
        await(() -> house.ask(DatabaseWatch.class).isAway());

        assertThat(stale(story)).contains("Indur");
        assertThat(house.get("/subscribe").statusCode()).isEqualTo(503);
    }

    @Test
    void after_the_outage_everything_is_as_before() {
        cut();
        mend();

        assertThat(house.get("/subscribe").statusCode()).isEqualTo(200);
        assertThat(house.get("/").headers().firstValue("Cache-Status")).isEmpty();
    }

    private static boolean isWhole(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return !answer.body().contains("class=\"gate");
    }

    private static void cut() {
        cable.cut();
        await(() -> house.ask(DatabaseWatch.class).isAway());
    }

    private static String stale(String path) {
        var answer = house.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Status"))
                .as(path)
                .hasValueSatisfying(status -> assertThat(status).contains("database away"));
        return answer.body();
    }

    private static void await(BooleanSupplier state) {
        for (int poll = 0; poll < MOST_POLLS && !state.getAsBoolean(); poll++) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(state.getAsBoolean()).isTrue();
    }
}
