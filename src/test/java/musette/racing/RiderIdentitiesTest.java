package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import musette.racing.RiderIdentities.Question;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Two names of one rider: asked where they are alike, decided by people, and taken back.
class RiderIdentitiesTest extends RacingRoom {
    RiderIdentitiesTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
    }

    @Test
    void names_that_are_alike_are_asked_about_with_what_each_has_done() {
        result(
                "race: Tour of the Lakes # year: 2022",
                "place,family,given,team",
                "1,Valverde,Alejandro,Movistar",
                "2,Kron,Andreas,Lotto");
        result(
                "race: Grand Prix of Bled # year: 2023",
                "place,family,given,status",
                ",Valverde Belmonte,Alejandro,DNF",
                "1,Roglič,Primož,");

        assertThat(identities.questions(5))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.one().rider().display()).isEqualTo("Alejandro Valverde");
                    assertThat(question.one().career())
                            .containsExactly(
                                    new Question.Line(2022, "Tour of the Lakes", "1", "Movistar"));
                    assertThat(question.other().rider().display())
                            .isEqualTo("Alejandro Valverde Belmonte");
                    assertThat(question.other().career())
                            .containsExactly(
                                    new Question.Line(2023, "Grand Prix of Bled", "DNF", ""));
                });
        assertThat(identities.questions(0)).isEmpty();
    }

    @Test
    void one_person_has_all_the_wins_and_is_asked_about_no_more() {
        twoNames();
        var valverde = rider("alejandro-valverde");
        var belmonte = rider("alejandro-valverde-belmonte");
        news.clear();

        assertThat(decide(valverde, belmonte, true)).isEmpty();

        assertThat(identities.questions(5)).isEmpty();
        assertThat(news).containsExactly(new WinnersListed(1));
        var edition = races.edition("tour-of-the-lakes", 2022).orElseThrow();
        assertThat(palmares.wins(edition, valverde).earlier()).containsExactly(2021);
        assertThat(palmares.career("alejandro-valverde").orElseThrow().results()).hasSize(2);
        assertThat(palmares.career("alejandro-valverde-belmonte").orElseThrow().first())
                .as("the name that is known longest")
                .isEqualTo(belmonte);
        assertThat(identities.decided(5))
                .containsExactly(new Question.Decided(belmonte, valverde, true, "Ane Lasa"));
    }

    @Test
    void a_decision_is_taken_back_and_asked_again() {
        twoNames();
        var valverde = rider("alejandro-valverde");
        var belmonte = rider("alejandro-valverde-belmonte");
        decide(valverde, belmonte, true);

        identities.undo(belmonte.id(), valverde.id());

        assertThat(identities.decided(5)).isEmpty();
        assertThat(identities.questions(5)).hasSize(1);
        var edition = races.edition("tour-of-the-lakes", 2022).orElseThrow();
        assertThat(palmares.wins(edition, valverde).earlier()).isEmpty();
    }

    @Test
    void whose_win_it_is_is_news_when_it_is_decided_and_when_that_is_taken_back() {
        twoNames();
        var valverde = rider("alejandro-valverde");
        var belmonte = rider("alejandro-valverde-belmonte");
        decide(valverde, belmonte, true);
        news.clear();

        identities.undo(valverde.id(), belmonte.id());

        assertThat(news).containsExactly(new WinnersListed(1));
    }

    @Test
    void two_persons_of_two_names_each_become_one_of_four() {
        result(
                "race: A # year: 2021",
                "place,family,given",
                "1,Pinto,Ana",
                "2,Costa,Bea",
                "3,Silva,Cai",
                "4,Reis,Dora");
        var ana = rider("ana-pinto");
        var bea = rider("bea-costa");
        sql.sql("DELETE FROM result_row").update(); // Who stands in one result can't be one.

        decide(rider("cai-silva"), rider("dora-reis"), true);
        decide(ana, bea, true);
        decide(bea, rider("dora-reis"), true);

        assertThat(names(palmares.otherNames(List.of(ana)).get(ana.id())))
                .containsExactlyInAnyOrder("Bea Costa", "Cai Silva", "Dora Reis");
        identities.undo(bea.id(), rider("dora-reis").id());
        assertThat(names(palmares.otherNames(List.of(ana)).get(ana.id())))
                .containsExactly("Bea Costa");
    }

    @Test
    void a_question_shows_the_twelve_newest_results_of_each() {
        for (int year = 2010; year < 2023; year++) {
            result("race: A # year: " + year, "place,family,given", "1,Valverde,Alejandro");
        }
        result("race: B # year: 2023", "place,family,given", "1,Valverde Belmonte,Alejandro");

        var question = identities.questions(5).getFirst();

        assertThat(question.one().career())
                .extracting(Question.Line::year)
                .startsWith(2022, 2021)
                .endsWith(2011)
                .hasSize(12);
        assertThat(question.other().career()).hasSize(1);
    }

    @Test
    void two_persons_are_asked_about_no_more_and_can_not_be_one_by_way_of_a_third() {
        result("race: A # year: 2021", "place,family,given", "1,Pinto,Diogo");
        result("race: B # year: 2022", "place,family,given", "1,Pinto Silva,Diogo");
        result("race: C # year: 2023", "place,family,given", "1,Pinto Costa,Diogo");
        var pinto = rider("diogo-pinto");
        var silva = rider("diogo-pinto-silva");
        var costa = rider("diogo-pinto-costa");
        assertThat(identities.questions(9)).hasSizeGreaterThanOrEqualTo(2);

        assertThat(decide(silva, costa, false)).isEmpty();
        assertThat(decide(pinto, silva, true)).isEmpty();

        assertThat(decide(pinto, costa, true))
                .isEqualTo(
                        "Somebody has said that Diogo Pinto Silva and Diogo Pinto Costa are two"
                                + " riders; take that back first.");
        assertThat(decide(silva, costa, true)).as("the word itself may be changed").isEmpty();
        assertThat(palmares.otherNames(List.of(pinto)).get(pinto.id()))
                .extracting(Rider::display)
                .containsExactlyInAnyOrder("Diogo Pinto Silva", "Diogo Pinto Costa");
    }

    @Test
    void who_stands_in_one_result_twice_is_two() {
        result(
                "race: Tour of the Lakes # year: 2022",
                "place,family,given",
                "1,Izagirre,Ion",
                "2,Izagirre Insausti,Ion");

        assertThat(decide(rider("ion-izagirre"), rider("ion-izagirre-insausti"), true))
                .isEqualTo(
                        "Both stand in one result, 2022 Tour of the Lakes; they are two riders.");
        assertThat(decide(rider("ion-izagirre"), rider("ion-izagirre-insausti"), false)).isEmpty();
    }

    @Test
    void two_uci_ids_are_two_riders() {
        result(
                "race: A # year: 2021",
                "place,uci_id,family,given",
                "1,10007307253,Izagirre,Ion",
                "2,,Izagirre Insausti,Ion");
        result("race: B # year: 2022", "place,uci_id,family,given", "1,10007307254,Izagirre,Jon");

        assertThat(decide(rider("ion-izagirre"), rider("jon-izagirre"), true))
                .isEqualTo("Ion Izagirre and Jon Izagirre have two UCI IDs; they are two riders.");
    }

    @Test
    void who_is_not_there_and_who_is_the_same_are_no_two_riders() {
        twoNames();
        var valverde = rider("alejandro-valverde");

        assertThat(identities.decide(valverde.id(), valverde.id(), true, "Ane Lasa"))
                .isEqualTo("These are not two riders of ours.");
        assertThat(identities.decide(valverde.id(), 9_999, true, "Ane Lasa"))
                .isEqualTo("These are not two riders of ours.");
        assertThat(identities.decided(5)).isEmpty();
    }

    @Test
    void a_day_of_birth_of_another_is_a_doubt_less() {
        result(
                "race: A # year: 2021",
                "place,family,given,birth_date",
                "1,Valverde,Alejandro,1980-04-25",
                "2,Valverde Belmonte,Alejandro,1999-01-01");

        assertThat(identities.questions(5)).isEmpty();
    }

    @Test
    void a_rider_is_named_in_print_or_as_addresses_do() {
        twoNames();

        assertThat(identities.named("alejandro VALVERDE").orElseThrow().slug())
                .isEqualTo("alejandro-valverde");
        assertThat(identities.named("alejandro-valverde-belmonte")).isPresent();
        assertThat(identities.named("Valverde")).isEmpty();
    }

    @Test
    void of_two_riders_of_one_name_the_address_tells() {
        result(
                "race: A # year: 2021",
                "place,uci_id,family,given",
                "1,10007307253,Pinto,Diogo",
                "2,10007307254,Pinto,Diogo");

        assertThat(identities.named("Diogo Pinto").orElseThrow().slug()).isEqualTo("diogo-pinto");
        assertThat(identities.named("diogo-pinto-2").orElseThrow().slug())
                .isEqualTo("diogo-pinto-2");
    }

    private void twoNames() {
        result(
                "race: Tour of the Lakes # year: 2021",
                "place,family,given",
                "1,Valverde Belmonte,Alejandro");
        result(
                "race: Tour of the Lakes # year: 2022",
                "place,family,given",
                "1,Valverde,Alejandro");
    }

    private String decide(Rider one, Rider other, boolean isSame) {
        return identities.decide(one.id(), other.id(), isSame, "Ane Lasa");
    }
}
