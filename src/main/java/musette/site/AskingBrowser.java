package musette.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/// The key that a browser keeps between asking for a mail to sign in with and typing the code that
/// stands in it. It goes out to the sign-in pages only.
public final class AskingBrowser {
    private static final String COOKIE = "musette-asking";
    private static final Duration KEPT = Duration.ofHours(1);

    private AskingBrowser() {}

    /// The key as it was sent; nothing about it is believed yet.
    public static Optional<String> key(HttpServletRequest request) {
        return Cookies.value(request, COOKIE);
    }

    /// @param door the path of the sign-in pages
    public static ResponseCookie keep(String key, LocalPath door, SiteSettings site) {
        return Cookies.ours(COOKIE, key, site).path(door.value()).maxAge(KEPT).build();
    }
}
