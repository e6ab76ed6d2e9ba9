package musette.racing;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A race's winners as a file lists them, one or more a year.
///
/// @param name the file's name, without a path
/// @param completeSince the year from which on no edition is missing; null when nobody vouches
/// @param firstHeld the year of the very first edition, where known
public record WinnersFile(
        String name,
        String slug,
        String race,
        @Nullable Integer completeSince,
        @Nullable Integer firstHeld,
        List<Row> rows) {

    public WinnersFile {
        rows = List.copyOf(rows);
    }

    /// @param winner null for a year without a race
    public record Row(
            int year, ResultFile.@Nullable Entrant winner, @Nullable String team, int line) {}

    /// The same as a history that can be asked.
    public WinnersHistory<ResultFile.Entrant> history() {
        var years = new TreeMap<Integer, List<ResultFile.Entrant>>();
        for (var row : rows) {
            var winner = row.winner();
            var here = winner == null ? List.<ResultFile.Entrant>of() : List.of(winner);
            years.merge(row.year(), here, WinnersHistory::both);
        }
        return new WinnersHistory<>(completeSince, firstHeld, years);
    }
}
