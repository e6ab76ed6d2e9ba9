package musette.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Structured data of schema.org, as JSON that may stand inside a script element. Keys are sorted,
/// so that every program makes the same bytes of the same facts.
public final class JsonLd {
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private JsonLd() {}

    /// Only `<` could do harm there (it could end the element); as an escape it is the same JSON.
    public static String of(Map<String, Object> facts) {
        var all = new LinkedHashMap<String, Object>();
        all.put("@context", "https://schema.org");
        all.putAll(facts);
        return SORTED.writeValueAsString(all)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }
}
