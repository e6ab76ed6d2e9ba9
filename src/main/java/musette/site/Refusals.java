package musette.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// The one place where trouble becomes a page with a sentence.
@ControllerAdvice
class Refusals {
    private final Templates templates;
    private final Frame.Frames frames;

    Refusals(Templates templates, Frame.Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    /// A person who only has to sign in is shown the way; a form or a program gets its answer.
    @ExceptionHandler(Trouble.class)
    ResponseEntity<byte[]> trouble(Trouble trouble, HttpServletRequest request) {
        var door =
                switch (trouble.missing()) {
                    case STAFF -> "/desk/sign-in";
                    case READER -> "/sign-in";
                    case OPERATOR, ANYONE -> "";
                };
        if (door.isEmpty() || !"GET".equals(request.getMethod())) {
            return sentence(trouble.status(), trouble.sentence());
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(door)).build();
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class, MultipartException.class})
    ResponseEntity<byte[]> tooLarge() {
        return sentence(
                HttpStatus.CONTENT_TOO_LARGE,
                "This is more than the site takes in one go. Nothing was stored.");
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<byte[]> mismatch() {
        return sentence(HttpStatus.BAD_REQUEST, "There is no such address.");
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<byte[]> databaseAway() {
        return sentence(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The newsroom is catching its breath. Please try again in a minute.");
    }

    /// Whatever the framework itself refuses: unknown addresses, wrong methods, missing fields.
    @ExceptionHandler(Exception.class)
    ResponseEntity<byte[]> other(Exception trouble) throws Exception {
        if (trouble instanceof ErrorResponse known) {
            return sentence(known.getStatusCode(), wordsFor(known.getStatusCode()));
        }
        throw trouble;
    }

    private static String wordsFor(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address can't be used that way.";
            case 413 -> "This is more than the site takes in one go. Nothing was stored.";
            default -> "This request can't be answered. Nothing was changed.";
        };
    }

    private ResponseEntity<byte[]> sentence(HttpStatusCode status, String sentence) {
        var page = new TroublePage(frames.open(sentence, ""), status.value(), sentence);
        return templates.page(HttpStatus.valueOf(status.value()), "site/trouble.jte", page);
    }
}
