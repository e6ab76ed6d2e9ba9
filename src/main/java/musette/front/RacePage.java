package musette.front;

import java.util.List;
import musette.site.Frame;
import org.jspecify.annotations.Nullable;

/// A race, or one edition of it: the result, the winners by year, the stories.
///
/// @param result an edition's whole result; absent on the race's own page
record RacePage(
        Frame frame,
        Preview preview,
        String name,
        String standfirst,
        @Nullable ResultTable result,
        List<Winner> winners,
        List<StoryList.Day> days) {

    RacePage {
        winners = List.copyOf(winners);
        days = List.copyOf(days);
    }

    /// @param address of the edition's page, empty when only its winner is known
    record Winner(String year, String rider, String team, String address) {}
}
