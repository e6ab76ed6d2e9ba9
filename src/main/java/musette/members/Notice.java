package musette.members;

import jakarta.servlet.http.HttpServletRequest;

/// A sentence that waits in a signed-in reader's session for the next page they see: thanks for
/// joining, word of a cancellation.
public final class Notice {
    private static final String NAME = "musette.notice";

    private Notice() {}

    /// Leaves the sentence.
    public static void leave(HttpServletRequest request, String sentence) {
        request.getSession().setAttribute(NAME, sentence);
    }

    /// The sentence that waits, once; empty for none. Starts no session.
    public static String take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null && session.getAttribute(NAME) instanceof String sentence) {
            session.removeAttribute(NAME);
            return sentence;
        }
        return "";
    }
}
