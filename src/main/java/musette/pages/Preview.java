package musette.pages;

import musette.site.Frame;
import org.jspecify.annotations.Nullable;

/// What search engines and link previews are told about a page.
///
/// @param address the page's one full address
/// @param type `article` or `website` (Open Graph)
/// @param published ISO 8601, empty for pages that are not stories
/// @param modified ISO 8601, empty for pages that are not stories
/// @param jsonLd structured data, safe to stand inside a script element; empty for none
/// @param image shown where others link to the page
public record Preview(
        String address,
        String type,
        String site,
        String title,
        String description,
        String published,
        String modified,
        String jsonLd,
        @Nullable Image image) {

    /// @param address its full address
    /// @param alt what is to be seen, may be empty
    public record Image(String address, int width, int height, String alt) {}

    /// These words, or as many whole ones of them as stay within `most` signs, and an ellipsis.
    public static String shortened(String words, int most) {
        if (words.length() <= most) {
            return words;
        }
        var end = words.lastIndexOf(' ', most - 1);
        return words.substring(0, end > 0 ? end : most - 1) + "…";
    }

    /// A page that is not a story.
    public static Preview website(String address, Frame frame) {
        return website(address, frame, "");
    }

    /// The same with structured data.
    public static Preview website(String address, Frame frame, String jsonLd) {
        return new Preview(
                address,
                "website",
                frame.site(),
                frame.title(),
                frame.description(),
                "",
                "",
                jsonLd,
                null);
    }
}
