package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ResultsTest extends RacingRoom {
    ResultsTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
    }

    @Test
    void a_result_is_kept_as_it_was_filed() {
        var result = current(stored(Indurain.official()));

        assertThat(result.edition().race().name()).isEqualTo("Gran Premio Miguel Indurain");
        assertThat(result.edition().year()).isEqualTo(2023);
        assertThat(result.standing()).isEqualTo(Result.Standing.OFFICIAL);
        assertThat(result.filedAt()).isEqualTo(FINISH);
        assertThat(result.credit())
                .isEqualTo(new Result.Credit("FirstCycling", "https://firstcycling.com/"));
        assertThat(result.rows())
                .extracting(row ->
                        "%s %s (%s) %s"
                                .formatted(
                                        row.placing().mark(),
                                        row.name(),
                                        Objects.requireNonNull(row.team()).print(),
                                        row.placing().clock()))
                .containsExactly(
                        "1 Ion Izagirre (Cofidis) 5:09:05",
                        "2 Sergio Higuita (BORA - hansgrohe) +0:02",
                        "3 Mattias Skjelmose (Trek - Segafredo) +0:13",
                        "4 Andreas Kron (Lotto Dstny) +0:20",
                        "5 Roger Adrià (Equipo Kern Pharma) s.t.",
                        "DNS Ben Hermans (Israel - Premier Tech) ");
        assertThat(news).containsExactly(new ResultChanged(result.id()));
    }

    @Test
    void the_same_file_twice_changes_nothing() {
        var first = stored(Indurain.official());
        var second = stored(Indurain.official());

        assertThat(first.news()).isTrue();
        assertThat(second)
                .isEqualTo(new Results.Stored(first.result(), 1, 1, false, List.of(), List.of()));
        assertThat(news).hasSize(1);
        assertThat(count("SELECT count(*) FROM rider")).isEqualTo(6);
        assertThat(count("SELECT count(*) FROM result_row")).isEqualTo(6);
    }

    @Test
    void the_slid_gaps_of_the_seed_differ_from_the_official_result_in_exactly_two_riders() {
        var provisional = stored(Indurain.slidUp());
        var official = stored(Indurain.official());

        assertThat(official.result()).isEqualTo(provisional.result());
        assertThat(official.revision()).isEqualTo(2);
        var before = results.revision(official.result(), 1).orElseThrow();
        var after = results.revision(official.result(), 2).orElseThrow();
        assertThat(before.standing()).isEqualTo(Result.Standing.PROVISIONAL);
        assertThat(after.rows())
                .filteredOn(row ->
                        !row.placing()
                                .equals(before.row(row.competitor().key()).orElseThrow().placing()))
                .extracting(row -> row.rider().orElseThrow().family() + " " + row.placing().clock())
                .containsExactly("Skjelmose +0:13", "Kron +0:20");
        assertThat(current(official)).isEqualTo(after);
    }

    @Test
    void a_second_win_is_counted_when_no_earlier_one_can_be_missing() {
        results.store(Indurain.winners(), "desk");
        var result = current(stored(Indurain.official()));

        var wins =
                palmares.wins(result.edition(), result.winners().getFirst().rider().orElseThrow());

        assertThat(wins).isEqualTo(new Palmares.Wins(List.of(2016), true));
        assertThat(wins.number()).hasValue(2);
        var defending = palmares.defending(result.edition()).orElseThrow();
        assertThat(defending.year()).isEqualTo(2022);
        assertThat(palmares.career("warren-barguil").orElseThrow().rider().id())
                .isEqualTo(defending.rider());
    }

    @Test
    void a_list_that_names_the_edition_itself_does_not_count_it_twice() {
        var winners = Indurain.winners();
        var rows = new ArrayList<>(winners.rows());
        rows.add(
                new WinnersFile.Row(
                        2023,
                        new ResultFile.Entrant(null, "Izagirre", "Ion", "ESP", null),
                        null,
                        99));
        results.store(
                new WinnersFile(winners.name(), winners.slug(), winners.race(), 2006, null, rows),
                "desk");
        var result = current(stored(Indurain.official()));

        assertThat(
                        palmares.wins(
                                        result.edition(),
                                        result.winners().getFirst().rider().orElseThrow())
                                .number())
                .hasValue(2);
    }

    @Test
    void a_missing_year_makes_the_count_unknown() {
        var winners = Indurain.winners();
        var withoutYates = winners.rows().stream().filter(row -> row.year() != 2017).toList();
        results.store(
                new WinnersFile(
                        winners.name(), winners.slug(), winners.race(), 2006, null, withoutYates),
                "desk");
        var result = current(stored(Indurain.official()));

        var wins =
                palmares.wins(result.edition(), result.winners().getFirst().rider().orElseThrow());

        assertThat(wins.earlier()).containsExactly(2016);
        assertThat(wins.number()).isEmpty();
    }

    @Test
    void what_is_refused_leaves_nothing_behind() {
        stored(Indurain.official());
        var before = count("SELECT count(*) FROM rider");
        var file = Indurain.official();
        var head = file.head();
        var older =
                new ResultFile.Head(
                        head.file(),
                        head.slug(),
                        head.race(),
                        "Renamed",
                        head.year(),
                        ResultKey.RACE,
                        null,
                        head.gender(),
                        head.heldOn(),
                        head.raceClass(),
                        "Elsewhere",
                        head.country(),
                        1,
                        Result.Standing.PROVISIONAL,
                        null,
                        null,
                        null);
        var stranger =
                new ResultFile.Row(
                        new ResultFile.Entrant(null, "Stranger", "New", null, null),
                        null,
                        file.rows().getFirst().placing());

        assertThat(results.store(new ResultFile(older, List.of(stranger)), "desk"))
                .isInstanceOf(Results.Refused.class);

        assertThat(count("SELECT count(*) FROM rider")).isEqualTo(before);
        assertThat(count("SELECT count(*) FROM edition WHERE place = 'Elsewhere'")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Izagirre Insausti, Ion, ESP",
        "Izagirre, Ion, FRA",
        "Ion, Izagirre, ESP",
    })
    void a_winner_of_a_near_name_makes_the_count_unknown(
            String family, String given, String nation) {
        var winners = Indurain.winners();
        var rows =
                winners.rows().stream()
                        .map(row ->
                                row.year() == 2016
                                        ? new WinnersFile.Row(
                                                2016,
                                                new ResultFile.Entrant(
                                                        null, family, given, nation, null),
                                                null,
                                                row.line())
                                        : row)
                        .toList();
        results.store(
                new WinnersFile(winners.name(), winners.slug(), winners.race(), 2006, null, rows),
                "desk");
        var result = current(stored(Indurain.official()));

        var wins =
                palmares.wins(result.edition(), result.winners().getFirst().rider().orElseThrow());

        assertThat(wins.number()).isEmpty();
    }

    @Test
    void a_brother_is_not_a_near_name() {
        assertThat(Names.areNear("ion-izagirre", "gorka-izagirre")).isFalse();
        assertThat(Names.areNear("ion-izagirre", "ion-arregi")).isFalse();
        assertThat(Names.areNear("ion-izagirre", "ion-izagirre-insausti")).isTrue();
    }

    @Test
    void a_list_of_winners_twice_changes_nothing_and_a_result_outweighs_it() {
        results.store(Indurain.winners(), "desk");
        var again = (Results.Listed) results.store(Indurain.winners(), "desk");
        stored(Indurain.official());

        assertThat(again.news()).isFalse();
        assertThat(count("SELECT count(*) FROM winners_list")).isEqualTo(1);
        var winners = races.winners(again.race());
        assertThat(winners).hasSize(17);
        assertThat(winners.getFirst().rider()).isEqualTo(winners.get(6).rider());
        assertThat(races.editions(again.race()))
                .filteredOn(edition -> edition.status() == Edition.Status.CANCELLED)
                .extracting(Edition::year)
                .containsExactly(2020);
    }

    @Test
    void two_riders_of_one_name_are_not_mixed_up() {
        var file = Indurain.official();
        var rows = new ArrayList<>(file.rows());
        rows.add(new ResultFile.Row(pinto("100"), null, dnf(8)));
        rows.add(new ResultFile.Row(pinto("200"), null, dnf(9)));
        rows.add(new ResultFile.Row(pinto(null), null, dnf(10)));

        var outcome = stored(new ResultFile(file.head(), rows));

        assertThat(outcome.unmatched())
                .containsExactly(
                        new Results.RowRemark(
                                10,
                                "Diogo Pinto may be one of several riders; a UCI ID would tell."));
        assertThat(outcome.leftOut()).isEmpty();
        assertThat(current(outcome).rows())
                .flatExtracting(row -> row.rider().map(Rider::slug).stream().toList())
                .contains("diogo-pinto", "diogo-pinto-2");
        var alone = current(outcome).row("name/diogo-pinto").orElseThrow();
        assertThat(alone.name()).isEqualTo("Diogo Pinto");
        assertThat(alone.rider()).isEmpty();
        assertThat(stored(new ResultFile(file.head(), rows)).news()).isFalse();
    }

    @Test
    void a_year_whose_winner_nobody_recognises_is_not_counted_as_anybody_else_s() {
        results.store(Indurain.winners(), "desk");
        var rows = new ArrayList<>(Indurain.official().rows());
        rows.add(new ResultFile.Row(pinto("100"), null, dnf(8)));
        rows.add(new ResultFile.Row(pinto("200"), null, dnf(9)));
        var official = current(stored(new ResultFile(Indurain.official().head(), rows)));
        var winner = official.winners().getFirst();
        var izagirre = winner.rider().orElseThrow();
        assertThat(palmares.wins(official.edition(), izagirre).number()).hasValue(2);

        var before =
                current(
                        stored(
                                new ResultFile(
                                        head(2022, Race.Gender.MEN),
                                        List.of(
                                                new ResultFile.Row(
                                                        pinto(null), null, winner.placing())))));

        assertThat(before.winners()).extracting(ResultRow::name).containsExactly("Diogo Pinto");
        assertThat(palmares.wins(official.edition(), izagirre).number()).isEmpty();
    }

    @Test
    void a_year_whose_winner_was_set_aside_is_not_counted_either() {
        results.store(Indurain.winners(), "desk");
        var official = current(stored(Indurain.official()));
        var second = Indurain.official().rows().get(1);

        stored(new ResultFile(head(2022, Race.Gender.MEN), List.of(second), 1));

        assertThat(
                        palmares.wins(
                                        official.edition(),
                                        official.winners().getFirst().rider().orElseThrow())
                                .number())
                .isEmpty();
    }

    @Test
    void a_row_keeps_its_cells_as_they_came() {
        var file = Indurain.official();
        var first = file.rows().getFirst();
        var filed = Map.of("gap", ",,", "family", "IZAGIRRE INSAUSTI", "given", "Ion");
        var row = new ResultFile.Row(first.entrant(), first.team(), first.placing(), filed);

        var kept = current(stored(new ResultFile(file.head(), List.of(row)))).rows().getFirst();

        assertThat(kept.asFiled("gap")).isEqualTo(",,");
        assertThat(kept.asFiled("family")).isEqualTo("IZAGIRRE INSAUSTI");
        assertThat(kept.asFiled("team")).isEmpty();
    }

    @Test
    void a_women_s_race_does_not_slip_into_the_men_s() {
        stored(Indurain.official());
        var women = head(2023, Race.Gender.WOMEN);

        var outcome = results.store(new ResultFile(women, Indurain.official().rows()), "desk");

        assertThat(outcome)
                .isEqualTo(
                        new Results.Refused(
                                "The race gran-premio-miguel-indurain is kept as a men's race."
                                        + " Give this one a slug of its own, with a line such as"
                                        + " '# slug: gran-premio-miguel-indurain-women'."));
    }

    private Results.Stored stored(ResultFile file) {
        return (Results.Stored) results.store(file, "desk");
    }

    private Result current(Results.Stored stored) {
        return results.byId(stored.result()).orElseThrow();
    }

    private long count(String question) {
        return sql.sql(question).query(Long.class).single();
    }

    private static ResultFile.Head head(int year, Race.Gender gender) {
        var head = Indurain.head(Result.Standing.OFFICIAL);
        return new ResultFile.Head(
                head.file(),
                head.slug(),
                head.race(),
                head.edition(),
                year,
                ResultKey.RACE,
                null,
                gender,
                null,
                null,
                null,
                null,
                null,
                head.standing(),
                null,
                null,
                null);
    }

    private static ResultFile.Entrant pinto(String uciId) {
        return new ResultFile.Entrant(uciId, "Pinto", "Diogo", "POR", null);
    }

    private static Placing dnf(int line) {
        return new Placing(
                null, false, null, null, null, false, Placing.Status.DNF, null, "", line);
    }
}
