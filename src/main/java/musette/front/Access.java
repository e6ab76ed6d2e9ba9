package musette.front;

/// What stands between this reader and the rest of a story.
sealed interface Access {

    /// A free read, counted.
    ///
    /// @param read stories read in the window, this one included
    /// @param allowance free stories in a window
    /// @param days length of the window
    record Counted(int read, int allowance, int days) implements Access {
        String words() {
            return "Story %d of your %d free stories in %d days".formatted(read, allowance, days);
        }
    }

    /// The free stories are used up: the opening, then the gate.
    record Walled(Gate gate) implements Access {}

    /// A subscriber reads everything.
    record Subscriber() implements Access {}
}
