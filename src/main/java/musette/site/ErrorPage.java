package musette.site;

import java.util.List;

/// A page that says what is wrong in one sentence, and keeps what was typed.
///
/// @param door where to sign in when that would help, else empty
/// @param suggestions what to read instead
/// @param action where the refused form was sent
/// @param fields what stood in it, empty when there was none or it could not be read
public record ErrorPage(
        Frame frame,
        int status,
        String sentence,
        String door,
        List<Suggestions.Suggestion> suggestions,
        String action,
        List<TypedField> fields) {

    public ErrorPage {
        suggestions = List.copyOf(suggestions);
        fields = List.copyOf(fields);
    }
}
