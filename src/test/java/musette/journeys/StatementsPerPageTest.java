package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import musette.media.Crop;
import musette.media.Photographs;
import musette.media.Pictures;
import musette.staff.Staff;
import musette.stories.Publication;
import musette.stories.Queue;
import org.junit.jupiter.api.Test;

class StatementsPerPageTest {
    private static final int MOST = 5;

    @Test
    void no_page_that_readers_see_asks_the_database_more_than_five_times() {
        var count = new StatementCount();
        try (var house =
                House.openCounting(
                        count, Instant.parse("2023-04-01T15:00:00Z"), "musette.ops.demo=true")) {
            var report = publishedFlash(house);
            var pages =
                    List.of(
                            "/",
                            "/feed.xml",
                            "/races",
                            "/races/gran-premio-miguel-indurain",
                            "/races/gran-premio-miguel-indurain/2023",
                            "/races/gran-premio-miguel-indurain/2020",
                            "/races/gran-premio-miguel-indurain/2023/history",
                            "/calendar/2023/4",
                            "/riders/ion-izagirre",
                            "/teams/cofidis/2023",
                            "/search?q=izagirre",
                            "/authors/maite-olabarria",
                            "/letters",
                            "/subscribe",
                            "/nothing-here",
                            "/" + report);
            var asked = new TreeMap<String, Integer>();
            for (var page : pages) {
                house.get("/nothing-at-all"); // Fills the sidebar that all pages share.
                count.since();
                var answer = house.get(page);
                asked.put(page, count.since());
                assertThat(answer.body()).contains(page.endsWith(".xml") ? "<feed" : "<h1");
            }

            System.out.println("statements per page: " + asked);
            assertThat(asked.values()).allMatch(statements -> statements <= MOST);
            assertThat(house.get("/").body()).contains("class=\"podium\"");
        }
    }

    @Test
    void a_picture_that_was_made_asks_nothing_whoever_asks_for_it() throws Exception {
        var count = new StatementCount();
        try (var house = House.openCounting(count, Instant.parse("2023-04-01T15:00:00Z"))) {
            var owner = house.ask(Staff.class).owner();
            var photograph = Photographs.fromAPhone(900, 600);
            var picture = house.ask(Pictures.class).add(photograph, owner.id());
            var address = picture.address(Crop.WHOLE, 320, "webp");
            var visit = new Newsroom(house).signedIn(owner);
            assertThat(visit.get(address).statusCode()).isEqualTo(200);

            var fewest = Integer.MAX_VALUE;
            for (int i = 0; i < 20 && fewest > 0; i++) { // Tasks of the house ask now and then.
                count.since();
                assertThat(visit.get(address).statusCode()).isEqualTo(200);
                fewest = Math.min(fewest, count.since());
            }
            assertThat(fewest).isZero();
        }
    }

    /// The demonstration's flash, so that a story and the front page carry a result.
    private static String publishedFlash(House house) {
        var queue = house.ask(Queue.class);
        await().until(() -> !queue.waitingFlashes(1).isEmpty());
        var flash = queue.waitingFlashes(1).getFirst();
        house.ask(Publication.class).publish(flash.id(), flash.author(), flash.head());
        return flash.slug();
    }
}
