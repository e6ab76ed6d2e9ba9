package musette.push;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A program that may send results with a token: a timing company's, a federation's.
///
/// @param race the slug of the one race it may send; null for every race
/// @param goesLive whether what it sends counts at once; else it waits at the desk
/// @param lastUsedAt null when nothing has come from it
public record Sender(
        long id,
        String name,
        @Nullable String race,
        boolean goesLive,
        Instant madeAt,
        String madeBy,
        @Nullable Instant lastUsedAt) {

    /// Whether the token is good for that race.
    boolean maySend(String slug) {
        return race == null || race.equals(slug);
    }
}
