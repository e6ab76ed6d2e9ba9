package musette.front;

import java.util.List;
import musette.site.Frame;

/// The page on which readers choose letters.
///
/// @param choices every letter on offer
/// @param email what the reader typed so far
/// @param emailError what is wrong with it, empty for nothing
/// @param listError what is wrong with the choice, empty for nothing
record LettersPage(
        Frame frame,
        List<LetterChoice> choices,
        String email,
        String emailError,
        String listError) {

    LettersPage {
        choices = List.copyOf(choices);
    }

    boolean isRefused() {
        return !emailError.isEmpty() || !listError.isEmpty();
    }
}
