package musette.racing;

import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The winners of a race as the database has it: results first, lists for the rest. A year whose
/// winner nobody has recognised, or may have been set aside, is not known.
final class WinnersHistories {
    private static final String WINNERS_OF_KNOWN_YEARS =
            """
            SELECT edition.year, edition_winner.rider_id
            FROM edition
            LEFT JOIN edition_winner ON edition_winner.edition_id = edition.id
            WHERE edition.race_id = :race
              AND (edition_winner.rider_id IS NOT NULL
                   OR edition.status = 'cancelled'
                   OR EXISTS (
                        SELECT
                        FROM result
                        JOIN result_revision ON result_revision.result_id = result.id
                            AND result_revision.number = result.revision
                        WHERE result.edition_id = edition.id
                          AND result.kind = 'general' AND result.stage_id IS NULL
                          AND set_aside = 0))
              AND NOT EXISTS (
                    SELECT
                    FROM result
                    JOIN result_row ON result_row.result_id = result.id
                        AND result_row.revision = result.revision
                    WHERE result.edition_id = edition.id
                      AND result.kind = 'general' AND result.stage_id IS NULL
                      AND place = 1 AND result_row.status = 'FINISHED' AND rider_id IS NULL)
            ORDER BY edition.year
            """;
    private static final String NEWEST_STATEMENTS =
            """
            SELECT
                (SELECT complete_since
                 FROM winners_list
                 WHERE race_id = :race AND complete_since IS NOT NULL
                 ORDER BY id DESC
                 LIMIT 1) AS complete_since,
                (SELECT first_held
                 FROM winners_list
                 WHERE race_id = :race AND first_held IS NOT NULL
                 ORDER BY id DESC
                 LIMIT 1) AS first_held
            """;

    private final JdbcClient sql;

    WinnersHistories(JdbcClient sql) {
        this.sql = sql;
    }

    WinnersHistory<Long> of(long race) {
        var years = new TreeMap<Integer, List<Long>>();
        sql.sql(WINNERS_OF_KNOWN_YEARS)
                .param("race", race)
                .query(row -> {
                    var rider = row.getObject("rider_id", Long.class);
                    var winners = rider == null ? List.<Long>of() : List.of(rider);
                    years.merge(row.getInt("year"), winners, WinnersHistory::both);
                });
        return sql.sql(NEWEST_STATEMENTS)
                .param("race", race)
                .query((row, number) ->
                        new WinnersHistory<>(
                                row.getObject("complete_since", Integer.class),
                                row.getObject("first_held", Integer.class),
                                years))
                .single();
    }
}
