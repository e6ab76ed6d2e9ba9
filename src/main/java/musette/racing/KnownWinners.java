package musette.racing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import musette.racing.KnownWinners.Winner;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The winners of a race as the database has it: results first, lists for the rest. A year whose
/// winner nobody has recognised, or may have been set aside, is not known.
///
/// @param lastHeld the year of the last edition that was held, 0 for none
record KnownWinners(WinnersHistory<Winner> history, int lastHeld) {
    private static final String WINNERS_OF_KNOWN_YEARS =
            """
            SELECT complete_since, first_held, last_held, known.*
            FROM (
                SELECT
                    (SELECT max(year)
                     FROM edition
                     WHERE race_id = :race AND status IN ('held', 'shortened')) AS last_held,
                    (SELECT complete_since
                     FROM winners_list
                     WHERE race_id = :race AND complete_since IS NOT NULL
                     ORDER BY id DESC
                     LIMIT 1) AS complete_since,
                    (SELECT first_held
                     FROM winners_list
                     WHERE race_id = :race AND first_held IS NOT NULL
                     ORDER BY id DESC
                     LIMIT 1) AS first_held) AS stated
            LEFT JOIN (
                SELECT edition.year, edition_winner.rider_id,
                    COALESCE(rode_for, CASE
                        WHEN NOT EXISTS (
                            SELECT
                            FROM sporting_nation
                            WHERE sporting_nation.rider_id = rider.id) THEN rider.nation END)
                        AS nation,
                    rider.region
                FROM edition
                LEFT JOIN edition_winner ON edition_winner.edition_id = edition.id
                LEFT JOIN rider ON rider.id = edition_winner.rider_id
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
                          AND place = 1 AND result_row.status = 'FINISHED'
                          AND rider_id IS NULL)) AS known ON true
            ORDER BY known.year
            """;

    record Winner(long rider, WinnersHistory.Origin origin) {}

    /// The year since when each winner up to the newest is known; empty where the newest is not.
    OptionalInt since() {
        return history.winners().isEmpty() || history.winners().lastKey() < lastHeld
                ? OptionalInt.empty()
                : history.knownSince();
    }

    static KnownWinners of(JdbcClient sql, long race) {
        var years = new TreeMap<Integer, List<Winner>>();
        var statements = new ArrayList<KnownWinners>();
        sql.sql(WINNERS_OF_KNOWN_YEARS)
                .param("race", race)
                .query(row -> {
                    statements.add(
                            new KnownWinners(
                                    new WinnersHistory<>(
                                            row.getObject("complete_since", Integer.class),
                                            row.getObject("first_held", Integer.class),
                                            new TreeMap<>()),
                                    row.getInt("last_held")));
                    var rider = row.getObject("rider_id", Long.class);
                    var winners =
                            rider == null
                                    ? List.<Winner>of()
                                    : List.of(
                                            new Winner(
                                                    rider,
                                                    new WinnersHistory.Origin(
                                                            row.getString("nation"),
                                                            row.getString("region"))));
                    if (row.getObject("year") != null) {
                        years.merge(row.getInt("year"), winners, WinnersHistory::both);
                    }
                });
        var stated = statements.getFirst();
        return new KnownWinners(stated.history().with(years), stated.lastHeld());
    }
}
