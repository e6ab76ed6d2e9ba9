package musette.office;

import java.util.List;
import musette.site.Frame;

/// The people of the newsroom, and a form for one more.
///
/// @param typed kept when nobody was invited
/// @param notice what has just happened, may be empty
/// @param problem why something did not happen, may be empty
record StaffPage(Frame frame, List<Line> members, Typed typed, String notice, String problem) {
    /// What each role may do, in the order in which it is offered.
    static final List<Choice> ROLES =
            List.of(
                    new Choice("reporter", "Reporter: writes; an editor publishes"),
                    new Choice("editor", "Editor: writes, publishes, puts results in"),
                    new Choice("owner", "Owner: all of it, and the staff and the mails"));

    StaffPage {
        members = List.copyOf(members);
    }

    record Choice(String role, String words) {}

    record Typed(String name, String email, String role) {
        static final Typed NOTHING = new Typed("", "", "reporter");
    }

    /// @param path of what is done with them
    /// @param author the address of the page that readers see
    /// @param hasPortrait whether readers see a picture beside the name
    /// @param isMe whether it is who is looking
    record Line(
            String path,
            String author,
            String name,
            String email,
            String biography,
            String role,
            boolean hasPortrait,
            boolean hasCome,
            boolean isMe) {}
}
