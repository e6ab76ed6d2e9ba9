package musette.flash;

import java.util.ArrayList;
import java.util.List;
import musette.flash.Gaps.Run;
import musette.text.Document.Inline;

/// Lists riders with their places and gaps: "A was third at 13 seconds and B fourth at 20 seconds".
final class Places {
    private final Language language;
    private final Gaps gaps;

    Places(Language language) {
        this.language = language;
        this.gaps = new Gaps(language);
    }

    /// How much is said about each rider.
    enum Style {
        /// For a standfirst: no verb, no teams, the winner still in the reader's ear.
        BRIEF("rider.next"),
        /// For a lead, likewise, with teams.
        BESIDE_WINNER("rider.next"),
        /// For sentences of their own.
        FULL("rider.first");

        private final String first;

        Style(String first) {
            this.first = first;
        }
    }

    /// The runs as one phrase each, where possible several runs in one.
    List<List<Inline>> phrases(List<Run> runs, Style style, Naming naming) {
        return groups(runs).stream().map(group -> phrase(group, style, naming)).toList();
    }

    /// Riders with times of their own share a sentence; those who share a time get their own.
    private static List<List<Run>> groups(List<Run> runs) {
        var groups = new ArrayList<List<Run>>();
        for (var run : runs) {
            var goesOn =
                    !groups.isEmpty() && !run.isShared() && !groups.getLast().getLast().isShared();
            if (!goesOn) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(run);
        }
        return groups;
    }

    private List<Inline> phrase(List<Run> group, Style style, Naming naming) {
        var run = group.getFirst();
        var clauses = new ArrayList<List<Inline>>();
        for (var single : group) {
            for (var rider : single.riders()) {
                var slots = slots(rider, style, naming);
                if (!run.isShared()) {
                    slots.with("how", how(single, style, naming));
                }
                clauses.add(fill(clauses.isEmpty() ? style.first : "rider.next", slots));
            }
        }
        var places = language.list(clauses);
        if (!run.isShared()) {
            return places;
        }
        var slots = new Slots().with("places", places).with("how", how(run, style, naming));
        return fill(run.riders().size() == 2 ? "run.both" : "run.all", slots);
    }

    private Slots slots(Finisher rider, Style style, Naming naming) {
        var slots =
                new Slots()
                        .with("rider", naming.of(rider))
                        .with("placing", rider.place(placing(rider)));
        return style == Style.BRIEF ? slots : slots.with("team", rider.teamName());
    }

    private String placing(Finisher rider) {
        var place = rider.placing().place();
        var ordinal = language.ordinal(place == null ? 0 : place);
        return rider.placing().tied()
                ? language.sentence("placing.joint").words("placing", ordinal)
                : ordinal;
    }

    private List<Inline> how(Run run, Style style, Naming naming) {
        return style == Style.FULL ? gaps.words(run, naming) : gaps.wordsAfterWinner(run, naming);
    }

    private List<Inline> fill(String sentence, Slots slots) {
        return language.sentence(sentence).filled(slots).orElseThrow();
    }
}
