package musette.flash;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.racing.Placing;
import musette.racing.Time;
import org.jspecify.annotations.Nullable;

/// What a source says against itself in the places that a flash would tell. Nothing is told of such
/// a result, because nobody can know which of the two is wrong.
final class Doubts {
    private static final int MOST_ON_ONE_PLACE = 3;

    private Doubts() {}

    /// The first doubt, as a sentence.
    ///
    /// @param heldOn the day of the race, where it is told
    static Optional<String> of(Stream<Placing> placings, int year, @Nullable LocalDate heldOn) {
        if (heldOn != null && heldOn.getYear() != year) {
            return Optional.of(
                    "The file says it is the race of %d and was held on %s."
                            .formatted(year, heldOn));
        }
        var told =
                placings.filter(Doubts::isTold)
                        .sorted(Comparator.comparingInt(Doubts::place))
                        .toList();
        return crowd(told).or(() -> winningTime(told)).or(() -> order(told));
    }

    /// One more than is told, because the size of a group rests on it.
    private static boolean isTold(Placing placing) {
        return placing.place() != null && placing.place() <= Drafter.LAST_TOLD + 1;
    }

    private static int place(Placing placing) {
        return placing.place() == null ? Integer.MAX_VALUE : placing.place();
    }

    /// Three have shared a place now and then; a whole field never has.
    private static Optional<String> crowd(List<Placing> told) {
        return told.stream().collect(Collectors.groupingBy(Doubts::place)).entrySet().stream()
                .filter(shared -> shared.getValue().size() > MOST_ON_ONE_PLACE)
                .map(shared ->
                        "%,d riders share place %d."
                                .formatted(shared.getValue().size(), shared.getKey()))
                .findFirst();
    }

    private static Optional<String> winningTime(List<Placing> told) {
        return told.stream()
                .filter(Placing::isWin)
                .filter(placing -> new Time(0).equals(placing.time()))
                .map(placing ->
                        "Line %d gives the winner a time of zero.".formatted(placing.line()))
                .findFirst();
    }

    private static Optional<String> order(List<Placing> told) {
        for (int i = 1; i < told.size(); i++) {
            var before = told.get(i - 1);
            var here = told.get(i);
            if (isTrusted(before) && isTrusted(here)) {
                int gap = gap(here) - gap(before);
                if (place(here) == place(before) && gap != 0) {
                    return Optional.of(
                            "Lines %d and %d share place %d and have two times."
                                    .formatted(before.line(), here.line(), place(here)));
                }
                if (gap < 0) {
                    return Optional.of(
                            "Line %d, place %d, is nearer to the winner than place %d before it."
                                    .formatted(here.line(), place(here), place(before)));
                }
            }
        }
        return Optional.empty();
    }

    /// A rider who was moved down, or whose time was set by the jury, may stand out of order.
    private static boolean isTrusted(Placing placing) {
        return (placing.gap() != null || placing.isWin())
                && placing.status() == Placing.Status.FINISHED
                && placing.note().isBlank();
    }

    private static int gap(Placing placing) {
        return placing.gap() == null ? 0 : placing.gap().hundredths();
    }
}
