package musette.desk;

import java.util.List;
import musette.site.Frame;

/// What the desk found, by kind.
///
/// @param words as typed
/// @param answer what there is to say when nothing was found, may be empty
record FindPage(Frame frame, String words, List<Group> groups, String answer) {
    FindPage {
        groups = List.copyOf(groups);
    }

    record Group(String heading, List<Line> lines) {
        Group {
            lines = List.copyOf(lines);
        }
    }

    /// @param detail what tells it from others of its name, may be empty
    record Line(String words, String address, String detail) {}
}
