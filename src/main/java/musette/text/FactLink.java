package musette.text;

/// Where a fact in a story comes from. Stories keep it as written; the `flash` room, which writes
/// it, can read it and ask the source again.
///
/// @param kind what is said: `rider`, `team`, `placing`, `gap`, `time`, `wins`, `year`
/// @param source a `FactSource` as it is spelled, such as `result/17/rider/5/gap`
/// @param value what the source answered when the words were written, in a fixed form (hundredths
///   of a second for times and gaps, plain numbers, ids, or `same-time`)
public record FactLink(String kind, String source, String value) {
    public FactLink(String kind, FactSource source, String value) {
        this(kind, source.spelled(), value);
    }

    public FactLink {
        if (kind.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("a fact needs a kind and a source");
        }
    }
}
