package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What a house knows of riders, teams and nations, and how sure it is.
class PalmaresTest extends RacingRoom {
    PalmaresTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
    }

    @BeforeEach
    void threeYears() {
        result(
                "race: Tour of the Lakes # date: 2021-06-04",
                "place,family,given,nation,team,gap",
                "1,Kron,Andreas,DEN,Lotto,",
                "2,Izagirre,Ion,ESP,Cofidis,+0:05",
                "3,Strong,Corbin,NZL,Israel,+0:09");
        result(
                "race: Tour of the Lakes # date: 2022-06-05",
                "place,family,given,nation,team,gap,status",
                "1,Izagirre,Ion,ESP,Cofidis,,",
                "2,Kron,Andreas,DEN,Lotto,+0:01,",
                ",Strong,Corbin,NZL,Israel,,DNF");
        result(
                "race: Tour of the Lakes # date: 2023-06-04",
                "place,family,given,nation,team,gap",
                "1,Izagirre,Ion,ESP,Cofidis,",
                "2,Strong,Corbin,NZL,Israel,s.t.");
    }

    @Test
    void a_number_of_wins_is_told_only_where_no_win_can_be_missing() {
        var edition = edition(2023);
        var izagirre = rider("ion-izagirre");

        assertThat(palmares.wins(edition, izagirre))
                .isEqualTo(new Palmares.Wins(List.of(2022), false));
        assertThat(palmares.wins(edition, izagirre).number()).isEmpty();

        winners(
                "race: Tour of the Lakes # first-held: 2020 # complete-since: 2020",
                "year,family,given",
                "2020,Izagirre,Ion");

        assertThat(palmares.wins(edition, izagirre))
                .isEqualTo(new Palmares.Wins(List.of(2020, 2022), true));
        assertThat(palmares.wins(edition, izagirre).number()).isEqualTo(OptionalInt.of(3));
        assertThat(palmares.wins(edition(2021), izagirre).number()).hasValue(2);
    }

    @Test
    void who_defends_is_who_won_the_last_edition() {
        assertThat(palmares.defending(edition(2023)).orElseThrow().rider())
                .isEqualTo(rider("ion-izagirre").id());
        var before = palmares.defending(edition(2022)).orElseThrow();
        assertThat(before.year()).isEqualTo(2021);
        assertThat(before.names()).containsExactly(rider("andreas-kron").id());
        assertThat(palmares.defending(edition(2021))).isEmpty();
    }

    @Test
    void earlier_places_are_those_of_earlier_years_down_to_the_last_asked_for() {
        var kron = rider("andreas-kron");
        var strong = rider("corbin-strong");

        var places = palmares.earlierPlaces(edition(2023), List.of(kron, strong), 10);
        assertThat(places.get(kron))
                .containsExactly(
                        new Palmares.EarlierPlace(2022, 2), new Palmares.EarlierPlace(2021, 1));
        assertThat(places.get(strong)).containsExactly(new Palmares.EarlierPlace(2021, 3));
        assertThat(palmares.earlierPlaces(edition(2023), List.of(kron, strong), 2))
                .containsOnlyKeys(kron);
        assertThat(palmares.earlierPlaces(edition(2021), List.of(kron), 10)).isEmpty();
        assertThat(palmares.earlierPlaces(edition(2023), List.of(), 10)).isEmpty();
    }

    @Test
    void the_history_of_a_race_knows_its_winners_and_by_how_much_they_won() {
        var history = palmares.historyOf(edition(2023).race().id());

        assertThat(history.margins())
                .containsExactly(
                        new RaceHistory.Margin(2023, new Gap(0)),
                        new RaceHistory.Margin(2022, Gap.ofSeconds(1)),
                        new RaceHistory.Margin(2021, Gap.ofSeconds(5)));
        assertThat(history.wins()).hasSize(3);
    }

    @Test
    void a_career_has_each_result_with_the_rider_s_own_row() {
        var career = palmares.career("corbin-strong").orElseThrow();

        assertThat(career.results()).hasSize(3);
        assertThat(career.results())
                .allSatisfy(result ->
                        assertThat(result.rows())
                                .singleElement()
                                .satisfies(
                                        row -> assertThat(row.name()).isEqualTo("Corbin Strong")));
        assertThat(career.listed()).isEmpty();
        assertThat(career.otherNames()).isEmpty();
        assertThat(career.region()).isNull();
        assertThat(palmares.career("nobody")).isEmpty();
    }

    @Test
    void a_win_of_which_nothing_else_is_known_is_in_the_career_once() {
        winners(
                "race: Tour of the Lakes",
                "year,family,given,region",
                "2019,Izagirre,Ion,Basque Country",
                "2022,Izagirre,Ion,");

        var career = palmares.career("ion-izagirre").orElseThrow();
        assertThat(career.listed())
                .singleElement()
                .satisfies(win -> assertThat(win.edition().year()).isEqualTo(2019));
        assertThat(career.region()).isEqualTo("Basque Country");
    }

    @Test
    void a_stage_of_a_race_does_not_hide_that_the_race_was_won() {
        result(
                "race: Tour of Stages # year: 2022 # stage: 1",
                "place,family,given",
                "7,Kron,Anton");
        winners("race: Tour of Stages", "year,family,given", "2022,Kron,Anton");

        assertThat(palmares.career("anton-kron").orElseThrow().listed())
                .singleElement()
                .satisfies(win -> assertThat(win.edition().year()).isEqualTo(2022));
    }

    @Test
    void a_season_of_a_team_has_the_rows_of_its_riders() {
        var season = palmares.season("COFIDIS", 2022).orElseThrow();

        assertThat(season.team().print()).isEqualTo("Cofidis");
        assertThat(season.years()).containsExactly(2023, 2022, 2021);
        assertThat(season.results())
                .singleElement()
                .satisfies(result ->
                        assertThat(result.rows())
                                .singleElement()
                                .satisfies(
                                        row -> assertThat(row.name()).isEqualTo("Ion Izagirre")));
        assertThat(palmares.season("Cofidis", 2019)).isEmpty();
        assertThat(palmares.season("Movistar", 2022)).isEmpty();
    }

    @Test
    void a_nation_has_its_riders_and_its_wins() {
        var spain = palmares.nation("ESP", 10);

        assertThat(names(spain.riders())).containsExactly("Ion Izagirre");
        assertThat(spain.wins())
                .extracting(win -> win.edition().year())
                .containsExactly(2023, 2022);
        assertThat(palmares.nation("ESP", 1).wins()).hasSize(1);
        assertThat(palmares.nation("SLO", 10).riders()).isEmpty();
    }

    @Test
    void the_last_from_a_nation_is_told_where_every_winner_since_is_known() {
        winners(
                "race: Tour of the Lakes # first-held: 2019 # complete-since: 2019",
                "year,family,given,nation",
                "2019,Contador,Alberto,ESP",
                "2020,Roglič,Primož,SLO");

        var honours = palmares.honours(edition(2022), rider("ion-izagirre"));
        assertThat(honours.ofNation())
                .isEqualTo(Optional.of(new Palmares.LastFrom("ESP", OptionalInt.of(2019), 2)));
        assertThat(honours.inARow()).hasValue(1);
        assertThat(palmares.honours(edition(2023), rider("ion-izagirre")).inARow()).hasValue(2);
        assertThat(palmares.honours(edition(2021), rider("andreas-kron")).ofNation())
                .isEqualTo(Optional.of(new Palmares.LastFrom("DEN", OptionalInt.empty(), 2)));
    }

    private Edition edition(int year) {
        return races.edition("tour-of-the-lakes", year).orElseThrow();
    }
}
