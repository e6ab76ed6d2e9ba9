package musette.stories;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import musette.text.Document;

/// A live story as readers see it: its published revision.
///
/// @param revision the published revision; together with `id` it names these very words
/// @param edition the race's edition it reports, if any
/// @param result the result whose table it carries, if any
/// @param byline whose names stand over it, in their order
/// @param origin `desk`, `flash` or `demo`
/// @param moreToFollow whether it promises to grow
/// @param isBeingCorrected whether its result says otherwise now, and nobody has decided yet
/// @param updatedAt of the last publishing act; the same as `publishedAt` when there was only one
public record Story(
        long id,
        String slug,
        int revision,
        String kicker,
        String headline,
        String standfirst,
        Document body,
        List<Long> byline,
        List<Topic> topics,
        OptionalLong edition,
        OptionalLong result,
        String origin,
        boolean moreToFollow,
        boolean isBeingCorrected,
        Instant publishedAt,
        Instant updatedAt) {

    public Story {
        byline = List.copyOf(byline);
        topics = List.copyOf(topics);
    }

    /// In its first minute a story is new, whatever is done to it.
    private static final Duration NEW = Duration.ofMinutes(1);

    /// Whether readers who saw it at first should look again.
    public boolean isUpdated() {
        return updatedAt.isAfter(publishedAt.plus(NEW));
    }

    /// What was wrong, told to readers.
    public record Correction(Instant at, String note) {}

    /// Why a story is no longer there, told to readers.
    public record Withdrawal(Instant at, String reason) {}
}
