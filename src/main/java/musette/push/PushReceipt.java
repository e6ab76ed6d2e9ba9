package musette.push;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import musette.wire.ParsedFile.Quarantined;
import tools.jackson.databind.json.JsonMapper;

/// What a program is told about what it sent, in the words of RFC 9457 where nothing was taken.
///
/// @param status as HTTP counts it
/// @param json an object
public record PushReceipt(int status, String json) {
    private static final int LEAST_PROBLEM = 400;

    static PushReceipt problem(int status, String sentence) {
        return of(status, Map.of("status", status, "title", sentence));
    }

    static PushReceipt of(int status, Map<String, Object> answer) {
        return new PushReceipt(status, JsonMapper.shared().writeValueAsString(answer));
    }

    /// Whether nothing was taken.
    public boolean isProblem() {
        return status >= LEAST_PROBLEM;
    }

    static List<Map<String, Object>> aside(List<Quarantined> rows) {
        return rows.stream().map(PushReceipt::aside).toList();
    }

    private static Map<String, Object> aside(Quarantined row) {
        var words = new LinkedHashMap<String, Object>();
        words.put("line", row.line());
        words.put("reason", row.reason());
        words.put("row", row.raw());
        return words;
    }
}
