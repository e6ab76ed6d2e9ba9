package musette.office;

import java.util.List;
import musette.site.Frame;

/// What was done at the desk, the newest first.
///
/// @param older where the page before this one begins, empty when there is none
record LogPage(Frame frame, List<Line> lines, List<Person> people, String older) {

    LogPage {
        lines = List.copyOf(lines);
        people = List.copyOf(people);
    }

    /// @param number 0 for everybody
    /// @param isShown whether the page shows theirs
    record Person(long number, String name, boolean isShown) {}

    /// @param about what it was done to, in words, may be empty
    /// @param address of that, may be empty
    record Line(String at, String who, String act, String about, String address, String detail) {}
}
