package musette.racing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A race that comes back year after year.
///
/// @param slug its name in addresses, `gran-premio-miguel-indurain`; never changes
/// @param gender whose race it is; null when nobody has said so, and then nothing guesses it
/// @param country three letters as the UCI writes them, `ESP`
public record Race(
        long id, String slug, String name, @Nullable Gender gender, @Nullable String country) {

    public Race {
        if (slug.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a race needs a name and a slug");
        }
    }

    /// The slug a race of that name gets when nobody chose another.
    public static String slugOf(String name) {
        return Names.slug(name);
    }

    /// How a race is raced.
    public enum Kind {
        ROAD,
        /// Each rider alone against the clock.
        ITT,
        /// Each team alone against the clock.
        TTT;

        /// As the database and the files write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Gender {
        MEN,
        WOMEN;

        /// As the database and the files write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
