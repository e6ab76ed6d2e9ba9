package musette.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import musette.store.RolledBack;
import musette.store.TestDatabase;
import musette.stories.Manuscripts;
import musette.stories.ShortStory;
import musette.text.Edit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class WindowsTest extends RolledBack {
    private static final Duration NOT_AT_ALL = Duration.ZERO;
    private static final long ANE = 1;

    private final Clock clock = Clock.fixed(Instant.parse("2023-04-01T15:12:00Z"), ZoneOffset.UTC);
    private final Windows windows;
    private final Manuscripts manuscripts;
    private long story;

    WindowsTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        windows = new Windows(sql, TestDatabase.neverAway());
        manuscripts = new Manuscripts(sql, transaction, clock);
    }

    @BeforeEach
    void oneStory() {
        story = ShortStory.open(sql, transaction, clock, "He won.");
    }

    @Test
    void who_comes_and_goes_is_told_to_those_who_are_there() throws Exception {
        var ane = windows.open(story, "a", "Ane Lasa");
        assertThat(isWoken(ane)).isTrue();
        assertThat(isWoken(ane)).isFalse();

        var jon = windows.open(story, "j", "Jon Ibarra");
        assertThat(windows.of(story))
                .extracting(Window::person)
                .containsExactly("Ane Lasa", "Jon Ibarra");
        assertThat(isWoken(ane)).isTrue();

        jon.close();
        assertThat(windows.of(story)).containsExactly(ane);
        assertThat(isWoken(ane)).isTrue();
        assertThat(jon.isClosed()).isTrue();
        jon.close();
        assertThat(isWoken(ane)).isFalse();

        ane.close();
        assertThat(windows.of(story)).isEmpty();
    }

    @Test
    void those_in_another_story_are_left_alone() throws Exception {
        var here = windows.open(story, "a", "Ane Lasa");
        isWoken(here);

        windows.open(story + 1, "j", "Jon Ibarra");
        windows.tell(story + 1);
        windows.moved(story + 1, "j", 3, 5);

        assertThat(isWoken(here)).isFalse();
    }

    @Test
    void where_somebody_writes_is_told_to_the_others() throws Exception {
        var ane = windows.open(story, "a", "Ane Lasa");
        var jon = windows.open(story, "j", "Jon Ibarra");
        isWoken(ane);
        assertThat(jon.selection()).isEqualTo(new Window.Selection(0, 0));

        windows.moved(story, "j", 3, 5);

        assertThat(jon.selection()).isEqualTo(new Window.Selection(3, 5));
        assertThat(ane.selection()).isEqualTo(new Window.Selection(0, 0));
        assertThat(isWoken(ane)).isTrue();
        windows.moved(story, "nobody", 1, 1);
        assertThat(isWoken(ane)).isFalse();
    }

    @Test
    void what_another_server_or_a_result_has_changed_is_seen_in_the_database() throws Exception {
        var ane = windows.open(story, "a", "Ane Lasa");
        isWoken(ane);
        windows.look();
        windows.look();
        assertThat(isWoken(ane)).isFalse();

        manuscripts.save(story, ANE, 1, new Edit("", "Izagirre wins", "", "He won again."));
        windows.look();

        assertThat(isWoken(ane)).isTrue();
        windows.look();
        assertThat(isWoken(ane)).isFalse();
    }

    @Test
    void a_server_that_stops_lets_go_of_everybody() throws Exception {
        var ane = windows.open(story, "a", "Ane Lasa");
        var jon = windows.open(story + 1, "j", "Jon Ibarra");
        isWoken(jon);

        windows.closeAll();

        assertThat(ane.isClosed()).isTrue();
        assertThat(isWoken(jon)).isTrue();
        assertThat(windows.of(story)).isEmpty();
    }

    private static boolean isWoken(Window window) throws InterruptedException {
        return window.awaitNews(NOT_AT_ALL);
    }
}
