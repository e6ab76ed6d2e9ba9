package musette.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import musette.racing.Edition;
import musette.racing.Palmares;
import musette.racing.Placing;
import musette.racing.Result;
import musette.racing.ResultFile;
import musette.racing.ResultRow;
import musette.racing.Rider;
import musette.racing.StageNumber;
import org.jspecify.annotations.Nullable;

/// What a story reports: a race of one year and its result, whose rows are riders'.
///
/// @param stage null for the race itself
/// @param wins what is known of the winner's record in the race; null for nothing
public record Subject(
        String race,
        int year,
        @Nullable String town,
        @Nullable Integer metres,
        @Nullable StageNumber stage,
        List<Entry> entries,
        Palmares.@Nullable Wins wins) {
    public Subject {
        entries = List.copyOf(entries);
    }

    /// @param otherNames of riders in the result, by their ids
    static Subject of(Result result, Palmares palmares, Map<Long, List<Rider>> otherNames) {
        var entries = new ArrayList<Entry>();
        for (var row : result.rows()) {
            var competitor = row.competitor();
            entries.add(
                    new Entry(
                            entries.size() + 1,
                            name(competitor),
                            row
                                    .rider()
                                    .map(rider -> otherNames.getOrDefault(rider.id(), List.of()))
                                    .orElse(List.of())
                                    .stream()
                                    .map(Subject::name)
                                    .toList(),
                            row.team() == null ? null : row.team().print(),
                            row.placing()));
        }
        Edition edition = result.edition();
        var winners = result.winners();
        var isOfWinner = winners.size() == 1 && result.key().isRace();
        var wins =
                isOfWinner
                        ? winners.getFirst()
                                .rider()
                                .map(rider -> palmares.wins(edition, rider))
                                .orElse(null)
                        : null;
        return new Subject(
                edition.name(),
                edition.year(),
                result.place(),
                result.metres(),
                result.key().stage(),
                entries,
                wins);
    }

    private static Entry.Name name(ResultRow.Competitor competitor) {
        return new Entry.Name(competitor.display(), competitor.given(), competitor.family());
    }

    /// From a file alone, of which nobody knows what happened in other years.
    public static Subject of(ResultFile file) {
        var entries = new ArrayList<Entry>();
        for (var row : file.rows()) {
            var entrant = row.entrant();
            if (entrant != null) {
                entries.add(
                        new Entry(
                                entries.size() + 1,
                                new Entry.Name(entrant.name(), entrant.given(), entrant.family()),
                                List.of(),
                                row.team(),
                                row.placing()));
            }
        }
        var head = file.head();
        return new Subject(
                head.edition(),
                head.year(),
                head.place(),
                head.metres(),
                head.key().stage(),
                entries,
                null);
    }

    /// The winner where there is just one.
    Optional<Entry> winner() {
        var winners = entries.stream().filter(entry -> entry.placing().isWin()).toList();
        return winners.size() == 1 ? Optional.of(winners.getFirst()) : Optional.empty();
    }

    /// The row one place behind the winner.
    Optional<Entry> second() {
        return entries.stream()
                .filter(entry -> Integer.valueOf(2).equals(entry.placing().place()))
                .findFirst();
    }

    /// How many got the winner's time; empty when the result ends with them.
    Optional<Integer> groupInFront() {
        var placed = entries.stream().filter(entry -> entry.placing().place() != null).toList();
        var together = placed.stream().takeWhile(entry -> behind(entry.placing()) == 0).count();
        return placed.size() > together && behind(placed.get((int) together).placing()) > 0
                ? Optional.of((int) together)
                : Optional.empty();
    }

    /// The gap to the winner in hundredths of a second, or -1 where the row does not tell.
    static int behind(Placing placing) {
        if (placing.isWin()) {
            return 0;
        }
        var gap = placing.gap();
        return gap == null ? -1 : gap.hundredths();
    }
}
