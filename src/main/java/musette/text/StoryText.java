package musette.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import musette.site.PlainInput;
import musette.text.Document.Block;
import musette.text.Document.Inline;
import musette.text.Document.Paragraph;
import musette.text.Document.TextBlock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Everything somebody writes in a story, as the editor holds it: one document from the kicker down
/// to the last line.
///
/// @param heads headline and standfirst with the facts they say
public record StoryText(String kicker, Document heads, Document body) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// What reporters type where words are still to come.
    private static final Pattern TO_COME = Pattern.compile("\\bTK\\b");

    public List<Inline.Fact> facts() {
        return Stream.concat(heads.facts().stream(), body.facts().stream()).toList();
    }

    /// Everything that keeps this from being saved. A headline may still be missing.
    public List<Edit.Fault> faults() {
        return Edit.tooLong(kicker, headline(), standfirst(), body.text());
    }

    /// What is still to be written before readers may see it, as a sentence for the page.
    public Optional<String> lack() {
        if (headline().isBlank()) {
            return Optional.of("A story needs a headline.");
        }
        if (body.blocks().isEmpty()) {
            return Optional.of("The story has no body yet.");
        }
        return Stream.of(heads, body).anyMatch(part -> TO_COME.matcher(part.text()).find())
                ? Optional.of(
                        "TK stands in this version, where words are still to come. Write them,"
                                + " then publish.")
                : Optional.empty();
    }

    public String headline() {
        return heads.blocks().getFirst().text();
    }

    public String standfirst() {
        return heads.blocks().getLast().text();
    }

    /// The editor's document; see `story-schema.json`.
    ///
    /// @throws IllegalArgumentException when it is none, or holds what can't be kept
    public static StoryText read(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("that is no story", e);
        }
    }

    /// The same from JSON that was read already.
    public static StoryText read(JsonNode story) {
        DocumentSchema.current().check(story);
        var content = story.path("content");
        var blocks = new ArrayList<Block>();
        content.valueStream().skip(3).forEach(node -> blocks.add(DocumentJson.readBlock(node)));
        var text =
                new StoryText(
                        words(content.path(0)),
                        new Document(List.of(line(content.path(1)), line(content.path(2)))),
                        new Document(isEmpty(blocks) ? List.of() : blocks));
        if (!PlainInput.isPlain(text.kicker() + text.heads().text() + text.body().text())) {
            throw new IllegalArgumentException("a character that can't be kept");
        }
        return text;
    }

    /// The editor needs a line to write in; a story that has none yet shows an empty one there.
    private static boolean isEmpty(List<Block> blocks) {
        return blocks.size() == 1
                && blocks.getFirst() instanceof Paragraph paragraph
                && paragraph.text().isBlank();
    }

    private static Paragraph line(JsonNode node) {
        return new Paragraph(DocumentJson.readInlines(node));
    }

    private static String words(JsonNode node) {
        return line(node).text();
    }

    /// As the editor reads it.
    public String write() {
        var story = JSON.createObjectNode().put("type", "story");
        var content = story.putArray("content");
        content.add(DocumentJson.texts("kicker", new Paragraph(List.of(new Inline.Text(kicker)))));
        content.add(DocumentJson.texts("headline", (TextBlock) heads.blocks().getFirst()));
        content.add(DocumentJson.texts("standfirst", (TextBlock) heads.blocks().getLast()));
        DocumentJson.write(
                body.blocks().isEmpty() ? List.of(new Paragraph(List.of())) : body.blocks(),
                content);
        return story.toString();
    }
}
