package musette.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The lines `# key: value` above the header, in which a file speaks about itself. What is not
/// understood there becomes a remark and is treated as not said.
final class FileMetadata {
    private static final Pattern KEY_AND_VALUE =
            Pattern.compile("#+\\s*([\\p{Alpha}][\\p{Alpha} _-]*?)\\s*:\\s*(.*?)\\s*");
    private static final Pattern DISTANCE =
            Pattern.compile("(\\d{1,4})(?:[.,](\\d{1,3}))?\\s*(?:km)?");
    private static final int LONGEST_VALUE = 200;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final Set<String> knownKeys;

    FileMetadata(Set<String> knownKeys) {
        this.knownKeys = Set.copyOf(knownKeys);
    }

    /// Takes one line that starts with `#`; a line of another form is a remark of the file's own.
    void add(String line) {
        var parts = KEY_AND_VALUE.matcher(line.strip());
        if (!parts.matches()) {
            return;
        }
        var key = parts.group(1).toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        var value = parts.group(2);
        if (!knownKeys.contains(key)) {
            remarks.add("The line '# %s' has no meaning here and was skipped.".formatted(key));
        } else if (value.length() > LONGEST_VALUE) {
            remarks.add("The line '# %s' is too long and was skipped.".formatted(key));
        } else if (!value.isEmpty()) {
            values.put(key, value);
        }
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Optional<Integer> year(String key) {
        return value(key)
                .filter(word -> matchesOrRemark(word.matches("(1[89]|20|21)\\d\\d"), key, "a year"))
                .map(Integer::valueOf);
    }

    Optional<LocalDate> date(String key) {
        var date = value(key).flatMap(Cells::day);
        if (value(key).isPresent()) {
            matchesOrRemark(date.isPresent(), key, "a date like 2023-04-01");
        }
        return date;
    }

    /// A distance in kilometres, given back in metres.
    Optional<Integer> metres(String key) {
        return value(key)
                .map(DISTANCE::matcher)
                .filter(m -> matchesOrRemark(m.matches(), key, "a distance like 203.2 km"))
                .map(m -> {
                    var thousandths = m.group(2) == null ? "" : m.group(2);
                    return Integer.parseInt(m.group(1)) * 1000
                            + Integer.parseInt((thousandths + "000").substring(0, 3));
                })
                .filter(metres -> metres > 0);
    }

    /// Three letters, `ESP`.
    Optional<String> country(String key) {
        return value(key)
                .map(word -> word.toUpperCase(Locale.ROOT))
                .filter(word -> matchesOrRemark(word.matches("[A-Z]{3}"), key, "like ESP"));
    }

    /// An address that a page may link to: http or https, nothing that could run.
    Optional<String> link(String key) {
        return value(key)
                .filter(word -> matchesOrRemark(isLink(word), key, "an http or https address"));
    }

    <T> Optional<T> oneOf(String key, Map<String, T> choices) {
        return value(key)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word ->
                        matchesOrRemark(
                                choices.containsKey(word),
                                key,
                                "one of " + String.join(", ", choices.keySet())))
                .flatMap(word -> Optional.ofNullable(choices.get(word)));
    }

    private boolean matchesOrRemark(boolean matches, String key, String expected) {
        if (!matches) {
            remarks.add(
                    "The line '# %s: %s' was skipped, because it is not %s."
                            .formatted(key, values.get(key), expected));
        }
        return matches;
    }

    private static boolean isLink(String word) {
        try {
            var uri = new URI(word);
            return uri.getHost() != null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
