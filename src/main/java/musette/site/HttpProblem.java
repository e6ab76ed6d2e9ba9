package musette.site;

import org.springframework.http.HttpStatus;

/// What a visitor can run into, as a status and a sentence. Thrown by pages and turned into a page
/// by `ExceptionHandlers`, nowhere else; when it is thrown, nothing has changed.
public final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String sentence;
    private final Who missing;

    private HttpProblem(HttpStatus status, String sentence, Who missing) {
        super(sentence, null, false, false);
        this.status = status;
        this.sentence = sentence;
        this.missing = missing;
    }

    /// Nothing stands at this address.
    public static HttpProblem notFound(String sentence) {
        return new HttpProblem(HttpStatus.NOT_FOUND, sentence, Who.ANYONE);
    }

    /// Something stood here and was taken away for good.
    public static HttpProblem gone(String sentence) {
        return new HttpProblem(HttpStatus.GONE, sentence, Who.ANYONE);
    }

    /// What came in can't be used.
    public static HttpProblem badRequest(String sentence) {
        return new HttpProblem(HttpStatus.BAD_REQUEST, sentence, Who.ANYONE);
    }

    /// More than is taken in one go.
    public static HttpProblem tooLarge(String sentence) {
        return new HttpProblem(HttpStatus.CONTENT_TOO_LARGE, sentence, Who.ANYONE);
    }

    /// Too much in too short a time.
    public static HttpProblem tooMany(String sentence) {
        return new HttpProblem(HttpStatus.TOO_MANY_REQUESTS, sentence, Who.ANYONE);
    }

    /// Something that is needed for it does not answer just now.
    public static HttpProblem away(String sentence) {
        return new HttpProblem(HttpStatus.SERVICE_UNAVAILABLE, sentence, Who.ANYONE);
    }

    static HttpProblem forbidden() {
        return new HttpProblem(
                HttpStatus.FORBIDDEN, "This page is not open to anyone.", Who.ANYONE);
    }

    static HttpProblem notYours(Who needed) {
        return new HttpProblem(
                HttpStatus.FORBIDDEN,
                needed == Who.OWNER
                        ? "Only the owner of this newsroom may do that. Nothing was changed."
                        : "Only an editor may do that. Nothing was changed.",
                Who.ANYONE);
    }

    static HttpProblem staleForm() {
        return new HttpProblem(
                HttpStatus.FORBIDDEN,
                "This form was opened too long ago, or elsewhere, so nothing was done. Load its"
                        + " page again.",
                Who.ANYONE);
    }

    /// A program without a token that is good.
    public static HttpProblem noSender() {
        return signInFirst(Who.SENDER);
    }

    static HttpProblem signInFirst(Who missing) {
        if (missing == Who.SENDER) {
            return new HttpProblem(
                    HttpStatus.UNAUTHORIZED,
                    "This needs a sender's token, in a header 'Authorization: Bearer …'. The owner"
                            + " of the newsroom makes one at the results desk.",
                    missing);
        }
        return new HttpProblem(HttpStatus.UNAUTHORIZED, "Please sign in first.", missing);
    }

    HttpStatus status() {
        return status;
    }

    String sentence() {
        return sentence;
    }

    /// Whom the visitor would have to be; `ANYONE` when signing in would not help.
    Who missing() {
        return missing;
    }
}
