package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import musette.racing.ResultDiff.Change;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A result changes by a new version, never by writing over the old one.
class VersionsOfAResultTest extends RacingRoom {
    private static final String HEAD = "race: Tour # date: 2023-06-04 # standing: ";
    private static final String ROWS = "place,family,given,team,gap";
    private static final String KRON = "1,Kron,Andreas,Lotto,";
    private static final String STRONG = "2,Strong,Corbin,Israel,+0:02";
    private static final String LATER = "2,Strong,Corbin,Israel,+0:13";

    VersionsOfAResultTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
    }

    @Test
    void a_new_file_is_a_version_that_says_what_it_changed() {
        var first = result(HEAD + "provisional", ROWS, KRON, STRONG);
        news.clear();

        var second = result(HEAD + "provisional", ROWS, KRON, LATER);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.revision()).isEqualTo(2);
        assertThat(results.changes(second.id(), 2))
                .extracting(Change::name, it -> it.field().word(), Change::before, Change::after)
                .containsExactly(tuple("Corbin Strong", "time", "+0:02", "+0:13"));
        assertThat(results.revision(first.id(), 1).orElseThrow().rows()).isEqualTo(first.rows());
        assertThat(news).containsExactly(new ResultChanged(first.id()));
    }

    @Test
    void what_some_version_has_said_already_is_no_news() {
        var first = result(HEAD + "provisional", ROWS, KRON, STRONG);
        result(HEAD + "provisional", ROWS, KRON, LATER);
        news.clear();

        var again =
                (Results.Stored)
                        results.store(file(HEAD + "provisional", ROWS, KRON, STRONG), "Ane Lasa");

        assertThat(again.news()).isFalse();
        assertThat(again.revision()).isEqualTo(2);
        assertThat(results.byId(first.id()).orElseThrow().revision()).isEqualTo(2);
        assertThat(news).isEmpty();
    }

    @Test
    void rows_that_came_and_went_may_say_again_what_they_said() {
        result(HEAD + "provisional", ROWS, KRON, STRONG);
        result(HEAD + "provisional", ROWS, KRON, LATER);

        var grown =
                (Results.Stored)
                        results.storeGrown(file(HEAD + "provisional", ROWS, KRON, STRONG), "Crono");

        assertThat(grown.news()).isTrue();
        assertThat(grown.revision()).isEqualTo(3);
        assertThat(
                        ((Results.Stored)
                                        results.storeGrown(
                                                file(HEAD + "provisional", ROWS, KRON, STRONG),
                                                "Crono"))
                                .news())
                .isFalse();
    }

    @Test
    void a_less_sure_file_replaces_a_surer_one_only_when_a_person_says_so() {
        var official = result(HEAD + "official", ROWS, KRON, STRONG);

        var refused =
                (Results.Refused)
                        results.store(file(HEAD + "provisional", ROWS, KRON, LATER), "Ane Lasa");
        assertThat(refused.isLessSure()).isTrue();
        assertThat(refused.sentence())
                .isEqualTo(
                        "The result is official already; a provisional one can't replace it. If it"
                                + " should, take the official one back first.");
        assertThat(results.byId(official.id()).orElseThrow().revision()).isEqualTo(1);

        var over =
                (Results.Stored)
                        results.storeOverSurer(
                                file(HEAD + "provisional", ROWS, KRON, LATER), "Ane Lasa");
        assertThat(over.revision()).isEqualTo(2);
        assertThat(over.before()).isEqualTo(1);
        assertThat(results.byId(official.id()).orElseThrow().standing())
                .isEqualTo(Result.Standing.PROVISIONAL);
    }

    @Test
    void an_official_file_makes_the_same_rows_surer() {
        result(HEAD + "provisional", ROWS, KRON, STRONG);

        var official = result(HEAD + "official", ROWS, KRON, STRONG);

        assertThat(official.revision()).isEqualTo(2);
        assertThat(results.changes(official.id(), 2)).isEmpty();
    }

    @Test
    void only_the_version_that_counts_is_taken_back_and_the_one_before_counts_again() {
        var first = result(HEAD + "provisional", ROWS, KRON, STRONG);
        result(HEAD + "provisional", ROWS, KRON, LATER);
        news.clear();

        assertThat(results.takeBack(first.id(), 1)).isFalse();
        assertThat(results.takeBack(first.id(), 2)).isTrue();
        assertThat(results.takeBack(first.id(), 2)).isFalse();

        assertThat(results.byId(first.id()).orElseThrow().rows()).isEqualTo(first.rows());
        assertThat(news).containsExactly(new ResultChanged(first.id()));
        assertThat(results.takeBack(99, 1)).isFalse();
    }

    @Test
    void a_result_of_which_every_version_was_taken_back_is_none() {
        var first = result(HEAD + "provisional", ROWS, KRON, STRONG);
        var head = file(HEAD + "provisional", ROWS, KRON).head();
        assertThat(results.has(head)).isTrue();

        results.takeBack(first.id(), 1);

        assertThat(results.byId(first.id())).isEmpty();
        assertThat(results.newest(10)).isEmpty();
        assertThat(results.revision(first.id(), 1)).isPresent();
    }

    @Test
    void what_was_taken_back_may_be_brought_again() {
        var first = result(HEAD + "provisional", ROWS, KRON, STRONG);
        results.takeBack(first.id(), 1);

        var again = result(HEAD + "provisional", ROWS, KRON, STRONG);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.revision()).isEqualTo(2);
        assertThat(results.history(first.id(), 10, 10))
                .extracting(Results.Version::number, version -> version.takenBackAt() != null)
                .containsExactly(tuple(2, false), tuple(1, true));
    }

    @Test
    void the_history_lists_the_newest_versions_and_as_many_changes_as_asked_for() {
        var first =
                result(HEAD + "provisional", ROWS, KRON, STRONG, "3,Izagirre,Ion,Cofidis,+0:20");
        result(HEAD + "provisional", ROWS, KRON, LATER, "3,Izagirre,Ion,Cofidis,+0:21");
        result(HEAD + "official", ROWS, KRON, LATER, "3,Izagirre,Ion,Cofidis,+0:22");

        var history = results.history(first.id(), 2, 1);

        assertThat(history).extracting(Results.Version::number).containsExactly(3, 2);
        assertThat(history.getLast().changes()).hasSize(1);
        assertThat(history.getLast().allChanges()).isEqualTo(2);
        assertThat(history.getFirst().standing()).isEqualTo(Result.Standing.OFFICIAL);
    }

    @Test
    void who_comes_goes_or_changes_places_is_a_change_by_name() {
        var first = result(HEAD + "provisional", ROWS, KRON, STRONG);

        result(
                HEAD + "provisional",
                ROWS,
                "1,Strong,Corbin,Israel,",
                "2,Izagirre,Ion,Cofidis,+0:02");

        assertThat(results.changes(first.id(), 2))
                .extracting(Change::name)
                .contains("Andreas Kron", "Corbin Strong", "Ion Izagirre");
    }

    @Test
    void a_file_of_nobody_that_can_be_placed_is_refused() {
        var empty = new ResultFile(file(HEAD + "provisional", ROWS, KRON).head(), List.of(), 0);

        assertThat(results.store(empty, "Ane Lasa"))
                .isEqualTo(
                        new Results.Refused(
                                "No row of this file could be given to a rider or a team."));
        assertThat(races.bySlug("tour")).isEmpty();
    }

    @Test
    void a_rider_who_is_placed_twice_keeps_the_first_place() {
        var stored =
                (Results.Stored)
                        results.store(
                                file(
                                        HEAD + "provisional",
                                        ROWS,
                                        KRON,
                                        STRONG,
                                        "3,Kron,Andreas,Lotto,+0:20"),
                                "Ane Lasa");

        assertThat(stored.leftOut()).hasSize(1);
        assertThat(stored.leftOut().getFirst().line()).isEqualTo(7);
        assertThat(results.byId(stored.result()).orElseThrow().rows()).hasSize(2);
    }

    @Test
    void how_it_was_won_and_what_became_of_it_on_the_road_are_news() {
        var plain = result(HEAD + "provisional", ROWS, KRON, STRONG);
        assertThat(result(HEAD + "provisional # kind: road", ROWS, KRON, STRONG).revision())
                .as("so when absent")
                .isEqualTo(plain.revision());

        assertThat(result(HEAD + "provisional # finish: solo", ROWS, KRON, STRONG).finish())
                .isNotNull();
        assertThat(result(HEAD + "provisional # course: shortened", ROWS, KRON, STRONG).course())
                .isNotNull();
        assertThat(result(HEAD + "provisional # kind: itt", ROWS, KRON, STRONG).revision())
                .isEqualTo(4);
    }

    @Test
    void a_list_of_winners_is_news_once() {
        winners("race: Tour", "year,family,given", "2021,Doe,Ann");
        winners("race: Tour", "year,family,given", "2021,Doe,Ann");

        assertThat(news).containsExactly(new WinnersListed(1));
    }

    @Test
    void teams_that_are_ranked_are_teams_also_in_the_next_version() {
        var head = HEAD + "provisional # classification: teams";
        var first = result(head, "place,team,time", "1,Lotto,4:00:00", "2,Israel,4:00:10");
        var second = result(head, "place,team,time", "1,Lotto,4:00:00", "2,Israel,4:00:20");

        assertThat(first.isOfTeams()).isTrue();
        assertThat(second.rows())
                .extracting(row -> row.competitor().key())
                .containsExactly("team/1", "team/2");
        assertThat(results.changes(second.id(), 2))
                .extracting(Change::competitor, Change::after)
                .containsExactly(tuple("team/2", "+0:20"));
    }
}
