package musette.front;

import java.util.List;
import musette.pages.Preview;
import musette.pages.StoryList;
import musette.site.Frame;

/// An author and what they wrote.
record AuthorPage(
        Frame frame, Preview preview, String name, String biography, List<StoryList.Day> days) {

    AuthorPage {
        days = List.copyOf(days);
    }
}
