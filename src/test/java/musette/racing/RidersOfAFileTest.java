package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import musette.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Riders whom the house meets for the first time, many at once.
@ExtendWith(TestDatabase.class)
class RidersOfAFileTest {
    private static final String SLUGS =
            """
            SELECT slug
            FROM rider
            ORDER BY slug
            """;

    private final JdbcClient sql;
    private final Results results;

    RidersOfAFileTest(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        results = new Results(sql, transaction, Clock.systemUTC(), news -> {});
    }

    @Test
    void names_that_would_have_one_address_have_several() {
        var entrants =
                List.of(
                        Indurain.entrant("Silva", "Ana", "POR"),
                        Indurain.entrant("Silva", "Ana", "ESP"),
                        Indurain.entrant("Silva 2", "Ana", "BRA"),
                        Indurain.entrant("★", "★", "JPN"),
                        Indurain.entrant("Rider", "", "USA"));
        var stored = results.store(file(entrants), "Ane Lasa");

        assertThat(((Results.Stored) stored).leftOut()).isEmpty();
        assertThat(sql.sql(SLUGS).query(String.class).list())
                .containsExactly("ana-silva", "ana-silva-2", "ana-silva-2-2", "rider", "rider-2");
    }

    private static ResultFile file(List<ResultFile.Entrant> entrants) {
        var rows = new ArrayList<ResultFile.Row>();
        IntStream.range(0, entrants.size())
                .forEach(i ->
                        rows.add(
                                new ResultFile.Row(
                                        entrants.get(i),
                                        "Aurora",
                                        new Placing(
                                                i + 1,
                                                false,
                                                null,
                                                null,
                                                null,
                                                false,
                                                Placing.Status.FINISHED,
                                                null,
                                                "",
                                                i + 1))));
        return new ResultFile(Indurain.head(Result.Standing.OFFICIAL), rows);
    }
}
