package musette.desk;

import musette.site.Frame;
import musette.stories.Manuscript;

/// One version of a story, to be read: its facts are marked.
///
/// @param saved who saved it and when, in words
/// @param isLive whether it is the version readers see
record ReadingPage(
        Frame frame,
        String title,
        String path,
        String saved,
        boolean isLive,
        Manuscript.Revision revision) {}
