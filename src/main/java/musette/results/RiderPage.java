package musette.results;

import java.util.List;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.site.Frame;

/// A rider: who it is, and what they have done, year by year.
///
/// @param nation and where its page is; nothing where it is not known
/// @param standfirst birthday and other names, as far as they are known
/// @param summary wins and results, counted
/// @param credits who supplied the results
record RiderPage(
        Frame frame,
        Preview preview,
        ResultTable.Name nation,
        String name,
        String standfirst,
        String summary,
        List<SeasonLine.Season> seasons,
        List<ResultTable.Credit> credits) {

    RiderPage {
        seasons = List.copyOf(seasons);
        credits = List.copyOf(credits);
    }
}
