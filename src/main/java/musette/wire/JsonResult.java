package musette.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Results v1 as JSON: one object with the keys of the head lines, and `rows`, a list of objects
/// with the columns as keys.
final class JsonResult implements Format {
    static final String ROWS = "rows";
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final String FORM = "form";
    private static final Pattern KEY = Pattern.compile("[A-Za-z_ -]{1,40}");

    @Override
    public boolean recognises(byte[] bytes) {
        int start = Arrays.equals(bytes, 0, Math.min(3, bytes.length), MARK, 0, 3) ? 3 : 0;
        while (start < bytes.length && Character.isWhitespace(bytes[start])) {
            start++;
        }
        return start < bytes.length && bytes[start] == '{';
    }

    @Override
    public ResultsText read(byte[] bytes, Map<String, String> told) {
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
                    .filter(entry -> KEY.matcher(entry.getKey()).matches())
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
        var table = new ArrayList<List<String>>();
        table.add(List.copyOf(columns));
        rows.forEach(
                row -> table.add(columns.stream().map(column -> word(row.path(column))).toList()));
        return Format.table(table);
    }

    private static String word(JsonNode value) {
        return value.asString("").replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
