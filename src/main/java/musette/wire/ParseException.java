package musette.wire;

/// A cell, a line or a file that cannot be understood; the sentence tells its sender why. Never
/// leaves this room: it becomes a quarantined row or an `Unreadable`.
final class ParseException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String sentence;

    ParseException(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
