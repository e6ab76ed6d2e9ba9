package musette.wire;

import java.util.OptionalInt;
import musette.racing.Gap;
import musette.racing.Time;
import org.jspecify.annotations.Nullable;

/// What the rows above tell the next one: the winner's time, and the gap that "same time" leans on.
///
/// Whether a rider got the same time is what the file says, never what two equal gaps suggest: two
/// riders at 20 seconds may have crossed the line apart.
///
/// @param above the gap of the row above; null where it had none or it could not be read
/// @param standing whether the row above was kept
record GapContext(@Nullable Time winner, @Nullable Gap above, boolean standing) {
    static final GapContext START = new GapContext(null, null, false);
    private static final Gap NONE = new Gap(0);

    /// What one row's cells say, and the context of the row below.
    ///
    /// @param leaning whether the row says "same time" of a time nobody knows
    record Step(
            @Nullable Time time,
            @Nullable Gap gap,
            boolean sameTime,
            boolean leaning,
            GapContext next) {}

    /// The context below a row that was set aside although its times were clear.
    GapContext afterGap() {
        return new GapContext(winner, above, false);
    }

    /// The context below a row whose times could not be read.
    GapContext lost() {
        return new GapContext(winner, null, false);
    }

    /// Reads the `time` and `gap` cells of a row; a gap may stand in the `time` column too.
    ///
    /// @param place null for riders without one, whose gap says nothing
    Step read(@Nullable Integer place, Cells cells) {
        var timeCell = cells.text("time");
        boolean misplaced = timeCell.startsWith("+") || TimeText.isSameTime(timeCell);
        var gapCell = misplaced && !cells.has("gap") ? timeCell : cells.text("gap");
        var time = misplaced ? null : time(cells);
        if (place == null) {
            return new Step(time, null, false, false, belowUnplaced(gapCell));
        }
        if (place == 1) {
            return winner(time, gapCell, cells);
        }
        return TimeText.isSameTime(gapCell) ? sameTime(time) : behind(time, gapCell, cells);
    }

    /// A disqualified rider may stand between two others; the next "same time" then means his.
    private GapContext belowUnplaced(String gapCell) {
        if (TimeText.isSameTime(gapCell)) {
            return afterGap();
        }
        var gap = TimeText.hundredths(gapCell);
        return gap.isPresent() ? new GapContext(winner, new Gap(gap.getAsInt()), false) : lost();
    }

    private Step winner(@Nullable Time time, String gapCell, Cells cells) {
        var gap = TimeText.isSameTime(gapCell) ? OptionalInt.of(0) : hundredths(gapCell, cells);
        if (gap.orElse(0) != 0) {
            throw new ParseException(
                    "The first place has a gap of its own: '%s'.".formatted(gapCell));
        }
        return new Step(
                time, null, false, false, new GapContext(time == null ? winner : time, NONE, true));
    }

    private Step sameTime(@Nullable Time time) {
        boolean isWinnersTime = above != null && above.isNone();
        return new Step(
                time,
                above,
                standing || isWinnersTime,
                !standing && above == null,
                new GapContext(winner, above, true));
    }

    private Step behind(@Nullable Time time, String gapCell, Cells cells) {
        var filed = hundredths(gapCell, cells);
        var counted = counted(time);
        if (filed.isPresent()
                && counted != null
                && counted.hundredths() / 100 != filed.getAsInt() / 100) {
            throw new ParseException(
                    "The time says %s and the gap says %s.".formatted(counted.clock(), gapCell));
        }
        var gap = filed.isPresent() ? new Gap(filed.getAsInt()) : counted;
        boolean timesDiffer = time != null && winner != null && !time.equals(winner);
        boolean sameTime = gap != null && gap.isNone() && !timesDiffer;
        return new Step(time, gap, sameTime, false, new GapContext(winner, gap, true));
    }

    /// The gap as the two times give it.
    private @Nullable Gap counted(@Nullable Time time) {
        if (time == null || winner == null) {
            return null;
        }
        if (time.hundredths() < winner.hundredths()) {
            throw new ParseException(
                    "The time %s is better than the winner's.".formatted(time.clock()));
        }
        return time.behind(winner);
    }

    private static @Nullable Time time(Cells cells) {
        var cell = cells.text("time");
        if (TimeText.isNothing(cell)) {
            return null;
        }
        var hundredths = TimeText.hundredths(cell);
        if (hundredths.isEmpty()) {
            throw cells.unclear("time", "a time like 5:09:05");
        }
        return new Time(hundredths.getAsInt());
    }

    private static OptionalInt hundredths(String gapCell, Cells cells) {
        if (TimeText.isNothing(gapCell)) {
            return OptionalInt.empty();
        }
        var hundredths = TimeText.hundredths(gapCell);
        if (hundredths.isEmpty()) {
            throw cells.unclear("gap", "a gap like +0:13");
        }
        return hundredths;
    }
}
