package musette.front;

import java.util.List;
import musette.site.Frame;

/// One step on the way into a letter or out of it: what is asked or done, and a button or none.
///
/// @param letters the letters it is about
/// @param button what the button says, empty for none; it posts to the page's own address
record LetterStep(Frame frame, String kicker, String words, List<Letter> letters, String button) {

    LetterStep {
        letters = List.copyOf(letters);
    }

    /// @param leaving the address of the page that ends it, empty when there is nothing to end
    record Letter(String name, String leaving) {}
}
