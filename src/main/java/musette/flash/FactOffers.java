package musette.flash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.racing.Palmares;
import musette.racing.Result;
import musette.text.Document.Inline;
import org.springframework.stereotype.Component;

/// The facts of a result that somebody may take into a text of their own: in the words of the
/// house, each bound to its row, so that a changed result finds them there, too.
@Component
public class FactOffers {
    private final Palmares palmares;

    FactOffers(Palmares palmares) {
        this.palmares = palmares;
    }

    /// What one row says.
    ///
    /// @param rider the full name; `family` the same rider once named
    /// @param gap behind the winner, or that it is the same time; the winner's own time for a
    ///   winner
    public record Offer(
            Inline.Fact rider,
            Inline.Fact family,
            Optional<Inline.Fact> team,
            Optional<Inline.Fact> placing,
            Optional<Inline.Fact> gap) {

        private Stream<Inline.Fact> all() {
            return Stream.of(
                            Stream.of(rider, family), team.stream(), placing.stream(), gap.stream())
                    .flatMap(facts -> facts);
        }
    }

    /// One for each row of the result, in its order.
    public List<Offer> of(Result result) {
        var language = Language.english();
        var gaps = gaps(result, language);
        var offers = new ArrayList<Offer>();
        for (var row : RaceFacts.rows(result)) {
            var place = Optional.ofNullable(row.placing().place());
            offers.add(
                    new Offer(
                            row.fullName(),
                            row.familyName(),
                            row.teamName(),
                            place.map(number -> row.place(language.ordinal(number))),
                            Optional.ofNullable(gaps.get(row.row())).or(row::time)));
        }
        return offers;
    }

    private Map<String, Inline.Fact> gaps(Result result, Language language) {
        var gaps = new HashMap<String, Inline.Fact>();
        for (var run : Gaps.singly(RaceFacts.of(result, palmares))) {
            switch (run.how()) {
                case Gaps.At at ->
                        gaps.put(
                                run.riders().getFirst().row(),
                                new Inline.Fact(language.gap(at.gap()), run.link()));
                case Gaps.With _, Gaps.WithWinner _ ->
                        gaps.put(
                                run.riders().getFirst().row(),
                                new Inline.Fact("the same time", run.link()));
                case Gaps.Untold _ -> {}
            }
        }
        return gaps;
    }

    /// Whether the result offers each of these, word for word.
    public boolean areOffered(Result result, List<Inline.Fact> facts) {
        var offered = of(result).stream().flatMap(Offer::all).collect(Collectors.toSet());
        return facts.stream()
                .map(fact -> new Inline.Fact(fact.text(), fact.link()))
                .allMatch(offered::contains);
    }
}
