package musette.front;

import java.util.List;
import musette.pages.Preview;
import musette.pages.ShownPicture;
import musette.pages.StoryList;
import musette.site.Frame;
import org.jspecify.annotations.Nullable;

/// An author and what they wrote.
record AuthorPage(
        Frame frame,
        Preview preview,
        String name,
        String biography,
        @Nullable ShownPicture portrait,
        List<StoryList.Day> days) {

    AuthorPage {
        days = List.copyOf(days);
    }
}
