package musette.results;

import java.util.List;
import musette.pages.Preview;
import musette.site.Frame;

/// All races, each with its latest winner.
record RaceIndex(Frame frame, Preview preview, List<Line> races) {

    RaceIndex {
        races = List.copyOf(races);
    }

    /// Winner and year are empty for a race without a result.
    record Line(String address, String name, String winner, String year) {}
}
