package musette.stories;

import java.util.ArrayList;
import java.util.List;
import musette.stories.Document.Block;
import musette.stories.Document.Heading;
import musette.stories.Document.Inline;
import musette.stories.Document.Paragraph;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Documents as ProseMirror writes them:
/// `{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"…"},
/// {"type":"fact","attrs":{"text":"…","kind":"gap","source":"…","value":"…"}}]}]}`.
///
/// Only what the schema knows is read; anything else is an `IllegalArgumentException`.
final class DocumentJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private DocumentJson() {}

    static String write(Document document) {
        var doc = node("doc");
        var blocks = doc.putArray("content");
        document.blocks().forEach(block -> blocks.add(write(block)));
        return doc.toString();
    }

    private static ObjectNode write(Block block) {
        var node =
                switch (block) {
                    case Paragraph paragraph -> node("paragraph");
                    case Heading heading -> node("heading");
                };
        var inlines = node.putArray("content");
        block.inlines().forEach(inline -> write(inline, inlines));
        return node;
    }

    private static void write(Inline inline, ArrayNode inlines) {
        switch (inline) {
            case Inline.Text text -> {
                if (!text.text().isEmpty()) {
                    inlines.add(node("text").put("text", text.text()));
                }
            }
            case Inline.Fact fact -> {
                var node = node("fact");
                node.putObject("attrs")
                        .put("text", fact.text())
                        .put("kind", fact.link().kind())
                        .put("source", fact.link().source())
                        .put("value", fact.link().value());
                inlines.add(node);
            }
        }
    }

    private static ObjectNode node(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    static Document read(String json) {
        var doc = JSON.readTree(json);
        if (!"doc".equals(type(doc))) {
            throw new IllegalArgumentException("a document is a node of type doc");
        }
        var blocks = new ArrayList<Block>();
        for (var node : doc.path("content")) {
            blocks.add(readBlock(node));
        }
        return new Document(blocks);
    }

    private static Block readBlock(JsonNode node) {
        return switch (type(node)) {
            case "paragraph" -> new Paragraph(readInlines(node));
            case "heading" -> new Heading(readInlines(node));
            default -> throw unknown(node);
        };
    }

    private static List<Inline> readInlines(JsonNode block) {
        var inlines = new ArrayList<Inline>();
        for (var node : block.path("content")) {
            inlines.add(readInline(node));
        }
        return inlines;
    }

    private static Inline readInline(JsonNode node) {
        return switch (type(node)) {
            case "text" -> new Inline.Text(string(node, "text"));
            case "fact" -> readFact(node.path("attrs"));
            default -> throw unknown(node);
        };
    }

    private static Inline.Fact readFact(JsonNode attributes) {
        return new Inline.Fact(
                string(attributes, "text"),
                new FactLink(
                        string(attributes, "kind"),
                        string(attributes, "source"),
                        string(attributes, "value")));
    }

    private static String type(JsonNode node) {
        return node.path("type").asString("");
    }

    private static String string(JsonNode node, String name) {
        var value = node.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("a document node lacks its " + name);
        }
        return value.stringValue();
    }

    private static IllegalArgumentException unknown(JsonNode node) {
        return new IllegalArgumentException("a document can't hold a " + type(node));
    }
}
