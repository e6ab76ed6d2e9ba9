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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A saved web page with a table of results in it, as results sites show them. Columns are found by
/// their names in any order; what the page hides beside what it shows is left out; capitals and
/// flags tell family names and nations, and links tell what the site calls its riders.
final class HtmlTable implements Format {
    private static final int FAR_ENOUGH = 1_000;
    private static final String HIDDEN =
            ".hide, [hidden], [style*=display:none], [style*=display: none]";
    private static final String CAPITALS =
            ".uppercase, [style*=text-transform:uppercase], [style*=text-transform: uppercase]";
    private static final String STRUCK = "s, del, strike";
    private static final Pattern NATION_OF_ROW = Pattern.compile("(?:^|\\s)nat([A-Z]{3})(?:\\s|$)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
    private static final List<String> COLUMNS =
            List.of(
                    "place",
                    "bib",
                    "uci_id",
                    ResultRows.RIDER_ID,
                    "family",
                    "given",
                    "rider",
                    "nation",
                    "team",
                    "time",
                    "gap",
                    "status",
                    "points");

    /// A site that its pages name in their head, and the way its links to riders look. Any page may
    /// link to it in its body.
    private record Site(String name, String host, Pattern rider) {
        private boolean isOf(Document page) {
            return page.head().selectFirst("link[href*=%1$s], meta[content*=%1$s]".formatted(host))
                    != null;
        }

        private Optional<String> id(Element cell) {
            return cell.select("a[href]").stream()
                    .map(link -> rider.matcher(link.attr("href")))
                    .filter(Matcher::find)
                    .map(link -> link.group(1))
                    .findFirst();
        }
    }

    private static final List<Site> SITES =
            List.of(
                    new Site(
                            "FirstCycling",
                            "firstcycling.com",
                            Pattern.compile("(?:^|/)rider\\.php\\?(?:.*&)?r=(\\d{1,12})(?:&|$)")),
                    new Site(
                            "ProCyclingStats",
                            "www.procyclingstats.com",
                            Pattern.compile("(?:^|/)rider/([a-z0-9-]{1,80})(?:[/?#]|$)")));

    @Override
    public boolean recognises(byte[] bytes) {
        var start =
                new String(bytes, 0, Math.min(bytes.length, FAR_ENOUGH), StandardCharsets.UTF_8);
        return start.replace("\uFEFF", "").stripLeading().startsWith("<");
    }

    @Override
    public ResultsText read(byte[] bytes, Map<String, String> told) {
        var page = page(bytes);
        var chosen = ChosenResult.of(page);
        var all = PageTable.on(page, chosen);
        if (all.tables().isEmpty()) {
            throw new ParseException(
                    "The page holds no table of results: none has a column for the place and one"
                            + " for the rider.");
        }
        int number = Format.chosen(told, all.tables().size());
        var table = all.tables().get(number - 1);
        var remarks = new ArrayList<String>();
        if (all.tables().size() > 1) {
            remarks.add(Format.oneOf(all.tables().size(), number));
        }
        if (all.leftOut() > 0) {
            remarks.add(
                    "%d more of its tables were left out: nothing tells which result they are."
                            .formatted(all.leftOut()));
        }
        var about = about(page, chosen, table, told);
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
        var site = site(page, told.get("provider"));
        if (site.isPresent() && !told.containsKey("provider")) {
            text.append(
                    "# provider: %s\n# credit-url: https://%s/\n"
                            .formatted(site.get().name(), site.get().host()));
        }
        text.append(csv(table, site));
        return new ResultsText(text.toString(), remarks, !about.isEmpty());
    }

    @Override
    public int results(byte[] bytes) {
        var page = page(bytes);
        return PageTable.on(page, ChosenResult.of(page)).tables().size();
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
    private static Map<String, String> about(
            Document page, ChosenResult chosen, PageTable table, Map<String, String> told) {
        var about = new LinkedHashMap<String, String>();
        if (!told.containsKey("race")) {
            var race = page.title().replaceFirst("\\s+[|–—]\\s.*", "").strip();
            if (!race.isEmpty()) {
                about.put("race", YEAR.matcher(race).replaceAll("").strip());
            }
        }
        if (!told.containsKey("year") && !told.containsKey("date")) {
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
        var isStageTold = told.containsKey("stage");
        if (!told.containsKey("classification")) {
            if (!isStageTold) {
                chosen.stage().ifPresent(stage -> about.put("stage", stage));
            }
            if (!isStageTold || told.containsKey(TABLE)) {
                about.put("classification", table.classification());
            }
        }
        about.values().removeIf(String::isBlank);
        return about;
    }

    /// Where somebody has told another provider, the site's words for its riders mean nothing.
    private static Optional<Site> site(Document page, @Nullable String told) {
        return SITES.stream()
                .filter(site -> told == null || told.equalsIgnoreCase(site.name()))
                .filter(site -> site.isOf(page))
                .findFirst();
    }

    private static String csv(PageTable table, Optional<Site> site) {
        var rows =
                table.rows().stream()
                        .skip(1)
                        .filter(row -> row.children().size() > 1)
                        .map(row -> cells(table.header(), row, site))
                        .toList();
        return Format.table(COLUMNS, rows);
    }

    private static Map<String, String> cells(
            List<String> header, Element row, Optional<Site> site) {
        var cells = new LinkedHashMap<String, String>();
        nation(row).ifPresent(nation -> cells.put("nation", nation));
        for (int i = 0; i < Math.min(header.size(), row.children().size()); i++) {
            var cell = row.child(i);
            var column = header.get(i);
            if (column.equals("rider")) {
                site.flatMap(it -> it.id(cell)).ifPresent(id -> cells.put(ResultRows.RIDER_ID, id));
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
