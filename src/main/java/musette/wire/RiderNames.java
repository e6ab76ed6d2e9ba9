package musette.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Names as they are printed: out of capitals, and taken apart where they stand in one cell. A
/// comma tells how, capitals tell, and the file's own line `# names:` does; where nothing tells,
/// nobody guesses.
///
/// @param order as the file says; null where it does not
record RiderNames(@Nullable Order order, Quarantine quarantine) {
    static final String KEY = "names";
    static final Map<String, Order> ORDERS =
            Map.of("family first", Order.FAMILY_FIRST, "given first", Order.GIVEN_FIRST);

    /// Written small inside a family name that stands in capitals.
    private static final Set<String> PARTICLES =
            Set.of(
                    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das",
                    "do", "du", "la", "le", "los", "las", "el", "al", "ten", "ter", "te", "zu",
                    "zum", "af", "av", "y", "i", "e");

    enum Order {
        FAMILY_FIRST,
        GIVEN_FIRST
    }

    private static final int INITIALS = 2;

    private record Name(String family, String given) {}

    /// The cells with family and given name in print.
    Cells inPrint(Cells cells) {
        if (!cells.has("family") && !cells.has("rider")) {
            return cells;
        }
        var name =
                cells.has("family")
                        ? inPrint(cells.name("family"), cells.name("given"))
                        : apart(cells.name("rider"));
        return cells.with(Map.of("family", name.family(), "given", name.given()));
    }

    /// Two large letters of a given name are initials.
    private static Name inPrint(String family, String given) {
        return new Name(
                fromCapitals(family), given.length() > INITIALS ? fromCapitals(given) : given);
    }

    private Name apart(String cell) {
        int comma = cell.indexOf(',');
        if (comma > 0) {
            return inPrint(cell.substring(0, comma), cell.substring(comma + 1).strip());
        }
        var words = List.of(cell.split("\\s+", -1));
        if (words.size() == 1) {
            return new Name(fromCapitals(cell), "");
        }
        int first = (int) words.stream().takeWhile(RiderNames::isInCapitals).count();
        int last = (int) words.reversed().stream().takeWhile(RiderNames::isInCapitals).count();
        if (first > 0 && first < words.size()) {
            return familyFirst(words, first);
        }
        if (last > 0 && last < words.size()) {
            return givenFirst(words, words.size() - last);
        }
        return told(cell, words);
    }

    private Name told(String cell, List<String> words) {
        if (order == null) {
            throw new ParseException(
                    "In '%s' nothing tells which is the family name. Write it in capitals, or add"
                                    .formatted(cell)
                            + " a line such as '# names: given first' on top of the file.");
        }
        var name =
                order == Order.FAMILY_FIRST
                        ? familyFirst(words, words.size() - 1)
                        : givenFirst(words, 1);
        if (words.size() > 2) {
            quarantine.remark(
                    "'%s' was taken for the family name %s and the given name %s."
                            .formatted(cell, name.family(), name.given()));
        }
        return name;
    }

    private static Name familyFirst(List<String> words, int family) {
        return inPrint(
                String.join(" ", words.subList(0, family)),
                String.join(" ", words.subList(family, words.size())));
    }

    private static Name givenFirst(List<String> words, int given) {
        return inPrint(
                String.join(" ", words.subList(given, words.size())),
                String.join(" ", words.subList(0, given)));
    }

    /// At least two letters, and all of them large but in `McNULTY`: an initial says nothing.
    private static boolean isInCapitals(String word) {
        var large = word.replaceFirst("^Mc", "MC");
        return large.equals(word.toUpperCase(Locale.ROOT))
                && word.codePoints().filter(Character::isLetter).count() > 1;
    }

    /// `VAN DER POEL` is `van der Poel`, `PARET-PEINTRE` is `Paret-Peintre`; words with small
    /// letters stay as they are.
    private static String fromCapitals(String words) {
        return Arrays.stream(words.strip().split("\\s+", -1))
                .map(word -> isInCapitals(word) ? fromCapital(word) : word)
                .collect(Collectors.joining(" "));
    }

    private static String fromCapital(String word) {
        var small = word.toLowerCase(Locale.ROOT);
        if (PARTICLES.contains(small)) {
            return small;
        }
        var name = new StringBuilder();
        boolean begins = true;
        for (int at = 0; at < small.length(); at++) {
            char letter = small.charAt(at);
            name.append(begins ? Character.toTitleCase(letter) : letter);
            begins = letter == '-' || letter == '\'' || letter == '’' || isBehindMc(small, at);
        }
        return name.toString();
    }

    private static boolean isBehindMc(String small, int at) {
        return at == 1 && small.startsWith("mc") && small.length() > 3;
    }
}
