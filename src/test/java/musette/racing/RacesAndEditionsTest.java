package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What files tell of races, their editions, stages and teams, and what stays when they disagree.
class RacesAndEditionsTest extends RacingRoom {
    private static final String ROWS = "place,family,given,team";
    private static final String KRON = "1,Kron,Andreas,Lotto Dstny";
    private static final String TEAMS =
            """
            SELECT season || ' ' || print
            FROM team
            ORDER BY season, print
            """;

    RacesAndEditionsTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
    }

    @Test
    void an_edition_is_what_its_file_says() {
        var edition =
                result(
                                "race: Tour of the Lakes # edition: Lakes Tour # date: 2023-06-04"
                                        + " # class: 1.Pro # country: DEN # distance: 180.5"
                                        + " # gender: men",
                                ROWS,
                                KRON)
                        .edition();

        assertThat(edition.race().slug()).isEqualTo("tour-of-the-lakes");
        assertThat(edition.name()).isEqualTo("Lakes Tour");
        assertThat(edition.year()).isEqualTo(2023);
        assertThat(edition.heldOn()).isEqualTo(LocalDate.of(2023, 6, 4));
        assertThat(edition.raceClass()).isEqualTo("1.Pro");
        assertThat(edition.kind()).isEqualTo(Race.Kind.ROAD);
        assertThat(edition.status()).isEqualTo(Edition.Status.HELD);
        assertThat(edition.race().gender()).isEqualTo(Race.Gender.MEN);
    }

    @Test
    void a_later_file_corrects_what_it_says_and_leaves_what_it_does_not() {
        result("race: Tour # date: 2023-06-04 # class: 1.1", ROWS, KRON);

        var edition =
                result("race: Tour # year: 2023 # class: 1.Pro # standing: official", ROWS, KRON)
                        .edition();

        assertThat(edition.raceClass()).isEqualTo("1.Pro");
        assertThat(edition.heldOn()).isEqualTo(LocalDate.of(2023, 6, 4));
        assertThat(races.editions(edition.race().id())).hasSize(1);
    }

    @Test
    void a_race_keeps_its_name_while_its_editions_have_theirs() {
        result("race: Tour # slug: tour # year: 2022 # edition: Old Tour", ROWS, KRON);
        result("race: New Tour # slug: tour # year: 2023", ROWS, KRON);

        var race = races.bySlug("tour").orElseThrow();

        assertThat(race.name()).isEqualTo("Tour");
        assertThat(races.editions(race.id())).extracting(Edition::year).containsExactly(2023, 2022);
        assertThat(races.edition("tour", 2022).orElseThrow().name()).isEqualTo("Old Tour");
        assertThat(races.edition("tour", 2021)).isEmpty();
        assertThat(races.bySlug("old-tour")).isEmpty();
    }

    @Test
    void a_stage_has_a_day_and_a_kind_of_its_own() {
        result("race: Tour # date: 2023-06-10", ROWS, KRON);
        var stage =
                result(
                        "race: Tour # date: 2023-06-04 # stage: 1 # kind: itt",
                        "place,family,given,team,time",
                        "1,Kron,Andreas,Lotto Dstny,12:01");

        assertThat(stage.stage().heldOn()).isEqualTo(LocalDate.of(2023, 6, 4));
        assertThat(stage.stage().kind()).isEqualTo(Race.Kind.ITT);
        assertThat(stage.edition().heldOn()).isEqualTo(LocalDate.of(2023, 6, 10));
        assertThat(stage.edition().kind()).isEqualTo(Race.Kind.ROAD);
    }

    @Test
    void a_start_list_plans_an_edition_and_a_result_holds_it_for_good() {
        var starters =
                result(
                        "race: Tour # year: 2023 # classification: start-list",
                        "family,given,team",
                        "Kron,Andreas,Lotto Dstny");
        assertThat(starters.edition().status()).isEqualTo(Edition.Status.PLANNED);

        assertThat(result("race: Tour # year: 2023", ROWS, KRON).edition().status())
                .isEqualTo(Edition.Status.HELD);

        result(
                "race: Tour # year: 2023 # classification: start-list # standing: official",
                "family,given,team",
                "Strong,Corbin,Israel");
        assertThat(races.edition("tour", 2023).orElseThrow().status())
                .isEqualTo(Edition.Status.HELD);
    }

    @Test
    void a_list_of_winners_knows_years_in_which_nobody_raced() {
        result("race: Tour # year: 2023", ROWS, KRON);

        winners(
                "race: Tour",
                "year,family,given,status",
                "2021,Strong,Corbin,",
                "2020,,,not held",
                "2023,,,cancelled");

        var race = races.bySlug("tour").orElseThrow();
        assertThat(races.editions(race.id()))
                .extracting(Edition::year, Edition::status)
                .containsExactly(
                        tuple(2023, Edition.Status.HELD),
                        tuple(2021, Edition.Status.HELD),
                        tuple(2020, Edition.Status.CANCELLED));
        assertThat(races.winners(race.id()))
                .extracting(winner -> winner.rider().display())
                .containsExactly("Andreas Kron", "Corbin Strong");
    }

    @Test
    void a_year_that_a_list_took_for_cancelled_is_held_once_its_result_is_there() {
        winners(
                "race: Tour",
                "year,family,given,status",
                "2022,Strong,Corbin,",
                "2023,,,cancelled");

        result("race: Tour # year: 2023", ROWS, KRON);

        assertThat(races.edition("tour", 2023).orElseThrow().status())
                .isEqualTo(Edition.Status.HELD);
    }

    @Test
    void what_was_unknown_of_a_race_is_filled_and_then_stays() {
        result("race: Tour # year: 2021", ROWS, KRON);
        assertThat(races.bySlug("tour").orElseThrow().gender()).isNull();

        result("race: Tour # year: 2022 # gender: women", ROWS, "1,Vos,Marianne,Jumbo-Visma");

        assertThat(races.bySlug("tour").orElseThrow().gender()).isEqualTo(Race.Gender.WOMEN);
        var refused =
                (Results.Refused)
                        results.store(
                                file("race: Tour # year: 2023 # gender: men", ROWS, KRON),
                                "Ane Lasa");
        assertThat(refused.sentence())
                .isEqualTo(
                        "The race tour is kept as a women's race. Give this one a slug of its own,"
                                + " with a line such as '# slug: tour-men'.");
        assertThat(races.edition("tour", 2023)).isEmpty();
    }

    @Test
    void one_spelling_is_one_team_of_its_season() {
        result(
                "race: Tour # year: 2023",
                ROWS,
                KRON,
                "2,Strong,Corbin,LOTTO-DSTNY",
                "3,Izagirre,Ion,Cofidis");
        result("race: Tour # year: 2022", ROWS, KRON);

        assertThat(sql.sql(TEAMS).query(String.class).list())
                .containsExactly("2022 Lotto Dstny", "2023 Cofidis", "2023 Lotto Dstny");
    }

    @Test
    void every_race_stands_with_who_won_it_last() {
        result("race: Zurich # year: 2022", ROWS, KRON);
        result("race: Zurich # year: 2023", ROWS, "1,Strong,Corbin,Israel");
        result(
                "race: Almeria # year: 2023 # classification: start-list",
                "family,given,team",
                "Kron,Andreas,Lotto Dstny");

        assertThat(races.latestWinners())
                .extracting(it -> it.race().name(), it -> it.winners(), it -> it.year())
                .containsExactly(tuple("Almeria", "", 0), tuple("Zurich", "Corbin Strong", 2023));
    }

    @Test
    void joint_winners_are_named_together() {
        result("race: Tour # year: 2023", ROWS, KRON, "1,Strong,Corbin,Israel");

        assertThat(races.latestWinners().getFirst().winners())
                .contains("Andreas Kron", "Corbin Strong");
        assertThat(races.winners(races.bySlug("tour").orElseThrow().id())).hasSize(2);
    }

    @Test
    void what_is_told_of_a_stage_is_not_told_of_the_race() {
        var stage =
                result(
                        "race: Tour # date: 2023-06-04 # stage: 2 # place: Huy # distance: 180.5"
                                + " # kind: itt # class: 2.Pro",
                        ROWS,
                        KRON);

        assertThat(stage.kind()).isEqualTo(Race.Kind.ITT);
        assertThat(stage.heldOn()).isEqualTo(LocalDate.of(2023, 6, 4));
        assertThat(stage.place()).isEqualTo("Huy");
        assertThat(stage.metres()).isEqualTo(180_500);
        var edition = races.edition("tour", 2023).orElseThrow();
        assertThat(edition.kind()).isEqualTo(Race.Kind.ROAD);
        assertThat(edition.heldOn()).isNull();
        assertThat(edition.place()).isNull();
        assertThat(edition.metres()).isNull();
        assertThat(edition.raceClass()).isEqualTo("2.Pro");
    }

    @Test
    void a_team_has_its_name_of_the_season_in_print_and_in_addresses() {
        var row = result("race: Tour # year: 2023", ROWS, KRON).rows().getFirst();
        var team = Objects.requireNonNull(row.team());

        assertThat(team.season()).isEqualTo(2023);
        assertThat(team.display()).isEqualTo("Lotto Dstny");
        assertThat(team.key()).isEqualTo("team/" + team.id());
        assertThat(team.slug()).isEqualTo("lotto-dstny");
        assertThat(team.family()).isEqualTo("Lotto Dstny");
        assertThat(team.given()).isEmpty();
    }
}
