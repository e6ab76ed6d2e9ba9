package musette.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.OptionalLong;

/// Who is asking, as far as the session knows: a member of the staff, a reader, both or neither.
///
/// Asking never starts a session, so anonymous readers leave no row behind.
public record Visitor(OptionalLong staff, OptionalLong reader) {
    private static final String STAFF = "musette.staff";
    private static final String DUTY = "musette.duty";
    private static final String READER = "musette.reader";

    public static Visitor of(HttpServletRequest request) {
        return new Visitor(number(request, STAFF), number(request, READER));
    }

    /// The session's cookie as the browser sent it, without asking whose it is or whether it is any
    /// good.
    public static Optional<String> sessionCookie(HttpServletRequest request) {
        return Cookies.value(request, SiteConfiguration.SESSION_COOKIE);
    }

    /// What this member of the staff may do, as found out for this very request: `STAFF`, `EDITOR`
    /// or `OWNER`; `ANYONE` where nobody found out.
    public static Who duty(HttpServletRequest request) {
        return request.getAttribute(DUTY) instanceof Who duty ? duty : Who.ANYONE;
    }

    /// Notes for this request what the member may do. Sessions live for weeks and roles change
    /// today, so this is never remembered longer.
    public static void onDuty(HttpServletRequest request, Who duty) {
        request.setAttribute(DUTY, duty);
    }

    /// Remembers a member of the staff; the session gets a new name, so that one planted before the
    /// sign-in is worth nothing after it.
    public static void signInStaff(HttpServletRequest request, long staff) {
        signIn(request, STAFF, staff);
    }

    public static void signInReader(HttpServletRequest request, long reader) {
        signIn(request, READER, reader);
    }

    public static void signOut(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(s -> s.invalidate());
    }

    private static void signIn(HttpServletRequest request, String name, long id) {
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(name, id);
    }

    private static OptionalLong number(HttpServletRequest request, String name) {
        var session = request.getSession(false);
        if (session != null && session.getAttribute(name) instanceof Long id) {
            return OptionalLong.of(id);
        }
        return OptionalLong.empty();
    }
}
