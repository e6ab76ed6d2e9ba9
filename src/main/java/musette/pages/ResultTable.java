package musette.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The table of a result.
///
/// @param caption names race and year
/// @param columns what its columns hold
/// @param rows in order of the result
/// @param more words of the link to the whole result, empty when the table is the whole
/// @param moreAddress its address
/// @param credit who supplied the result
public record ResultTable(
        String caption,
        Columns columns,
        List<Row> rows,
        String more,
        String moreAddress,
        @Nullable Credit credit) {

    public ResultTable {
        rows = List.copyOf(rows);
    }

    /// @param first the heading over places, `Pos`, or over numbers, `No`
    /// @param isOfTeams whether each line is a team's
    /// @param measure the heading over what decides, `Time` or `Points`, or over `Nation`
    public record Columns(String first, boolean isOfTeams, String measure) {}

    /// A name, and where it leads: nowhere when the address is empty.
    public record Name(String words, String address) {
        public static final Name NONE = new Name("", "");

        public boolean leads() {
            return !address.isEmpty();
        }
    }

    /// One rider's line, or one team's.
    ///
    /// @param place `1`, or `DNF` and its like; a start list's number
    /// @param team empty words where there is none
    /// @param gap `winner`, `+0:13`, `same time`, points, a starter's nation, or empty
    /// @param tone how the line is set
    /// @param nation of a rider, three letters; null where it is not known
    public record Row(
            String place, Name rider, Name team, String gap, Tone tone, @Nullable String nation) {
        public boolean won() {
            return tone == Tone.WON;
        }

        public boolean muted() {
            return tone == Tone.SAME_TIME || tone == Tone.ABANDONED;
        }
    }

    public enum Tone {
        WON,
        BEHIND,
        SAME_TIME,
        ABANDONED
    }

    /// The provider, with a link that opens in a new tab.
    public record Credit(String name, String address) {}
}
