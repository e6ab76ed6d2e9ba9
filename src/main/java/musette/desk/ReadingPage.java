package musette.desk;

import java.util.List;
import musette.site.Frame;
import musette.stories.Manuscript;

/// One version of a story, to be read: its facts are marked.
///
/// @param saved who saved it and when, in words
/// @param isLive whether it is the version readers see
/// @param isNewest whether it stands in the editor
/// @param before number of the version it is compared with, 0 for none
/// @param others numbers of the versions it can be compared with, the newest first
/// @param difference to that version
record ReadingPage(
        Frame frame,
        String title,
        String path,
        String saved,
        boolean isLive,
        boolean isNewest,
        int before,
        List<Integer> others,
        Difference difference,
        Manuscript.Revision revision) {

    ReadingPage {
        others = List.copyOf(others);
    }
}
