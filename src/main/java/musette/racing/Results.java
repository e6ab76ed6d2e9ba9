package musette.racing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import musette.racing.ResultKey.Classification;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Results in all their revisions. What is stored stays; a correction is a new revision.
@Component
public class Results {
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
    private static final String RESULTS_OF_RACE =
            """
            SELECT result.id
            FROM result
            JOIN edition ON edition.id = result.edition_id
            WHERE race_id = :race AND result.revision > 0
            ORDER BY result.id
            """;
    private static final String FIRST_THREE_ROWS =
            """
            SELECT result_row.*, uci_id, family, given, display, slug AS rider_slug, nation, born,
                season, name AS team_name, print
            FROM result
            JOIN result_row ON result_row.result_id = result.id
                AND result_row.revision = result.revision
            JOIN rider ON rider.id = rider_id
            LEFT JOIN team ON team.id = team_id
            WHERE result.id IN (:results) AND ordinal <= 3
            ORDER BY ordinal
            """;
    private static final String ROWS_OF_REVISION =
            """
            SELECT result_row.*, uci_id, family, given, display, slug AS rider_slug, nation, born,
                season, name AS team_name, print
            FROM result_row
            JOIN rider ON rider.id = rider_id
            LEFT JOIN team ON team.id = team_id
            WHERE result_id = :result AND revision = :revision
            ORDER BY ordinal
            """;
    private final JdbcClient sql;
    private final ResultImport results;
    private final WinnersImport lists;

    public Results(
            JdbcClient sql,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.sql = sql;
        var importing = new ImportTransaction(sql, transaction, clock, events);
        this.results = new ResultImport(sql, importing);
        this.lists = new WinnersImport(sql, importing);
    }

    /// Stores the file as the newest revision of its edition's result and spreads `ResultStored`. A
    /// file that says what the newest revision already says changes nothing and is no news.
    public Outcome store(ResultFile file, String who) {
        return results.store(file, who);
    }

    /// Stores a list of winners; one that says what was already known changes nothing.
    public Outcome store(WinnersFile file, String who) {
        return lists.store(file, who);
    }

    /// Takes the revision that counts back; the one before it counts again, or none. Answers
    /// whether it could: once a newer one is there, that is what would have to be taken back.
    public boolean takeBack(long result, int revision) {
        return results.takeBack(result, revision);
    }

    /// The newest revision of that result of an edition, among the others there are.
    public OfEdition ofEdition(long edition, ResultKey key) {
        var all =
                sql.sql(CURRENT_REVISIONS_OF_EDITION)
                        .param("edition", edition)
                        .query((row, index) -> withoutRows(row))
                        .list();
        return new OfEdition(
                all.stream()
                        .filter(result -> result.key().equals(key))
                        .map(found -> found.with(rows(found.id(), found.revision())))
                        .findFirst(),
                all.stream().map(Result::key).filter(other -> !other.equals(key)).toList());
    }

    /// @param shown the result that was asked for
    /// @param others the whole race first, then stage by stage
    public record OfEdition(Optional<Result> shown, List<ResultKey> others) {
        public OfEdition {
            others = List.copyOf(others);
        }
    }

    /// The results with their first three rows only, in the order asked for.
    public List<Result> podiums(List<Long> results) {
        if (results.isEmpty()) {
            return List.of();
        }
        var rows = new HashMap<Long, List<ResultRow>>();
        sql.sql(FIRST_THREE_ROWS)
                .param("results", results)
                .query(
                        (RowCallbackHandler)
                                row ->
                                        rows.computeIfAbsent(
                                                        row.getLong("result_id"),
                                                        id -> new ArrayList<>())
                                                .add(resultRow(row, 0)));
        return sql
                .sql(CURRENT_REVISIONS)
                .param("results", results)
                .query((row, number) -> withoutRows(row))
                .list()
                .stream()
                .map(result -> result.with(rows.getOrDefault(result.id(), List.of())))
                .sorted(Comparator.comparingInt(result -> results.indexOf(result.id())))
                .toList();
    }

    /// The newest revision of a result.
    public Optional<Result> byId(long result) {
        return revision(result, null);
    }

    /// The results of all editions of a race that have one.
    public List<Long> ofRace(long race) {
        return sql.sql(RESULTS_OF_RACE)
                .param("race", race)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /// One revision of a result, old ones too.
    public Optional<Result> revision(long result, int number) {
        return revision(result, Integer.valueOf(number));
    }

    private Optional<Result> revision(long result, @Nullable Integer number) {
        return sql.sql(REVISION_OF_RESULT)
                .param("result", result)
                .param("revision", number, Types.INTEGER)
                .query((row, index) -> withoutRows(row))
                .optional()
                .map(found -> found.with(rows(found.id(), found.revision())));
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

    private List<ResultRow> rows(long result, int revision) {
        return sql.sql(ROWS_OF_REVISION)
                .param("result", result)
                .param("revision", revision)
                .query(Results::resultRow)
                .list();
    }

    private static ResultRow resultRow(ResultSet row, int number) throws SQLException {
        return new ResultRow(Races.rider(row), Races.team(row), placing(row));
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
                row.getInt("line"));
    }

    /// How storing went.
    public sealed interface Outcome {}

    /// @param revision the revision that now counts; 1 for the first
    /// @param before the revision that counted until now; 0 when there was none
    /// @param news whether anything changed
    /// @param leftOut rows that could not be given to one rider
    public record Stored(long result, int revision, int before, boolean news, List<LeftOut> leftOut)
            implements Outcome {
        public Stored {
            leftOut = List.copyOf(leftOut);
        }
    }

    /// A list of winners is kept.
    public record Listed(long race, boolean news, List<LeftOut> leftOut) implements Outcome {
        public Listed {
            leftOut = List.copyOf(leftOut);
        }
    }

    /// Nothing was stored; the sentence says why and what would help.
    public record Refused(String sentence) implements Outcome {}

    /// @param line in the file
    public record LeftOut(int line, String reason) {
        static LeftOut doubtful(int line, ResultFile.Entrant entrant) {
            return new LeftOut(
                    line,
                    "%s may be one of several riders; a UCI ID would tell."
                            .formatted(entrant.name()));
        }

        static LeftOut twice(int line, ResultFile.Entrant entrant, int before) {
            return new LeftOut(
                    line,
                    "%s already stands on line %d; if these are two riders, UCI IDs would tell."
                            .formatted(entrant.name(), before));
        }
    }
}
