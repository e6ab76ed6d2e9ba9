package musette.racing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The winners of one race by year, and how far back they can be trusted to be all of them.
///
/// @param <R> a rider, from the database or from a file
/// @param completeSince the year from which on the list claims to miss nobody
/// @param firstHeld the first year the race was held
/// @param winners the years of which the outcome is known; an empty list is a year that nobody won
public record WinnersHistory<R>(
        @Nullable Integer completeSince,
        @Nullable Integer firstHeld,
        NavigableMap<Integer, List<R>> winners) {

    /// The youngest age, in calendar years, at which a rider can have won an elite race.
    static final int YOUNGEST = 17;

    public WinnersHistory {
        winners = new TreeMap<>(winners);
    }

    /// What a win in `year` means for the rider whom `isRider` knows.
    ///
    /// @param isNear knows winners who may be the rider under another name: while there is one, no
    ///   count is complete
    public Palmares.Wins wins(
            int year, @Nullable LocalDate born, Predicate<R> isRider, Predicate<R> isNear) {
        var earlier =
                winners.headMap(year, false).entrySet().stream()
                        .filter(entry -> entry.getValue().stream().anyMatch(isRider))
                        .map(Map.Entry::getKey)
                        .toList();
        return new Palmares.Wins(
                earlier, isCompleteFor(year, born) && !isAnyoneNear(year, isRider, isNear));
    }

    private boolean isAnyoneNear(int year, Predicate<R> isRider, Predicate<R> isNear) {
        return winners.headMap(year, false).values().stream()
                .flatMap(List::stream)
                .anyMatch(winner -> isNear.test(winner) && !isRider.test(winner));
    }

    /// Whether each year in which the rider can have won before `year` is known.
    private boolean isCompleteFor(int year, @Nullable LocalDate born) {
        if (completeSince == null || (born == null && firstHeld == null)) {
            return false;
        }
        int possible = born == null ? Integer.MIN_VALUE : born.getYear() + YOUNGEST;
        int from = firstHeld == null ? possible : Math.max(possible, firstHeld);
        return completeSince <= from && IntStream.range(from, year).allMatch(winners::containsKey);
    }

    /// The same statements about these winners.
    WinnersHistory<R> with(NavigableMap<Integer, List<R>> others) {
        return new WinnersHistory<>(completeSince, firstHeld, others);
    }

    /// The year from which on each outcome up to the last that is known is known; empty when nobody
    /// vouches that none is missing.
    OptionalInt knownSince() {
        if (completeSince == null || winners.isEmpty()) {
            return OptionalInt.empty();
        }
        int since = winners.lastKey();
        while (since > completeSince && winners.containsKey(since - 1)) {
            since--;
        }
        return OptionalInt.of(since);
    }

    /// Whether each outcome is known from the first edition on.
    boolean isWhole() {
        return firstHeld != null && knownSince().orElse(Integer.MAX_VALUE) <= firstHeld;
    }

    static <R> List<R> both(List<R> some, List<R> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
