package musette.flash;

import java.util.Locale;
import java.util.OptionalInt;

/// How the race was decided, as far as the result can tell. A result knows times, not tactics: who
/// finished well clear finished alone, who shares the winner's time came to the line together.
enum Shape {
    /// Nobody has the first place.
    NONE,
    /// Several have it.
    SHARED,
    /// Five seconds or more in front.
    SOLO,
    /// Clear of the second by less, or nothing more can be said.
    CLOSE,
    /// Two on one time.
    TWO,
    /// A few on one time, or an unknown number.
    GROUP,
    /// Many on one time.
    BUNCH;

    /// Hundredths of a second.
    private static final int CLEAR = 500;

    private static final int LARGEST_GROUP = 12;

    static Shape of(Told told) {
        var winners = told.winners().size();
        if (winners != 1) {
            return winners == 0 ? NONE : SHARED;
        }
        var second = told.beaten().stream().findFirst();
        if (second.isPresent() && second.get().hasWinnersTime()) {
            return ofGroup(told);
        }
        var gap = second.flatMap(Finisher::behind);
        return gap.isPresent() && gap.get().hundredths() >= CLEAR ? SOLO : CLOSE;
    }

    /// The last word of its sentences' names.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Team-mates who came in together may have settled it among themselves: no sprint is claimed.
    private static Shape ofGroup(Told told) {
        var together = told.placed().stream().limit(atLeast(told)).toList();
        var teams = together.stream().map(Finisher::team).distinct().toList();
        if (teams.size() == 1 && teams.getFirst() != null) {
            return CLOSE;
        }
        if (atLeast(told) > LARGEST_GROUP) {
            return BUNCH;
        }
        return groupSize(told).orElse(0) == 2 ? TWO : GROUP;
    }

    /// How many came to the line together; empty when the result stops before the next rider.
    static OptionalInt groupSize(Told told) {
        int together = atLeast(told);
        var next = told.beaten().stream().skip(together - 1).findFirst();
        return next.flatMap(Finisher::behind).isPresent()
                ? OptionalInt.of(together)
                : OptionalInt.empty();
    }

    private static int atLeast(Told told) {
        return 1 + (int) told.beaten().stream().takeWhile(Finisher::hasWinnersTime).count();
    }
}
