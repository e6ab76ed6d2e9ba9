package musette.results;

import java.util.List;
import musette.pages.Moment;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.site.Frame;
import org.jspecify.annotations.Nullable;

/// How a result came.
///
/// @param result the result's page
/// @param versions the newest first
/// @param earlier how many more there are
/// @param isCutOff whether there are more rows than these
/// @param columns the headings of the rows as they were filed
record HistoryPage(
        Frame frame,
        Preview preview,
        ResultTable.Name result,
        List<Version> versions,
        int earlier,
        boolean isCutOff,
        List<String> columns,
        List<List<String>> rows) {
    HistoryPage {
        versions = List.copyOf(versions);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// @param counts whether it is the one that readers see
    /// @param takenBack null for one that was never taken back
    /// @param more how many changes are not listed
    record Version(
            int number,
            String standing,
            Moment filed,
            boolean counts,
            @Nullable Moment takenBack,
            List<Change> changes,
            int more) {
        Version {
            changes = List.copyOf(changes);
        }
    }

    record Change(String name, String what, String before, String after) {}
}
