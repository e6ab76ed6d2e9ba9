package musette.ops;

import musette.flash.Flash;
import musette.text.Document.Inline;
import musette.text.Document.TextBlock;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// A flash as JSON for programs: runs of words, and facts with the source each came from.
final class FlashJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private FlashJson() {}

    static String of(Flash flash) {
        var story = JSON.createObjectNode().put("kicker", flash.kicker());
        write(flash.headline(), story.putArray("headline"));
        write(flash.standfirst(), story.putArray("standfirst"));
        var body = story.putArray("body");
        flash.body().texts().forEach(block -> write(block, body.addArray()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(story);
    }

    private static void write(TextBlock block, ArrayNode words) {
        for (var inline : block.inlines()) {
            var node = words.addObject().put("text", inline.text());
            if (inline instanceof Inline.Fact fact) {
                node.put("kind", fact.link().kind())
                        .put("source", fact.link().source())
                        .put("value", fact.link().value());
            }
        }
    }
}
