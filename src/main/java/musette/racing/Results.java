package musette.racing;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Results in all their revisions. What is stored stays; a correction is a new revision.
@Component
public class Results {
    private static final String RESULTS_OF_LATER_EDITIONS =
            """
            SELECT later.id
            FROM result
            JOIN edition ON edition.id = result.edition_id
            JOIN edition later_edition ON later_edition.race_id = edition.race_id
                AND later_edition.year > edition.year
            JOIN result later ON later.edition_id = later_edition.id
            WHERE result.id = :result AND result.kind = 'general' AND result.stage_id IS NULL
              AND later.kind = 'general' AND later.stage_id IS NULL AND later.revision > 0
            """;
    private static final String RESULTS_OF_RACE =
            """
            SELECT result.id
            FROM result
            JOIN edition ON edition.id = result.edition_id
            WHERE race_id = :race AND result.revision > 0
            ORDER BY result.id
            """;

    private static final String IS_RESULT_THERE =
            """
            SELECT EXISTS (
                SELECT FROM filed_result
                WHERE slug = :race AND year = :year AND classification = :classification
                  AND stage_number IS NOT DISTINCT FROM :stage
                  AND stage_part IS NOT DISTINCT FROM :part)
            """;

    private final JdbcClient sql;
    private final ResultImport results;
    private final WinnersImport lists;
    private final StoredResults stored;

    public Results(
            JdbcClient sql,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.sql = sql;
        var importing = new ImportTransaction(sql, transaction, clock, events);
        this.stored = new StoredResults(sql);
        this.results = new ResultImport(sql, importing, stored);
        this.lists = new WinnersImport(sql, importing);
    }

    /// Stores the file as the newest revision of its edition's result and spreads `ResultChanged`.
    /// A file that says what the newest revision already says changes nothing and is no news.
    public Outcome store(ResultFile file, String who) {
        return results.store(file, who, ResultImport.Way.USUAL);
    }

    /// Stores the file even where it is less sure than what counts, because a person says so.
    public Outcome storeOverSurer(ResultFile file, String who) {
        return results.store(file, who, ResultImport.Way.OVER_SURER);
    }

    /// Stores what has come so far of a result that comes row by row; what an earlier version said
    /// may be true again.
    public Outcome storeGrown(ResultFile file, String who) {
        return results.store(file, who, ResultImport.Way.GROWING);
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

    /// Whether any version of the result that the file is of is in the house, taken back or not.
    public boolean has(ResultFile.Head head) {
        var stage = head.key().stage();
        return sql.sql(IS_RESULT_THERE)
                .param("race", head.slug())
                .param("year", head.year())
                .param("classification", head.key().classification().word())
                .param("stage", stage == null ? null : stage.number(), Types.INTEGER)
                .param("part", stage == null ? null : stage.part(), Types.VARCHAR)
                .query(Boolean.class)
                .single();
    }

    /// The newest revision of that result of an edition, among the others there are.
    public OfEdition ofEdition(long edition, ResultKey key) {
        return ofEdition(edition, key, stored::withRows);
    }

    /// The same with some of its rows: a race for everybody has tens of thousands.
    public OfEdition ofEdition(long edition, ResultKey key, Part part) {
        return ofEdition(edition, key, result -> stored.withRows(result, part));
    }

    private OfEdition ofEdition(long edition, ResultKey key, UnaryOperator<Result> withRows) {
        var all = stored.ofEdition(edition);
        return new OfEdition(
                all.stream().filter(result -> result.key().equals(key)).map(withRows).findFirst(),
                all.stream().map(Result::key).filter(other -> !other.equals(key)).toList());
    }

    /// Some rows of a result.
    ///
    /// @param first 1 for the one on top
    /// @param named beginnings of a name, or a number; empty for every row
    public record Part(int first, int most, String named) {
        static final Part ALL = new Part(1, Integer.MAX_VALUE, "");

        /// Whether it begins with the first row, whatever follows.
        public boolean isTop() {
            return first == 1 && named.isEmpty();
        }
    }

    /// How many rows the result has, of which some were asked for.
    public int size(Result result) {
        return stored.size(result);
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
        return results.isEmpty() ? List.of() : stored.podiums(results);
    }

    /// The results of races and stages from the one day to the other, day by day, each with its
    /// first three rows; where there is none yet, who starts.
    public List<Result> between(LocalDate from, LocalDate to) {
        return stored.between(from, to);
    }

    /// @param before the last day before with a finish
    /// @param after the first day after with one
    public record Around(Optional<LocalDate> before, Optional<LocalDate> after) {}

    /// The days with a finish next to that time.
    public Around around(LocalDate from, LocalDate to) {
        return stored.around(from, to);
    }

    /// The results that were filed last, without rows.
    public List<Result> newest(int most) {
        return stored.newest(most);
    }

    /// The newest revision of a result.
    public Optional<Result> byId(long result) {
        return stored.revision(result, null);
    }

    /// The results of all editions of a race that have one.
    public List<Long> ofRace(long race) {
        return sql.sql(RESULTS_OF_RACE)
                .param("race", race)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /// The results of later editions, when this one is of a whole race: who won it is told of them.
    public List<Long> later(long result) {
        return sql.sql(RESULTS_OF_LATER_EDITIONS)
                .param("result", result)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /// One revision of a result, old ones too.
    public Optional<Result> revision(long result, int number) {
        return stored.revision(result, number);
    }

    /// The latest versions of a result, the newest first, each with the first of its changes.
    public List<Version> history(long result, int most, int mostChanges) {
        return stored.history(result, most, mostChanges);
    }

    /// A version of a result, and what it changed.
    ///
    /// @param takenBackAt null for one that was never taken back
    /// @param changes as many of them as were asked for
    /// @param allChanges how many there are
    public record Version(
            int number,
            Result.Standing standing,
            Instant filedAt,
            @Nullable Instant takenBackAt,
            List<ResultDiff.Change> changes,
            int allChanges) {
        public Version {
            changes = List.copyOf(changes);
        }
    }

    /// What that revision says differently from the one that counted before it; nothing for a
    /// first.
    public List<ResultDiff.Change> changes(long result, int revision) {
        return stored.changes(result, revision);
    }

    /// How storing went.
    public sealed interface Outcome {
        /// Whether anything changed.
        default boolean isNews() {
            return switch (this) {
                case Stored stored -> stored.news();
                case Listed listed -> listed.news();
                case Refused refused -> false;
            };
        }
    }

    /// @param revision the revision that now counts; 1 for the first
    /// @param before the revision that counted until now; 0 when there was none
    /// @param news whether anything changed
    /// @param leftOut rows of somebody who has a row already
    /// @param unmatched rows that stand under a name alone
    public record Stored(
            long result,
            int revision,
            int before,
            boolean news,
            List<RowRemark> leftOut,
            List<RowRemark> unmatched)
            implements Outcome {
        public Stored {
            leftOut = List.copyOf(leftOut);
            unmatched = List.copyOf(unmatched);
        }
    }

    /// A list of winners is kept.
    public record Listed(long race, boolean news, List<RowRemark> leftOut) implements Outcome {
        public Listed {
            leftOut = List.copyOf(leftOut);
        }
    }

    /// Nothing was stored; the sentence says why and what would help.
    ///
    /// @param isLessSure whether it was only because the result that counts is surer
    public record Refused(String sentence, boolean isLessSure) implements Outcome {
        Refused(String sentence) {
            this(sentence, false);
        }
    }

    /// @param line in the file
    public record RowRemark(int line, String reason) {
        static RowRemark doubtful(int line, String name) {
            return new RowRemark(
                    line, "%s may be one of several riders; a UCI ID would tell.".formatted(name));
        }

        static RowRemark twice(int line, ResultFile.Row row, int before) {
            var sentence =
                    row.entrant() == null
                            ? "%s already stands on line %d."
                            : "%s already stands on line %d; if these are two riders, UCI IDs would"
                                    + " tell.";
            return new RowRemark(line, sentence.formatted(row.name(), before));
        }
    }
}
