package musette.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A saved web page with a table of results in it, as results sites show them. Columns are found by
/// their names in any order; what the page hides beside what it shows is left out; capitals and
/// flags tell family names and nations.
final class HtmlTable implements Format {
    private static final int FAR_ENOUGH = 1_000;
    private static final Set<String> PARTS = Set.of("thead", "tbody", "tfoot");
    private static final String HIDDEN =
            ".hide, [hidden], [style*=display:none], [style*=display: none]";
    private static final String CAPITALS =
            ".uppercase, [style*=text-transform:uppercase], [style*=text-transform: uppercase]";
    private static final String STRUCK = "s, del, strike";
    private static final Pattern NATION_OF_ROW = Pattern.compile("(?:^|\\s)nat([A-Z]{3})(?:\\s|$)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
    private static final List<String> COLUMNS =
            List.of(
                    "place", "bib", "uci_id", "family", "given", "rider", "nation", "team", "time",
                    "gap", "status", "points");

    @Override
    public boolean recognises(byte[] bytes) {
        var start =
                new String(bytes, 0, Math.min(bytes.length, FAR_ENOUGH), StandardCharsets.UTF_8);
        return start.replace("\uFEFF", "").stripLeading().startsWith("<");
    }

    @Override
    public ResultsText read(byte[] bytes, Set<String> told) {
        var page = page(bytes);
        var tables = tables(page, ColumnNames::areOfResults);
        if (tables.isEmpty()) {
            tables = tables(page, ColumnNames::areOfStarters);
        }
        if (tables.isEmpty()) {
            throw new ParseException(
                    "The page holds no table of results: none has a column for the place and one"
                            + " for the rider.");
        }
        var remarks = new ArrayList<String>();
        if (tables.size() > 1) {
            remarks.add(
                    "The page has %d tables of results; the first one was read."
                            .formatted(tables.size()));
        }
        var about = about(page, told);
        if (!about.isEmpty()) {
            remarks.add("The page's own words were taken for: %s.".formatted(words(about)));
            if (!about.containsKey("stage") && !about.containsKey("classification")) {
                remarks.add(
                        "It was taken for the result of the race itself. If it is a stage or a"
                                + " classification, bring it in with a line that says so.");
            }
        }
        var text = new StringBuilder();
        about.forEach((key, value) -> text.append("# %s: %s\n".formatted(key, value)));
        text.append(csv(tables.getFirst()));
        return new ResultsText(text.toString(), remarks, !about.isEmpty());
    }

    private static Document page(byte[] bytes) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `Itzulia Basque Country, 2022, stage 3, points`
    private static String words(Map<String, String> about) {
        return about.entrySet().stream()
                .map(line ->
                        line.getKey().equals("stage") && !line.getValue().equals("prologue")
                                ? "stage " + line.getValue()
                                : line.getValue())
                .collect(Collectors.joining(", "));
    }

    /// What the page says of the race, the year, and which result it is, where nobody has told.
    private static Map<String, String> about(Document page, Set<String> told) {
        var about = new LinkedHashMap<String, String>();
        if (!told.contains("race")) {
            var race = page.title().replaceFirst("\\s+[|–—]\\s.*", "").strip();
            if (!race.isEmpty()) {
                about.put("race", YEAR.matcher(race).replaceAll("").strip());
            }
        }
        if (!told.contains("year") && !told.contains("date")) {
            var words =
                    page.title()
                            + " "
                            + page.select("meta[name=description]").attr("content")
                            + " "
                            + page.select("link[rel=canonical]").attr("href");
            var year = YEAR.matcher(words);
            if (year.find()) {
                about.put("year", year.group());
            }
        }
        if (!told.contains("stage") && !told.contains("classification")) {
            about.putAll(ChosenResult.of(page));
        }
        about.values().removeIf(String::isBlank);
        return about;
    }

    /// @param header our names of its columns
    private record Table(List<String> header, List<Element> rows) {}

    private static List<Table> tables(Document page, Predicate<List<String>> header) {
        return page.select("table").stream()
                .flatMap(table -> table(table, header).stream())
                .toList();
    }

    private static Optional<Table> table(Element table, Predicate<List<String>> isHeader) {
        var rows = rows(table);
        // A table in its first row is not a header: the page is laid out by tables.
        if (rows.size() < 2 || rows.getFirst().selectFirst("table") != null) {
            return Optional.empty();
        }
        var header =
                rows.getFirst().children().stream()
                        .map(cell -> ColumnNames.ours(ColumnNames.plain(cell.text())))
                        .toList();
        return isHeader.test(header) ? Optional.of(new Table(header, rows)) : Optional.empty();
    }

    /// Its own rows, not those of tables inside it: each element of a page is looked at once.
    private static List<Element> rows(Element table) {
        return table.children().stream()
                .flatMap(part ->
                        PARTS.contains(part.normalName())
                                ? part.children().stream()
                                : Stream.of(part))
                .filter(part -> part.normalName().equals("tr"))
                .toList();
    }

    private static String csv(Table table) {
        var rows =
                table.rows().stream()
                        .skip(1)
                        .filter(row -> row.children().size() > 1)
                        .map(row -> cells(table.header(), row))
                        .toList();
        var used =
                COLUMNS.stream()
                        .filter(column -> rows.stream().anyMatch(row -> row.containsKey(column)))
                        .toList();
        var lines = new ArrayList<List<String>>();
        lines.add(used);
        rows.forEach(row ->
                lines.add(used.stream().map(column -> row.getOrDefault(column, "")).toList()));
        return Format.table(lines);
    }

    private static Map<String, String> cells(List<String> header, Element row) {
        var cells = new LinkedHashMap<String, String>();
        nation(row).ifPresent(nation -> cells.put("nation", nation));
        for (int i = 0; i < Math.min(header.size(), row.children().size()); i++) {
            var cell = row.child(i);
            var column = header.get(i);
            if (column.equals("rider")) {
                cells.putAll(rider(cell));
            } else if (COLUMNS.contains(column)) {
                var text = shown(cell);
                if (column.equals("place") && !cell.select(STRUCK).isEmpty()) {
                    cells.put("status", "DSQ");
                } else if (!text.isEmpty()) {
                    cells.putIfAbsent(column, text);
                }
            }
        }
        return cells;
    }

    private static Map<String, String> rider(Element cell) {
        var name = Objects.requireNonNullElse(cell.selectFirst("a"), cell);
        var family = name.selectFirst(CAPITALS);
        if (family == null) {
            return Map.of("rider", shown(name));
        }
        var words = family.text().strip();
        family.remove();
        return Map.of("family", words, "given", name.text().strip());
    }

    /// By the row's class or the picture of a flag.
    private static Optional<String> nation(Element row) {
        var ofRow = NATION_OF_ROW.matcher(row.className());
        if (ofRow.find()) {
            return Optional.of(ofRow.group(1));
        }
        return row.select("img.flag").stream()
                .map(flag -> flag.attr("title"))
                .filter(title -> title.matches("[A-Z]{3}"))
                .findFirst();
    }

    /// What the eye reads in a cell.
    private static String shown(Element cell) {
        var copy = cell.clone();
        copy.select(HIDDEN).remove();
        return copy.text().strip();
    }
}
