package musette.meter;

import java.time.Duration;
import java.time.Instant;

/// What a reader who has not paid may see of one story.
public sealed interface Verdict {

    /// The whole story, as one of the free ones.
    ///
    /// @param read how many distinct stories this window now holds, this one among them
    /// @param allowance how many it may hold
    /// @param first whether this story was not among them before
    /// @param cookie the record to hand back to the browser
    /// @param left how long the window, and so the cookie, still lives
    record Counted(int read, int allowance, boolean first, String cookie, Duration left)
            implements Verdict {}

    /// The opening paragraphs and the gate.
    ///
    /// @param allowance how many stories were free
    /// @param resets when the window ends and reading starts again by itself
    record Stopped(int allowance, Instant resets) implements Verdict {}
}
