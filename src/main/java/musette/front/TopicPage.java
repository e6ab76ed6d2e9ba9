package musette.front;

import java.util.List;
import musette.pages.Preview;
import musette.pages.StoryList;
import musette.site.Frame;
import musette.stories.Topic;

/// A topic and the stories about it.
///
/// @param sections of the site, to go on from here
record TopicPage(
        Frame frame, Preview preview, Topic topic, List<Topic> sections, List<StoryList.Day> days) {

    TopicPage {
        sections = List.copyOf(sections);
        days = List.copyOf(days);
    }
}
