package musette.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;

/// The headers every answer carries, from the hot path and from everywhere else.
///
/// Scripts, styles and fonts come from our own files only; nothing inline runs, nothing frames us
/// but where a page asks for it. What a page says is therefore all it does.
public final class SafeHeaders {
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
                    + " img-src 'self' data:; connect-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    /// At the desk the editor's import map may stand in its page, and no text becomes markup but by
    /// the editor's own policy (Trusted Types).
    private static final String AT_THE_DESK =
            CONTENT_SECURITY_POLICY.replace(
                            "script-src 'self'",
                            "script-src 'self' '%s'".formatted(Assets.importMapHash()))
                    + "; require-trusted-types-for 'script'; trusted-types ProseMirrorClipboard"
                    + " desk";

    private static final Map<String, String> ALL =
            Map.of(
                    "Content-Security-Policy",
                    CONTENT_SECURITY_POLICY,
                    "X-Content-Type-Options",
                    "nosniff",
                    "Referrer-Policy",
                    "strict-origin-when-cross-origin",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Permissions-Policy",
                    "camera=(), geolocation=(), microphone=()");

    private SafeHeaders() {}

    public static void on(HttpServletResponse response) {
        ALL.forEach(response::setHeader);
    }

    static void atTheDesk(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", AT_THE_DESK);
    }

    /// Lets other sites show this one answer in a frame of theirs.
    public static void mayBeFramed(HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *"));
    }

    /// Lets this one answer show pages of those sites in frames of its own.
    ///
    /// @param origins `https://player.example`
    public static void mayShow(HttpServletResponse response, List<String> origins) {
        response.setHeader(
                "Content-Security-Policy",
                CONTENT_SECURITY_POLICY + "; frame-src " + String.join(" ", origins));
    }

    static Map<String, String> all() {
        return ALL;
    }

    static void secureOn(HttpServletResponse response) {
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
}
