package musette.desk;

import java.util.List;
import musette.site.Frame;

/// Where results are brought in by hand.
///
/// @param pasted what was pasted, kept when nothing could be made of it
/// @param problem why nothing was taken in, may be empty
/// @param waiting files that somebody has to look at
/// @param lately what became of the last others
record ResultsPage(
        Frame frame, String pasted, String problem, List<Line> waiting, List<Line> lately) {

    ResultsPage {
        waiting = List.copyOf(waiting);
        lately = List.copyOf(lately);
    }

    /// @param detail from whom and when
    record Line(String address, String file, String detail, String mark) {}
}
