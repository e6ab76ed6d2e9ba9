package musette.front;

import java.util.List;
import java.util.stream.Stream;
import musette.pages.Moment;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.pages.ShownPicture;
import musette.pages.StoryLink;
import musette.pages.StoryState;
import musette.site.Frame;
import musette.stories.Topic;
import org.jspecify.annotations.Nullable;

/// A story as one reader meets it; everything on it is words already.
///
/// @param opening the passages that everyone may read
/// @param rest those behind the meter, empty when the gate stands: what isn't here isn't sent
/// @param updated the last update that readers should know of
/// @param isBeingCorrected whether the result has changed since the words were written
/// @param result the table, when the story carries one
record StoryPage(
        Frame frame,
        Preview preview,
        StoryState state,
        Kicker kicker,
        String headline,
        String standfirst,
        List<Author> authors,
        List<Topic> topics,
        Moment published,
        @Nullable Moment updated,
        boolean isBeingCorrected,
        List<Correction> corrections,
        List<Passage> opening,
        List<Passage> rest,
        @Nullable ResultTable result,
        Access access,
        List<LetterChoice> letters,
        List<StoryLink> popular,
        List<StoryLink> latest) {

    StoryPage {
        authors = List.copyOf(authors);
        topics = List.copyOf(topics);
        corrections = List.copyOf(corrections);
        opening = List.copyOf(opening);
        rest = List.copyOf(rest);
        letters = List.copyOf(letters);
        popular = List.copyOf(popular);
        latest = List.copyOf(latest);
        if (access instanceof Access.Walled && !rest.isEmpty()) {
            throw new IllegalArgumentException("a story behind the gate must not carry its rest");
        }
    }

    /// The same story for another kind of access; what that hides is not in it.
    StoryPage seenWith(Access other) {
        return new StoryPage(
                frame,
                preview,
                state,
                kicker,
                headline,
                standfirst,
                authors,
                topics,
                published,
                updated,
                isBeingCorrected,
                corrections,
                opening,
                other instanceof Access.Walled ? List.of() : rest,
                result,
                other,
                letters,
                popular,
                latest);
    }

    /// Whether the result's table stands below the text, and not in it.
    boolean hasTableBelow() {
        return result != null
                && Stream.concat(opening.stream(), rest.stream())
                        .noneMatch(Passage.Table.class::isInstance);
    }

    /// Whether something of another site can be loaded.
    boolean hasEmbeds() {
        return Stream.concat(opening.stream(), rest.stream())
                .anyMatch(Passage.Embed.class::isInstance);
    }

    /// Behind the gate the words would seem to speak of the missing rest.
    boolean showsMoreToFollow() {
        return state != StoryState.COMPLETE && !(access instanceof Access.Walled);
    }

    /// The line above the headline; its address is empty when it links nowhere.
    record Kicker(String words, String address) {}

    /// Those of whom there is something to tell below the story.
    List<Author> biographies() {
        return authors.stream().filter(author -> !author.biography().isEmpty()).toList();
    }

    /// @param before what stands between this name and the one before: nothing, a comma, an and
    record Author(
            String before,
            String name,
            String address,
            String biography,
            @Nullable ShownPicture portrait) {}

    record Correction(Moment at, String words) {}
}
