package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import musette.site.HttpProblem;
import musette.stories.Manuscript;
import musette.text.Edit;
import org.jspecify.annotations.Nullable;

/// The fields of the editor as the browser sent them.
///
/// @param version of the story that the editor shows
/// @param hasWords whether the words came with it; the editor's script has sent them before
/// @param text the body as plain words
/// @param note what readers are told of a correction
/// @param reason what readers are told of a withdrawal
/// @param address words for a new address
/// @param at when a draft is to go live, `2023-04-01T18:00` in the publication's zone
/// @param result the number of the result whose table the story is to carry, empty for none
/// @param seen which contradictions to the result the page has shown, see `Proof.digest`
record StoryForm(
        int version,
        boolean hasWords,
        String kicker,
        String headline,
        String standfirst,
        String text,
        String note,
        String reason,
        String address,
        String at,
        String result,
        String seen) {

    static StoryForm of(HttpServletRequest request) {
        return new StoryForm(
                version(request.getParameter("version")),
                request.getParameter("headline") != null,
                field(request, "kicker"),
                field(request, "headline"),
                field(request, "standfirst"),
                field(request, "text"),
                field(request, "note"),
                field(request, "reason"),
                field(request, "address"),
                field(request, "at"),
                field(request, "result"),
                field(request, "seen"));
    }

    /// The form as it first stands on the page.
    static StoryForm of(Manuscript story) {
        return new StoryForm(
                story.version(),
                true,
                story.kicker(),
                story.headline(),
                story.standfirst(),
                story.plainText(),
                "",
                "",
                "",
                "",
                story.result().isPresent() ? Long.toString(story.result().getAsLong()) : "",
                "");
    }

    /// With the words of the newest version where the form brought none.
    StoryForm showing(Manuscript story) {
        return hasWords
                ? this
                : new StoryForm(
                        story.version(),
                        false,
                        story.kicker(),
                        story.headline(),
                        story.standfirst(),
                        story.plainText(),
                        note,
                        reason,
                        address,
                        at,
                        result,
                        seen);
    }

    /// Whether the fields show the newest version and nothing else.
    boolean isAsSaved(Manuscript story) {
        return !hasWords || edit().equals(of(story).edit());
    }

    Edit edit() {
        return new Edit(kicker, headline, standfirst, text);
    }

    /// The same words, now typed over another version.
    StoryForm over(int other) {
        return new StoryForm(
                other,
                hasWords,
                kicker,
                headline,
                standfirst,
                text,
                note,
                reason,
                address,
                at,
                result,
                seen);
    }

    /// As a reader would count them.
    long words() {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private static String field(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static int version(@Nullable String number) {
        if (number == null || !number.matches("[0-9]{1,9}")) {
            throw HttpProblem.badRequest("This form is not complete. Open the story again.");
        }
        return Integer.parseInt(number);
    }
}
