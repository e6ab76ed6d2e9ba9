package musette.front;

import java.util.List;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.pages.StoryLink;
import musette.pages.StoryList;
import musette.site.Frame;
import musette.stories.Topic;
import org.jspecify.annotations.Nullable;

/// The front page: one story large, the results of the day, then the list of stories.
///
/// @param lead the story on top, absent on a site without stories
record HomePage(
        Frame frame,
        Preview preview,
        StoryList.@Nullable Entry lead,
        List<Topic> sections,
        List<Podium> podiums,
        List<StoryList.Day> days,
        List<StoryLink> popular,
        List<LetterChoice> letters) {

    HomePage {
        sections = List.copyOf(sections);
        podiums = List.copyOf(podiums);
        days = List.copyOf(days);
        popular = List.copyOf(popular);
        letters = List.copyOf(letters);
    }

    /// The first three of a result, in the strip.
    record Podium(String race, String address, List<ResultTable.Row> rows) {
        Podium {
            rows = List.copyOf(rows);
        }
    }
}
