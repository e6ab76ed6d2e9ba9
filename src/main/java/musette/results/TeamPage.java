package musette.results;

import java.util.List;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.site.Frame;

/// A team in one season: its riders, and the best it did in each race.
///
/// @param seasons all in which it had this name, the newest first
/// @param summary wins and results, counted
/// @param credits who supplied the results
record TeamPage(
        Frame frame,
        Preview preview,
        String name,
        String year,
        List<ResultTable.Name> seasons,
        String summary,
        List<Member> riders,
        SeasonLine.Season best,
        List<ResultTable.Credit> credits) {

    TeamPage {
        seasons = List.copyOf(seasons);
        riders = List.copyOf(riders);
        credits = List.copyOf(credits);
    }

    /// Somebody who rode for the team.
    ///
    /// @param results how many there are, and how many of them are wins
    record Member(ResultTable.Name rider, int results, int wins) {}
}
