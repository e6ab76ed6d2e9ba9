package musette.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// The page that says in one sentence what is wrong, for trouble met anywhere: in a page, in a
/// filter, or while the database is away.
@Component
public class TroublePages {
    private static final String TEMPLATE = "site/trouble.jte";

    /// How soon it is worth asking again while something is away, in seconds.
    private static final String SOON = "5";

    private final Templates templates;
    private final Frame.Frames frames;

    TroublePages(Templates templates, Frame.Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    ResponseEntity<byte[]> page(HttpStatusCode status, String sentence) {
        var answer =
                ResponseEntity.status(status)
                        .contentType(Templates.HTML)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (isUnavailable(status)) {
            answer.header(HttpHeaders.RETRY_AFTER, SOON);
        }
        return answer.body(bytes(status, sentence));
    }

    /// In our words for what the framework refuses.
    ResponseEntity<byte[]> page(HttpStatusCode status) {
        return page(status, words(status));
    }

    /// The same page from a filter.
    public void write(HttpServletResponse response, HttpStatusCode status) throws IOException {
        write(response, status, words(status));
    }

    void write(HttpServletResponse response, HttpStatusCode status, String sentence)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(Templates.HTML.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (isUnavailable(status)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
        }
        response.getOutputStream().write(bytes(status, sentence));
    }

    byte[] bytes(HttpStatusCode status) {
        return bytes(status, words(status));
    }

    private byte[] bytes(HttpStatusCode status, String sentence) {
        return templates.render(
                TEMPLATE, new TroublePage(frames.open(sentence, ""), status.value(), sentence));
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
