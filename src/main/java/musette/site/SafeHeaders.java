package musette.site;

import jakarta.servlet.http.HttpServletResponse;

/// The headers every answer carries, from the hot path and from everywhere else.
///
/// Scripts, styles and fonts come from our own files only; nothing inline runs, nothing frames us.
/// What a page says is therefore all it does.
public final class SafeHeaders {
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
                    + " img-src 'self' data:; connect-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    private SafeHeaders() {}

    public static void on(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }

    static void secureOn(HttpServletResponse response) {
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
}
