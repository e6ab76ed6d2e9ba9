package musette.ops;

/// A command can't be carried out; the sentence says why and what would help.
final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final int exitCode;

    CommandFailed(String sentence) {
        this(sentence, 1);
    }

    /// The words of the command line were not understood.
    static CommandFailed misspoken(String sentence) {
        return new CommandFailed(sentence, 2);
    }

    private CommandFailed(String sentence, int exitCode) {
        super(sentence, null, false, false);
        this.sentence = sentence;
        this.exitCode = exitCode;
    }

    String sentence() {
        return sentence;
    }

    int exitCode() {
        return exitCode;
    }
}
