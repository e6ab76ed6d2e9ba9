package musette.stories;

import java.util.OptionalLong;
import musette.text.Document;

/// What somebody, or the flash, brings to the desk as the first form of a story.
///
/// @param kicker the short line above the headline, usually the race
/// @param headline as it will stand on the page
/// @param standfirst one sentence below the headline, may be empty
/// @param heads headline and standfirst once more, with the facts they say
/// @param body the document
/// @param author the staff member whose byline it carries
/// @param edition the race's edition it reports, if any
/// @param result the result whose table it carries, if any
/// @param origin `desk`, `flash` or `demo`
/// @param moreToFollow whether the story promises to grow
public record Draft(
        String kicker,
        String headline,
        String standfirst,
        Document heads,
        Document body,
        long author,
        OptionalLong edition,
        OptionalLong result,
        String origin,
        boolean moreToFollow) {

    /// With a headline and a standfirst that say no facts.
    public Draft(
            String kicker,
            String headline,
            String standfirst,
            Document body,
            long author,
            OptionalLong edition,
            OptionalLong result,
            String origin,
            boolean moreToFollow) {
        this(
                kicker,
                headline,
                standfirst,
                Document.heads(headline, standfirst),
                body,
                author,
                edition,
                result,
                origin,
                moreToFollow);
    }

    public Draft {
        if (headline.isBlank()) {
            throw new IllegalArgumentException("a story needs a headline");
        }
    }
}
