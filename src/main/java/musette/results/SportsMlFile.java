package musette.results;

import static java.util.Map.entry;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import musette.site.PlainInput;
import musette.wire.ResultExport;

/// A result as SportsML-G2 3.1 (IPTC): an event, or for how it stood after one a standing. What the
/// schema has no place for stands in its own extension, `sports-property`, under the names of
/// results v1, so that the wire reads the file back without loss.
final class SportsMlFile {
    private static final String NAMESPACE = "http://iptc.org/std/nar/2006-10-01/";
    private static final List<String> CATALOGS =
            List.of(
                    "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_27.xml",
                    "http://www.iptc.org/std/catalog/catalog.IPTC-Sports_1.xml");
    private static final String PLAYER = "player";
    private static final String TEAM = "team";

    /// Cells that the schema has a place for; those of a player alone behind them.
    private static final Set<String> IN_SCHEMA =
            Set.of("place", "family", "given", "team", "time", "points");

    private static final Set<String> IN_SCHEMA_OF_PLAYER = Set.of("nation", "birth_date", "bib");

    private final XMLStreamWriter xml;
    private final Map<String, String> about;

    private SportsMlFile(XMLStreamWriter xml, Map<String, String> about) {
        this.xml = xml;
        this.about = about;
    }

    /// @param title of the result, for people
    static byte[] of(ResultExport export, String title) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            new SportsMlFile(xml, export.about()).write(export, title);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory takes every letter", e);
        }
        return bytes.toByteArray();
    }

    private void write(ResultExport export, String title) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("sports-content");
        xml.writeDefaultNamespace(NAMESPACE);
        start("sports-metadata", Map.of("doc-id", docId()));
        properties(about);
        for (var catalog : CATALOGS) {
            empty("catalogRef", Map.of("href", catalog));
        }
        words("sports-title", "", title);
        end();
        xml.writeStartElement("tournament");
        metadata("tournament-metadata", "", about("edition", about("race", "")));
        var stage = about("stage", "");
        var isInPart = !stage.isEmpty();
        if (isInPart) {
            xml.writeStartElement("tournament-part");
            metadata("tournament-part-metadata", "", "Stage " + stage);
        }
        unit(export, title);
        if (isInPart) {
            end();
        }
        xml.writeEndDocument();
    }

    private String docId() {
        return Stream.of("slug", "year", "stage", "classification")
                .map(key -> about(key, ""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("-"));
    }

    private void unit(ResultExport export, String title) throws XMLStreamException {
        var classification = about("classification", "");
        if (classification.isEmpty()) {
            xml.writeStartElement("sports-event");
            metadata("event-metadata", about("date", ""), title);
        } else {
            start("standing", Map.of("content-label", classification));
        }
        var behind = "+0:00";
        for (var row : export.rows()) {
            var gap = row.getOrDefault("gap", "");
            behind = gap.startsWith("+") ? gap : behind;
            competitor(row, gap.isEmpty() ? "" : behind);
        }
        end();
    }

    /// Name and place of an event or a part of the race.
    private void metadata(String element, String day, String name) throws XMLStreamException {
        start(element, filled(entry("start-date-time", day)));
        words("name", "nrol:full", name);
        if (!day.isEmpty() && !about("place", "").isEmpty()) {
            xml.writeStartElement("site");
            xml.writeStartElement("site-metadata");
            words("name", "nrol:full", about("place", ""));
            end();
            end();
        }
        end();
    }

    /// @param gap as a time, also where the row says "same time"; empty for none
    private void competitor(Map<String, String> row, String gap) throws XMLStreamException {
        var kind = row.containsKey("family") ? PLAYER : TEAM;
        xml.writeStartElement(kind);
        if (kind.equals(PLAYER)) {
            person(row);
        } else {
            xml.writeStartElement("team-metadata");
            words("name", "nrol:full", row.getOrDefault("team", ""));
            end();
        }
        stats(kind, row, gap);
        if (kind.equals(PLAYER) && row.containsKey("team")) {
            empty(
                    "affiliation",
                    filled(
                            entry("membership-type", "team"),
                            entry("membership-name", row.get("team"))));
        }
        end();
    }

    private void person(Map<String, String> row) throws XMLStreamException {
        start(
                "player-metadata",
                filled(
                        entry("uniform-number", row.getOrDefault("bib", "")),
                        entry("nationality", row.getOrDefault("nation", "")),
                        entry("date-of-birth", row.getOrDefault("birth_date", ""))));
        part("nprt:given", row.getOrDefault("given", ""));
        part("nprt:family", row.getOrDefault("family", ""));
        end();
    }

    private void part(String part, String words) throws XMLStreamException {
        if (!words.isEmpty()) {
            start("name", Map.of("part", part));
            xml.writeCharacters(PlainInput.plain(words));
            end();
        }
    }

    private void stats(String kind, Map<String, String> row, String gap) throws XMLStreamException {
        start(kind + "-stats", scores(row, gap));
        var own = new LinkedHashMap<>(row);
        own.keySet().removeAll(IN_SCHEMA);
        if (kind.equals(PLAYER)) {
            own.keySet().removeAll(IN_SCHEMA_OF_PLAYER);
        }
        own.remove("gap", gap);
        properties(own);
        if (row.containsKey("place")) {
            empty("rank", Map.of("value", row.get("place")));
        }
        end();
    }

    /// The first is told with a time, others with a gap; where a row has both, the time is the
    /// score. Points beside a time or gap are those that the event gave.
    private static Map<String, String> scores(Map<String, String> row, String gap) {
        var time = row.getOrDefault("time", "");
        var points = row.getOrDefault("points", "");
        if (!time.isEmpty()) {
            return filled(
                    entry("score", time),
                    entry("score-units", "spscoreunits:time-absolute"),
                    entry("score-behind", gap),
                    entry("event-standing-points", points));
        }
        if (!gap.isEmpty()) {
            return filled(
                    entry("score", gap),
                    entry("score-units", "spscoreunits:time-relative"),
                    entry("event-standing-points", points));
        }
        return filled(entry("score", points));
    }

    private void properties(Map<String, String> cells) throws XMLStreamException {
        for (var cell : cells.entrySet()) {
            empty(
                    "sports-property",
                    filled(
                            entry("vocabulary", ResultExport.FORM),
                            entry("formal-name", cell.getKey()),
                            entry("value", cell.getValue())));
        }
    }

    private String about(String key, String otherwise) {
        return about.getOrDefault(key, otherwise);
    }

    @SafeVarargs
    private static Map<String, String> filled(Map.Entry<String, String>... attributes) {
        var filled = new LinkedHashMap<String, String>();
        for (var attribute : attributes) {
            if (!attribute.getValue().isEmpty()) {
                filled.put(attribute.getKey(), attribute.getValue());
            }
        }
        return filled;
    }

    private void words(String element, String role, String words) throws XMLStreamException {
        start(element, filled(entry("role", role)));
        xml.writeCharacters(PlainInput.plain(words));
        end();
    }

    private void start(String element, Map<String, String> attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
    }

    private void empty(String element, Map<String, String> attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
    }

    private void attributes(Map<String, String> attributes) throws XMLStreamException {
        for (var attribute : attributes.entrySet()) {
            xml.writeAttribute(attribute.getKey(), PlainInput.plain(attribute.getValue()));
        }
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }
}
