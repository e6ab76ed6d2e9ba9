package musette.comments;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// What somebody has said about a story, and what was answered.
///
/// @param doneBy who has said that it is done with, empty while it is not
public record Comment(
        long id, Quote about, Remark first, List<Remark> answers, OptionalLong doneBy) {

    public Comment {
        answers = List.copyOf(answers);
    }

    public boolean isOpen() {
        return doneBy.isEmpty();
    }

    /// Words of a story, found again wherever they stand: a text quote selector (W3C Web Annotation
    /// Data Model 4.2.4).
    ///
    /// @param exact the words, empty for the story as a whole
    /// @param before what stood right before them in their line
    /// @param after what stood right after them
    public record Quote(String exact, String before, String after) {
        private static final int LONGEST = 300;
        private static final int LONGEST_BESIDE = 40;

        public static final Quote WHOLE = new Quote("", "", "");

        /// What is longer than any of ours was not made by us, and counts as the whole story.
        public static Quote of(String exact, String before, String after) {
            return exact.isBlank()
                            || exact.length() > LONGEST
                            || before.length() > LONGEST_BESIDE
                            || after.length() > LONGEST_BESIDE
                    ? WHOLE
                    : new Quote(exact, before, after);
        }
    }

    /// @param changed whether it was put otherwise since
    public record Remark(long id, long by, Instant at, String words, boolean changed) {}

    /// The last that was said, which whoever said it may change or take back.
    public Remark last() {
        return answers.isEmpty() ? first : answers.getLast();
    }
}
