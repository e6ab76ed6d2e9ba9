package musette.results;

import java.util.List;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.pages.StoryList;
import musette.site.Frame;
import org.jspecify.annotations.Nullable;

/// A race, or one edition of it: the result, the winners by year, the stories.
///
/// @param result an edition's whole result; absent on the race's own page
/// @param part which rows of a long result; absent where all are shown
/// @param files of the result, to take along
/// @param embed the line of markup that puts the result on another site
/// @param history which version this is, and where it says how the result came
/// @param filed when that version came
/// @param licence on what terms; may be empty
/// @param others stages and classifications of the same edition
/// @param records where the race's records are; empty where there is nothing to compare
/// @param known who of the start list came well here before
record RacePage(
        Frame frame,
        Preview preview,
        String name,
        String standfirst,
        @Nullable ResultTable result,
        @Nullable PartOfResult part,
        List<ResultTable.Name> files,
        String embed,
        ResultTable.Name history,
        String filed,
        String licence,
        List<Other> others,
        List<Known> known,
        List<Winner> winners,
        String records,
        List<StoryList.Day> days) {

    RacePage {
        files = List.copyOf(files);
        others = List.copyOf(others);
        known = List.copyOf(known);
        winners = List.copyOf(winners);
        days = List.copyOf(days);
    }

    /// Who starts, and where they came before: `won in 2016, second in 2021`.
    record Known(ResultTable.Name rider, String places) {}

    /// Another result of the edition.
    record Other(String name, String address) {}

    /// @param address of the edition's page, empty when only its winner is known
    record Winner(String year, ResultTable.Name rider, ResultTable.Name team, String address) {}
}
