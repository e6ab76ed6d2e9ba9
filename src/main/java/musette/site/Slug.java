package musette.site;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.function.Predicate;

/// Words as they stand in an address: small ASCII letters, digits and hyphens.
///
/// Every script is folded (Pogačar becomes `pogacar`), so that an address survives being typed,
/// printed and read out.
public final class Slug {
    private static final Transliterator ASCII =
            Transliterator.getInstance("Any-Latin; Latin-ASCII");

    private Slug() {}

    /// The words as a slug of at most `longest` characters, cut between words; empty when there is
    /// no letter or digit in them.
    public static String of(String words, int longest) {
        var slug =
                ASCII.transliterate(words)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("['’]", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        if (slug.length() <= longest) {
            return slug;
        }
        var end = slug.lastIndexOf('-', longest);
        return slug.substring(0, end > 0 ? end : longest);
    }

    /// The slug itself, or with the first number behind it that nobody has taken.
    public static String free(String slug, Predicate<String> isTaken) {
        var free = slug;
        for (int number = 2; isTaken.test(free); number++) {
            free = slug + "-" + number;
        }
        return free;
    }
}
