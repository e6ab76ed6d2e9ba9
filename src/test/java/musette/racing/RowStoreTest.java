package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import musette.store.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// No row points at nothing, although the table's keys are not looked up one by one.
class RowStoreTest extends RacingRoom {
    private static final String ROWS_THAT_POINT_AT_NOTHING =
            """
            SELECT count(*)
            FROM result_row
            LEFT JOIN result_revision USING (result_id)
            LEFT JOIN rider ON rider.id = rider_id
            LEFT JOIN team ON team.id = team_id
            WHERE result_revision.result_id IS NULL
               OR (rider_id IS NOT NULL AND rider.id IS NULL)
               OR (team_id IS NOT NULL AND team.id IS NULL)
            """;

    private static final String ROWS_IN_THEIR_PLACE =
            """
            SELECT count(*)
            FROM result_row
            WHERE unmatched = 'name-' || ordinal
            """;

    private final RowStore rows;
    private final TransactionTemplate attempt;
    private Result result;

    RowStoreTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        rows = new RowStore(sql);
        attempt = new TransactionTemplate(transaction.getTransactionManager());
        attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @BeforeEach
    void oneResult() {
        result =
                result(
                        "race: Tour # year: 2023",
                        "place,family,given,team",
                        "1,Kron,Andreas,Lotto",
                        "2,Strong,Corbin,");
        sql.sql("DELETE FROM result_row").update();
    }

    @Test
    void rows_of_riders_and_teams_that_are_there_are_stored() {
        store(1, known(1L, null), known(2L, 1L), unmatched("diogo-pinto"));

        assertThat(count("SELECT count(*) FROM result_row")).isEqualTo(3);
        assertThat(count(ROWS_THAT_POINT_AT_NOTHING)).isZero();
    }

    @Test
    void a_row_of_a_rider_a_team_or_a_revision_that_is_not_there_is_refused_with_its_file() {
        refused(() -> store(1, known(1L, 1L), known(99L, null)));
        refused(() -> store(1, known(1L, 1L), known(2L, 99L)));
        refused(() -> store(2, known(1L, 1L)));

        assertThat(count("SELECT count(*) FROM result_row")).isZero();
    }

    @Test
    void a_long_result_is_stored_part_by_part_in_its_order_and_says_how_far_it_is() {
        var many =
                IntStream.rangeClosed(1, 20_001)
                        .mapToObj(number -> unmatched("name-" + number))
                        .toArray(ResultImport.Known[]::new);
        var heard = new ArrayList<String>();

        Progress.heard(
                heard::add,
                () -> {
                    store(1, many);
                    return many;
                });

        assertThat(heard)
                .containsExactly(
                        "10,000 of 20,001 rows done",
                        "20,000 of 20,001 rows done",
                        "20,001 of 20,001 rows done");
        assertThat(count(ROWS_IN_THEIR_PLACE)).isEqualTo(20_001);
    }

    private static void refused(Runnable storing) {
        assertThatThrownBy(storing::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a row is of a revision, rider or team that is not there");
    }

    private void store(int revision, ResultImport.Known... known) {
        attempt.executeWithoutResult(status -> rows.store(result.id(), revision, List.of(known)));
    }

    private static ResultImport.Known known(long rider, @Nullable Long team) {
        return new ResultImport.Known(rider, null, team, placing(), null, Map.of());
    }

    /// A name that may be one of several riders'.
    private static ResultImport.Known unmatched(String folded) {
        return new ResultImport.Known(null, folded, null, placing(), null, Map.of());
    }

    private static Placing placing() {
        return new Placing(1, false, null, null, null, false, Placing.Status.FINISHED, null, "", 1);
    }

    private long count(String question) {
        return sql.sql(question).query(Long.class).single();
    }
}
