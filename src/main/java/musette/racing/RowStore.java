package musette.racing;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Writes the rows of a revision, and what they changed, each in one statement, whatever their
/// number.
final class RowStore {
    private static final String STORE_ROWS =
            """
            INSERT INTO result_row
                (result_id, revision, rider_id, unmatched, ordinal, team_id, place, tied, bib,
                 time, gap, same_time, status, points, note, line, filed)
            SELECT :result, :revision, rider, unmatched, ordinal, team, place, tied, bib,
                time, gap, same_time, status, CAST(points AS numeric), note, line,
                CAST(cells AS jsonb)
            FROM unnest(:riders, :unmatched, :teams, :places, :tied, :bibs, :times, :gaps,
                    :sameTimes, :statuses, :points, :notes, :lines, :cells)
                WITH ORDINALITY
                AS filed (rider, unmatched, team, place, tied, bib, time, gap, same_time, status,
                    points, note, line, cells, ordinal)
            """;

    private static final String STORE_CHANGES =
            """
            INSERT INTO result_change
                (result_id, revision, ordinal, competitor, name, field, before, after)
            SELECT :result, :revision, ordinal, competitor, name, field, before, after
            FROM unnest(:competitors, :names, :fields, :befores, :afters)
                WITH ORDINALITY AS filed (competitor, name, field, before, after, ordinal)
            """;

    private final JdbcClient sql;

    RowStore(JdbcClient sql) {
        this.sql = sql;
    }

    void store(long result, int revision, List<ResultImport.Known> rows) {
        var placings = rows.stream().map(ResultImport.Known::placing).toList();
        sql.sql(STORE_ROWS)
                .param("result", result)
                .param("revision", revision)
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
