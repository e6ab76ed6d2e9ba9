package musette.desk;

import java.util.List;
import musette.site.Frame;
import org.jspecify.annotations.Nullable;

/// Where results are brought in by hand.
///
/// @param pasted what was pasted, kept when nothing could be made of it
/// @param trouble why nothing was taken in, may be empty
/// @param taken what was taken in just now
record ResultsPage(Frame frame, String pasted, String trouble, @Nullable Taken taken) {

    /// A file that is in the house.
    ///
    /// @param title what it was understood as
    /// @param news what came of it, a sentence
    /// @param rows how many rows were understood
    /// @param top the first rows of the result as it now stands
    /// @param aside the rows that were not taken, with line and reason
    /// @param remarks sentences on whatever else was not taken at its word
    record Taken(
            String title,
            String news,
            int rows,
            List<Row> top,
            List<Aside> aside,
            List<String> remarks) {

        Taken {
            top = List.copyOf(top);
            aside = List.copyOf(aside);
            remarks = List.copyOf(remarks);
        }
    }

    record Row(String place, String rider, String team, String time) {}

    record Aside(int line, String reason, String raw) {}
}
