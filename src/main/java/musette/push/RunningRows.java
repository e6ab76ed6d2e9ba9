package musette.push;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import musette.racing.ResultFile;
import musette.wire.ParsedFile;
import musette.wire.ParsedFile.ParsedResult;
import musette.wire.ParsedFile.ParsedWinners;
import musette.wire.ParsedFile.Unreadable;
import musette.wire.RowsFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Rows from programs, as riders cross the line. Each request is a small file of any form with some
/// rows of a result; they may come in any order, twice, and from several senders. What is answered
/// is stored; `RunningResults` puts it in.
@Component
public class RunningRows {
    private static final String OPEN_RUNNING =
            """
            INSERT INTO running_result
                (race_slug, year, stage, classification, sender_id, head, version, last_row_at)
            VALUES (:race, :year, :stage, :classification, :sender, :head, 0, :at)
            ON CONFLICT (race_slug, year, stage, classification) DO UPDATE
            SET sender_id = excluded.sender_id, head = excluded.head,
                version = running_result.version
                    + CASE WHEN running_result.head = excluded.head THEN 0 ELSE 1 END,
                last_row_at = excluded.last_row_at
            RETURNING id, problem
            """;
    private static final String ADD_ROWS =
            """
            INSERT INTO running_row (running_id, competitor, cells, version)
            SELECT :running, competitor, CAST(cells AS jsonb), :version
            FROM unnest(:competitors, :cells) AS sent (competitor, cells)
            ON CONFLICT (running_id, competitor) DO UPDATE
            SET cells = excluded.cells, version = excluded.version, is_gone = false
            WHERE running_row.version <= excluded.version
              AND (running_row.cells <> excluded.cells
                   OR (running_row.is_gone AND running_row.version < excluded.version))
            """;
    private static final String REMOVE_ROWS =
            """
            INSERT INTO running_row (running_id, competitor, cells, version, is_gone)
            SELECT :running, competitor, CAST(cells AS jsonb), :version, true
            FROM unnest(:competitors, :cells) AS sent (competitor, cells)
            ON CONFLICT (running_id, competitor) DO UPDATE
            SET version = excluded.version, is_gone = true
            WHERE running_row.version <= excluded.version AND NOT running_row.is_gone
            """;
    private static final String COUNT_CHANGE =
            """
            UPDATE running_result
            SET version = version + 1
            WHERE id = :running
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final RunningResults results;

    RunningRows(
            JdbcClient sql, TransactionTemplate transaction, Clock clock, RunningResults results) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.results = results;
    }

    /// @param content some rows in any form, with the head lines of a result above
    public PushReceipt take(Sender sender, byte[] content) {
        return take(sender, content, false);
    }

    /// Takes rows away again, by what they are known by; what they say otherwise does not matter. A
    /// row of the same version that comes later, a double, stays away with them.
    ///
    /// @param content as for `take`
    public PushReceipt takeAway(Sender sender, byte[] content) {
        return take(sender, content, true);
    }

    private PushReceipt take(Sender sender, byte[] content, boolean areGone) {
        if (!sender.goesLive()) {
            return PushReceipt.problem(
                    403,
                    "Rows go to readers at once, and what this token sends waits for a look. Send"
                            + " the whole file.");
        }
        return switch (ParsedFile.of("rows", new ByteArrayInputStream(content))) {
            case Unreadable unreadable -> PushReceipt.problem(422, unreadable.sentence());
            case ParsedWinners list ->
                    PushReceipt.problem(422, "A list of winners is sent as a whole file.");
            case ParsedResult result when result.isGuessed() ->
                    PushReceipt.problem(
                            422,
                            "Rows need their columns named and their race told; nothing is guessed"
                                    + " for them.");
            case ParsedResult result when !sender.maySend(result.file().head().slug()) ->
                    PushReceipt.problem(
                            403,
                            "This token is for the race %s; the rows are of %s."
                                    .formatted(sender.race(), result.file().head().slug()));
            case ParsedResult result -> take(sender, result, RowsFile.of(content), areGone);
        };
    }

    private PushReceipt take(Sender sender, ParsedResult result, RowsFile above, boolean areGone) {
        var receipt = transaction.execute(status -> store(sender, result, above, areGone));
        results.soon();
        return receipt;
    }

    private record Running(long id, String problem) {}

    private PushReceipt store(Sender sender, ParsedResult result, RowsFile above, boolean areGone) {
        var head = result.file().head();
        var stage = head.key().stage();
        var running =
                sql.sql(OPEN_RUNNING)
                        .param("race", head.slug())
                        .param("year", head.year())
                        .param("stage", stage == null ? "" : stage.word())
                        .param("classification", head.key().classification().word())
                        .param("sender", sender.id())
                        .param("head", above.head())
                        .param("at", OffsetDateTime.now(clock))
                        .query((row, number) ->
                                new Running(row.getLong("id"), row.getString("problem")))
                        .single();
        int changed = change(running.id(), result.file().rows(), above.version(), areGone);
        if (changed > 0) {
            sql.sql(COUNT_CHANGE).param("running", running.id()).update();
        }
        if (!running.problem().isEmpty()) {
            return PushReceipt.problem(409, running.problem() + " The rows are kept.");
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("rows", result.file().rows().size());
        answer.put("changed", changed);
        answer.put("set_aside", PushReceipt.aside(result.reading().quarantine()));
        answer.put("remarks", result.reading().remarks());
        return PushReceipt.of(202, answer);
    }

    private int change(long running, List<ResultFile.Row> rows, int version, boolean areGone) {
        var cells = new LinkedHashMap<String, String>();
        for (var row : rows) {
            cells.put(competitor(row), JsonMapper.shared().writeValueAsString(row.filed()));
        }
        return (areGone ? sql.sql(REMOVE_ROWS) : sql.sql(ADD_ROWS))
                .param("running", running)
                .param("competitors", cells.keySet().toArray(String[]::new))
                .param("cells", cells.values().toArray(String[]::new))
                .param("version", version)
                .update();
    }

    /// By what a row is known again: the bib where there is one.
    private static String competitor(ResultFile.Row row) {
        var bib = row.placing().bib();
        if (bib != null) {
            return "bib " + bib;
        }
        var entrant = row.entrant();
        if (entrant == null) {
            return "team " + Objects.requireNonNull(row.team());
        }
        return entrant.uciId() == null ? "name " + entrant.name() : "rider " + entrant.uciId();
    }
}
