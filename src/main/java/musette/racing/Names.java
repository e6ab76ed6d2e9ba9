package musette.racing;

import java.text.Normalizer;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Names as keys: folded for finding and comparing, never for printing.
public final class Names {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");

    /// Letters that are no base letter with a mark, so that taking marks off leaves them.
    private static final Map<String, String> SPELLED =
            Map.of(
                    "ø", "o", "đ", "d", "ł", "l", "ß", "ss", "æ", "ae", "œ", "oe", "ð", "d", "þ",
                    "th", "ı", "i");

    private Names() {}

    static String display(String given, String family) {
        return given.isBlank() ? family : given + " " + family;
    }

    /// `Ángel de la Peña` and `ANGEL DE LA PENA` are one: `angel-de-la-pena`.
    static String folded(String given, String family) {
        return slug(display(given, family));
    }

    /// Whether two names may well be one person's: the same words in any order, or all words of the
    /// one among the other's, two at least ("Ion Izagirre" and "Ion Izagirre Insausti").
    static boolean areNear(String folded, String other) {
        var words = new HashSet<>(List.of(folded.split("-", -1)));
        var others = new HashSet<>(List.of(other.split("-", -1)));
        var common = new HashSet<>(words);
        common.retainAll(others);
        return folded.equals(other)
                || (common.size() >= 2 && (common.equals(words) || common.equals(others)));
    }

    /// Whether a word of the one is a word of the other.
    static boolean shareAWord(String folded, String other) {
        return !Collections.disjoint(List.of(folded.split("-", -1)), List.of(other.split("-", -1)));
    }

    /// Signs and spaces make no other team: `BORA - hansgrohe` is `borahansgrohe`.
    static String foldedTeam(String name) {
        return slug(name).replace("-", "");
    }

    /// `Søren Kragh-Andersen` is `soren-kragh-andersen`.
    public static String slug(String name) {
        return isAscii(name) ? slugOfAscii(name) : slugOfAny(name);
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(sign -> sign < 128);
    }

    /// The same for most names, many times as fast.
    private static String slugOfAscii(String name) {
        var slug = new StringBuilder(name.length());
        boolean isNewWord = false;
        for (int i = 0; i < name.length(); i++) {
            char sign = name.charAt(i);
            boolean isLetter = Character.isLetterOrDigit(sign);
            if (isLetter && isNewWord && !slug.isEmpty()) {
                slug.append('-');
            }
            if (isLetter) {
                slug.append(Character.toLowerCase(sign));
            }
            isNewWord = !isLetter;
        }
        return slug.toString();
    }

    private static String slugOfAny(String name) {
        var plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        var lower = plain.toLowerCase(Locale.ROOT);
        for (var letter : SPELLED.entrySet()) {
            lower = lower.replace(letter.getKey(), letter.getValue());
        }
        return isAscii(lower)
                ? slugOfAscii(lower)
                : EDGES.matcher(NOT_A_LETTER.matcher(lower).replaceAll("-")).replaceAll("");
    }
}
