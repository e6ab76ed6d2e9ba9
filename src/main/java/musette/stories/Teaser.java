package musette.stories;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A live story as lists name it: what stands above the text, never the text itself.
///
/// @param byline whose names stand over it, in their order
/// @param result the result whose table it carries, if any
/// @param moreToFollow whether it promises to grow
/// @param updatedAt of the last publishing act
/// @param picture the name of its first picture
public record Teaser(
        long id,
        String slug,
        String kicker,
        String headline,
        String standfirst,
        List<Long> byline,
        OptionalLong result,
        boolean moreToFollow,
        Instant publishedAt,
        Instant updatedAt,
        Optional<String> picture) {

    public Teaser {
        byline = List.copyOf(byline);
    }
}
