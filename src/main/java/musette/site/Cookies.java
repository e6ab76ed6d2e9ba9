package musette.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// The cookies a browser sent.
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
}
