package musette.stories;

/// Something that stories are about.
///
/// @param slug the last part of its page's address
public record Topic(String slug, String name) {
    public String address() {
        return "/topics/" + slug;
    }
}
