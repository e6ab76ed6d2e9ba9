package musette.racing;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Who has won a race, as far as the house knows, and what follows from it. Nothing follows about
/// years that may be missing, nor from names that may be one person's.
///
/// @param knownSince the year from which on the winner of each edition is known; empty when nobody
///   vouches for that
/// @param isWhole whether that is the first edition of all
/// @param isDoubtful whether two of the winners may be one person under two names
/// @param wins the newest first, each rider under the name that won first
/// @param margins of the years whose result is in the house, the newest first
public record RaceHistory(
        OptionalInt knownSince,
        boolean isWhole,
        boolean isDoubtful,
        List<Win> wins,
        List<Margin> margins) {
    public RaceHistory {
        wins = List.copyOf(wins);
        margins = List.copyOf(margins);
    }

    public record Win(Edition edition, Rider rider) {
        private Optional<Aged> aged() {
            var day = edition.heldOn();
            var born = rider.born();
            if (day == null || born == null) {
                return Optional.empty();
            }
            var years = (int) ChronoUnit.YEARS.between(born, day);
            var days = (int) ChronoUnit.DAYS.between(born.plusYears(years), day);
            return Optional.of(new Aged(rider, edition.year(), years, days));
        }
    }

    /// @param gap of whoever came second
    public record Margin(int year, Gap gap) {}

    /// @param years the oldest first
    public record Winner(Rider rider, List<Integer> years) {
        public Winner {
            years = List.copyOf(years);
        }
    }

    /// @param year in which they won
    /// @param years and `days` since their birthday, that old then
    public record Aged(Rider rider, int year, int years, int days) {
        private static final Comparator<Aged> YOUNGEST_FIRST =
                Comparator.comparingInt(Aged::years).thenComparingInt(Aged::days);
    }

    /// Those with the most wins, two at least.
    public List<Winner> mostWins() {
        var winners = isDoubtful ? Stream.<Winner>of() : winners();
        return most(winners.toList());
    }

    /// Those who won the most editions in a row, two at least; a year without a race parts none.
    public List<Winner> mostInARow() {
        if (isDoubtful) {
            return List.of();
        }
        var runs = new ArrayList<Winner>();
        var open = new LinkedHashMap<Rider, List<Integer>>();
        for (var year :
                sinceKnown().map(win -> win.edition().year()).distinct().toList().reversed()) {
            var here =
                    sinceKnown()
                            .filter(win -> win.edition().year() == year)
                            .map(Win::rider)
                            .toList();
            open.keySet().retainAll(here);
            for (var rider : here) {
                open.computeIfAbsent(rider, first -> new ArrayList<>()).add(year);
                runs.add(new Winner(rider, open.get(rider)));
            }
        }
        return most(runs);
    }

    private static List<Winner> most(List<Winner> all) {
        var most = all.stream().mapToInt(winner -> winner.years().size()).max().orElse(0);
        return all.stream().filter(it -> most > 1 && it.years().size() == most).toList();
    }

    private Stream<Winner> winners() {
        var years = new LinkedHashMap<Rider, List<Integer>>();
        sinceKnown()
                .forEach(win ->
                        years.computeIfAbsent(win.rider(), first -> new ArrayList<>())
                                .addFirst(win.edition().year()));
        return years.entrySet().stream().map(it -> new Winner(it.getKey(), it.getValue()));
    }

    /// Empty when the age of any winner is not known to the day.
    public Optional<Aged> youngest() {
        return aged(Aged.YOUNGEST_FIRST);
    }

    /// Empty when the age of any winner is not known to the day.
    public Optional<Aged> oldest() {
        return aged(Aged.YOUNGEST_FIRST.reversed());
    }

    private Optional<Aged> aged(Comparator<Aged> order) {
        var all = sinceKnown().map(Win::aged).toList();
        return all.stream().allMatch(Optional::isPresent)
                ? all.stream().flatMap(Optional::stream).min(order)
                : Optional.empty();
    }

    /// The smallest margins of the results in the house.
    public List<Margin> closest() {
        var least = margins.stream().mapToInt(it -> it.gap().hundredths()).min().orElse(0);
        return margins.stream().filter(it -> it.gap().hundredths() == least).toList();
    }

    private Stream<Win> sinceKnown() {
        return knownSince.isEmpty()
                ? Stream.of()
                : wins.stream().filter(win -> win.edition().year() >= knownSince.getAsInt());
    }

    /// Each rider under the name that won first.
    static List<Win> underOneName(List<Races.Winner> newestFirst, RiderIdentities.People people) {
        Map<Rider, Rider> firsts = new LinkedHashMap<>();
        for (var winner : newestFirst.reversed()) {
            var known =
                    firsts.values().stream()
                            .filter(it -> people.areOne(it.id(), winner.rider().id()))
                            .findFirst();
            firsts.put(winner.rider(), known.orElse(winner.rider()));
        }
        return newestFirst.stream()
                .map(it -> new Win(it.edition(), Objects.requireNonNull(firsts.get(it.rider()))))
                .toList();
    }

    /// Whether two of them may be one person, and nobody has decided.
    static boolean isDoubtful(List<Win> wins, RiderIdentities.People people) {
        var riders = wins.stream().map(Win::rider).distinct().toList();
        return riders.stream()
                .anyMatch(one ->
                        riders.stream()
                                .anyMatch(other ->
                                        one.id() < other.id()
                                                && one.isNear(other)
                                                && !people.areDecided(one.id(), other.id())));
    }
}
