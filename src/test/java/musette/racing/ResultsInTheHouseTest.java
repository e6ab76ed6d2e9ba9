package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import musette.racing.ResultKey.Classification;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Finding results: of an edition, of a race, of some days, and some rows of a long one.
class ResultsInTheHouseTest extends RacingRoom {
    private static final String ROWS = "place,bib,family,given,team";
    private static final String KRON = "1,11,Kron,Andreas,Lotto";
    private static final String STRONG = "2,21,Strong,Corbin,Israel";
    private static final String IZAGIRRE = "3,31,Izagirre,Íñigo Ion,Cofidis";
    private static final String VLASOV = "4,41,Vlasov,Aleksandr,BORA";

    ResultsInTheHouseTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
    }

    @Test
    void an_edition_has_its_whole_race_first_and_then_stage_by_stage() {
        result("race: Tour # date: 2023-07-02 # stage: 2", ROWS, KRON);
        result("race: Tour # date: 2023-07-01 # stage: 1b", ROWS, KRON);
        result("race: Tour # date: 2023-07-01 # stage: 1a", ROWS, KRON);
        result("race: Tour # date: 2023-07-01 # stage: prologue", ROWS, KRON);
        var whole = result("race: Tour # date: 2023-07-23", ROWS, STRONG);

        var found = results.ofEdition(whole.edition().id(), whole.key());

        assertThat(found.shown()).contains(whole);
        assertThat(found.others())
                .extracting(key -> key.stage().word())
                .containsExactly("prologue", "1a", "1b", "2");
    }

    @Test
    void what_an_edition_has_not_is_not_shown_and_the_others_are() {
        var stage = result("race: Tour # date: 2023-07-02 # stage: 2", ROWS, KRON);

        var found =
                results.ofEdition(
                        stage.edition().id(), new ResultKey(null, Classification.GENERAL));

        assertThat(found.shown()).isEmpty();
        assertThat(found.others()).containsExactly(stage.key());
        assertThat(results.ofEdition(99, stage.key()).others()).isEmpty();
    }

    @Test
    void some_rows_of_a_long_result_are_asked_for_by_their_place_in_the_file() {
        var result = result("race: Ride # date: 2023-06-04", ROWS, KRON, STRONG, IZAGIRRE, VLASOV);

        assertThat(places(result, new Results.Part(2, 2, ""))).containsExactly(2, 3);
        assertThat(places(result, new Results.Part(4, 2, ""))).containsExactly(4);
        assertThat(places(result, new Results.Part(5, 2, ""))).isEmpty();
        assertThat(places(result, Results.Part.ALL)).containsExactly(1, 2, 3, 4);
        assertThat(results.size(result)).isEqualTo(4);
        assertThat(new Results.Part(1, 2, "").isTop()).isTrue();
        assertThat(new Results.Part(2, 2, "").isTop()).isFalse();
        assertThat(new Results.Part(1, 2, "kron").isTop()).isFalse();
    }

    @Test
    void rows_are_asked_for_by_number_or_the_beginnings_of_a_name() {
        var result = result("race: Ride # date: 2023-06-04", ROWS, KRON, STRONG, IZAGIRRE, VLASOV);

        assertThat(places(result, named("31"))).containsExactly(3);
        assertThat(places(result, named("3"))).isEmpty();
        assertThat(places(result, named("inigo iza"))).containsExactly(3);
        assertThat(places(result, named("IZAGIRRE íñi"))).containsExactly(3);
        assertThat(places(result, named("gorka izagirre"))).isEmpty();
        assertThat(places(result, named("zagirre"))).isEmpty();
        assertThat(places(result, named("%"))).isEmpty();
        assertThat(places(result, named("_ron"))).isEmpty();
    }

    @Test
    void a_podium_is_three_rows_in_the_order_asked_for() {
        var first = result("race: Ride # date: 2023-06-04", ROWS, KRON, STRONG, IZAGIRRE, VLASOV);
        var second = result("race: Tour # date: 2023-06-05", ROWS, STRONG);

        var podiums = results.podiums(List.of(second.id(), first.id(), 99L));

        assertThat(podiums).extracting(Result::id).containsExactly(second.id(), first.id());
        assertThat(podiums.getLast().rows()).hasSize(3);
        assertThat(results.podiums(List.of())).isEmpty();
    }

    @Test
    void the_days_of_a_time_come_in_their_order_and_next_to_it_are_the_nearest() {
        var late = result("race: Aragón # date: 2023-06-05", ROWS, KRON, STRONG, IZAGIRRE, VLASOV);
        var early = result("race: Zurich # date: 2023-06-04", ROWS, KRON);
        result("race: May # date: 2023-05-30", ROWS, KRON);
        result("race: Earlier May # date: 2023-05-02", ROWS, KRON);
        result("race: July # date: 2023-07-02 # stage: 2", ROWS, KRON);

        var june = results.between(LocalDate.of(2023, 6, 4), LocalDate.of(2023, 6, 5));
        assertThat(june).extracting(Result::id).containsExactly(early.id(), late.id());
        assertThat(june.getLast().rows()).hasSize(3);

        var around = results.around(LocalDate.of(2023, 6, 1), LocalDate.of(2023, 6, 30));
        assertThat(around.before()).contains(LocalDate.of(2023, 5, 30));
        assertThat(around.after()).contains(LocalDate.of(2023, 7, 2));
        assertThat(results.around(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31)))
                .isEqualTo(new Results.Around(Optional.empty(), Optional.empty()));
    }

    @Test
    void a_day_has_its_starters_until_there_is_a_result() {
        var day = LocalDate.of(2023, 6, 4);
        var starters =
                result(
                        "race: Tour # date: 2023-06-04 # classification: start-list",
                        "family,given,team",
                        "Kron,Andreas,Lotto");
        assertThat(results.between(day, day)).extracting(Result::id).containsExactly(starters.id());

        var result = result("race: Tour # date: 2023-06-04", ROWS, KRON);

        assertThat(results.between(day, day)).extracting(Result::id).containsExactly(result.id());
    }

    @Test
    void the_newest_are_those_filed_last_and_no_start_lists() {
        var first = result("race: Tour # date: 2023-06-04", ROWS, KRON);
        var second = result("race: Ride # date: 2022-06-04", ROWS, KRON);
        result(
                "race: Tour # year: 2024 # classification: start-list",
                "family,given,team",
                "Kron,Andreas,Lotto");

        assertThat(results.newest(10))
                .extracting(Result::id)
                .containsExactly(second.id(), first.id());
        assertThat(results.newest(1)).hasSize(1);
    }

    @Test
    void whoever_won_earlier_is_told_of_in_later_editions() {
        var first = result("race: Tour # date: 2021-06-04", ROWS, KRON);
        var second = result("race: Tour # date: 2022-06-04", ROWS, KRON);
        var third = result("race: Tour # date: 2023-06-04", ROWS, KRON);
        var stage = result("race: Tour # date: 2022-06-01 # stage: 1", ROWS, KRON);
        result("race: Ride # date: 2023-06-04", ROWS, KRON);

        assertThat(results.later(first.id())).containsExactlyInAnyOrder(second.id(), third.id());
        assertThat(results.later(third.id())).isEmpty();
        assertThat(results.later(stage.id())).isEmpty();
        assertThat(results.ofRace(first.edition().race().id()))
                .contains(first.id(), second.id(), third.id());
    }

    @Test
    void a_result_is_known_by_race_year_stage_and_classification() {
        result("race: Tour # date: 2023-07-01 # stage: 1a", ROWS, KRON);

        assertThat(has("race: Tour # date: 2023-07-01 # stage: 1a")).isTrue();
        assertThat(has("race: Tour # date: 2023-07-01 # stage: 1b")).isFalse();
        assertThat(has("race: Tour # date: 2023-07-01 # stage: 1")).isFalse();
        assertThat(has("race: Tour # date: 2023-07-01")).isFalse();
        assertThat(has("race: Tour # date: 2022-07-01 # stage: 1a")).isFalse();
        assertThat(has("race: Ride # date: 2023-07-01 # stage: 1a")).isFalse();
        assertThat(has("race: Tour # date: 2023-07-01 # stage: 1a # classification: points"))
                .isFalse();
    }

    private boolean has(String head) {
        return results.has(file(head, ROWS, KRON).head());
    }

    private static Results.Part named(String typed) {
        return new Results.Part(1, 10, typed);
    }

    private List<Integer> places(Result result, Results.Part part) {
        return results
                .ofEdition(result.edition().id(), result.key(), part)
                .shown()
                .orElseThrow()
                .rows()
                .stream()
                .map(row -> row.placing().place())
                .toList();
    }
}
