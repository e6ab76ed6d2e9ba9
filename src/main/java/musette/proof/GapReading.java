package musette.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import musette.proof.Item.Gap;
import musette.proof.Item.Mention;

/// Who finished how far behind whom. Asked after the places are read.
final class GapReading {
    private static final Set<String> ABOUT =
            Set.of(
                    "about",
                    "around",
                    "nearly",
                    "almost",
                    "over",
                    "under",
                    "some",
                    "than",
                    "within",
                    "roughly",
                    "another",
                    "further",
                    "more",
                    "additional",
                    "barely",
                    "of");
    private static final Set<String> AT =
            Set.of("at", "in", "on", "with", "the", "just", "only", "a", "mere", ",", "place");
    private static final Set<String> FINISHED =
            Set.of(
                    "on",
                    "with",
                    "a",
                    "finished",
                    "finishes",
                    "finishing",
                    "came",
                    "comes",
                    "coming",
                    "crossed",
                    "crosses",
                    "rolled",
                    "arrived",
                    "was",
                    "were",
                    "followed",
                    "home",
                    "reached",
                    "ended",
                    "line",
                    "the",
                    "in",
                    "at",
                    "just",
                    "only");
    private static final Set<String> BEHIND =
            Set.of("behind", "back", "down", "adrift", "later", "off", "slower");
    private static final Set<String> OF = Set.of("of", "on", "from", "than", "to");
    private static final Set<String> SOMEBODY =
            Set.of("him", "her", "them", "his", "their", "that", "those", "this", "another");

    private final Sentence sentence;
    private final List<Claim> claims = new ArrayList<>();

    GapReading(Sentence sentence) {
        this.sentence = sentence;
    }

    List<Claim> claims() {
        for (int i = 0; i < sentence.size(); i++) {
            switch (sentence.at(i)) {
                case Gap gap -> readGap(i, gap);
                case Item.SameTime same -> readSameTime(i, same);
                case Mention who -> readAside(who);
                default -> {}
            }
        }
        return claims;
    }

    /// "Kron (+0:20)".
    private void readAside(Mention who) {
        for (var item : who.aside()) {
            if (item instanceof Gap gap && (gap.isSigned() || !sentence.isOnTheWay())) {
                claims.add(new Claim.Behind(who, gap, null, gap));
            } else if (item instanceof Item.SameTime) {
                claims.add(new Claim.SameTime(who, List.of(), false, item));
            }
        }
    }

    private void readGap(int at, Gap gap) {
        if (sentence.isOneOf(at - 1, ABOUT)) {
            return;
        }
        if (isAhead(at + 1)) {
            readAhead(at, gap);
            return;
        }
        if (sentence.is(at - 1, "by")) {
            readMargin(at, gap);
            return;
        }
        if (sentence.isOneOf(at + 1, BEHIND)) {
            int next = sentence.rightOver(at + 2, OF);
            var other = sentence.mention(next);
            var isUnclear =
                    other.isEmpty()
                            && (sentence.isOneOf(next, SOMEBODY)
                                    || (sentence.is(next, "the")
                                            && !sentence.is(next + 1, "winner")));
            if (!isUnclear) {
                subjects(at, true)
                        .forEach(who ->
                                claims.add(new Claim.Behind(who, gap, other.orElse(null), gap)));
            }
            return;
        }
        subjects(at, gap.isSigned())
                .forEach(who -> claims.add(new Claim.Behind(who, gap, null, gap)));
    }

    private boolean isAhead(int at) {
        return (sentence.is(at, "ahead") || sentence.is(at, "clear")) && sentence.is(at + 1, "of");
    }

    /// "won two seconds ahead of Higuita".
    private void readAhead(int at, Gap gap) {
        var other = sentence.mention(at + 3);
        if (other.isPresent() && !sentence.isOnTheWay()) {
            var first = sentence.winner().or(() -> subjects(at, true).stream().findFirst());
            first.ifPresent(who -> claims.add(new Claim.Behind(other.get(), gap, who, gap)));
        }
    }

    /// "won by two seconds", "won by two seconds from Higuita".
    private void readMargin(int at, Gap gap) {
        if (sentence.winner().isEmpty() || sentence.isOnTheWay()) {
            return;
        }
        var other =
                sentence.isOneOf(at + 1, Set.of("from", "over"))
                        ? sentence.mention(at + 2)
                        : Optional.<Mention>empty();
        claims.add(
                other.<Claim>map(second -> new Claim.Behind(second, gap, null, gap))
                        .orElseGet(() -> new Claim.Margin(gap, gap)));
    }

    private void readSameTime(int at, Item.SameTime same) {
        var who = subjects(at, true);
        if (sentence.is(at + 1, "as")) {
            var other = sentence.mention(at + 2);
            if (other.isPresent()) {
                who.forEach(rider ->
                        claims.add(new Claim.SameTime(rider, List.of(other.get()), true, same)));
            } else if (sentence.is(at + 2, "the") && sentence.is(at + 3, "winner")) {
                who.forEach(rider -> claims.add(new Claim.SameTime(rider, List.of(), true, same)));
            }
            return;
        }
        who.forEach(
                rider -> claims.add(new Claim.SameTime(rider, sentence.before(at), false, same)));
    }

    /// Of whom a time at that place is told; none where that is not sure.
    ///
    /// @param isSure whether the words behind it say that it is a time at the finish
    private List<Mention> subjects(int at, boolean isSure) {
        int left = sentence.leftOver(at - 1, AT);
        if (sentence.is(left, "both") || sentence.is(left, "all")) {
            return several(left, sentence.is(left, "both") ? 2 : Integer.MAX_VALUE);
        }
        var placed = sentence.placedAt(left);
        if (placed.isPresent()) {
            return List.of(placed.get());
        }
        if (sentence.isOnTheWay()) {
            return List.of();
        }
        var who = sentence.mention(left);
        if (who.isPresent()) {
            var isAt = sentence.is(at - 1, "at") || left == at - 1;
            return isAt || isSure ? List.of(who.get()) : List.of();
        }
        return isSure || sentence.is(at - 1, "at")
                ? sentence.mention(sentence.leftOver(at - 1, FINISHED)).stream().toList()
                : List.of();
    }

    /// The riders before "both" or "all", back to the last who were told a time.
    private List<Mention> several(int at, int most) {
        var riders = new ArrayList<Mention>();
        for (int i = at - 1; i >= 0 && riders.size() < most; i--) {
            if (sentence.at(i) instanceof Gap || sentence.at(i) instanceof Item.SameTime) {
                break;
            }
            sentence.mention(i).ifPresent(riders::add);
        }
        return riders.size() >= 2 && (most > 2 || riders.size() == 2) ? riders : List.of();
    }
}
