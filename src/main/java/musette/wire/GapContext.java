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
/// @param aboveLine where that row stands; 0 where it had none
/// @param standing whether the row above was kept
/// @param base from where the gaps of the file count
record GapContext(
        @Nullable Time winner, @Nullable Gap above, int aboveLine, boolean standing, Base base) {
    static final GapContext START = new GapContext(null, null, 0, false, Base.NOBODY);
    private static final Gap NONE = new Gap(0);
    private static final String GAPS_AMONG_TIMES = "Gaps stand in the column of times.";
    private static final String NO_TIMES =
            "The column of times holds some that nobody can have ridden; the gaps count.";

    /// From where the gaps of a file count: mostly the winner. Where the first across the line lost
    /// his place afterwards, sources leave him above the winner and every gap as it was.
    ///
    /// @param struck whether a rider without a place stands above the winner
    /// @param time his time, where it is told
    /// @param lead how far ahead of the winner he was, in hundredths of a second
    /// @param line where that rider stands, struck or the winner; 0 before there is one
    record Base(boolean struck, @Nullable Time time, int lead, int line) {
        static final Base NOBODY = new Base(false, null, 0, 0);

        static Base winner(int line) {
            return new Base(false, null, 0, line);
        }
    }

    /// What one row's cells say, and the context of the row below.
    ///
    /// @param gapLine the line of the row from which the file lets the gap count; null for none
    /// @param remark a sentence on what was not taken at its word; empty for nothing
    record Step(
            @Nullable Time time,
            @Nullable Gap gap,
            @Nullable Integer gapLine,
            boolean sameTime,
            String remark,
            GapContext next) {}

    /// The context below a row that was set aside although its times were clear.
    GapContext afterGap() {
        return new GapContext(winner, above, aboveLine, false, base);
    }

    /// The context below a row whose times could not be read.
    GapContext lost() {
        return new GapContext(winner, null, 0, false, base);
    }

    /// Reads the `time` and `gap` cells of a row; a gap may stand in the `time` column too.
    ///
    /// @param place null for riders without one, whose gap says nothing
    Step read(@Nullable Integer place, Cells cells, int line) {
        var timeCell = TimeText.plain(cells.text("time"));
        boolean misplaced = timeCell.startsWith("+") || TimeText.isSameTime(timeCell);
        var gapCell = misplaced && !cells.has("gap") ? timeCell : TimeText.plain(cells.text("gap"));
        var time = misplaced ? null : time(timeCell, cells);
        if (place == null) {
            return new Step(time, null, null, false, "", belowUnplaced(time, gapCell, line));
        }
        if (place == 1) {
            return winner(time, gapCell, cells, line);
        }
        return TimeText.isSameTime(gapCell)
                ? sameTime(time, line)
                : behind(time, gapCell, cells, line);
    }

    /// A disqualified rider may stand between two others; the next "same time" then means his.
    private GapContext belowUnplaced(@Nullable Time time, String gapCell, int line) {
        if (winner == null && above == null) {
            return new GapContext(null, null, 0, false, new Base(true, time, 0, line));
        }
        if (TimeText.isSameTime(gapCell)) {
            return afterGap();
        }
        var written = TimeText.hundredths(gapCell);
        var gap = written.isPresent() ? written : tooShort(time, winner);
        return gap.isPresent() && gap.getAsInt() >= base.lead()
                ? new GapContext(winner, new Gap(gap.getAsInt() - base.lead()), line, false, base)
                : lost();
    }

    private Step winner(@Nullable Time time, String gapCell, Cells cells, int line) {
        var gap = TimeText.isSameTime(gapCell) ? OptionalInt.of(0) : hundredths(gapCell, cells);
        int own = gap.orElse(0);
        if (time != null && time.hundredths() == own) {
            return won(
                    time,
                    Base.winner(line),
                    null,
                    "Line %d has the winner's time as a gap.".formatted(line),
                    line);
        }
        var asTime = tooShort(time, base.time());
        if (own == 0 && asTime.isPresent()) {
            return wonBehind(null, asTime.getAsInt(), line);
        }
        if (own == 0) {
            return won(time == null ? winner : time, Base.winner(line), null, "", line);
        }
        if (!base.struck()) {
            throw new ParseException(
                    "The first place has a gap of its own: '%s'.".formatted(gapCell));
        }
        return wonBehind(time, own, line);
    }

    private Step wonBehind(@Nullable Time time, int own, int line) {
        var struck = base.time();
        var counted = time == null && struck != null ? new Time(struck.hundredths() + own) : time;
        return won(
                counted,
                new Base(true, struck, own, base.line()),
                base.line(),
                "The gaps of the file count from a rider without a place. Here they count from the"
                        + " winner on line %d, who was %s behind him."
                                .formatted(line, new Gap(own).clock()),
                line);
    }

    private static Step won(
            @Nullable Time time, Base base, @Nullable Integer gapLine, String remark, int line) {
        return new Step(
                time, null, gapLine, false, remark, new GapContext(time, NONE, line, true, base));
    }

    private Step sameTime(@Nullable Time time, int line) {
        boolean isWinnersTime = above != null && above.isNone();
        var remark =
                standing || above != null
                        ? ""
                        : "Line %d says 'same time' below a row whose time is not known; it has no gap."
                                .formatted(line);
        return new Step(
                time,
                above,
                above == null ? null : aboveLine,
                standing || isWinnersTime,
                remark,
                new GapContext(winner, above, line, true, base));
    }

    private Step behind(@Nullable Time time, String gapCell, Cells cells, int line) {
        var written = hundredths(gapCell, cells);
        var noTime = tooShort(time, winner);
        var filed = written.isPresent() ? written : noTime;
        var whole = noTime.isPresent() ? null : time;
        var counted = counted(whole);
        if (filed.isPresent() && filed.getAsInt() < base.lead()) {
            throw new ParseException("The gap '%s' is ahead of the winner.".formatted(gapCell));
        }
        int behind = filed.orElse(0) - base.lead();
        if (filed.isPresent() && counted != null && counted.hundredths() / 100 != behind / 100) {
            throw new ParseException(
                    "The time says %s and the gap says %s.".formatted(counted.clock(), gapCell));
        }
        var gap = filed.isPresent() ? new Gap(behind) : counted;
        boolean timesDiffer = whole != null && winner != null && !whole.equals(winner);
        boolean sameTime = gap != null && gap.isNone() && !timesDiffer;
        var remark = noTime.isEmpty() ? "" : noTime.equals(filed) ? GAPS_AMONG_TIMES : NO_TIMES;
        return new Step(
                whole,
                gap,
                filed.isPresent() && base.line() > 0 ? base.line() : null,
                sameTime,
                remark,
                new GapContext(winner, gap, line, true, base));
    }

    /// What stands in the column of times and can be none, in hundredths: nobody rides a race in
    /// less than half the time of the first.
    private static OptionalInt tooShort(@Nullable Time time, @Nullable Time first) {
        return time != null && first != null && time.hundredths() < first.hundredths() / 2
                ? OptionalInt.of(time.hundredths())
                : OptionalInt.empty();
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

    private static @Nullable Time time(String cell, Cells cells) {
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
