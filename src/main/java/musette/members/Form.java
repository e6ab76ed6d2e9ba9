package musette.members;

import jakarta.servlet.http.HttpServletRequest;
import musette.site.HttpProblem;
import musette.site.LocalPath;

/// The fields a browser sent. Our forms send each field once and none of great length; whatever
/// does otherwise is not one of our forms, and nothing is done for it.
record Form(HttpServletRequest request) {

    /// The field, as typed; empty when it is missing.
    ///
    /// @param longest most characters it may have
    String field(String name, int longest) {
        var values = request.getParameterValues(name);
        if (values == null) {
            return "";
        }
        if (values.length > 1) {
            throw HttpProblem.badRequest(
                    "The field “%s” came more than once, so nothing was done.".formatted(name));
        }
        if (values[0].length() > longest) {
            throw HttpProblem.badRequest(
                    "The field “%s” is far too long, so nothing was done.".formatted(name));
        }
        return values[0];
    }

    /// A field that holds the number of a row.
    long id(String name) {
        var typed = field(name, 18);
        if (!typed.matches("[0-9]+")) {
            throw HttpProblem.badRequest(
                    "The field “%s” should be a number, so nothing was done.".formatted(name));
        }
        return Long.parseLong(typed);
    }

    /// Where to go afterwards.
    LocalPath returnPath() {
        return LocalPath.of(field(LocalPath.PARAMETER, 2_000), LocalPath.ACCOUNT);
    }
}
