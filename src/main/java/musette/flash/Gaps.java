package musette.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import musette.racing.Gap;
import musette.text.Document.Inline;
import musette.text.FactLink;
import musette.text.FactSource;

/// Says how far behind riders finished. The ladder of "same time": with the winner, with the rider
/// before, or neither; riders side by side who share their answer share the words for it.
final class Gaps {

    /// How a rider's time is told.
    sealed interface How {}

    /// The file gave the winner's time.
    record WithWinner(Finisher winner) implements How {}

    /// The file gave the time of the rider before, who was `first` or got the time of `first`.
    record With(Finisher first) implements How {}

    record At(Gap gap) implements How {}

    record Untold() implements How {}

    /// Riders side by side whose time is told alike.
    record Run(How how, List<Finisher> riders) {
        Run {
            riders = List.copyOf(riders);
        }

        boolean isShared() {
            return riders.size() > 1;
        }

        private boolean joins(Run next) {
            return how.equals(next.how) && !(how instanceof Untold);
        }

        private Run with(Run next) {
            return new Run(how, Stream.concat(riders.stream(), next.riders.stream()).toList());
        }

        /// Where the one answer for all of them comes from.
        FactLink link() {
            var rows = riders.stream().map(Finisher::row).toList();
            var source =
                    isShared()
                            ? new FactSource.SharedGap(rows)
                            : new FactSource.Row(rows.getFirst(), FactSource.Cell.GAP);
            var value =
                    how instanceof At at ? Integer.toString(at.gap().hundredths()) : "same-time";
            return new FactLink("gap", source, value);
        }
    }

    private final Language language;

    Gaps(Language language) {
        this.language = language;
    }

    /// The beaten riders from one place in their order up to another, in runs.
    static List<Run> runs(RaceFacts facts, int from, int to) {
        var runs = new ArrayList<Run>();
        for (var single : singly(facts).stream().limit(to).skip(from).toList()) {
            if (!runs.isEmpty() && runs.getLast().joins(single)) {
                runs.add(runs.removeLast().with(single));
            } else {
                runs.add(single);
            }
        }
        return runs;
    }

    /// The beaten riders with how each one's time is told, best first.
    static List<Run> singly(RaceFacts facts) {
        var singles = new ArrayList<Run>();
        var before = Optional.<Finisher>empty();
        How last = new Untold();
        var winners = facts.winners();
        for (var rider : facts.beaten()) {
            last = how(winners, rider, before, last);
            before = Optional.of(rider);
            singles.add(new Run(last, List.of(rider)));
        }
        return singles;
    }

    private static How how(
            List<Finisher> winners, Finisher rider, Optional<Finisher> before, How last) {
        if (winners.size() == 1 && rider.hasWinnersTime()) {
            return new WithWinner(winners.getFirst());
        }
        var gap = rider.behind();
        if (rider.placing().sameTime() && before.isPresent() && gap.equals(before.get().behind())) {
            return last instanceof With with ? with : new With(before.get());
        }
        return gap.<How>map(At::new).orElseGet(Untold::new);
    }

    /// The words for it; none when it is not told.
    ///
    /// @param naming how other riders are called here
    List<Inline> words(Run run, Naming naming) {
        return switch (run.how()) {
            case Untold untold -> List.of();
            case At at ->
                    fill(
                            "how.gap",
                            new Slots()
                                    .with(
                                            "gap",
                                            new Inline.Fact(language.gap(at.gap()), run.link())));
            case With with ->
                    fill("how.same", sameTime(run).with("before", naming.of(with.first())));
            case WithWinner with ->
                    fill("how.same", sameTime(run).with("before", naming.of(with.winner())));
        };
    }

    /// The same where the winner has just been named.
    List<Inline> wordsAfterWinner(Run run, Naming naming) {
        return run.how() instanceof WithWinner
                ? fill("how.winner", sameTime(run))
                : words(run, naming);
    }

    private static Slots sameTime(Run run) {
        return new Slots().with("same", new Inline.Fact("", run.link()));
    }

    private List<Inline> fill(String sentence, Slots slots) {
        return language.sentence(sentence).filled(slots).orElseThrow();
    }
}
