package musette.racing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A result as one revision of it says, complete with its rows in the order of the file.
///
/// @param id stays the same from revision to revision
/// @param stage null for the whole race
/// @param revision 1 for the first
/// @param filedBy who brought it
/// @param file the name of the file it came in
/// @param finish how it was won; null where the source does not say so
/// @param course what became of it on the road; null where it was ridden as planned
/// @param rowsAside how many rows of that file could not be taken in
public record Result(
        long id,
        Edition edition,
        @Nullable Stage stage,
        ResultKey.Classification classification,
        int revision,
        Standing standing,
        Instant filedAt,
        String filedBy,
        String file,
        @Nullable Credit credit,
        @Nullable Finish finish,
        @Nullable Course course,
        int rowsAside,
        List<ResultRow> rows) {

    public Result {
        rows = List.copyOf(rows);
    }

    public ResultKey key() {
        return new ResultKey(stage == null ? null : stage.number(), classification);
    }

    /// `Tour de Wallonie, stage 4`: the name of the race that year, and which result of it.
    public String title() {
        var words = key().words();
        return words.isEmpty() ? edition.name() : edition.name() + ", " + words;
    }

    /// Whether it says who starts, and not yet how it ended.
    public boolean isStartList() {
        return key().isStartList();
    }

    public Race.Kind kind() {
        return stage == null ? edition.kind() : stage.kind();
    }

    public @Nullable LocalDate heldOn() {
        return stage == null ? edition.heldOn() : stage.heldOn();
    }

    /// Where it finished.
    public @Nullable String place() {
        return stage == null ? edition.place() : stage.place();
    }

    public @Nullable Integer metres() {
        return stage == null ? edition.metres() : stage.metres();
    }

    /// From whom the file lets the gap of that row count, where it is not the winner: somebody who
    /// was struck out above. What "same time" leans on says itself.
    public Optional<ResultRow> gapBase(ResultRow row) {
        var line = row.placing().gapLine();
        return line == null || row.placing().sameTime()
                ? Optional.empty()
                : rows.stream()
                        .filter(other -> other.placing().line() == line)
                        .findFirst() // Nearly always the winner, at the top: not all rows again.
                        .filter(base -> !base.placing().isWin());
    }

    /// The rows of the winners: one, none (nobody, or the place left open), or joint ones.
    public List<ResultRow> winners() {
        return rows.stream().filter(row -> row.placing().isWin()).toList();
    }

    /// The places from the first to `last` that nobody has, as far as the result goes: two on the
    /// second place leave the third to nobody, and that is not missing.
    public List<Integer> missingPlaces(int last) {
        return missingPlaces(rows.stream().map(ResultRow::placing), last);
    }

    static List<Integer> missingPlaces(Stream<Placing> placings, int last) {
        var placed =
                placings.flatMap(placing -> Stream.ofNullable(placing.place()))
                        .collect(Collectors.groupingBy(place -> place, Collectors.counting()));
        var covered =
                placed.entrySet().stream()
                        .flatMap(place ->
                                IntStream.range(0, place.getValue().intValue())
                                        .mapToObj(more -> place.getKey() + more))
                        .collect(Collectors.toSet());
        var end = placed.keySet().stream().max(Integer::compare).orElse(0);
        return IntStream.rangeClosed(1, Math.min(last, end))
                .filter(place -> !covered.contains(place))
                .boxed()
                .toList();
    }

    /// @param competitor as facts name it, `rider/5` or `team/12`
    public Optional<ResultRow> row(String competitor) {
        return rows.stream().filter(row -> row.competitor().key().equals(competitor)).findFirst();
    }

    /// Whether teams are ranked here, not riders.
    public boolean isOfTeams() {
        return rows.stream().anyMatch(row -> row.competitor() instanceof Team);
    }

    Result with(List<ResultRow> these) {
        return new Result(
                id,
                edition,
                stage,
                classification,
                revision,
                standing,
                filedAt,
                filedBy,
                file,
                credit,
                finish,
                course,
                rowsAside,
                these);
    }

    /// How sure a result is.
    public enum Standing {
        PROVISIONAL,
        OFFICIAL,
        CORRECTED;

        /// As the database and the files write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How a race was won, in the words of the source. Rows prove none of it: a rider alone in
    /// front gets the time of those just behind, and so does the winner of a sprint.
    public enum Finish {
        SOLO,
        SPRINT_OF_TWO,
        SMALL_SPRINT,
        BUNCH_SPRINT;

        /// As the database and the files write it: `sprint of two`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static Optional<Finish> of(@Nullable String word) {
            return Stream.of(values()).filter(finish -> finish.word().equals(word)).findFirst();
        }
    }

    /// That a race did not go over its course as planned, in the words of the source.
    public enum Course {
        SHORTENED,
        /// Ridden without a race for some of it, or all.
        NEUTRALISED,
        /// Ended before its finish.
        STOPPED;

        /// As the database and the files write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Course> of(@Nullable String word) {
            return Stream.of(values()).filter(course -> course.word().equals(word)).findFirst();
        }
    }

    /// Whom the page thanks for the result.
    ///
    /// @param url where the credit leads, http or https; null when it leads nowhere
    public record Credit(String provider, @Nullable String url) {}
}
