package musette.staff;

import java.util.Locale;
import java.util.Optional;

/// A member of the staff as readers and colleagues know them.
///
/// @param slug names the author's page, `/authors/slug`
/// @param biography plain words, may be empty
/// @param portrait the name of a picture
public record Author(
        long id,
        String name,
        String email,
        String slug,
        String biography,
        Role role,
        Optional<String> portrait) {

    /// What somebody is here for.
    public enum Role {
        OWNER,
        EDITOR,
        REPORTER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
