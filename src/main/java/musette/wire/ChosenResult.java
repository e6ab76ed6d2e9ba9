package musette.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Which of a race's results a page shows, by what it marks as chosen among its tabs and lists, and
/// by its headings. A page that marks nothing shows the race's own.
///
/// @param stage `13a`, `prologue`; empty where the page is not about a stage
/// @param ofPage the classification it marks as chosen; empty for the result itself
/// @param tabs what stands on the tab that opens a part of the page, by the part's name
record ChosenResult(Optional<String> stage, String ofPage, Map<String, String> tabs) {
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

    /// The names by which a tab says which part of the page it opens.
    private static final List<String> OPENS =
            List.of("href", "aria-controls", "data-target", "data-bs-target", "data-id", "id");

    /// How many parts around a table are asked.
    private static final int FARTHEST = 20;

    private static final int MOST_PARTS = 30;
    private static final int LONGEST_NAME = 200;

    private static final Pattern RESULT = Pattern.compile("(?i)(?:stage )?results?|stage");

    ChosenResult {
        tabs = Map.copyOf(tabs);
    }

    static ChosenResult of(Document page) {
        var chosen = page.select(CHOSEN).stream().map(ChosenResult::words).toList();
        var headings =
                Stream.concat(
                                Stream.of(page.title()),
                                page.select("h1, h2").stream().map(ChosenResult::words))
                        .toList();
        var stage = stage(chosen).or(() -> stage(headings));
        var word =
                chosen.stream()
                        .flatMap(words -> classification(words).stream())
                        .findFirst()
                        .orElse("");
        return new ChosenResult(stage, known(word, stage.isPresent()), tabs(page));
    }

    /// Which one a table is, by its caption, the tab that opens it or the heading above it; empty
    /// for the result itself, absent where nothing tells.
    Optional<String> ofTable(Element table) {
        return Stream.concat(
                        table.select("> caption").stream().map(ChosenResult::words),
                        Stream.iterate(table, Objects::nonNull, Element::parent)
                                .limit(FARTHEST)
                                .flatMap(this::names))
                .flatMap(words -> named(words).stream())
                .findFirst();
    }

    /// What a part of the page is called by the tab that opens it and the heading before it.
    private Stream<String> names(Element part) {
        var opened =
                Stream.of(part.attr("aria-labelledby"), part.id(), part.attr("data-id"))
                        .filter(name -> !name.isEmpty())
                        .flatMap(name -> Stream.ofNullable(tabs.get(name)));
        var before = part.previousElementSibling();
        var heading =
                before != null && before.normalName().matches("h[1-6]")
                        ? Stream.of(words(before))
                        : Stream.<String>empty();
        return Stream.concat(opened, heading);
    }

    private Optional<String> named(String words) {
        return RESULT.matcher(words).matches() || STAGE.matcher(words).matches()
                ? Optional.of("")
                : classification(words).map(word -> known(word, stage.isPresent()));
    }

    /// A race without stages has no general classification beside its result.
    private static String known(String word, boolean hasStage) {
        return word.equals("general") && !hasStage ? "" : word;
    }

    private static Map<String, String> tabs(Document page) {
        var tabs = new HashMap<String, String>();
        for (var attribute : OPENS) {
            for (var tab : page.select("a[%1$s], li[%1$s], button[%1$s]".formatted(attribute))) {
                var name = tab.attr(attribute);
                if (attribute.equals("href") && !name.startsWith("#")) {
                    continue;
                }
                tabs.putIfAbsent(name.replaceFirst("^#", ""), words(tab));
            }
        }
        return tabs;
    }

    /// What stands on a tab or in a heading; nothing for a part of the page that holds more than a
    /// tab does.
    private static String words(Element part) {
        var isLarge = part.stream().skip(MOST_PARTS).findAny().isPresent();
        var words = isLarge ? "" : part.text().strip();
        return words.length() > LONGEST_NAME ? "" : words;
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

    /// Our word for a classification's name; empty where it is none that we know.
    static Optional<String> classification(String words) {
        var plain = words.toLowerCase(Locale.ROOT).replaceFirst("\\s+classification$", "");
        return Optional.ofNullable(CLASSIFICATIONS.get(plain));
    }
}
