package musette.results;

import java.util.List;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.site.Frame;

/// The riders of a nation, and what they won.
///
/// @param summary how many of both there are to show
record NationPage(
        Frame frame,
        Preview preview,
        String name,
        String summary,
        List<Win> wins,
        List<ResultTable.Name> riders) {

    NationPage {
        wins = List.copyOf(wins);
        riders = List.copyOf(riders);
    }

    record Win(String year, ResultTable.Name race, ResultTable.Name rider) {}
}
