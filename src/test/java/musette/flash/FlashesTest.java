package musette.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import musette.racing.Palmares;
import musette.racing.Result;
import musette.racing.Results;
import musette.store.TestDatabase;
import musette.stories.Manuscript;
import musette.stories.Manuscripts;
import musette.stories.Queue;
import musette.stories.Stories;
import musette.text.Edit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Which results become stories by themselves, and what becomes of these when the result changes.
@ExtendWith(TestDatabase.class)
class FlashesTest {
    private static final Clock APRIL_15 =
            Clock.fixed(Instant.parse("2023-04-15T09:00:00Z"), ZoneOffset.UTC);
    private static final long OWNER = 1;
    private static final long REPORTER = 2;
    private static final String ROWS =
            """
            place,family,given,team,gap
            1,Izagirre,Ion,Cofidis,
            2,Higuita,Sergio,BORA - hansgrohe,+0:02
            3,Skjelmose,Mattias,Trek - Segafredo,+0:13
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Results results;
    private final Palmares palmares;
    private final Manuscripts manuscripts;
    private final Flashes flashes;

    FlashesTest(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
        results = new Results(sql, transaction, APRIL_15, news -> {});
        palmares = new Palmares(sql);
        manuscripts = new Manuscripts(sql, transaction, APRIL_15);
        flashes =
                new Flashes(
                        sql,
                        transaction,
                        APRIL_15,
                        new FlashSettings(Duration.ofDays(14)),
                        results,
                        palmares,
                        new Stories(sql, manuscripts),
                        manuscripts);
    }

    @BeforeEach
    void an_empty_house() {
        sql.sql("TRUNCATE race, rider, team, result_row, story RESTART IDENTITY CASCADE").update();
    }

    @Test
    void a_race_is_news_for_as_many_days_as_were_set() {
        assertThat(flashes.isNews(stored("# date: 2023-04-15", ROWS))).isTrue();
        assertThat(flashes.isNews(stored("# date: 2023-04-01", ROWS))).isTrue();
        assertThat(flashes.isNews(stored("# date: 2023-03-31", ROWS))).isFalse();
        assertThat(flashes.isNews(stored("# date: 2023-04-16", ROWS)))
                .as("a clock that goes before")
                .isTrue();
        assertThat(flashes.isNews(stored("# year: 2022", ROWS))).isFalse();
        assertThat(flashes.isNews(stored("# year: 2023", ROWS))).as("maybe today").isTrue();
        assertThatThrownBy(() -> new FlashSettings(Duration.ofHours(23)))
                .hasMessageContaining("musette.flash.opens-within must be a day or more");
        assertThat(new FlashSettings(Duration.ofDays(1)).opensWithin())
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void news_opens_one_flash_and_what_is_old_none() {
        openOrFollow(stored("# date: 2022-04-02", ROWS));
        assertThat(waiting()).isEmpty();

        var news = stored("# date: 2023-04-01", ROWS);
        openOrFollow(news);
        openOrFollow(news);
        assertThat(waiting())
                .singleElement()
                .satisfies(flash -> {
                    assertThat(flash.headline()).startsWith("Ion Izagirre wins");
                    assertThat(flash.byline()).containsExactly(OWNER);
                });
    }

    @Test
    void a_flash_follows_its_result_until_somebody_has_touched_it() {
        openOrFollow(stored("# date: 2023-04-01", ROWS));
        openOrFollow(stored("# date: 2023-04-01", ROWS.replace("+0:02", "+0:04")));
        var flash = waiting().getFirst();
        assertThat(flash.body().text()).contains("four seconds");

        var text = flash.plainText() + "\n\nIt rained.";
        manuscripts.save(
                flash.id(),
                REPORTER,
                flash.version(),
                new Edit(flash.kicker(), flash.headline(), flash.standfirst(), text));
        openOrFollow(stored("# date: 2023-04-01", ROWS.replace("+0:02", "+0:06")));
        assertThat(waiting().getFirst().body().text()).contains("four seconds", "It rained.");
    }

    @Test
    void a_flash_goes_when_its_result_can_no_longer_be_told() {
        openOrFollow(stored("# date: 2023-04-01", ROWS));

        openOrFollow(stored("# date: 2023-04-01", ROWS.replaceFirst("2,Hig.*\n", "")));

        assertThat(waiting()).isEmpty();
    }

    @Test
    void whoever_asks_gets_a_story_of_an_old_result_and_everybody_else_the_same_one() {
        var old = stored("# date: 2022-04-02", ROWS);

        var story = flashes.draft(old.id(), REPORTER).orElseThrow();

        assertThat(flashes.draft(old.id(), OWNER)).contains(story);
        assertThat(waiting())
                .singleElement()
                .satisfies(flash -> {
                    assertThat(flash.id()).isEqualTo(story);
                    assertThat(flash.byline()).containsExactly(REPORTER);
                    assertThat(flash.body().text()).contains("Izagirre", "two seconds");
                });
    }

    @Test
    void a_story_has_to_be_asked_for_where_one_could_be_drafted_and_none_is() {
        var old = stored("# date: 2022-04-02", ROWS);
        var torn = stored("# date: 2022-04-03", ROWS.replaceFirst("2,Hig.*\n", ""));

        assertThat(flashes.mustBeAskedFor(old)).isTrue();
        assertThat(flashes.mustBeAskedFor(torn)).isFalse();
        assertThat(flashes.mustBeAskedFor(stored("# date: 2023-04-01", ROWS))).isFalse();
        assertThat(flashes.draft(old.id(), REPORTER)).isPresent();
        assertThat(flashes.mustBeAskedFor(old)).isFalse();
    }

    /// Whoever asked on the page of the version before gets no story of that one.
    @Test
    void a_story_is_drafted_from_the_version_that_counts_in_its_turn() throws Exception {
        var before = stored("# date: 2022-04-02", ROWS);
        var asked = new FutureTask<>(() -> flashes.draft(before.id(), REPORTER));

        transaction.executeWithoutResult(status -> {
            flashes.takeTurn(before.id());
            Thread.ofVirtual().start(asked);
            stored("# date: 2022-04-02", ROWS.replace("+0:02", "+0:04"));
        });

        assertThat(asked.get(20, TimeUnit.SECONDS)).isPresent();
        assertThat(waiting().getFirst().body().text()).contains("four seconds");
    }

    @Test
    void of_what_does_not_count_or_cannot_be_told_no_story_is_drafted() {
        var torn = stored("# date: 2022-04-02", ROWS.replaceFirst("2,Hig.*\n", ""));

        assertThat(flashes.draft(torn.id(), REPORTER)).isEmpty();
        assertThat(flashes.draft(torn.id() + 1, REPORTER)).isEmpty();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void two_who_ask_in_the_same_moment_get_one_story() throws InterruptedException {
        var old = stored("# date: 2022-04-02", ROWS);
        var first = new Thread(() -> flashes.draft(old.id(), OWNER));
        var second = new Thread(() -> flashes.draft(old.id(), REPORTER));

        first.start();
        second.start();
        first.join();
        second.join();

        assertThat(waiting()).hasSize(1);
    }

    @Test
    void why_nothing_is_told_of_a_result_is_said() {
        assertThat(Flash.withheld(stored("# date: 2023-04-01", ROWS))).isEmpty();
        assertThat(withheld("", ROWS.replaceFirst("2,Hig.*\n", "")))
                .isEqualTo(
                        "No flash is drafted: nobody stands on place 2. Mend the file and bring it"
                                + " in again.");
        assertThat(withheld("# classification: start-list\n", "bib,family,given\n1,Izagirre,Ion\n"))
                .isEqualTo("It says who starts; there is nothing to tell of yet.");
        assertThat(withheld("# classification: points\n", "place,family,given,points\n1,A,B,9\n"))
                .startsWith("No flash is drafted from a classification");
        assertThat(withheld("# stage: 1\n# kind: ttt\n", ROWS))
                .startsWith("No flash is drafted: teams won and lost here");
        assertThat(withheld("", ROWS.replace("+0:13", "+0:01")))
                .contains("nearer to the winner than place 2");
        assertThat(Flash.withheld(stored("# date: 2023-04-01", ROWS.replaceFirst("1,Iza.*\n", ""))))
                .as("a first place that was left open")
                .isEmpty();
    }

    /// Of the file alone, and of the same once it is stored.
    private String withheld(String head, String rows) {
        var file = OneDayRaces.file("# race: Klasika\n# date: 2023-04-01\n" + head + rows);
        var stored = (Results.Stored) results.store(file, "test");
        var reason = Flash.withheld(results.byId(stored.result()).orElseThrow()).orElseThrow();
        assertThat(Flash.withheld(file)).contains(reason);
        return reason;
    }

    private Result stored(String date, String rows) {
        var race = "# race: Klasika %s\n# standing: official\n".formatted(date.substring(2));
        var file = OneDayRaces.file(race + date + "\n" + rows);
        var stored = (Results.Stored) results.store(file, "test");
        return results.byId(stored.result()).orElseThrow();
    }

    private void openOrFollow(Result result) {
        transaction.executeWithoutResult(status -> {
            flashes.takeTurn(result.id());
            flashes.openOrFollow(result, Flash.of(result, palmares), OWNER);
        });
    }

    private List<Manuscript> waiting() {
        return new Queue(sql).waitingFlashes(10);
    }
}
