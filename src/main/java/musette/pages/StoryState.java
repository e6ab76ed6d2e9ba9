package musette.pages;

import java.time.Duration;
import java.time.Instant;

/// How far the telling of a story has come.
public enum StoryState {
    /// More is promised, and the story is fresh.
    BREAKING,
    /// More is promised.
    GROWING,
    COMPLETE;

    /// As long as readers take a promise of more for news; later it is only a promise.
    private static final Duration FRESH = Duration.ofHours(1);

    public static StoryState of(boolean moreToFollow, Instant publishedAt, Instant now) {
        if (!moreToFollow) {
            return COMPLETE;
        }
        return publishedAt.plus(FRESH).isAfter(now) ? BREAKING : GROWING;
    }
}
