package musette.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Which of a race's results a page shows, by what it marks as chosen among its tabs and lists, and
/// by its headings. A page that marks nothing shows the race's own.
final class ChosenResult {
    /// What results sites put on the tab, the link or the option that is open.
    private static final String CHOSEN =
            "[aria-selected=true], [aria-current], option[selected], a.valgt, .cur, .current,"
                    + " .active, .selected";

    private static final Pattern STAGE =
            Pattern.compile("(?i)\\bstage\\s*:?\\s*0*([1-9][0-9]?)\\s?([ab])?\\b");
    private static final Pattern PROLOGUE = Pattern.compile("(?i)\\bprologue\\b");
    private static final Map<String, String> CLASSIFICATIONS =
            Map.ofEntries(
                    Map.entry("gc", "general"),
                    Map.entry("general", "general"),
                    Map.entry("points", "points"),
                    Map.entry("sprint", "points"),
                    Map.entry("kom", "mountains"),
                    Map.entry("mountain", "mountains"),
                    Map.entry("mountains", "mountains"),
                    Map.entry("youth", "youth"),
                    Map.entry("young riders", "youth"),
                    Map.entry("startlist", "start-list"),
                    Map.entry("start list", "start-list"),
                    Map.entry("team", "teams"),
                    Map.entry("teams", "teams"));

    private ChosenResult() {}

    /// The head lines that say so, `stage` and `classification`; none for the race itself.
    static Map<String, String> of(Document page) {
        var chosen = page.select(CHOSEN).stream().map(Element::text).map(String::strip).toList();
        var headings =
                Stream.concat(
                                Stream.of(page.title()),
                                page.select("h1, h2").stream().map(Element::text))
                        .toList();
        var lines = new LinkedHashMap<String, String>();
        stage(chosen).or(() -> stage(headings)).ifPresent(stage -> lines.put("stage", stage));
        chosen.stream()
                .flatMap(words -> classification(words).stream())
                .findFirst()
                .filter(word -> lines.containsKey("stage") || !word.equals("general"))
                .ifPresent(word -> lines.put("classification", word));
        return lines;
    }

    private static Optional<String> stage(List<String> texts) {
        return texts.stream().flatMap(words -> stage(words).stream()).findFirst();
    }

    private static Optional<String> stage(String words) {
        var stage = STAGE.matcher(words);
        if (stage.find()) {
            var half = stage.group(2) == null ? "" : stage.group(2).toLowerCase(Locale.ROOT);
            return Optional.of(stage.group(1) + half);
        }
        return PROLOGUE.matcher(words).find() ? Optional.of("prologue") : Optional.empty();
    }

    private static Optional<String> classification(String words) {
        var plain = words.toLowerCase(Locale.ROOT).replaceFirst("\\s+classification$", "");
        return Optional.ofNullable(CLASSIFICATIONS.get(plain));
    }
}
