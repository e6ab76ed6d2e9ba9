package musette.store;

import java.util.Optional;
import java.util.stream.Stream;

/// Why the house can't open, as one sentence for the operator. Commands print it and end; nobody
/// wants a stack of frames for a folder that belongs to somebody else.
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public CannotStart(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /// The sentence inside whatever a framework wrapped around it.
    public static Optional<String> sentenceIn(Throwable problem) {
        return Stream.<Throwable>iterate(problem, t -> t != null, Throwable::getCause)
                .limit(50)
                .filter(CannotStart.class::isInstance)
                .map(found -> ((CannotStart) found).sentence)
                .findFirst();
    }

    public String sentence() {
        return sentence;
    }
}
