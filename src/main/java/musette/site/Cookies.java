package musette.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/// The cookies a browser sent, and the form of those we give.
public final class Cookies {
    private Cookies() {}

    /// The first of that name, as it was sent; nothing about it is believed yet.
    public static Optional<String> value(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /// A cookie of ours, for all paths until the browser is closed: no script reads it, no other
    /// site's form brings it, and over HTTPS it never goes out in the open.
    public static ResponseCookie.ResponseCookieBuilder ours(
            String name, String value, SiteSettings site) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(site.secure())
                .sameSite("Lax");
    }
}
