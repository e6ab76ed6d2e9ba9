package musette.desk;

import java.util.List;
import musette.site.Frame;

/// The topics of the site, sections first.
record TopicsPage(Frame frame, List<Line> topics, String notice, String problem) {
    TopicsPage {
        topics = List.copyOf(topics);
    }

    /// @param section its place among the sections, empty for none
    /// @param stories how many carry it, in words
    record Line(String address, String name, String section, String page, String stories) {}
}
