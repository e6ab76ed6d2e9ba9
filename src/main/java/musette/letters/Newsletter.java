package musette.letters;

import java.util.regex.Pattern;

/// A letter that readers can ask for.
///
/// @param slug its word in addresses and forms: `feed-zone`
/// @param name what it is called on the page
/// @param description one sentence: what is in it and when it comes
public record Newsletter(String slug, String name, String description) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Newsletter {
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException(
                    "a newsletter's slug is of small letters, digits and single hyphens");
        }
        if (name.isBlank() || name.lines().count() > 1) {
            throw new IllegalArgumentException("a newsletter's name is one line");
        }
        if (description.isBlank()) {
            throw new IllegalArgumentException("a newsletter needs a description");
        }
    }
}
