package musette.racing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
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
    /// @param origin the rider's
    /// @param isNear knows winners who may be the rider under another name: while there is one, no
    ///   count is complete
    /// @param originOf a winner's
    public Palmares.Honours honours(
            int year,
            Origin origin,
            @Nullable LocalDate born,
            Predicate<R> isRider,
            Predicate<R> isNear,
            Function<R, Origin> originOf) {
        var earlier =
                winners.headMap(year, false).entrySet().stream()
                        .filter(entry -> entry.getValue().stream().anyMatch(isRider))
                        .map(Map.Entry::getKey)
                        .toList();
        return new Palmares.Honours(
                new Palmares.Wins(
                        earlier, isCompleteFor(year, born) && !isAnyoneNear(year, isRider, isNear)),
                inARow(year, isRider, isNear),
                lastFrom(
                        origin.nationOfToday(),
                        year,
                        winner -> originOf.apply(winner).nationOfToday()),
                lastFrom(
                        origin.region(),
                        year,
                        winner -> originOf.apply(winner).regionOrOtherNation(origin)));
    }

    /// Where a rider comes from.
    ///
    /// @param nation on the day; null where nobody knows it for sure
    /// @param region of the nation, in words; null where nobody has told it
    public record Origin(@Nullable String nation, @Nullable String region) {
        private @Nullable String nationOfToday() {
            return Nations.isOfToday(nation) ? nation : null;
        }

        /// Another nation's riders are not from the region, whatever theirs is.
        private @Nullable String regionOrOtherNation(Origin own) {
            var other = nationOfToday();
            return region == null && other != null && !other.equals(own.nationOfToday())
                    ? other
                    : region;
        }
    }

    private boolean isAnyoneNear(int year, Predicate<R> isRider, Predicate<R> isNear) {
        return winners.headMap(year, false).values().stream()
                .flatMap(List::stream)
                .anyMatch(winner -> isNear.test(winner) && !isRider.test(winner));
    }

    /// How many editions in a row the rider has won with that of `year`, 1 for none before it; a
    /// year that nobody won parts none. Empty where the row may go on in a year that is not known,
    /// or under another name.
    private OptionalInt inARow(int year, Predicate<R> isRider, Predicate<R> isNear) {
        int row = 1;
        for (int before = year - 1; winners.containsKey(before); before--) {
            var here = winners.get(before);
            if (here.stream().anyMatch(isRider)) {
                row++;
            } else if (here.stream().anyMatch(isNear)) {
                return OptionalInt.empty();
            } else if (!here.isEmpty()) {
                return OptionalInt.of(row);
            }
            if (isFirst(before)) {
                return OptionalInt.of(row);
            }
        }
        return isFirst(year) ? OptionalInt.of(row) : OptionalInt.empty();
    }

    private boolean isFirst(int year) {
        return firstHeld != null && year <= firstHeld;
    }

    /// When somebody from there won last before `year`; empty where a winner since then is not
    /// known, or where one came from.
    ///
    /// @param where a nation or a region; null where nobody knows it
    private Optional<Palmares.LastFrom> lastFrom(
            @Nullable String where, int year, Function<R, @Nullable String> whereFrom) {
        if (where == null) {
            return Optional.empty();
        }
        int editions = 0;
        for (int before = year - 1; winners.containsKey(before); before--) {
            var places = winners.get(before).stream().map(whereFrom).toList();
            if (places.contains(where)) {
                return Optional.of(new Palmares.LastFrom(where, OptionalInt.of(before), editions));
            }
            if (places.stream().anyMatch(Objects::isNull)) {
                return Optional.empty();
            }
            editions += places.isEmpty() ? 0 : 1;
            if (isFirst(before)) {
                return Optional.of(new Palmares.LastFrom(where, OptionalInt.empty(), editions));
            }
        }
        return Optional.empty();
    }

    /// Who won the last edition before `year` that anybody won; empty where that is not known, and
    /// where several shared it.
    public Optional<Won<R>> defending(int year) {
        int before = year - 1;
        while (winners.containsKey(before) && winners.get(before).isEmpty()) {
            before--;
        }
        var here = winners.getOrDefault(before, List.of());
        return here.size() == 1
                ? Optional.of(new Won<>(before, here.getFirst()))
                : Optional.empty();
    }

    public record Won<R>(int year, R rider) {}

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
