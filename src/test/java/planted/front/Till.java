package planted.front;

import java.util.concurrent.atomic.AtomicLong;

/// Counts, and calls itself data.
public record Till(AtomicLong takings) {}
