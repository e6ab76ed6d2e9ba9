package musette.pages;

/// What search engines and link previews are told about a page.
///
/// @param address the page's one full address
/// @param type `article` or `website` (Open Graph)
/// @param published ISO 8601, empty for pages that are not stories
/// @param modified ISO 8601, empty for pages that are not stories
/// @param jsonLd structured data, safe to stand inside a script element; empty for none
public record Preview(
        String address,
        String type,
        String site,
        String title,
        String description,
        String published,
        String modified,
        String jsonLd) {

    /// A page that is not a story.
    public static Preview website(String address, musette.site.Frame frame) {
        return new Preview(
                address, "website", frame.site(), frame.title(), frame.description(), "", "", "");
    }
}
