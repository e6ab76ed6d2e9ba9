package musette.wire;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// A form in which results arrive. Whatever it is, it becomes the text of results v1, and all that
/// follows (reading, mending a line, the difference) works on that text.
///
/// To add one: a class that implements this, its line in `Formats.ALL`, a file of it in
/// `FormatsTest`.
interface Format {
    /// Whether the bytes are of this form, seen from what they hold, never from a file's name.
    boolean recognises(byte[] bytes);

    /// @param told the head lines that stand above, by key (`race` and the like); what a person has
    ///   told, no form guesses
    /// @throws ParseException when no table can be found in it, with what would help
    ResultsText read(byte[] bytes, Map<String, String> told);

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
