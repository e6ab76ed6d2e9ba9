package musette.results;

import java.util.List;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.site.Frame;

/// What has never been done before or since at a race, as far as the house knows.
///
/// @param race and where its own page is
/// @param since from when on the winners are known, a sentence
record RecordsPage(
        Frame frame, Preview preview, ResultTable.Name race, String since, List<Line> lines) {
    RecordsPage {
        lines = List.copyOf(lines);
    }

    /// @param what `Most wins`
    /// @param entries several when they share it
    record Line(String what, List<Entry> entries) {
        Line {
            entries = List.copyOf(entries);
        }
    }

    /// @param who a rider, or the year of an edition
    record Entry(ResultTable.Name who, String words) {}
}
