package musette.wire;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Results v1 as JSON: one object with the keys of the head lines, and `rows`, a list of objects
/// with the columns as keys.
final class JsonResult implements Format {
    static final String ROWS = "rows";
    private static final String FORM = "form";

    @Override
    public boolean recognises(byte[] bytes) {
        for (byte sign : bytes) {
            if (!Character.isWhitespace(sign)) {
                return sign == '{';
            }
        }
        return false;
    }

    @Override
    public ResultsText read(byte[] bytes, Set<String> told) {
        try {
            var file = JsonMapper.shared().readTree(bytes);
            var rows = file.path(ROWS);
            if (!rows.isArray() || rows.isEmpty()) {
                throw new ParseException(
                        "The JSON has no list 'rows' with a line for each rider in it.");
            }
            var text = new StringBuilder();
            file.properties().stream()
                    .filter(entry -> entry.getValue().isValueNode())
                    .filter(entry -> !entry.getKey().equals(FORM))
                    .forEach(entry ->
                            text.append(
                                    "# %s: %s\n"
                                            .formatted(entry.getKey(), word(entry.getValue()))));
            return ResultsText.plain(text + table(rows));
        } catch (JacksonException e) {
            throw new ParseException(
                    "This begins like JSON and breaks off or has a mistake in it.");
        }
    }

    private static String table(JsonNode rows) {
        var columns = new LinkedHashSet<String>();
        rows.forEach(row -> row.properties().forEach(cell -> columns.add(cell.getKey())));
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(columns);
            rows.forEach(row ->
                    csv.writeRecord(
                            columns.stream().map(column -> word(row.path(column))).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String word(JsonNode value) {
        return value.asString("").replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
