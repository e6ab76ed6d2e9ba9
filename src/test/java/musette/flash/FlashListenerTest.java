package musette.flash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import musette.media.MediaSettings;
import musette.media.Pictures;
import musette.racing.Palmares;
import musette.racing.ResultChanged;
import musette.racing.Results;
import musette.racing.WinnersListed;
import musette.staff.Staff;
import musette.staff.StaffSettings;
import musette.store.DataFolder;
import musette.store.RolledBack;
import musette.stories.FactChanges;
import musette.stories.FactFollowing;
import musette.stories.Manuscript;
import musette.stories.Manuscripts;
import musette.stories.Publication;
import musette.stories.Queue;
import musette.stories.Stories;
import musette.text.Edit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What the desk and its stories hear of results and lists of winners.
class FlashListenerTest extends RolledBack {
    private static final Clock FINISH =
            Clock.fixed(Instant.parse("2023-04-01T15:00:00Z"), ZoneOffset.UTC);
    private static final String ROWS =
            """
            place,family,given,birth_date,team,gap
            1,Izagirre,Ion,1989-02-04,Cofidis,
            2,Higuita,Sergio,,BORA - hansgrohe,+0:02
            3,Skjelmose,Mattias,,Trek - Segafredo,+0:13
            """;
    private static final String WINNERS =
            """
            # winners v1
            # race: Klasika
            # complete-since: 2006
            year,family,given
            """;

    private final Results results;
    private final Manuscripts manuscripts;
    private final Stories stories;
    private final FactChanges changes;
    private final Staff staff;
    private final FlashListener listener;

    FlashListenerTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        results = new Results(sql, transaction, FINISH, news -> {});
        manuscripts = new Manuscripts(sql, transaction, FINISH);
        stories = new Stories(sql, manuscripts);
        changes = new FactChanges(sql, FINISH, news -> {});
        var owner = new StaffSettings("The Editor", "editor@musette.example");
        staff = new Staff(sql, transaction, FINISH, owner, news -> {});
        var palmares = new Palmares(sql);
        var settings = new FlashSettings(Duration.ofDays(14));
        listener =
                new FlashListener(
                        new Flashes(
                                sql,
                                transaction,
                                FINISH,
                                settings,
                                results,
                                palmares,
                                stories,
                                manuscripts),
                        results,
                        palmares,
                        stories,
                        manuscripts,
                        changes,
                        new FactFollowing(sql, transaction, FINISH, manuscripts),
                        staff);
    }

    @Test
    void a_race_of_these_days_has_a_flash_at_once_and_an_archive_s_has_none() {
        heard("2022-04-02", ROWS);
        assertThat(waiting()).isEmpty();

        heard("2023-04-01", ROWS);
        assertThat(waiting())
                .singleElement()
                .satisfies(flash -> assertThat(flash.byline()).containsExactly(staff.owner().id()));
    }

    @Test
    void the_flash_s_own_sentences_follow_in_a_draft_that_somebody_has_written_in() {
        heard("2023-04-01", ROWS);
        var flash = writtenIn(waiting().getFirst());

        heard("2023-04-01", ROWS.replace("+0:02", "+0:04"));

        assertThat(manuscripts.byId(flash).orElseThrow().plainText())
                .contains("four seconds", "It rained.")
                .doesNotContain("two seconds");
    }

    @Test
    void a_story_that_readers_have_is_asked_what_it_says() {
        heard("2023-04-01", ROWS);
        var flash = published();

        var result = heard("2023-04-01", ROWS.replace("+0:02", "+0:04"));

        assertThat(changes.ofStory(flash)).isNotEmpty();
        results.takeBack(result, 2);
        listener.on(new ResultChanged(result));
        assertThat(changes.ofStory(flash)).as("right again").isEmpty();
    }

    @Test
    void a_result_that_was_taken_back_takes_its_untouched_flash_along() {
        var result = heard("2023-04-01", ROWS);

        assertThat(results.takeBack(result, 1)).isTrue();
        listener.on(new ResultChanged(result));

        assertThat(waiting()).isEmpty();
    }

    @Test
    void what_readers_have_of_a_result_that_was_taken_back_is_asked_about() {
        var result = heard("2023-04-01", ROWS);
        var flash = published();

        results.takeBack(result, 1);
        listener.on(new ResultChanged(result));

        assertThat(changes.ofStory(flash)).isNotEmpty();
    }

    @Test
    void a_list_of_winners_says_what_a_win_of_these_days_means() {
        heard("2023-04-01", ROWS);
        assertThat(waiting().getFirst().plainText()).doesNotContain("2016");

        var list = OneDayRaces.list(WINNERS + "2016,Izagirre,Ion\n");
        listener.on(new WinnersListed(((Results.Listed) results.store(list, "test")).race()));

        assertThat(waiting().getFirst().plainText()).contains("2016");
    }

    @Test
    void an_earlier_edition_that_comes_late_is_told_in_the_story_of_a_later_one() {
        heard("2023-04-01", ROWS);

        heard("2022-04-02", ROWS);

        assertThat(waiting().getFirst().plainText()).contains("2022");
    }

    /// Keeps a result as the wire does, and lets it be heard.
    private long heard(String date, String rows) {
        var head = "# race: Klasika\n# standing: official\n# gender: men\n# date: " + date + "\n";
        var stored = (Results.Stored) results.store(OneDayRaces.file(head + rows), "test");
        listener.on(new ResultChanged(stored.result()));
        return stored.result();
    }

    private long writtenIn(Manuscript flash) {
        var text = flash.plainText() + "\n\nIt rained.";
        manuscripts.save(
                flash.id(),
                staff.owner().id(),
                flash.version(),
                new Edit(flash.kicker(), flash.headline(), flash.standfirst(), text));
        return flash.id();
    }

    private long published() {
        var flash = waiting().getFirst();
        var pictures =
                new Pictures(
                        sql,
                        FINISH,
                        new DataFolder(Path.of("target/pictures-of-flashes")),
                        MediaSettings.FOLDER);
        new Publication(sql, transaction, FINISH, news -> {}, manuscripts, pictures)
                .publish(flash.id(), staff.owner().id(), flash.version());
        return flash.id();
    }

    private List<Manuscript> waiting() {
        return new Queue(sql).waitingFlashes(10);
    }
}
