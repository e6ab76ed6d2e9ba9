package musette.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What may stand in a story, as `static/story-schema.json` says it for the editor and for us.
///
/// Content is written as ProseMirror writes it (`kicker headline standfirst block+`); an attribute
/// must match its pattern whole. A document passes here if and only if the editor takes it.
final class DocumentSchema {
    private static final Pattern NAME = Pattern.compile("[a-z_]+");
    private static final DocumentSchema CURRENT = load();

    private static final int MOST_NAMED = 5;

    private final String top;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    /// The attributes of each mark, in the order in which marks stand.
    private final Map<String, List<String>> marks = new LinkedHashMap<>();

    private final Map<String, Pattern> attributes = new LinkedHashMap<>();

    /// @param children what its children may be, each one character, see `sign`
    /// @param mayHoldMarks whether words in it may be set or lead somewhere
    private record Node(List<String> attributes, Pattern children, boolean mayHoldMarks) {}

    private DocumentSchema(JsonNode schema) {
        top = schema.path("top").stringValue();
        schema.path("attrs")
                .properties()
                .forEach(it ->
                        attributes.put(it.getKey(), Pattern.compile(it.getValue().stringValue())));
        schema.path("marks")
                .properties()
                .forEach(it -> marks.put(it.getKey(), names(it.getValue().path("attrs"))));
        var declared = schema.path("nodes");
        declared.properties()
                .forEach(it ->
                        nodes.put(
                                it.getKey(),
                                new Node(
                                        names(it.getValue().path("attrs")),
                                        children(
                                                it.getValue().path("content").asString(""),
                                                declared),
                                        it.getValue().path("content").asString("").equals("inline*")
                                                && !it.getValue().has("marks"))));
    }

    /// Where a mark stands among those of a word.
    int rank(String mark) {
        return List.copyOf(marks.keySet()).indexOf(mark);
    }

    static DocumentSchema current() {
        return CURRENT;
    }

    private static DocumentSchema load() {
        try (var file = new ClassPathResource("static/story-schema.json").getInputStream()) {
            return new DocumentSchema(JsonMapper.shared().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The schema of stories can't be read.", e);
        }
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }

    /// The content expression as a pattern over one character a node: `block+` becomes `[abc]+`,
    /// which is matched without recursion, however many there are.
    private static Pattern children(String content, JsonNode declared) {
        var order = List.copyOf(declared.propertyNames());
        return Pattern.compile(
                NAME.matcher(content)
                        .replaceAll(name ->
                                named(name.group(), declared).stream()
                                        .map(node -> String.valueOf(sign(order.indexOf(node))))
                                        .collect(Collectors.joining("", "[", "]")))
                        .replace(" ", ""));
    }

    /// A character for the node of that number, from those that Unicode leaves to us.
    private static char sign(int number) {
        return (char) (0xE000 + number);
    }

    /// The node of that name, or all of that group.
    private static List<String> named(String name, JsonNode declared) {
        if (declared.has(name)) {
            return List.of(name);
        }
        return declared.properties().stream()
                .filter(it -> it.getValue().path("group").asString("").equals(name))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Refuses what is no story of this schema, with an `IllegalArgumentException`.
    void check(JsonNode story) {
        if (!type(story).equals(top)) {
            throw new IllegalArgumentException("a story is a node of type " + top);
        }
        checkNode(story, null);
    }

    /// Refuses a block that this schema does not know, with an `IllegalArgumentException`.
    void checkBlock(JsonNode block) {
        checkNode(block, null);
    }

    private void checkNode(JsonNode node, @Nullable Node parent) {
        var type = nodes.get(type(node));
        if (type == null) {
            throw new IllegalArgumentException("a story can't hold a " + type(node));
        }
        checkMarks(node.path("marks"), parent);
        if (type(node).equals("text")) {
            if (node.path("text").asString("").isEmpty()) {
                throw new IllegalArgumentException("a text without words");
            }
            return;
        }
        checkAttributes(type.attributes(), node.path("attrs"));
        var order = List.copyOf(nodes.keySet());
        var content = new StringBuilder();
        for (var child : content(node)) {
            content.append(sign(order.indexOf(type(child))));
        }
        if (!type.children().matcher(content).matches()) {
            throw new IllegalArgumentException(
                    content(node)
                            .valueStream()
                            .map(DocumentSchema::type)
                            .distinct()
                            .limit(MOST_NAMED)
                            .collect(
                                    Collectors.joining(
                                            ", ", "a " + type(node) + " can't hold: ", "")));
        }
        content(node).forEach(child -> checkNode(child, type));
    }

    private static JsonNode content(JsonNode node) {
        var content = node.path("content");
        if (!content.isMissingNode() && !content.isNull() && !content.isArray()) {
            throw new IllegalArgumentException("content is a list");
        }
        return content;
    }

    /// Each mark stands once.
    private void checkMarks(JsonNode carried, @Nullable Node parent) {
        if (!carried.isMissingNode() && !carried.isNull() && !carried.isArray()) {
            throw new IllegalArgumentException("marks are a list");
        }
        if (!carried.isEmpty() && (parent == null || !parent.mayHoldMarks())) {
            throw new IllegalArgumentException("words can't be set here");
        }
        var seen = new HashSet<String>();
        for (var mark : carried) {
            if (!marks.containsKey(type(mark)) || !seen.add(type(mark))) {
                throw new IllegalArgumentException("words can't be set as " + type(mark));
            }
            checkAttributes(marks.getOrDefault(type(mark), List.of()), mark.path("attrs"));
        }
    }

    private void checkAttributes(List<String> names, JsonNode given) {
        for (var name : names) {
            var value = given.path(name);
            var pattern = attributes.get(name);
            if (pattern == null
                    || !value.isString()
                    || !pattern.matcher(value.stringValue()).matches()) {
                throw new IllegalArgumentException("that is no " + name);
            }
        }
    }

    private static String type(JsonNode node) {
        return node.path("type").asString("");
    }
}
