package musette.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import musette.proof.Item.Cardinal;
import musette.proof.Item.Mention;

/// One sentence as its items, with what its readings have found out about them so far.
final class Sentence {
    /// Words of a race on its way: where one stands, a gap need not be one at the finish.
    private static final Set<String> ON_THE_WAY =
            Set.of(
                    "go",
                    "remaining",
                    "km",
                    "kilometre",
                    "kilometres",
                    "climb",
                    "climbs",
                    "summit",
                    "ascent",
                    "descent",
                    "lap",
                    "laps",
                    "attack",
                    "attacked",
                    "attacks",
                    "attacking",
                    "breakaway",
                    "break",
                    "escape",
                    "escapees",
                    "lead",
                    "led",
                    "advantage",
                    "gap",
                    "caught",
                    "chase",
                    "chasing",
                    "chasers",
                    "intermediate",
                    "top",
                    "overall",
                    "classification",
                    "stage",
                    "bonus",
                    "halfway");

    private static final int FIRST_YEAR = 1860;
    private static final int LAST_YEAR = 2199;

    private final List<Item> items;

    /// The riders of whom a place is claimed, by where the place stands.
    private final Map<Integer, Mention> placed = new HashMap<>();

    private final List<Mention> winners = new ArrayList<>();

    private final boolean isOfStage;

    /// @param isOfStage whether a stage is what the story reports
    Sentence(List<Item> items, boolean isOfStage) {
        this.isOfStage = isOfStage;
        this.items = List.copyOf(items);
    }

    int size() {
        return items.size();
    }

    Item at(int index) {
        return items.get(index);
    }

    boolean has(int index) {
        return index >= 0 && index < items.size();
    }

    boolean is(int index, String word) {
        return has(index) && at(index).is(word);
    }

    boolean isOneOf(int index, Set<String> words) {
        return has(index) && at(index).isOneOf(words);
    }

    Optional<Mention> mention(int index) {
        return has(index) && at(index) instanceof Mention mention
                ? Optional.of(mention)
                : Optional.empty();
    }

    /// The first place to the left, from there on, where none of these words stands.
    int leftOver(int from, Set<String> words) {
        int at = from;
        while (isOneOf(at, words)) {
            at--;
        }
        return at;
    }

    int rightOver(int from, Set<String> words) {
        int at = from;
        while (isOneOf(at, words)) {
            at++;
        }
        return at;
    }

    boolean holds(Set<String> words) {
        return items.stream().anyMatch(item -> item.isOneOf(words));
    }

    boolean isOnTheWay() {
        return items.stream()
                .anyMatch(item -> item.isOneOf(ON_THE_WAY) && !(isOfStage && item.is("stage")));
    }

    Optional<Integer> year(int index) {
        return has(index)
                        && at(index) instanceof Cardinal number
                        && number.number() >= FIRST_YEAR
                        && number.number() <= LAST_YEAR
                ? Optional.of(number.number())
                : Optional.empty();
    }

    /// Whether it tells, or may tell, of another year than that one.
    boolean isOfAnotherTime(int year) {
        for (int i = 0; i < size(); i++) {
            var isAgo = is(i, "ago") || is(i, "previously") || (is(i, "had") && !is(i + 1, "to"));
            var isLast = (is(i, "last") || is(i, "previous")) && isYearWord(i + 1);
            var other = year(i).filter(told -> told != year).isPresent();
            if (isAgo
                    || isLast
                    || (other && isOneOf(i - 1, Set.of("in", "of", "since", "after")))) {
                return true;
            }
        }
        return false;
    }

    private boolean isYearWord(int index) {
        return isOneOf(index, Set.of("year", "years", "season", "edition", "time"));
    }

    void isPlacedAt(int index, Mention who) {
        placed.put(index, who);
    }

    Optional<Mention> placedAt(int index) {
        return Optional.ofNullable(placed.get(index));
    }

    void isWonBy(Mention who) {
        winners.add(who);
    }

    Optional<Mention> winner() {
        return winners.stream().findFirst();
    }

    /// The riders named before that place, the nearest first.
    List<Mention> before(int index) {
        var mentions = new ArrayList<Mention>();
        for (int i = Math.min(index, size()) - 1; i >= 0; i--) {
            mention(i).ifPresent(mentions::add);
        }
        return mentions;
    }

    /// Riders named one after the other with nothing but commas and an "and" between them.
    List<Mention> listFrom(int index) {
        var mentions = new ArrayList<Mention>();
        int at = index;
        while (mention(at).isPresent()) {
            mentions.add(mention(at).orElseThrow());
            int next = rightOver(at + 1, Set.of(",", "and"));
            at = next > at + 1 ? next : size();
        }
        return mentions;
    }
}
