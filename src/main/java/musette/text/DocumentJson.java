package musette.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import musette.text.Document.Block;
import musette.text.Document.Heading;
import musette.text.Document.Inline;
import musette.text.Document.Kept;
import musette.text.Document.Listing;
import musette.text.Document.Mark;
import musette.text.Document.Paragraph;
import musette.text.Document.Picture;
import musette.text.Document.PullQuote;
import musette.text.Document.Quote;
import musette.text.Document.ResultTable;
import musette.text.Document.TextBlock;
import musette.text.Document.Update;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Documents as ProseMirror writes them:
/// `{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"…"},
/// {"type":"fact","attrs":{"text":"…","kind":"gap","source":"…","value":"…"}}]}]}`.
///
/// What the schema doesn't know was written by a newer program: its block is kept as it is. Text
/// that is no document at all is an `IllegalArgumentException`.
public final class DocumentJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DocumentSchema SCHEMA = DocumentSchema.current();

    private DocumentJson() {}

    public static String write(Document document) {
        var doc = node("doc");
        write(document.blocks(), doc.putArray("content"));
        return doc.toString();
    }

    static void write(List<? extends Block> blocks, ArrayNode content) {
        blocks.forEach(block -> content.add(write(block)));
    }

    private static ObjectNode write(Block block) {
        return switch (block) {
            case Paragraph paragraph -> texts("paragraph", paragraph);
            case Heading heading -> texts("heading", heading);
            case PullQuote quote -> texts("pull_quote", quote);
            case Picture picture -> with("picture", picture.name(), texts("picture", picture));
            case Embed embed -> with("embed", embed.source(), texts("embed", embed));
            case Update update -> {
                var second = String.valueOf(update.at().getEpochSecond());
                yield with("at", second, blocks("update", update.paragraphs()));
            }
            case ResultTable table -> node("result_table");
            case RelatedStory story -> with("story", story.slug(), node("related_story"));
            case Quote quote -> blocks("quote", quote.paragraphs());
            case Listing list -> {
                var node = node(list.isNumbered() ? "ordered_list" : "bullet_list");
                var points = node.putArray("content");
                list.points().forEach(it -> points.add(blocks("list_item", it.paragraphs())));
                yield node;
            }
            case Table table -> {
                var node = node("table");
                var rows = node.putArray("content");
                table.rows()
                        .forEach(row -> {
                            var cells = node("table_row");
                            var content = cells.putArray("content");
                            row.cells().forEach(cell -> content.add(texts("table_cell", cell)));
                            rows.add(cells);
                        });
                yield node;
            }
            case Kept kept -> {
                var node = node("kept");
                node.putObject("attrs").put("json", kept.json()).put("words", kept.words());
                yield node;
            }
        };
    }

    private static ObjectNode with(String attribute, String value, ObjectNode node) {
        node.putObject("attrs").put(attribute, value);
        return node;
    }

    private static ObjectNode blocks(String type, List<? extends Block> blocks) {
        var node = node(type);
        write(blocks, node.putArray("content"));
        return node;
    }

    static ObjectNode texts(String type, TextBlock block) {
        var node = node(type);
        var inlines = node.putArray("content");
        block.inlines().forEach(inline -> write(inline, inlines));
        return node;
    }

    private static void write(Inline inline, ArrayNode inlines) {
        if (inline.text().isEmpty()) {
            return;
        }
        var node =
                switch (inline) {
                    case Inline.Text text -> node("text").put("text", text.text());
                    case Inline.Fact fact -> {
                        var atom = node("fact");
                        atom.putObject("attrs")
                                .put("text", fact.text())
                                .put("kind", fact.link().kind())
                                .put("source", fact.link().source())
                                .put("value", fact.link().value());
                        yield atom;
                    }
                };
        if (!inline.marks().isEmpty()) {
            var marks = node.putArray("marks");
            inline.marks().forEach(mark -> marks.add(write(mark)));
        }
        inlines.add(node);
    }

    private static ObjectNode write(Mark mark) {
        return switch (mark) {
            case Mark.Strong strong -> node("strong");
            case Mark.Emphasis emphasis -> node("emphasis");
            case Mark.Link link -> {
                var node = node("link");
                node.putObject("attrs").put("href", link.href());
                yield node;
            }
        };
    }

    private static ObjectNode node(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    public static Document read(String json) {
        var doc = JSON.readTree(json);
        if (!"doc".equals(type(doc))) {
            throw new IllegalArgumentException("a document is a node of type doc");
        }
        return new Document(readBlocks(doc));
    }

    private static List<Block> readBlocks(JsonNode parent) {
        var blocks = new ArrayList<Block>();
        for (var node : parent.path("content")) {
            blocks.add(readBlock(node));
        }
        return blocks;
    }

    static Block readBlock(JsonNode node) {
        try {
            SCHEMA.checkBlock(node);
        } catch (IllegalArgumentException e) {
            return new Kept(node.toString(), words(node));
        }
        return switch (type(node)) {
            case "paragraph" -> new Paragraph(readInlines(node));
            case "heading" -> new Heading(readInlines(node));
            case "pull_quote" -> new PullQuote(readInlines(node));
            case "picture" ->
                    new Picture(
                            node.path("attrs").path("picture").stringValue(), readInlines(node));
            case "embed" ->
                    new Embed(node.path("attrs").path("embed").stringValue(), readInlines(node));
            case "update" ->
                    new Update(
                            Instant.ofEpochSecond(
                                    Long.parseLong(node.path("attrs").path("at").stringValue())),
                            readParagraphs(node));
            case "result_table" -> new ResultTable();
            case "related_story" ->
                    new RelatedStory(node.path("attrs").path("story").stringValue());
            case "quote" -> new Quote(readParagraphs(node));
            case "bullet_list" -> readList(node, false);
            case "ordered_list" -> readList(node, true);
            case "table" -> readTable(node);
            case "kept" -> readKept(node.path("attrs"));
            default -> new Kept(node.toString(), words(node));
        };
    }

    private static Listing readList(JsonNode node, boolean isNumbered) {
        return new Listing(
                isNumbered,
                node.path("content")
                        .valueStream()
                        .map(item -> new Listing.Point(readParagraphs(item)))
                        .toList());
    }

    private static Table readTable(JsonNode node) {
        return new Table(
                node.path("content")
                        .valueStream()
                        .map(row -> new Table.Row(readParagraphs(row)))
                        .toList());
    }

    /// Once this program is as new as the one that wrote the block, it is read as what it is.
    private static Block readKept(JsonNode attributes) {
        var json = attributes.path("json").stringValue();
        try {
            return readBlock(JSON.readTree(json));
        } catch (tools.jackson.core.JacksonException e) {
            return new Kept(json, attributes.path("words").stringValue());
        }
    }

    /// Every word below the node, whatever it is.
    private static String words(JsonNode node) {
        return switch (type(node)) {
            case "text" -> node.path("text").asString("");
            case "fact" -> node.path("attrs").path("text").asString("");
            default ->
                    node.path("content")
                            .valueStream()
                            .map(DocumentJson::words)
                            .collect(Collectors.joining());
        };
    }

    private static List<Paragraph> readParagraphs(JsonNode parent) {
        return parent.path("content")
                .valueStream()
                .map(node -> new Paragraph(readInlines(node)))
                .toList();
    }

    static List<Inline> readInlines(JsonNode block) {
        var inlines = new ArrayList<Inline>();
        for (var node : block.path("content")) {
            inlines.add(readInline(node));
        }
        return inlines;
    }

    private static Inline readInline(JsonNode node) {
        var marks =
                node.path("marks")
                        .valueStream()
                        .sorted(Comparator.comparingInt(mark -> SCHEMA.rank(type(mark))))
                        .map(DocumentJson::readMark)
                        .toList();
        if (type(node).equals("text")) {
            return new Inline.Text(node.path("text").stringValue(), marks);
        }
        var attributes = node.path("attrs");
        return new Inline.Fact(
                attributes.path("text").stringValue(),
                new FactLink(
                        attributes.path("kind").stringValue(),
                        attributes.path("source").stringValue(),
                        attributes.path("value").stringValue()),
                marks);
    }

    private static Mark readMark(JsonNode mark) {
        return switch (type(mark)) {
            case "strong" -> new Mark.Strong();
            case "emphasis" -> new Mark.Emphasis();
            default -> new Mark.Link(mark.path("attrs").path("href").stringValue());
        };
    }

    private static String type(JsonNode node) {
        return node.path("type").asString("");
    }
}
