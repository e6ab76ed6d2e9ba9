package musette.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// The one place where a problem becomes a page with a sentence.
@ControllerAdvice
class ExceptionHandlers {
    private final ErrorPages pages;

    ExceptionHandlers(ErrorPages pages) {
        this.pages = pages;
    }

    /// A person who only has to sign in is shown the way; a form or a program gets its answer.
    @ExceptionHandler(HttpProblem.class)
    ResponseEntity<byte[]> problem(HttpProblem problem, HttpServletRequest request) {
        var door =
                switch (problem.missing()) {
                    case STAFF, EDITOR, OWNER -> "/desk/sign-in" + back(request, LocalPath.DESK);
                    case READER -> "/sign-in" + back(request, LocalPath.ACCOUNT);
                    case SENDER, OPERATOR, ANYONE -> "";
                };
        if (door.isEmpty() || !"GET".equals(request.getMethod())) {
            return pages.page(request, problem.status(), problem.sentence());
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(door)).build();
    }

    /// The page that was asked for is where signing in leads to.
    private static String back(HttpServletRequest request, LocalPath otherwise) {
        return LocalPath.of(request.getRequestURI(), otherwise).asReturn();
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class, MultipartException.class})
    ResponseEntity<byte[]> tooLarge(HttpServletRequest request) {
        return pages.page(request, HttpStatus.CONTENT_TOO_LARGE);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<byte[]> mismatch(HttpServletRequest request) {
        return pages.page(request, HttpStatus.BAD_REQUEST, "There is no such address.");
    }

    /// Characters that nothing here can hold, or a file where words belong.
    @ExceptionHandler({RequestRejectedException.class, ConversionNotSupportedException.class})
    ResponseEntity<byte[]> notPlain(HttpServletRequest request) {
        return pages.page(
                request,
                HttpStatus.BAD_REQUEST,
                "Something in this form is not text that can be kept. Nothing was changed.");
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<byte[]> databaseAway(HttpServletRequest request) {
        return pages.page(request, HttpStatus.SERVICE_UNAVAILABLE);
    }

    /// Whatever the framework itself refuses: unknown addresses, wrong methods, missing fields.
    @ExceptionHandler(Exception.class)
    ResponseEntity<byte[]> other(Exception problem, HttpServletRequest request) throws Exception {
        if (problem instanceof ErrorResponse known) {
            return pages.page(request, known.getStatusCode());
        }
        var form = unreadableForm(problem);
        if (form.isPresent()) {
            return pages.page(request, form.get());
        }
        throw problem;
    }

    /// The web server reads forms; its innermost word says what was wrong with one (too large, cut
    /// off, not a form).
    private static Optional<HttpStatus> unreadableForm(Throwable problem) {
        return Stream.iterate(problem, t -> t != null, Throwable::getCause)
                .limit(20)
                .filter(HttpException.class::isInstance)
                .map(found -> HttpStatus.resolve(((HttpException) found).getCode()))
                .filter(status -> status != null && status.is4xxClientError())
                .reduce((outer, inner) -> inner);
    }
}
