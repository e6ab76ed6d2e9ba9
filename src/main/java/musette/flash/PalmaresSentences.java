package musette.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import musette.racing.Nations;
import musette.racing.Palmares;
import musette.racing.Placing.Status;
import musette.text.Document.Inline;
import musette.text.FactLink;
import musette.text.FactSource;
import musette.text.FactSource.Question;

/// What a win means, and what became of the winner before: as far as the records can tell, and no
/// number where a year may be missing.
final class PalmaresSentences {
    /// A nation that has won lately is no news: so many editions must have been others'.
    private static final int EDITIONS_OF_OTHERS = 5;

    private static final Set<Status> TOLD_WITHOUT_A_PLACE =
            Set.of(Status.DNF, Status.DNS, Status.OTL, Status.DSQ);
    private static final String NEVER = "never";

    private final RaceFacts facts;
    private final Language language;

    PalmaresSentences(RaceFacts facts, Language language) {
        this.facts = facts;
        this.language = language;
    }

    List<List<Inline>> all(Naming naming) {
        var sentences = new ArrayList<List<Inline>>();
        var honours = facts.honours();
        if (honours != null) {
            var ofOrigin = ofOrigin(honours, naming);
            // The first from anywhere has not won before.
            sentences.add(ofOrigin.isEmpty() ? ofWins(honours, naming) : ofOrigin);
        }
        sentences.add(ofDefending(naming));
        return sentences;
    }

    private List<Inline> ofWins(RaceFacts.Honours honours, Naming naming) {
        var number = honours.wins().number();
        if (number.isEmpty() && honours.wins().earlier().isEmpty()) {
            return List.of();
        }
        var slots =
                new Slots()
                        .with("winner", naming.of(facts.winners().getFirst()))
                        .with("years", language.list(earlierYears(honours)))
                        .with("row", inARow(honours))
                        .with("his", his());
        if (number.isEmpty()) {
            return fill("palmares.some", slots);
        }
        if (number.getAsInt() == 1) {
            return fill("palmares.first", slots.with("count", wins(honours, 1, "")));
        }
        var areAllInARow = honours.palmares().inARow().equals(number);
        return fill(areAllInARow ? "palmares.row" : "palmares.nth", slots.with("nth", nth()));
    }

    /// Since when nobody from the winner's nation had won, or else from the region, where that is
    /// long; whoever won before has brought it there already.
    private List<Inline> ofOrigin(RaceFacts.Honours honours, Naming naming) {
        if (!honours.wins().earlier().isEmpty()) {
            return List.of();
        }
        var ofNation = honours.palmares().ofNation().filter(PalmaresSentences::isNews);
        var ofRegion = honours.palmares().ofRegion().filter(PalmaresSentences::isNews);
        return ofNation.map(last ->
                        ofOrigin(
                                last,
                                origin(Question.NATION, honours, last),
                                nation(last.where()),
                                naming))
                .or(() ->
                        ofRegion.map(last ->
                                ofOrigin(
                                        last,
                                        origin(Question.REGION, honours, last),
                                        last.where(),
                                        naming)))
                .orElse(List.of());
    }

    private static boolean isNews(Palmares.LastFrom last) {
        return last.between() >= EDITIONS_OF_OTHERS;
    }

    private List<Inline> ofOrigin(
            Palmares.LastFrom last, FactSource source, String where, Naming naming) {
        var year = word(last);
        return fill(
                last.year().isEmpty() ? "palmares.never.from" : "palmares.last.from",
                new Slots()
                        .with("winner", naming.of(facts.winners().getFirst()))
                        .with("where", new Inline.Text(where))
                        .with("last", fact(year, "year", source, year)));
    }

    private String nation(String code) {
        var takesArticle = language.sentence("nations.with.the").text().contains(code);
        var name = Nations.words(code);
        return takesArticle ? language.sentence("nation.the").words("nation", name) : name;
    }

    private List<Inline> ofDefending(Naming naming) {
        var defending = facts.defending();
        if (defending == null || facts.winners().contains(defending.rider())) {
            return List.of();
        }
        var placing = defending.rider().placing();
        var place = placing.place();
        if (place == null && !TOLD_WITHOUT_A_PLACE.contains(placing.status())) {
            return List.of();
        }
        var slots =
                new Slots()
                        .with("rider", naming.of(defending.rider()))
                        .with("year", year(defending));
        if (place == null) {
            return fill(
                    "defending." + placing.status().name().toLowerCase(Locale.ROOT),
                    slots.with("placing", defending.rider().place("")));
        }
        return place <= Drafter.LAST_TOLD
                ? fill("defending.told", slots)
                : fill(
                        "defending.placed",
                        slots.with("placing", defending.rider().place(language.ordinal(place))));
    }

    /// Which win of the winner's this is, from the second on.
    Optional<Inline> nth() {
        return Optional.ofNullable(facts.honours())
                .filter(honours -> honours.wins().number().orElse(1) > 1)
                .map(honours -> {
                    var number = honours.wins().number().orElseThrow();
                    return wins(honours, number, language.ordinal(number));
                });
    }

    private static Inline.Fact wins(RaceFacts.Honours honours, int number, String words) {
        return fact(
                words,
                "wins",
                new FactSource.Asked(Question.WINS, honours.key()),
                Integer.toString(number));
    }

    private static List<List<Inline>> earlierYears(RaceFacts.Honours honours) {
        var years = honours.wins().earlier();
        return IntStream.range(0, years.size())
                .mapToObj(i -> {
                    var source = new FactSource.EarlierWin(honours.key(), i + 1);
                    var year = years.get(i).toString();
                    return List.<Inline>of(fact(year, "year", source, year));
                })
                .toList();
    }

    private Optional<Inline> inARow(RaceFacts.Honours honours) {
        var row = honours.palmares().inARow().orElse(1);
        return row == 1
                ? Optional.empty()
                : Optional.of(
                        fact(
                                language.ordinal(row),
                                "wins",
                                new FactSource.Asked(Question.ROW, honours.key()),
                                Integer.toString(row)));
    }

    /// The nation, or the region, belongs to the question: a rider who turns out to be of another
    /// one is asked of that one, and what was written of this one has no answer any more.
    static FactSource origin(Question question, RaceFacts.Honours honours, Palmares.LastFrom last) {
        return new FactSource.Asked(question, honours.key() + "/" + last.where());
    }

    /// The year, or that there is none.
    static String word(Palmares.LastFrom last) {
        return last.year().isEmpty() ? NEVER : Integer.toString(last.year().getAsInt());
    }

    private static Inline.Fact year(RaceFacts.Defending defending) {
        var year = Integer.toString(defending.year());
        return fact(year, "year", new FactSource.Asked(Question.DEFENDING, defending.key()), year);
    }

    private static Inline.Fact fact(String words, String kind, FactSource source, String value) {
        return new Inline.Fact(words, new FactLink(kind, source, value));
    }

    /// The pronoun comes from whose race it is, never from a name.
    private List<Inline> his() {
        var gender = facts.gender();
        return fill("his." + (gender == null ? "unknown" : gender.word()), new Slots());
    }

    private List<Inline> fill(String sentence, Slots slots) {
        return language.sentence(sentence).filled(slots).orElseThrow();
    }
}
