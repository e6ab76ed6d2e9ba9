package musette.wire;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A form in which results arrive. Whatever it is, it becomes the text of results v1, and all that
/// follows (reading, mending a line, the difference) works on that text.
///
/// To add one: a class that implements this, its line in `Formats.ALL`, a file of it in
/// `FormatsTest`.
interface Format {
    /// The head line that says which of a file's results is meant.
    String TABLE = "table";

    /// Whether the bytes are of this form, seen from what they hold, never from a file's name.
    boolean recognises(byte[] bytes);

    /// @param told the head lines that stand above, by key (`race` and the like); what a person has
    ///   told, no form guesses
    /// @throws ParseException when no table can be found in it, with what would help
    ResultsText read(byte[] bytes, Map<String, String> told);

    /// How many results such a file holds that can be told from each other.
    default int results(byte[] bytes) {
        return 1;
    }

    /// Which of several results is meant, the first being 1: what the line `# table:` says, else
    /// the first.
    static int chosen(Map<String, String> told, int results) {
        var number = told.getOrDefault(TABLE, "1");
        return number.matches("[1-9][0-9]?") && Integer.parseInt(number) <= results
                ? Integer.parseInt(number)
                : 1;
    }

    static String oneOf(int results, int number) {
        return "It holds %d results; this is number %d.".formatted(results, number);
    }

    /// Rows as results v1 has them, with those columns that some row fills.
    static String table(List<String> columns, List<Map<String, String>> rows) {
        var used =
                columns.stream()
                        .filter(column -> rows.stream().anyMatch(row -> row.containsKey(column)))
                        .toList();
        var lines = new ArrayList<List<String>>();
        lines.add(used);
        rows.forEach(row ->
                lines.add(used.stream().map(column -> row.getOrDefault(column, "")).toList()));
        return table(lines);
    }

    /// A table in the separators and quotation marks of results v1, the header first.
    static String table(List<List<String>> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// @param text head lines, a header, a line a row
    /// @param remarks sentences on what was understood without being said
    /// @param isGuessed whether a person has to look before it counts
    record ResultsText(String text, List<String> remarks, boolean isGuessed) {
        public ResultsText {
            remarks = List.copyOf(remarks);
        }

        static ResultsText plain(String text) {
            return new ResultsText(text, List.of(), false);
        }
    }
}
