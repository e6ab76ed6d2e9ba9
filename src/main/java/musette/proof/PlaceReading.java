package musette.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import musette.proof.Item.Mention;
import musette.proof.Item.Ordinal;

/// Who finished where, and before whom.
final class PlaceReading {
    /// Words that may stand between a rider and a place of theirs.
    private static final Set<String> BETWEEN =
            Set.of(
                    "was",
                    "is",
                    "were",
                    "are",
                    "came",
                    "comes",
                    "coming",
                    "finished",
                    "finishes",
                    "finishing",
                    "finish",
                    "took",
                    "takes",
                    "taking",
                    "placed",
                    "crossed",
                    "crossing",
                    "sprinted",
                    "sprinting",
                    "rolled",
                    "claimed",
                    "claims",
                    "secured",
                    "completed",
                    "rounded",
                    "settle",
                    "settled",
                    "to",
                    "for",
                    "the",
                    "line",
                    "home",
                    "in",
                    "a",
                    "an",
                    "strong",
                    "fine",
                    "solid",
                    "close",
                    "distant",
                    "just",
                    "only",
                    "then",
                    ",",
                    "with",
                    "who");

    private static final Set<String> TAKES = Set.of("place", "spot", "position");
    private static final Set<String> SIGNS =
            Set.of(",", ".", ":", "!", "?", ")", "–", "—", "”", "\"");
    private static final Set<String> GOES_ON =
            Set.of("at", "behind", "ahead", "and", "with", "but", "while", "both", "all", "to");
    private static final Set<String> BEATS =
            Set.of("beat", "beats", "beating", "outsprinted", "outsprints", "edged", "pipped");

    private final Sentence sentence;
    private final Subject subject;
    private final List<Claim> claims = new ArrayList<>();

    PlaceReading(Sentence sentence, Subject subject) {
        this.sentence = sentence;
        this.subject = subject;
    }

    List<Claim> claims() {
        if (sentence.isOfAnotherTime(subject.year())) {
            return claims;
        }
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.at(i) instanceof Ordinal && isPlace(i)) {
                readPlace(i);
            }
            readOrder(i);
        }
        return claims;
    }

    /// Whether an ordinal is somebody's place and not a second climb or a third win.
    private boolean isPlace(int at) {
        int next = at + 1;
        if (!sentence.has(next)) {
            return true;
        }
        if (sentence.isOneOf(next, TAKES) || isPlacedWord(next)) {
            return true;
        }
        if (sentence.is(next, "in") || sentence.is(next, "on")) {
            return sentence.has(next + 2)
                    && (sentence.at(next + 1) instanceof Item.SameTime
                            || sentence.at(next + 2) instanceof Item.SameTime);
        }
        return switch (sentence.at(next)) {
            case Item.Gap gap -> true;
            case Item.SameTime same -> true;
            case Mention who -> false;
            default ->
                    sentence.isOneOf(next, SIGNS)
                            || sentence.isOneOf(next, GOES_ON)
                            || sentence.is(next, "was")
                            || (sentence.is(next, "is") && sentence.mention(next + 1).isPresent());
        };
    }

    private boolean isPlacedWord(int at) {
        return sentence.is(at, "placed") || (sentence.is(at, "-") && sentence.is(at + 1, "placed"));
    }

    private void readPlace(int at) {
        var behind = toTheRight(at);
        if (behind.isPresent()) {
            claim(at, behind.get());
            return;
        }
        int left = sentence.leftOver(at - 1, BETWEEN);
        var who = sentence.mention(left);
        if (who.isEmpty()) {
            return;
        }
        var riders = listEndingAt(left);
        var places = placesFrom(at);
        if (riders.size() > 1 && riders.size() == places.size()) {
            for (int i = 0; i < places.size(); i++) {
                claim(places.get(i), riders.get(i));
            }
        } else if (riders.size() == 1 || isOfLastAlone(left, at, places)) {
            claim(at, who.get());
        }
    }

    /// Whether one place behind several names is that of the last one.
    private boolean isOfLastAlone(int rider, int place, List<Integer> places) {
        return places.size() == 1 && !sentence.is(rider - 1, "and") && !areSeveral(rider, place);
    }

    private boolean areSeveral(int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.isOneOf(i, Set.of("were", "are"))) {
                return true;
            }
        }
        return false;
    }

    private void claim(int at, Mention who) {
        if (sentence.placedAt(at).isEmpty()) {
            sentence.isPlacedAt(at, who);
            var ordinal = (Ordinal) sentence.at(at);
            claims.add(new Claim.Place(who, ordinal.number(), ordinal));
        }
    }

    /// "third was Kron", "third place went to Kron", "third-placed Kron".
    private Optional<Mention> toTheRight(int at) {
        int next = at + 1;
        if (isPlacedWord(next)) {
            return sentence.mention(sentence.is(next, "-") ? next + 2 : next + 1);
        }
        next = sentence.rightOver(next, TAKES);
        if (sentence.isOneOf(next, Set.of("went", "goes")) && sentence.is(next + 1, "to")) {
            return sentence.mention(next + 2);
        }
        if (sentence.is(next, "to") && isPassedOn(at)) {
            return sentence.mention(next + 1);
        }
        return sentence.isOneOf(next, Set.of("was", "is"))
                ? sentence.mention(next + 1)
                : Optional.empty();
    }

    /// Whether places are said to go to people: "third place went to Kron, fourth to Adrià".
    private boolean isPassedOn(int before) {
        for (int i = 0; i < before; i++) {
            if (sentence.isOneOf(i, Set.of("went", "goes"))) {
                return true;
            }
        }
        return false;
    }

    private List<Mention> listEndingAt(int end) {
        int first = end;
        while (true) {
            int before = sentence.leftOver(first - 1, Set.of(",", "and"));
            if (before == first - 1 || sentence.mention(before).isEmpty()) {
                return sentence.listFrom(first);
            }
            first = before;
        }
    }

    /// Where the places of a list such as "second and third" stand.
    private List<Integer> placesFrom(int at) {
        var places = new ArrayList<Integer>();
        int here = at;
        while (sentence.has(here) && sentence.at(here) instanceof Ordinal) {
            places.add(here);
            int next = sentence.rightOver(here + 1, Set.of(",", "and"));
            here = next > here + 1 ? next : sentence.size();
        }
        return places;
    }

    private void readOrder(int at) {
        var isAhead = sentence.is(at, "ahead") && sentence.is(at + 1, "of");
        if (isAhead && !sentence.isOnTheWay()) {
            sentence.winner()
                    .or(() -> lastPlaced(at))
                    .ifPresent(first -> claimBefore(first, at + 2));
        }
        if (sentence.isOneOf(at, BEATS)) {
            int behind = sentence.is(at + 1, "out") ? at + 2 : at + 1;
            sentence.mention(at - 1).ifPresent(first -> claimBefore(first, behind));
        }
    }

    private Optional<Mention> lastPlaced(int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (sentence.placedAt(i).isPresent()) {
                return sentence.placedAt(i);
            }
        }
        return Optional.empty();
    }

    private void claimBefore(Mention first, int from) {
        sentence.listFrom(from)
                .forEach(second -> claims.add(new Claim.Before(first, second, second)));
    }
}
