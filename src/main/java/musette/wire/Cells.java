package musette.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The cells of one line by column name, stripped. Each question answers null for an empty cell and
/// throws `ParseException` for one that makes no sense.
record Cells(Map<String, String> values) {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_NOTE = 500;

    Cells {
        values = Map.copyOf(values);
    }

    /// These and more; a cell that is in both is the new one.
    Cells with(Map<String, String> more) {
        var all = new HashMap<>(values);
        all.putAll(more);
        return new Cells(all);
    }

    /// Those that hold something, as they came.
    Map<String, String> filled() {
        return values.entrySet().stream()
                .filter(cell -> !cell.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The cell's text, empty when there is none.
    String text(String column) {
        return values.getOrDefault(column, "");
    }

    boolean has(String column) {
        return !text(column).isEmpty();
    }

    String name(String column) {
        return upTo(LONGEST_NAME, column);
    }

    String note(String column) {
        return upTo(LONGEST_NOTE, column);
    }

    private String upTo(int longest, String column) {
        if (text(column).length() > longest) {
            throw new ParseException(
                    "The %s is longer than %d letters.".formatted(column, longest));
        }
        return text(column);
    }

    @Nullable String nameOrNull(String column) {
        return has(column) ? name(column) : null;
    }

    @Nullable Integer whole(String column, int most) {
        if (!has(column)) {
            return null;
        }
        var digits = text(column).replaceFirst("\\.$", "");
        if (!digits.matches("[0-9]{1,6}")) {
            throw unclear(column, "a number");
        }
        var number = Integer.parseInt(digits);
        if (number < 1 || number > most) {
            throw unclear(column, "between 1 and " + most);
        }
        return number;
    }

    /// A number or word by which others know something.
    @Nullable String word(String column) {
        if (has(column) && !text(column).matches("[\\p{L}\\p{N}._~-]{1,80}")) {
            throw unclear(column, "a number or one word");
        }
        return has(column) ? text(column) : null;
    }

    /// Eleven digits, blanks between them allowed.
    @Nullable String uciId(String column) {
        var digits = text(column).replace(" ", "");
        if (!digits.isEmpty() && !digits.matches("[0-9]{11}")) {
            throw unclear(column, "a UCI ID of eleven digits");
        }
        return digits.isEmpty() ? null : digits;
    }

    @Nullable String nation(String column) {
        var letters = text(column).toUpperCase(Locale.ROOT);
        if (!letters.isEmpty() && !letters.matches("[A-Z]{3}")) {
            throw unclear(column, "a nation like ESP");
        }
        return letters.isEmpty() ? null : letters;
    }

    @Nullable LocalDate date(String column) {
        if (!has(column)) {
            return null;
        }
        return day(text(column)).orElseThrow(() -> unclear(column, "a date like 1989-02-04"));
    }

    @Nullable BigDecimal decimal(String column) {
        if (!has(column)) {
            return null;
        }
        if (!text(column).matches("-?[0-9]{1,6}([.,][0-9]{1,2})?")) {
            throw unclear(column, "a number of points");
        }
        return new BigDecimal(text(column).replace(',', '.'));
    }

    /// A day as files write it, `2023-04-01`: four digits for the year, between the first bicycle
    /// races and the end of the next century. What else ISO 8601 allows (`+999999999-01-01`) no
    /// race means and no database holds.
    static Optional<LocalDate> day(String text) {
        if (!text.matches("(18|19|20|21)\\d\\d-\\d\\d-\\d\\d")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// The sentence for a cell that is not what its column holds.
    ParseException unclear(String column, String expected) {
        var text = text(column);
        var shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return new ParseException("The %s '%s' is not %s.".formatted(column, shown, expected));
    }
}
