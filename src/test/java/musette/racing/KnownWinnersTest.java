package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import musette.racing.KnownWinners.Winner;
import musette.racing.WinnersHistory.Origin;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Whom the house knows to have won, and of which years it says nothing.
class KnownWinnersTest extends RacingRoom {
    private static final String ROWS = "place,family,given,nation,team";

    KnownWinnersTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
    }

    @Test
    void results_come_first_and_lists_fill_the_rest() {
        won(2022, "Kron,Andreas,DEN");
        winners("race: Tour", "year,family,given", "2022,Strong,Corbin", "2021,Izagirre,Ion");

        assertThat(winners())
                .isEqualTo(
                        Map.of(
                                2021,
                                List.of(id("ion-izagirre")),
                                2022,
                                List.of(id("andreas-kron"))));
    }

    @Test
    void joint_winners_are_several_of_one_year() {
        result("race: Tour # year: 2022", ROWS, "1,Kron,Andreas,DEN,", "1,Strong,Corbin,NZL,");

        assertThat(winners().get(2022))
                .containsExactlyInAnyOrder(id("andreas-kron"), id("corbin-strong"));
    }

    @Test
    void a_year_that_nobody_won_is_known_and_one_that_was_not_told_is_not() {
        won(2020, "Kron,Andreas,DEN");
        winners("race: Tour", "year,family,given,status", "2021,,,not held");
        result("race: Tour # year: 2022", ROWS, "2,Strong,Corbin,NZL,");

        assertThat(winners()).containsEntry(2021, List.of()).containsKey(2020);
        assertThat(winners()).doesNotContainKey(2019);
    }

    @Test
    void a_year_of_which_only_who_starts_is_known_is_not_known() {
        won(2022, "Kron,Andreas,DEN");
        result(
                "race: Tour # year: 2023 # classification: start-list",
                "family,given,team",
                "Strong,Corbin,Israel");

        assertThat(winners()).containsOnlyKeys(2022);
        assertThat(known().lastHeld()).isEqualTo(2022);
    }

    @Test
    void a_stage_says_nothing_of_who_won_the_race() {
        result("race: Tour # year: 2023 # stage: 1", ROWS, "1,Kron,Andreas,DEN,");

        assertThat(winners()).isEmpty();
        assertThat(known().since()).isEmpty();
    }

    @Test
    void what_was_taken_back_was_not_won() {
        var result = won(2022, "Kron,Andreas,DEN");

        results.takeBack(result.id(), 1);

        assertThat(winners()).isEmpty();
    }

    @Test
    void since_when_all_are_known_is_said_by_a_list_and_only_up_to_the_newest() {
        won(2022, "Kron,Andreas,DEN");
        won(2023, "Kron,Andreas,DEN");
        assertThat(known().since()).isEmpty();

        winners(
                "race: Tour # complete-since: 2020 # first-held: 1999",
                "year,family,given",
                "2020,Strong,Corbin",
                "2021,Strong,Corbin");
        assertThat(known().since()).hasValue(2020);
        assertThat(known().history().firstHeld()).isEqualTo(1999);
        assertThat(known().history().completeSince()).isEqualTo(2020);

        result("race: Tour # year: 2024", ROWS, "2,Strong,Corbin,NZL,");
        assertThat(known().lastHeld()).isEqualTo(2024);
    }

    @Test
    void the_newest_list_that_says_so_counts() {
        winners("race: Tour # complete-since: 2020", "year,family,given", "2020,Strong,Corbin");
        winners("race: Tour # complete-since: 2010", "year,family,given", "2010,Kron,Andreas");
        winners("race: Tour", "year,family,given", "2009,Kron,Andreas");

        assertThat(known().history().completeSince()).isEqualTo(2010);
    }

    @Test
    void a_winner_is_from_where_they_rode_for_on_the_day() {
        won(2021, "Strong,Corbin,NZL");
        won(2022, "Strong,Corbin,AUS");

        assertThat(origins(2021)).containsExactly(new Origin("NZL", null));
        assertThat(origins(2022)).containsExactly(new Origin("AUS", null));
    }

    private Result won(int year, String winner) {
        return result("race: Tour # year: " + year, ROWS, "1," + winner + ",");
    }

    private KnownWinners known() {
        return KnownWinners.of(sql, races.bySlug("tour").orElseThrow().id());
    }

    private Map<Integer, List<Long>> winners() {
        return known().history().winners().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                year -> year.getValue().stream().map(Winner::rider).toList()));
    }

    private List<Origin> origins(int year) {
        return known().history().winners().getOrDefault(year, List.of()).stream()
                .map(Winner::origin)
                .toList();
    }

    private long id(String slug) {
        return rider(slug).id();
    }
}
