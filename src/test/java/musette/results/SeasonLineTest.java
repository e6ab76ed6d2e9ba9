package musette.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import musette.pages.ResultTable;
import musette.racing.Indurain;
import musette.racing.Races;
import musette.racing.Result;
import musette.racing.Rider;
import musette.racing.Stored;
import org.junit.jupiter.api.Test;

/// A season line by line, on the page of a rider or a team.
class SeasonLineTest {
    private static final Result OFFICIAL = Stored.of(Indurain.official());
    private static final ResultTable.Name TEAM = new ResultTable.Name("Cofidis", "/teams/cofidis");

    @Test
    void a_line_says_day_place_race_and_what_decided() {
        var second = line(OFFICIAL, 1);

        assertThat(second.day()).isEqualTo("1 Apr");
        assertThat(second.place()).isEqualTo("2");
        assertThat(second.race())
                .isEqualTo(
                        new ResultTable.Name(
                                "Gran Premio Miguel Indurain",
                                "/races/gran-premio-miguel-indurain/2023"));
        assertThat(second.whose()).isEqualTo(TEAM);
        assertThat(second.measure()).isEqualTo("+0:02");
        assertThat(second.won()).isFalse();
        assertThat(second.isProvisional()).isFalse();
        assertThat(line(Stored.of(Indurain.slidUp()), 0).isProvisional()).isTrue();
    }

    @Test
    void a_win_is_one_of_a_race_or_a_stage_and_not_of_a_classification() {
        assertThat(line(OFFICIAL, 0).won()).isTrue();
        assertThat(line(of("stage: 4"), 0).won()).isTrue();
        assertThat(line(of("classification: points"), 0).won()).isFalse();
        assertThat(line(of("stage: 4\n# classification: general"), 0).won()).isFalse();
    }

    @Test
    void how_it_stood_after_a_stage_and_who_started_are_left_to_the_race() {
        assertThat(SeasonLine.isOfSeason(OFFICIAL)).isTrue();
        assertThat(SeasonLine.isOfSeason(of("stage: 4"))).isTrue();
        assertThat(SeasonLine.isOfSeason(of("classification: youth"))).isTrue();
        assertThat(SeasonLine.isOfSeason(of("stage: 4\n# classification: youth"))).isFalse();
        assertThat(SeasonLine.isOfSeason(of("classification: start-list"))).isFalse();
    }

    @Test
    void the_newest_stands_first_and_a_race_without_a_day_at_the_end_of_its_year() {
        var lines =
                Stream.of(
                                line(on("2022-05-01", "Old"), 0),
                                line(on("2023-04-01", "B race"), 0),
                                line(of("race: Undated"), 0),
                                line(on("2023-06-01", "Late"), 0),
                                line(on("2023-04-01", "A race"), 0))
                        .sorted(SeasonLine.NEWEST_FIRST)
                        .map(line -> line.race().words());

        assertThat(lines).containsExactly("Late", "A race", "B race", "Undated", "Old");
        assertThat(line(of("race: Undated"), 0).day()).isEmpty();
    }

    @Test
    void a_win_that_only_a_list_of_winners_tells_is_a_line_too() {
        var rider = (Rider) OFFICIAL.rows().getFirst().competitor();
        var alone = SeasonLine.of(new Races.Winner(OFFICIAL.edition(), rider, null));

        assertThat(alone.measure()).isEqualTo("winner");
        assertThat(alone.place()).isEqualTo("1");
        assertThat(alone.won()).isTrue();
        assertThat(alone.whose()).isEqualTo(ResultTable.Name.NONE);
        assertThat(alone.race().address()).isEqualTo("/races/gran-premio-miguel-indurain/2023");
        var team = OFFICIAL.rows().getFirst().team();
        assertThat(SeasonLine.of(new Races.Winner(OFFICIAL.edition(), rider, team)).whose().words())
                .isEqualTo("Cofidis");
    }

    @Test
    void wins_and_results_are_counted_in_words() {
        var win = line(OFFICIAL, 0);
        var second = line(OFFICIAL, 1);

        assertThat(SeasonLine.count(Stream.of())).isEqualTo("No win in no result");
        assertThat(SeasonLine.count(Stream.of(second))).isEqualTo("No win in 1 result");
        assertThat(SeasonLine.count(Stream.of(win, second))).isEqualTo("1 win in 2 results");
        assertThat(SeasonLine.count(Stream.of(win, second, win))).isEqualTo("2 wins in 3 results");
        assertThat(SeasonLine.season(2023, List.of(second))).isEqualTo("2023");
        assertThat(SeasonLine.season(2023, List.of(win, second))).isEqualTo("2023 · 1 win");
        assertThat(SeasonLine.season(2023, List.of(win, win))).isEqualTo("2023 · 2 wins");
    }

    private static SeasonLine line(Result result, int row) {
        return SeasonLine.of(result, result.rows().get(row), TEAM);
    }

    private static Result on(String day, String race) {
        return of("race: %s\n# date: %s\n# year: %s".formatted(race, day, day.substring(0, 4)));
    }

    private static Result of(String head) {
        var columns =
                head.contains("start-list")
                        ? "bib,family,given\n1,Kron,Andreas\n"
                        : "place,family,given,points\n1,Kron,Andreas,25\n";
        return Stored.of("# race: Tour\n# year: 2023\n# " + head + "\n" + columns);
    }
}
