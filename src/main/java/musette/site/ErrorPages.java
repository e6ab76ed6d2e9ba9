package musette.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The page that says in one sentence what is wrong, for a problem met anywhere: in a page, in a
/// filter, or while the database is away.
@Component
public class ErrorPages {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// How soon it is worth asking again while something is away, in seconds.
    private static final String SOON = "5";

    private final Templates templates;
    private final Frame.Frames frames;
    private final ObjectProvider<Suggestions> suggestions;

    ErrorPages(Templates templates, Frame.Frames frames, ObjectProvider<Suggestions> suggestions) {
        this.templates = templates;
        this.frames = frames;
        this.suggestions = suggestions;
    }

    ResponseEntity<byte[]> page(
            HttpServletRequest request, HttpStatusCode status, String sentence) {
        var answer =
                ResponseEntity.status(status)
                        .contentType(type(request))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (isUnavailable(status)) {
            answer.header(HttpHeaders.RETRY_AFTER, SOON);
        }
        if (status.value() == HttpStatus.UNAUTHORIZED.value()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.body(bytes(request, status, sentence));
    }

    /// In our words for what the framework refuses.
    ResponseEntity<byte[]> page(HttpServletRequest request, HttpStatusCode status) {
        return page(request, status, words(status));
    }

    /// The same page from a filter.
    public void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatusCode status)
            throws IOException {
        write(request, response, status, words(status));
    }

    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatusCode status,
            String sentence)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(type(request).toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (isUnavailable(status)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
        }
        response.getOutputStream().write(bytes(request, status, sentence));
    }

    /// For what is refused before there is a request to look at.
    byte[] bytes(HttpStatusCode status) {
        var page =
                new ErrorPage(
                        frames.open(words(status), ""),
                        status.value(),
                        words(status),
                        "",
                        List.of(),
                        "",
                        List.of());
        return templates.render("site/error.jte", page);
    }

    private byte[] bytes(HttpServletRequest request, HttpStatusCode status, String sentence) {
        if (wantsJson(request)) {
            return problem(status, sentence);
        }
        var door = status.value() == HttpStatus.UNAUTHORIZED.value() ? door(request) : "";
        if (!isAtTheDesk(request)) {
            return templates.render(
                    "site/error.jte",
                    new ErrorPage(
                            frames.open(sentence, ""),
                            status.value(),
                            sentence,
                            door,
                            suggestions(status),
                            "",
                            List.of()));
        }
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return templates.render(
                "desk/error.jte",
                new ErrorPage(
                        frames.signedIn(sentence, csrf),
                        status.value(),
                        sentence,
                        door,
                        List.of(),
                        address(request),
                        TypedField.of(request)));
    }

    /// Whoever finds nothing here came to read.
    private List<Suggestions.Suggestion> suggestions(HttpStatusCode status) {
        return status.value() == 404 || status.value() == 410
                ? suggestions.stream().flatMap(some -> some.latest().stream()).toList()
                : List.of();
    }

    /// RFC 9457.
    private static byte[] problem(HttpStatusCode status, String sentence) {
        return JSON.writeValueAsBytes(
                JSON.createObjectNode().put("status", status.value()).put("title", sentence));
    }

    private static MediaType type(HttpServletRequest request) {
        return wantsJson(request) ? MediaType.APPLICATION_PROBLEM_JSON : Templates.HTML;
    }

    private static boolean wantsJson(HttpServletRequest request) {
        var accept = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        return (accept.contains("json") && !accept.contains("html"))
                || address(request).startsWith("/push/");
    }

    private static String door(HttpServletRequest request) {
        return isAtTheDesk(request) ? "/desk/sign-in" : "/sign-in";
    }

    /// Only the frame depends on it; who may do what stands on the routes.
    private static boolean isAtTheDesk(HttpServletRequest request) {
        var address = address(request);
        return address.equals("/desk") || address.startsWith("/desk/");
    }

    /// What was asked for, also when the web server has sent the request on to its error page.
    private static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }

    private static boolean isUnavailable(HttpStatusCode status) {
        return status.value() == HttpStatus.SERVICE_UNAVAILABLE.value();
    }

    private static String words(HttpStatusCode status) {
        return switch (status.value()) {
            case 403 -> "This form is too old or was sent from elsewhere, so nothing was done.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address can't be used that way.";
            case 413 -> "This is more than the site takes in one go. Nothing was stored.";
            case 500 -> "Something went wrong, and the fault is ours. Please try once more.";
            case 503 -> "The newsroom is catching its breath. Please try again in a minute.";
            default -> "This request can't be answered. Nothing was changed.";
        };
    }
}
