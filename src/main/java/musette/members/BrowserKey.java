package musette.members;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import musette.site.Cookies;
import musette.site.SiteSettings;
import org.springframework.http.ResponseCookie;

/// A secret that one browser keeps while somebody joins, so that the address of their till, read
/// over a shoulder or out of a log, opens nothing elsewhere.
///
/// @param value 43 URL-safe characters
record BrowserKey(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String COOKIE = "musette-till";
    private static final int BYTES = 32;

    static Optional<BrowserKey> of(HttpServletRequest request) {
        return Cookies.value(request, COOKIE).map(BrowserKey::new);
    }

    static BrowserKey fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new BrowserKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// The cookie, which goes when the browser is closed.
    ResponseCookie cookie(SiteSettings site) {
        return Cookies.ours(COOKIE, value, site).build();
    }

    /// The cookie's end.
    static ResponseCookie gone(SiteSettings site) {
        return Cookies.ours(COOKIE, "", site).maxAge(0).build();
    }
}
