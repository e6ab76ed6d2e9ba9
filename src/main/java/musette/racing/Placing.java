package musette.racing;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How somebody's race ended: one line of a results file without the names.
///
/// @param place null for those without one (did not finish, place left open)
/// @param tied whether somebody else has the same place
/// @param bib as printed, it may hold letters
/// @param time the whole time where the file has one, mostly the winner's
/// @param gap to the winner; null where the file does not tell, which is not a gap of nothing
/// @param sameTime the file's own word that this rider got the time of the rider before
/// @param note what the file says about this line; may be empty
/// @param line where it stood in the file, the first line being 1
/// @param gapLine the line of the row from which the gap counts as the file wrote it: the winner's,
///   that of a rider who was struck out above the winner, or for the same time that of the row
///   before; null where the file wrote none, and where nobody kept it
public record Placing(
        @Nullable Integer place,
        boolean tied,
        @Nullable String bib,
        @Nullable Time time,
        @Nullable Gap gap,
        boolean sameTime,
        Status status,
        @Nullable BigDecimal points,
        String note,
        int line,
        @Nullable Integer gapLine) {

    public Placing {
        if (place != null && place < 1) {
            throw new IllegalArgumentException("places start at 1");
        }
        if (place == null && status == Status.FINISHED) {
            throw new IllegalArgumentException("a rider without a place needs a status");
        }
    }

    /// One of which nobody kept from where its gap counts.
    public Placing(
            @Nullable Integer place,
            boolean tied,
            @Nullable String bib,
            @Nullable Time time,
            @Nullable Gap gap,
            boolean sameTime,
            Status status,
            @Nullable BigDecimal points,
            String note,
            int line) {
        this(place, tied, bib, time, gap, sameTime, status, points, note, line, null);
    }

    /// What stands in the first column: the place, or why there is none; in a start list the number
    /// on the back.
    public String mark() {
        if (status == Status.START) {
            return bib == null ? "" : bib;
        }
        return place == null ? status.name() : place.toString();
    }

    /// What stands in the time column: the winner's time, `s.t.`, a gap, or nothing.
    public String clock() {
        if (sameTime) {
            return "s.t.";
        }
        if (gap != null && !gap.isNone()) {
            return gap.clock();
        }
        return time == null ? "" : time.clock();
    }

    /// Without needless zeros; empty where the file tells none.
    public String pointsInPrint() {
        return points == null ? "" : points.stripTrailingZeros().toPlainString();
    }

    /// The same, sharing its place with somebody.
    public Placing asTied() {
        return new Placing(
                place, true, bib, time, gap, sameTime, status, points, note, line, gapLine);
    }

    /// The same, of which nobody knows how far behind.
    public Placing withoutGap() {
        return new Placing(place, tied, bib, time, null, false, status, points, note, line, null);
    }

    public boolean isWin() {
        return place != null && place == 1 && status == Status.FINISHED;
    }

    /// The UCI's codes for the end of a race (IRM), as far as road results use them.
    public enum Status {
        FINISHED,
        /// Relegated: kept in the result, moved down.
        REL,
        /// Did not finish.
        DNF,
        /// Did not start.
        DNS,
        /// Outside the time limit.
        OTL,
        /// Disqualified.
        DSQ,
        /// Finished without a result of their own, as on a neutralised day.
        NR,
        /// Stands in a start list; no code of the UCI's.
        START;

        /// Reads a code as files write it; French and short forms mean the same.
        public static Optional<Status> of(String code) {
            return switch (code.strip().toUpperCase(Locale.ROOT)) {
                case "FINISHED", "OK" -> Optional.of(FINISHED);
                case "REL" -> Optional.of(REL);
                case "DNF", "AB" -> Optional.of(DNF);
                case "DNS", "NP" -> Optional.of(DNS);
                case "OTL", "HD" -> Optional.of(OTL);
                case "DSQ", "DQ", "VOID" -> Optional.of(DSQ);
                case "NR", "DF", "DNP" -> Optional.of(NR);
                default -> Optional.empty();
            };
        }
    }
}
