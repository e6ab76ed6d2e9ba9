package musette.results;

import java.util.List;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.site.Frame;

/// Riders, races and teams that fit what somebody typed.
///
/// @param words as typed
/// @param groups only those in which something was found
/// @param answer what was found, as a sentence; empty before anything was typed
record SearchPage(Frame frame, Preview preview, String words, List<Group> groups, String answer) {

    SearchPage {
        groups = List.copyOf(groups);
    }

    record Group(String heading, List<Line> lines) {
        Group {
            lines = List.copyOf(lines);
        }
    }

    /// @param more nation, or season
    record Line(ResultTable.Name name, String more) {}
}
