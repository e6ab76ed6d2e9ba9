package musette.wire;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which column stands where: found by its name, never by its place.
///
/// @param separator what parts the cells: comma, semicolon, tab or bar
/// @param places the number of each known column
/// @param names all columns in their order, as the house writes them (`uci_id`)
/// @param unknown those that mean nothing here
record Columns(
        char separator, Map<String, Integer> places, List<String> names, List<String> unknown) {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    Columns {
        places = Map.copyOf(places);
        names = List.copyOf(names);
        unknown = List.copyOf(unknown);
    }

    /// Reads a header, with the separator that makes the most sense of it.
    static Columns of(String header, Set<String> known) {
        return SEPARATORS.stream()
                .map(separator -> of(header, separator, known))
                .max(Comparator.comparingInt(columns -> columns.places().size()))
                .orElseThrow();
    }

    private static Columns of(String header, char separator, Set<String> known) {
        var places = new HashMap<String, Integer>();
        var unknown = new ArrayList<String>();
        var plain = cells(header, separator).stream().map(ColumnNames::plain).toList();
        for (int i = 0; i < plain.size(); i++) {
            var name = plain.get(i);
            if (known.contains(name) && places.putIfAbsent(name, i) != null) {
                throw new ParseException(
                        "The column '%s' stands twice in the header.".formatted(name));
            }
        }
        var names = new ArrayList<>(plain);
        for (int i = 0; i < plain.size(); i++) {
            var ours = ColumnNames.ours(plain.get(i));
            if (!known.contains(plain.get(i))) {
                if (known.contains(ours) && places.putIfAbsent(ours, i) == null) {
                    names.set(i, ours);
                } else {
                    unknown.add(plain.get(i));
                }
            }
        }
        return new Columns(separator, places, names, unknown);
    }

    /// Takes a line of a table without a header for its first row, if its cells are plain: a place,
    /// names, perhaps a team and a time. Empty where they are not.
    static Optional<Columns> guess(String row) {
        return SEPARATORS.stream()
                .map(separator -> guess(row, separator))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(columns -> columns.places().size()));
    }

    private static Optional<Columns> guess(String row, char separator) {
        var names = PlainRow.columns(cells(row, separator));
        var places = new HashMap<String, Integer>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                places.put(names.get(i), i);
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Columns(separator, places, names, List.of()));
    }

    /// Refuses a header that lacks one of these.
    void mustHave(List<String> required) {
        var missing = required.stream().filter(name -> !has(name)).toList();
        if (!missing.isEmpty()) {
            throw new ParseException(
                    "The header lacks the %s %s; it has: %s."
                            .formatted(
                                    missing.size() == 1 ? "column" : "columns",
                                    String.join(", ", missing),
                                    shortened(String.join(", ", names))));
        }
    }

    boolean has(String name) {
        return places.containsKey(name);
    }

    /// Whether the line ends inside a cell: the quotation mark that opened it is not closed.
    boolean isOpen(String line) {
        return line.indexOf('"') >= 0 && !isRecord(line);
    }

    /// Whether a line may be the rest of the row above it. One with a cell for every column is a
    /// row of its own, and is not lost because another is bad.
    boolean mayFollow(String line) {
        return line.chars().filter(sign -> sign == separator).count() < names.size() - 1;
    }

    /// Whether the text is a whole row: as many cells as there are columns.
    boolean isWhole(String text) {
        return isRecord(text) && cells(text, separator).size() == names.size();
    }

    private boolean isRecord(String text) {
        try {
            return !cells(text, separator).isEmpty();
        } catch (ParseException e) {
            return false;
        }
    }

    /// The cells of one line by column name; short lines end in empty cells.
    ///
    /// @throws ParseException when quotes do not close or cells stand under no column
    Cells row(String line) {
        var cells = cells(line, separator);
        if (cells.stream().skip(names.size()).anyMatch(cell -> !cell.isBlank())) {
            throw new ParseException(
                    "%d cells stand under %d columns.".formatted(cells.size(), names.size()));
        }
        var row = new HashMap<String, String>();
        places.forEach((name, place) ->
                row.put(name, place < cells.size() ? cells.get(place).strip() : ""));
        return new Cells(row);
    }

    private static List<String> cells(String line, char separator) {
        try {
            return CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowUnclosedQuote(false)
                    .trimWhitespacesAroundQuotes(true)
                    .ofSingleCsvRecord(line)
                    .getFields();
        } catch (CsvParseException e) {
            throw new ParseException(
                    "A quotation mark is not closed, or does not stand at a cell's edge.");
        }
    }

    private static String shortened(String names) {
        return names.length() > 200 ? names.substring(0, 200) + " …" : names;
    }
}
