package musette.front;

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
record ResultTable(
        String caption,
        Columns columns,
        List<Row> rows,
        String more,
        String moreAddress,
        @Nullable Credit credit) {

    ResultTable {
        rows = List.copyOf(rows);
    }

    /// @param isOfTeams whether each line is a team's
    /// @param measure the heading over what decides, `Time` or `Points`
    record Columns(boolean isOfTeams, String measure) {}

    /// One rider's line, or one team's.
    ///
    /// @param place `1`, or `DNF` and its like
    /// @param gap `winner`, `+0:13`, `same time`, points, or empty
    /// @param tone how the line is set
    record Row(String place, String rider, String team, String gap, Tone tone) {
        boolean won() {
            return tone == Tone.WON;
        }

        boolean muted() {
            return tone == Tone.SAME_TIME || tone == Tone.ABANDONED;
        }
    }

    enum Tone {
        WON,
        BEHIND,
        SAME_TIME,
        ABANDONED
    }

    /// The provider, with a link that opens in a new tab.
    record Credit(String name, String address) {}
}
