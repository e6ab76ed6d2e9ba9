package musette.text;

/// Another story of the house, named by its address and shown by its headline as it is then; one
/// that readers can't see is not shown.
///
/// @param slug `izagirre-wins-in-estella`
public record RelatedStory(String slug) implements Document.Untouched {
    /// What the schema takes as `story`.
    static final String SLUG = "[a-z0-9]{1,100}(?:-[a-z0-9]{1,100}){1,40}";

    public RelatedStory {
        if (!slug.matches(SLUG)) {
            throw new IllegalArgumentException("no address of a story: " + slug);
        }
    }
}
