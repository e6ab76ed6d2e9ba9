package musette.racing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import musette.racing.ResultKey.Classification;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads results as the database has them.
final class StoredResults {
    private static final int MOST_ENTRIES = 500;
    private static final String REVISION_OF_RESULT =
            """
            SELECT *
            FROM filed_result
            WHERE result_id = :result
              AND CASE WHEN CAST(:revision AS integer) IS NULL THEN is_current
                  ELSE revision = :revision END
            """;
    private static final String CURRENT_REVISIONS_OF_EDITION =
            """
            SELECT *
            FROM filed_result
            WHERE id = :edition AND is_current
            ORDER BY stage_number NULLS FIRST, stage_part, classification
            """;
    private static final String CURRENT_REVISIONS =
            """
            SELECT *
            FROM filed_result
            WHERE result_id IN (:results) AND is_current
            """;
    private static final String NEWEST_REVISIONS =
            """
            SELECT *
            FROM filed_result
            WHERE is_current AND classification <> 'start-list'
            ORDER BY filed_at DESC, result_id DESC
            LIMIT :most
            """;
    private static final String FIRST_THREE_ROWS =
            """
            SELECT shown_row.*
            FROM result
            JOIN shown_row ON result_id = result.id AND shown_row.revision = result.revision
            WHERE result.id IN (:results) AND ordinal <= 3
            ORDER BY ordinal
            """;
    private static final String ROWS_OF_RIDERS =
            """
            SELECT shown_row.*
            FROM result
            JOIN shown_row ON result_id = result.id AND shown_row.revision = result.revision
            WHERE rider_id IN (:riders)
            """;
    private static final String ROWS_OF_TEAM =
            """
            SELECT shown_row.*
            FROM result
            JOIN shown_row ON result_id = result.id AND shown_row.revision = result.revision
            WHERE team_id = :team
            ORDER BY ordinal
            """;
    private static final String ROWS_OF_REVISION =
            """
            SELECT *
            FROM shown_row
            WHERE result_id = :result AND revision = :revision AND ordinal >= :first
              AND (:named = '' OR bib = :named
                OR (cardinality(CAST(:beginnings AS text[])) > 0
                    AND '-' || folded LIKE ALL (:beginnings)))
            ORDER BY ordinal
            LIMIT :most
            """;
    private static final String SIZE_OF_REVISION =
            """
            SELECT count(*)
            FROM result_row
            WHERE result_id = :result AND revision = :revision
            """;
    private static final String CHANGES_OF_REVISION =
            """
            SELECT competitor, name, field, before, after
            FROM result_change
            WHERE result_id = :result AND revision = :revision
            ORDER BY ordinal
            """;

    private static final String ENTRIES_BETWEEN =
            """
            SELECT result_id
            FROM calendar_entry
            WHERE day BETWEEN :from AND :to
            ORDER BY day, race_name, result_id
            LIMIT :most
            """;
    private static final String DAYS_AROUND =
            """
            SELECT max(day) FILTER (WHERE day < :from) AS before,
                min(day) FILTER (WHERE day > :to) AS after
            FROM calendar_entry
            """;

    private static final String LATEST_VERSIONS =
            """
            SELECT number, standing, filed_at, undone_at,
                COALESCE((SELECT max(ordinal)
                    FROM result_change
                    WHERE result_change.result_id = result_revision.result_id
                      AND revision = number), 0) AS all_changes
            FROM result_revision
            WHERE result_id = :result
            ORDER BY number DESC
            LIMIT :most
            """;
    private static final String CHANGES_SINCE =
            """
            SELECT revision, competitor, name, field, before, after
            FROM result_change
            WHERE result_id = :result AND revision >= :oldest AND ordinal <= :most
            ORDER BY revision, ordinal
            """;

    private final JdbcClient sql;

    StoredResults(JdbcClient sql) {
        this.sql = sql;
    }

    /// The results of an edition that count, without rows: the whole race first.
    List<Result> ofEdition(long edition) {
        return sql.sql(CURRENT_REVISIONS_OF_EDITION)
                .param("edition", edition)
                .query((row, index) -> withoutRows(row))
                .list();
    }

    List<Result> newest(int most) {
        return sql.sql(NEWEST_REVISIONS)
                .param("most", most)
                .query((row, index) -> withoutRows(row))
                .list();
    }

    Result withRows(Result found) {
        return withRows(found, Results.Part.ALL);
    }

    Result withRows(Result found, Results.Part part) {
        return found.with(
                sql.sql(ROWS_OF_REVISION)
                        .param("result", found.id())
                        .param("revision", found.revision())
                        .param("first", part.first())
                        .param("beginnings", Search.beginnings(part.named()))
                        .param("named", part.named())
                        .param("most", part.most())
                        .query(StoredResults::resultRow)
                        .list());
    }

    int size(Result result) {
        return sql.sql(SIZE_OF_REVISION)
                .param("result", result.id())
                .param("revision", result.revision())
                .query(Integer.class)
                .single();
    }

    List<ResultDiff.Change> changes(long result, int revision) {
        return sql.sql(CHANGES_OF_REVISION)
                .param("result", result)
                .param("revision", revision)
                .query(StoredResults::change)
                .list();
    }

    private static ResultDiff.Change change(ResultSet row, int number) throws SQLException {
        return new ResultDiff.Change(
                row.getString("competitor"),
                row.getString("name"),
                ResultDiff.Field.valueOf(row.getString("field").toUpperCase(Locale.ROOT)),
                row.getString("before"),
                row.getString("after"));
    }

    /// The newest first, each with the first of what it changed.
    List<Results.Version> history(long result, int most, int mostChanges) {
        var versions =
                sql.sql(LATEST_VERSIONS)
                        .param("result", result)
                        .param("most", most)
                        .query((row, number) -> version(row))
                        .list();
        var changes = new HashMap<Integer, List<ResultDiff.Change>>();
        sql.sql(CHANGES_SINCE)
                .param("result", result)
                .param("oldest", versions.isEmpty() ? 0 : versions.getLast().number())
                .param("most", mostChanges)
                .query(row -> {
                    changes.computeIfAbsent(row.getInt("revision"), none -> new ArrayList<>())
                            .add(change(row, 0));
                });
        return versions.stream()
                .map(version ->
                        new Results.Version(
                                version.number(),
                                version.standing(),
                                version.filedAt(),
                                version.takenBackAt(),
                                changes.getOrDefault(version.number(), List.of()),
                                version.allChanges()))
                .toList();
    }

    private static Results.Version version(ResultSet row) throws SQLException {
        var takenBack = row.getObject("undone_at", OffsetDateTime.class);
        return new Results.Version(
                row.getInt("number"),
                Result.Standing.valueOf(row.getString("standing").toUpperCase(Locale.ROOT)),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                takenBack == null ? null : takenBack.toInstant(),
                List.of(),
                row.getInt("all_changes"));
    }

    /// What is in the calendar from the one day to the other, day by day, each with its first three
    /// rows.
    List<Result> between(LocalDate from, LocalDate to) {
        var results =
                sql.sql(ENTRIES_BETWEEN)
                        .param("from", from)
                        .param("to", to)
                        .param("most", MOST_ENTRIES)
                        .query((row, number) -> row.getLong("result_id"))
                        .list();
        return results.isEmpty() ? List.of() : podiums(results);
    }

    Results.Around around(LocalDate from, LocalDate to) {
        return sql.sql(DAYS_AROUND)
                .param("from", from)
                .param("to", to)
                .query((row, number) ->
                        new Results.Around(
                                Optional.ofNullable(row.getObject("before", LocalDate.class)),
                                Optional.ofNullable(row.getObject("after", LocalDate.class))))
                .single();
    }

    /// With their first three rows only, in the order asked for.
    List<Result> podiums(List<Long> results) {
        var rows = new RowsByResult();
        sql.sql(FIRST_THREE_ROWS).param("results", results).query(rows);
        return withRows(results, rows).stream()
                .sorted(Comparator.comparingInt(result -> results.indexOf(result.id())))
                .toList();
    }

    /// Those in which one of the riders stands, with their rows only.
    List<Result> ofRiders(Collection<Long> riders) {
        var rows = new RowsByResult();
        sql.sql(ROWS_OF_RIDERS).param("riders", riders).query(rows);
        return withRows(rows.byResult.keySet(), rows);
    }

    /// Those in which the team or somebody in its colours stands, with these rows only.
    List<Result> ofTeam(long team) {
        var rows = new RowsByResult();
        sql.sql(ROWS_OF_TEAM).param("team", team).query(rows);
        return withRows(rows.byResult.keySet(), rows);
    }

    private List<Result> withRows(Collection<Long> results, RowsByResult rows) {
        return results.isEmpty()
                ? List.of()
                : sql
                        .sql(CURRENT_REVISIONS)
                        .param("results", results)
                        .query((row, number) -> withoutRows(row))
                        .list()
                        .stream()
                        .map(result ->
                                result.with(rows.byResult.getOrDefault(result.id(), List.of())))
                        .toList();
    }

    private static final class RowsByResult implements RowCallbackHandler {
        private final Map<Long, List<ResultRow>> byResult = new HashMap<>();

        @Override
        public void processRow(ResultSet row) throws SQLException {
            byResult.computeIfAbsent(row.getLong("result_id"), id -> new ArrayList<>())
                    .add(resultRow(row, 0));
        }
    }

    /// @param number null for the revision that counts
    Optional<Result> revision(long result, @Nullable Integer number) {
        return sql.sql(REVISION_OF_RESULT)
                .param("result", result)
                .param("revision", number, Types.INTEGER)
                .query((row, index) -> withoutRows(row))
                .optional()
                .map(this::withRows);
    }

    private static Result withoutRows(ResultSet row) throws SQLException {
        var provider = row.getString("provider");
        return new Result(
                row.getLong("result_id"),
                Races.edition(row),
                stage(row),
                classification(row),
                row.getInt("revision"),
                Result.Standing.valueOf(row.getString("standing").toUpperCase(Locale.ROOT)),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                row.getString("filed_by"),
                row.getString("file"),
                provider == null ? null : new Result.Credit(provider, row.getString("credit_url")),
                Result.Finish.of(row.getString("finish")).orElse(null),
                Result.Course.of(row.getString("course")).orElse(null),
                row.getInt("set_aside"),
                List.of());
    }

    private static @Nullable StageNumber stageNumber(ResultSet row) throws SQLException {
        var number = row.getObject("stage_number", Integer.class);
        return number == null ? null : new StageNumber(number, row.getString("stage_part"));
    }

    private static @Nullable Stage stage(ResultSet row) throws SQLException {
        var number = stageNumber(row);
        return number == null
                ? null
                : new Stage(
                        number,
                        Race.Kind.valueOf(row.getString("stage_kind").toUpperCase(Locale.ROOT)),
                        row.getObject("stage_held_on", LocalDate.class),
                        row.getString("stage_place"),
                        row.getObject("stage_metres", Integer.class));
    }

    private static Classification classification(ResultSet row) throws SQLException {
        return Classification.of(row.getString("classification")).orElseThrow();
    }

    private static ResultRow resultRow(ResultSet row, int number) throws SQLException {
        var competitor = competitor(row);
        return new ResultRow(
                competitor,
                competitor instanceof Team ? null : Races.team(row),
                placing(row),
                row.getString("rode_for"),
                row.getString("filed"));
    }

    private static ResultRow.Competitor competitor(ResultSet row) throws SQLException {
        if (row.getObject("rider_id") != null) {
            return Races.rider(row);
        }
        var unmatched = row.getString("unmatched");
        return unmatched == null
                ? Objects.requireNonNull(Races.team(row))
                : new ResultRow.Unmatched(
                        unmatched, row.getString("filed_family"), row.getString("filed_given"));
    }

    private static Placing placing(ResultSet row) throws SQLException {
        var time = row.getObject("time", Integer.class);
        var gap = row.getObject("gap", Integer.class);
        return new Placing(
                row.getObject("place", Integer.class),
                row.getBoolean("tied"),
                row.getString("bib"),
                time == null ? null : new Time(time),
                gap == null ? null : new Gap(gap),
                row.getBoolean("same_time"),
                Placing.Status.valueOf(row.getString("status")),
                row.getBigDecimal("points"),
                row.getString("note"),
                row.getInt("line"),
                row.getObject("gap_line", Integer.class));
    }
}
