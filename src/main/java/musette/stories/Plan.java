package musette.stories;

import java.time.Instant;

/// That a draft goes live by itself.
///
/// @param revision the version that goes live: the one that the planner has seen
/// @param by who has planned it, in whose name it goes live
/// @param problem why it did not, a sentence; empty while it is still to come
public record Plan(long story, int revision, Instant at, long by, String problem) {}
