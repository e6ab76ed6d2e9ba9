package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import musette.staff.Author;
import musette.staff.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who did what at the desk.
class DeskLogTest {
    private static House house;
    private static Newsroom newsroom;
    private static Visit owner;
    private static Visit reporter;
    private static Author jon;

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
        newsroom = new Newsroom(house);
        var staff = house.ask(Staff.class);
        owner = newsroom.signedIn(staff.owner());
        jon = staff.join("Jon Urrutia", "jon@x.example", "", Author.Role.REPORTER);
        reporter = newsroom.signedIn(jon);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void what_was_done_is_told_to_the_owner_and_in_the_story_s_history() {
        var begun = Visit.location(reporter.post("/desk/stories", "headline", "Rain in Estella"));
        reporter.post(begun + "/embargo", "version", "1", "until", "2023-04-01T19:00");
        owner.post("/desk/staff/" + jon.id() + "/role", "role", "editor");

        assertThat(words(owner.get("/desk/log").body()))
                .contains(
                        "The Editor changed the role of: Jon Urrutia editor",
                        "Jon Urrutia put an embargo on it: Rain in Estella 2023-04-01T19:00",
                        "Jon Urrutia began a story: Rain in Estella",
                        "Jon Urrutia came in by a link");
        assertThat(words(owner.get("/desk/log?whose=" + jon.id()).body()))
                .contains("began a story")
                .doesNotContain("changed the role of");
        assertThat(words(reporter.get(begun).body()))
                .contains("put an embargo on it Jon Urrutia, 17:00")
                .doesNotContain("began a story");
        assertThat(reporter.get("/desk/log").statusCode()).isEqualTo(403);
    }

    @Test
    void what_was_refused_is_not_told() {
        var story = newsroom.flash("Izagirre wins");
        var path = "/desk/stories/" + story;
        var ane = house.ask(Staff.class).join("Ane", "ane@x.example", "", Author.Role.REPORTER);
        assertThat(newsroom.signedIn(ane).post(path + "/publication", "version", "1").statusCode())
                .isEqualTo(403);
        assertThat(owner.post(path + "/embargo", "version", "1", "until", "never").statusCode())
                .isEqualTo(422);
        assertThat(owner.post(path + "/withdrawal", "version", "1", "reason", "x").statusCode())
                .isEqualTo(422);

        assertThat(owner.get("/desk/log").body()).doesNotContain("Izagirre wins");
    }

    @Test
    void nobody_changes_a_line() {
        var sql = house.ask(JdbcClient.class);
        for (var change :
                new String[] {
                    "UPDATE audit_entry SET member = 1",
                    "DELETE FROM audit_entry",
                    "TRUNCATE audit_entry"
                }) {
            assertThatThrownBy(() -> sql.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("keeps every row as it was written");
        }
    }

    @Test
    void a_long_log_is_turned_page_by_page() {
        var story = newsroom.flash("A story of many acts");
        for (int i = 0; i < 101; i++) {
            owner.post("/desk/stories/" + story + "/byline", "version", "1", "byline", "1");
        }
        var first = owner.get("/desk/log").body();
        assertThat(first.split("changed the byline", -1)).hasSize(101);
        var older = first.replaceAll("(?s).*href=\"(/desk/log[^\"]+before=[0-9]+)\".*", "$1");
        assertThat(owner.get(older.replace("&amp;", "&")).body()).contains("changed the byline");
    }

    /// As one reads it.
    private static String words(String page) {
        return page.replaceAll("<[^>]+>", "").replaceAll("\\s+", " ");
    }
}
