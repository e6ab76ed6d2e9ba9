package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import musette.stories.Queue;
import musette.wire.DemoFiles;
import org.junit.jupiter.api.Test;

/// The newsroom's calendar.
class PlanningPagesTest {
    @Test
    void plans_embargoes_and_races_stand_on_their_days() {
        try (var house = House.open(Instant.parse("2023-04-01T15:00:00Z"))) {
            var newsroom = new Newsroom(house);
            var editor = newsroom.signedIn("Nerea Díaz");
            assertThat(words(editor)).contains("April 2023", "Today Nothing is planned.");

            newsroom.putIn(editor, DemoFiles.result());
            assertThat(words(editor)).contains("Gran Premio Miguel Indurain official draft");
            var flash = house.ask(Queue.class).waitingFlashes(1).getFirst().id();
            var path = "/desk/stories/" + flash;
            editor.post(path + "/plan", "version", "1", "at", "2023-04-03T18:00:30");
            var kept = newsroom.flash("Kept until Tuesday");
            editor.post(
                    "/desk/stories/" + kept + "/embargo",
                    "version",
                    "1",
                    "until",
                    "2023-04-04T09:00");

            assertThat(words(editor))
                    .containsPattern("Monday 3 April 18:00:30 [^.]+Izagirre[^.]+goes live")
                    .contains("Tuesday 4 April 09:00:00 Kept until Tuesday embargo ends");

            house.clock().advance(Duration.ofDays(2).plusHours(4));
            await().until(() -> words(editor).contains("Indurain official story"));
        }
    }

    @Test
    void what_is_no_month_is_this_one() {
        try (var house = House.open(Instant.parse("2023-04-01T15:00:00Z"))) {
            var editor = new Newsroom(house).signedIn("Nerea Díaz");
            for (var month : List.of("never", "2023-13", "%2B999999999-12", "-0001-01", "")) {
                assertThat(editor.get("/desk/calendar?month=" + month).body())
                        .contains("<h1>April 2023</h1>");
            }
        }
    }

    /// As one reads it.
    private static String words(Visit editor) {
        return editor.get("/desk/calendar")
                .body()
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\s+", " ");
    }
}
