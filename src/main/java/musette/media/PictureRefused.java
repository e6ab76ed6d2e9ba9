package musette.media;

/// What was brought is no picture that can be kept; the message is a sentence for the page.
public final class PictureRefused extends Exception {
    private static final long serialVersionUID = 1L;

    PictureRefused(String sentence) {
        super(sentence);
    }

    PictureRefused(String sentence, Exception cause) {
        super(sentence, cause);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
