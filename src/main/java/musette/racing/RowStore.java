package musette.racing;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import musette.store.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Writes the rows of a revision, what they changed, and what they tell of nations, each in one
/// statement; only rows by the ten thousand need more.
final class RowStore {
    /// Keys come from the revision, the riders and the teams that are there, each looked up in its
    /// index (`OFFSET 0`, see `Riders`), and a row that would point at nothing is left out: the
    /// table has no foreign keys.
    private static final String STORE_ROWS =
            """
            INSERT INTO result_row
                (result_id, revision, rider_id, unmatched, ordinal, team_id, place, tied, bib,
                 time, gap, same_time, status, points, note, line, gap_line, rode_for, filed)
            SELECT result_revision.result_id, number, known_rider.id, unmatched, :from + ordinal,
                known_team.id, place, tied, bib, time, gap, same_time, status,
                CAST(points AS numeric), note, line, gap_line, rode_for, CAST(cells AS jsonb)
            FROM result_revision
            CROSS JOIN unnest(:riders, :unmatched, :teams, :places, :tied, :bibs, :times, :gaps,
                    :sameTimes, :statuses, :points, :notes, :lines, :gapLines, :nations, :cells)
                WITH ORDINALITY
                AS filed (rider, unmatched, team, place, tied, bib, time, gap, same_time, status,
                    points, note, line, gap_line, rode_for, cells, ordinal)
            LEFT JOIN LATERAL (SELECT id FROM rider WHERE id = filed.rider OFFSET 0)
                AS known_rider ON TRUE
            LEFT JOIN LATERAL (SELECT id FROM team WHERE id = filed.team OFFSET 0)
                AS known_team ON TRUE
            WHERE result_revision.result_id = :result AND number = :revision
              AND (rider IS NULL) = (known_rider.id IS NULL)
              AND (team IS NULL) = (known_team.id IS NULL)
            """;

    private static final String STORE_CHANGES =
            """
            INSERT INTO result_change
                (result_id, revision, ordinal, competitor, name, field, before, after)
            SELECT :result, :revision, ordinal, competitor, name, field, before, after
            FROM unnest(:competitors, :names, :fields, :befores, :afters)
                WITH ORDINALITY AS filed (competitor, name, field, before, after, ordinal)
            """;

    private static final String RIDERS_OF_SEVERAL_NATIONS =
            """
            SELECT DISTINCT result_row.rider_id
            FROM result_row
            JOIN rider ON rider.id = result_row.rider_id
            LEFT JOIN sporting_nation USING (rider_id)
            WHERE result_id = :result AND revision = :revision
              AND (rode_for <> rider.nation OR sporting_nation.rider_id IS NOT NULL)
            """;
    private static final String KEEP_NATIONS_KNOWN_BEFORE =
            """
            INSERT INTO sporting_nation (rider_id, nation)
            SELECT id, nation
            FROM rider
            WHERE id IN (:riders) AND nation IS NOT NULL
              AND NOT EXISTS (
                SELECT FROM result_row WHERE rider_id = rider.id AND rode_for = rider.nation)
            ON CONFLICT DO NOTHING
            """;
    private static final String FORGET_TOLD_NATIONS =
            """
            DELETE FROM sporting_nation
            WHERE rider_id IN (:riders) AND last_day IS NOT NULL
            """;
    private static final String STORE_TOLD_NATIONS =
            """
            INSERT INTO sporting_nation (rider_id, nation, first_day, last_day)
            SELECT rider_id, nation, min(day), max(day)
            FROM told_nation
            WHERE rider_id IN (:riders)
            GROUP BY rider_id, nation
            ON CONFLICT (rider_id, nation) DO UPDATE
            SET first_day = excluded.first_day, last_day = excluded.last_day
            """;
    private static final String MAKE_LATEST_NATION_CURRENT =
            """
            UPDATE rider
            SET nation = latest.nation
            FROM (
                SELECT DISTINCT ON (rider_id) rider_id, nation
                FROM sporting_nation
                WHERE rider_id IN (:riders)
                ORDER BY rider_id, last_day DESC NULLS LAST) AS latest
            WHERE rider.id = latest.rider_id AND rider.nation IS DISTINCT FROM latest.nation
            """;

    /// How many rows one statement stores, so that a long file can say how far it is.
    private static final int MOST_AT_ONCE = 10_000;

    private final JdbcClient sql;

    RowStore(JdbcClient sql) {
        this.sql = sql;
    }

    void store(long result, int revision, List<ResultImport.Known> rows) {
        for (int from = 0; from < rows.size(); from += MOST_AT_ONCE) {
            int to = Math.min(from + MOST_AT_ONCE, rows.size());
            if (stored(result, revision, from, rows.subList(from, to)) != to - from) {
                throw new IllegalStateException(
                        "a row is of a revision, rider or team that is not there");
            }
            Progress.says("%,d of %,d rows done".formatted(to, rows.size()));
        }
    }

    private int stored(long result, int revision, int from, List<ResultImport.Known> rows) {
        var placings = rows.stream().map(ResultImport.Known::placing).toList();
        return sql.sql(STORE_ROWS)
                .param("result", result)
                .param("revision", revision)
                .param("from", from)
                .param("riders", rows.stream().map(ResultImport.Known::rider).toArray(Long[]::new))
                .param(
                        "unmatched",
                        rows.stream().map(ResultImport.Known::unmatched).toArray(String[]::new))
                .param("teams", rows.stream().map(ResultImport.Known::team).toArray(Long[]::new))
                .param("places", numbers(placings, Placing::place))
                .param("tied", placings.stream().map(Placing::tied).toArray(Boolean[]::new))
                .param("bibs", words(placings, Placing::bib))
                .param(
                        "times",
                        numbers(placings, p -> p.time() == null ? null : p.time().hundredths()))
                .param(
                        "gaps",
                        numbers(placings, p -> p.gap() == null ? null : p.gap().hundredths()))
                .param(
                        "sameTimes",
                        placings.stream().map(Placing::sameTime).toArray(Boolean[]::new))
                .param("statuses", words(placings, Placing::status))
                .param("points", words(placings, Placing::points))
                .param("notes", words(placings, Placing::note))
                .param("lines", numbers(placings, Placing::line))
                .param("gapLines", numbers(placings, Placing::gapLine))
                .param(
                        "nations",
                        rows.stream().map(ResultImport.Known::rodeFor).toArray(String[]::new))
                .param(
                        "cells",
                        rows.stream()
                                .map(row -> JsonMapper.shared().writeValueAsString(row.filed()))
                                .toArray(String[]::new))
                .update();
    }

    void store(Result after, List<ResultDiff.Change> changes) {
        sql.sql(STORE_CHANGES)
                .param("result", after.id())
                .param("revision", after.revision())
                .param(
                        "competitors",
                        changes.stream().map(ResultDiff.Change::competitor).toArray(String[]::new))
                .param(
                        "names",
                        changes.stream().map(ResultDiff.Change::name).toArray(String[]::new))
                .param(
                        "fields",
                        changes.stream().map(it -> it.field().word()).toArray(String[]::new))
                .param(
                        "befores",
                        changes.stream().map(ResultDiff.Change::before).toArray(String[]::new))
                .param(
                        "afters",
                        changes.stream().map(ResultDiff.Change::after).toArray(String[]::new))
                .update();
    }

    /// Of whom a revision tells another nation than the house knows, or who have had several.
    List<Long> ridersOfSeveralNations(long result, int revision) {
        return sql.sql(RIDERS_OF_SEVERAL_NATIONS)
                .param("result", result)
                .param("revision", revision)
                .query((row, number) -> row.getLong("rider_id"))
                .list();
    }

    /// Keeps for which nations riders rode and when, once a result tells of another one than the
    /// house knew, or no longer does.
    ///
    /// @param isNew false for a revision that has just been taken back
    void learnNations(Collection<Long> riders, boolean isNew) {
        if (riders.isEmpty()) {
            return;
        }
        if (isNew) {
            sql.sql(KEEP_NATIONS_KNOWN_BEFORE).param("riders", riders).update();
        }
        sql.sql(FORGET_TOLD_NATIONS).param("riders", riders).update();
        sql.sql(STORE_TOLD_NATIONS).param("riders", riders).update();
        sql.sql(MAKE_LATEST_NATION_CURRENT).param("riders", riders).update();
    }

    private static @Nullable Integer[] numbers(
            List<Placing> placings, Function<Placing, @Nullable Integer> of) {
        return placings.stream().map(of).toArray(Integer[]::new);
    }

    private static @Nullable String[] words(
            List<Placing> placings, Function<Placing, ? extends @Nullable Object> of) {
        return placings.stream()
                .map(of)
                .map(value -> Objects.toString(value, null))
                .toArray(String[]::new);
    }
}
