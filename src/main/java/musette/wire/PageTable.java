package musette.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// One table of results on a page.
///
/// @param header our names of its columns
/// @param rows all of them, the header first
/// @param classification which of the race's or stage's results it is, in our words; empty for the
///   result itself
record PageTable(List<String> header, List<Element> rows, String classification) {
    private static final Set<String> PARTS = Set.of("thead", "tbody", "tfoot");
    private static final int MOST = 8;
    private static final int MOST_ASKED = 100;

    PageTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /// What a page holds: the first table is what the page marks as chosen, where the table itself
    /// does not tell; each further one tells which result it is, and no two tell the same.
    ///
    /// @param leftOut how many more do not tell, or tell what another is
    record All(List<PageTable> tables, int leftOut) {
        All {
            tables = List.copyOf(tables);
        }
    }

    /// @param chosen what the page marks as chosen: `stage`, `classification`
    static All on(Document page, ChosenResult chosen) {
        var found = found(page, ColumnNames::areOfResults);
        if (found.isEmpty()) {
            found = found(page, ColumnNames::areOfStarters);
        }
        var named = new HashSet<String>();
        var tables = new ArrayList<PageTable>();
        for (var table : found.subList(0, Math.min(MOST_ASKED, found.size()))) {
            if (tables.size() == MOST) {
                break;
            }
            var own = found.size() == 1 ? Optional.<String>empty() : chosen.ofTable(table);
            var word = tables.isEmpty() ? own.or(() -> Optional.of(chosen.ofPage())) : own;
            if (word.filter(named::add).isPresent()) {
                var rows = rows(table);
                tables.add(new PageTable(header(rows), rows, word.get()));
            }
        }
        return new All(tables, found.size() - tables.size());
    }

    private static List<Element> found(Document page, Predicate<List<String>> isHeader) {
        return page.select("table").stream().filter(table -> isOne(table, isHeader)).toList();
    }

    private static boolean isOne(Element table, Predicate<List<String>> isHeader) {
        var rows = rows(table);
        // A table in its first row is not a header: the page is laid out by tables.
        return rows.size() > 1
                && rows.getFirst().selectFirst("table") == null
                && isHeader.test(header(rows));
    }

    private static List<String> header(List<Element> rows) {
        return rows.getFirst().children().stream()
                .map(cell -> ColumnNames.ours(ColumnNames.plain(cell.text())))
                .toList();
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
}
