package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody who rides for another nation is who they were, and every result says for which one they
/// rode that day: Pavel Sivakov, for Russia until March 2022, for France since.
class NationsOfRidersTest extends RacingRoom {
    private static final String UCI_ID = "10009404647";
    private static final LocalDate ALPS = LocalDate.of(2019, 4, 26);
    private static final LocalDate POLOGNE = LocalDate.of(2019, 8, 9);
    private static final LocalDate BURGOS = LocalDate.of(2022, 8, 6);

    NationsOfRidersTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
    }

    @Test
    void every_result_says_for_whom_the_rider_rode_that_day() {
        var alps = won("Tour of the Alps", ALPS, UCI_ID, "RUS");
        var burgos = won("Vuelta a Burgos", BURGOS, UCI_ID, "FRA");
        var untold = won("Giro di Sicilia", LocalDate.of(2022, 4, 15), UCI_ID, null);

        assertThat(nationIn(alps)).isEqualTo("RUS");
        assertThat(nationIn(burgos)).isEqualTo("FRA");
        assertThat(nationIn(untold)).as("the latest, where the file is silent").isEqualTo("FRA");
        assertThat(riders()).containsExactly("FRA");
        assertThat(races.winsOfNation("RUS", 9))
                .extracting(win -> win.edition().race().name() + " " + win.rider().nation())
                .containsExactly("Tour of the Alps RUS");
        assertThat(races.winsOfNation("FRA", 9))
                .extracting(win -> win.edition().race().name())
                .containsExactly("Vuelta a Burgos", "Giro di Sicilia");
    }

    @Test
    void what_a_win_means_for_nation_and_region_is_asked_of_the_list_of_winners() {
        list(winner(2010, "Iglinskiy", "KAZ", null), winner(2011, "Bazayev", "KAZ", "Almaty"));
        list(
                winner(2009, "Sivakov", "RUS", "Moscow"),
                winner(2010, "Iglinskiy", "KAZ", null),
                winner(2011, "Bazayev", "KAZ", "Astana"));
        var alps = won("Tour of the Alps", LocalDate.of(2012, 4, 26), null, "RUS");
        var result = results.byId(alps.result()).orElseThrow();
        var palmares = new Palmares(sql);

        var sivakov = result.winners().getFirst().rider().orElseThrow();
        assertThat(palmares.honours(result.edition(), sivakov).ofNation())
                .contains(new Palmares.LastFrom("RUS", OptionalInt.of(2009), 2));
        assertThat(palmares.honours(result.edition(), sivakov).ofRegion())
                .contains(new Palmares.LastFrom("Moscow", OptionalInt.of(2009), 2));
        var bazayev = palmares.career("a-bazayev").orElseThrow();
        assertThat(bazayev.region()).as("what was told last").isEqualTo("Astana");
        assertThat(palmares.honours(result.edition(), bazayev.rider()).ofRegion())
                .contains(new Palmares.LastFrom("Astana", OptionalInt.of(2011), 0));
        var iglinskiy = palmares.career("a-iglinskiy").orElseThrow().rider();
        assertThat(palmares.honours(result.edition(), iglinskiy).ofRegion()).isEmpty();
    }

    private void list(WinnersFile.Row... rows) {
        results.store(
                new WinnersFile(
                        "winners.csv",
                        "tour-of-the-alps",
                        "Tour of the Alps",
                        2009,
                        2009,
                        List.of(rows)),
                "desk");
    }

    private static WinnersFile.Row winner(
            int year, String family, String nation, @Nullable String region) {
        var given = family.equals("Sivakov") ? "Pavel" : "A";
        return new WinnersFile.Row(
                year,
                new ResultFile.Entrant(null, family, given, nation, null, null, region),
                null,
                year);
    }

    @Test
    void an_older_result_that_comes_late_does_not_bring_the_former_nation_back() {
        won("Vuelta a Burgos", BURGOS, UCI_ID, "FRA");
        var alps = won("Tour of the Alps", ALPS, UCI_ID, "RUS");

        assertThat(riders()).containsExactly("FRA");
        assertThat(nationIn(alps)).isEqualTo("RUS");
    }

    @Test
    void whoever_is_filed_without_a_uci_id_is_known_again_under_each_nation_they_rode_for() {
        won("Tour of the Alps", ALPS, UCI_ID, "RUS");
        won("Vuelta a Burgos", BURGOS, UCI_ID, "FRA");

        won("Tour de Pologne", POLOGNE, null, "RUS");
        won("Tour de l'Ain", LocalDate.of(2023, 7, 26), null, "FRA");
        assertThat(riders()).hasSize(1);
        won("Tour of Elsewhere", LocalDate.of(2023, 7, 26), null, "KAZ");
        assertThat(riders()).as("nobody of ours").containsExactlyInAnyOrder("FRA", "KAZ");
    }

    @Test
    void a_nation_that_was_told_by_mistake_goes_with_the_result_that_is_taken_back() {
        won("Tour of the Alps", ALPS, UCI_ID, "RUS");
        var wrong = won("Vuelta a Burgos", BURGOS, UCI_ID, "KAZ");
        assertThat(riders()).containsExactly("KAZ");

        results.takeBack(wrong.result(), wrong.revision());

        assertThat(riders()).containsExactly("RUS");
        won("Tour de Pologne", POLOGNE, null, "KAZ");
        assertThat(riders()).containsExactlyInAnyOrder("RUS", "KAZ");
    }

    @Test
    void a_nation_that_a_newer_version_puts_right_is_gone() {
        won("Tour of the Alps", ALPS, UCI_ID, "KAZ");
        results.store(
                file("Tour of the Alps", ALPS, UCI_ID, "RUS", "Ineos Grenadiers"), "Ane Lasa");

        assertThat(riders()).containsExactly("RUS");
        won("Tour de Pologne", POLOGNE, null, "KAZ");
        assertThat(riders()).as("nobody of ours").containsExactlyInAnyOrder("RUS", "KAZ");
    }

    private Results.Stored won(
            String race, LocalDate day, @Nullable String uciId, @Nullable String nation) {
        return (Results.Stored) results.store(file(race, day, uciId, nation, "Ineos"), "Ane Lasa");
    }

    private static ResultFile file(
            String race,
            LocalDate day,
            @Nullable String uciId,
            @Nullable String nation,
            String team) {
        var head =
                new ResultFile.Head(
                        "result.csv",
                        Race.slugOf(race),
                        race,
                        race,
                        day.getYear(),
                        ResultKey.RACE,
                        null,
                        Race.Gender.MEN,
                        day,
                        null,
                        null,
                        null,
                        null,
                        Result.Standing.OFFICIAL,
                        null,
                        null,
                        null);
        var placing =
                new Placing(
                        1, false, null, null, null, false, Placing.Status.FINISHED, null, "", 2);
        var row =
                new ResultFile.Row(
                        new ResultFile.Entrant(uciId, "Sivakov", "Pavel", nation, null),
                        team,
                        placing);
        return new ResultFile(head, List.of(row));
    }

    private @Nullable String nationIn(Results.Stored stored) {
        return results.revision(stored.result(), stored.revision())
                .orElseThrow()
                .winners()
                .getFirst()
                .rider()
                .orElseThrow()
                .nation();
    }

    /// The nations of all riders there are.
    private List<String> riders() {
        return sql.sql("SELECT nation FROM rider").query(String.class).list();
    }
}
