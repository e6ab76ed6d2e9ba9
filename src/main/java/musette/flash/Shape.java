package musette.flash;

import java.util.Locale;
import java.util.OptionalInt;
import musette.racing.Race;
import musette.racing.Result;

/// What the first rows of a result prove about the win. Times are known, tactics are not: equal
/// times are no sprint, a gap is no solo, and neither is claimed.
enum Shape {
    /// Nobody has a place, and riders finished: the race was neutralised, or its times not taken.
    UNDECIDED,
    /// Nobody has the first place.
    NONE,
    /// Several have it.
    SHARED,
    /// In front of the second, or nothing more can be said.
    AHEAD,
    /// The second has the winner's time.
    TOGETHER,
    /// Won against the clock.
    TRIAL,
    /// The same by teams.
    TEAM_TRIAL;

    static Shape of(RaceFacts facts) {
        var winners = facts.winners().size();
        if (winners != 1) {
            return winners > 0 ? SHARED : facts.isUndecided() ? UNDECIDED : NONE;
        }
        return switch (facts.kind()) {
            case ITT -> TRIAL;
            case TTT -> TEAM_TRIAL;
            case ROAD -> ofRoadRace(facts);
        };
    }

    private static Shape ofRoadRace(RaceFacts facts) {
        return facts.beaten().stream().findFirst().filter(Finisher::hasWinnersTime).isPresent()
                ? TOGETHER
                : AHEAD;
    }

    boolean hasWinner() {
        return this != NONE && this != UNDECIDED;
    }

    /// The last word of its sentences' names.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How many got the winner's time, the winner among them; empty when the result stops before
    /// the next rider, and where there was no group to speak of.
    static OptionalInt groupSize(RaceFacts facts) {
        if (facts.kind() != Race.Kind.ROAD || facts.finish() == Result.Finish.SOLO) {
            return OptionalInt.empty();
        }
        int together = atLeast(facts);
        var next = facts.beaten().stream().skip(together - 1).findFirst();
        return next.flatMap(Finisher::behind).isPresent()
                ? OptionalInt.of(together)
                : OptionalInt.empty();
    }

    private static int atLeast(RaceFacts facts) {
        return 1 + (int) facts.beaten().stream().takeWhile(Finisher::hasWinnersTime).count();
    }
}
