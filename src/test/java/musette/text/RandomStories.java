package musette.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Stories as an editor's script may send them, and as it never should: about half of them hold
/// something that the schema does not know.
public final class RandomStories {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> NODES =
            List.of(
                    "kicker",
                    "headline",
                    "standfirst",
                    "paragraph",
                    "heading",
                    "quote",
                    "pull_quote",
                    "picture",
                    "embed",
                    "update",
                    "result_table",
                    "related_story",
                    "bullet_list",
                    "ordered_list",
                    "list_item",
                    "table",
                    "table_row",
                    "table_cell",
                    "kept",
                    "fact",
                    "text",
                    "story",
                    "script",
                    "");

    /// Words that would like to be markup, a script or an attribute, and some that are just words;
    /// with those of the file that `-Dtest.payloads` names, a line each.
    public static final List<String> HOSTILE =
            withPayloads(
                    "Ion Izagirre",
                    "at 13 seconds",
                    "Pogačar – 🚴",
                    "\"quoted\" & 'said'",
                    "<script>hit()</script>",
                    "</p></article><script>hit()</script>",
                    "<img src=x onerror=hit()>",
                    "\"><svg/onload=hit()>",
                    "' onmouseover='hit()",
                    "<iframe srcdoc=\"<script>parent.hit()</script>\">",
                    "<a href=\"javascript:hit()\">here</a>",
                    "&lt;script&gt;hit()&lt;/script&gt;",
                    "<!--<img src=\"--><img src=x onerror=hit()//\">",
                    "<style>@import 'javascript:hit()';</style>",
                    "<math><mtext></form><form><mglyph><style></math><img src onerror=hit()>",
                    "${hit()} {{constructor.constructor('hit()')()}} <%= hit() %>",
                    "<noscript><p title=\"</noscript><img src=x onerror=hit()>\">",
                    "]]><script>hit()</script>",
                    "<body onload=hit()>",
                    "<details open ontoggle=hit()>");

    private static final List<String> ODD = List.of("a\nb", " ", "");
    private static final List<String> LINKS =
            List.of(
                    "https://a.example/b?c=d#e",
                    "http://a.example",
                    "/riders/ion-izagirre",
                    "/",
                    "mailto:a@b.example",
                    "javascript:alert(1)",
                    "//elsewhere.example",
                    "/\\elsewhere.example",
                    "data:text/html,x",
                    " https://a.example",
                    "https://a.example/\"",
                    "ftp://a.example",
                    "");

    private static final List<String> MOMENTS =
            List.of("1680361925", "999999999", "0", "yesterday", "99999999999");

    /// Names that pictures may have, and some that they may not.
    public static final List<String> PICTURES =
            List.of(
                    "0123456789abcdef0123456789abcdef",
                    "ffffffffffffffffffffffffffffffff",
                    "0123456789ABCDEF0123456789ABCDEF",
                    "../../../../../../../etc/passwd.",
                    "");

    private static final List<String> EMBEDS =
            List.of(
                    "youtube:dQw4w9WgXcQ",
                    "vimeo:76979871",
                    "komoot:12345",
                    "ridewithgps:9876543210",
                    "youtube:short",
                    "vimeo:javascript",
                    "tiktok:123456",
                    "https://evil.example/",
                    "");

    private static final List<String> STORIES =
            List.of("izagirre-wins", "a-2", "races", "-a", "A-b", "../desk", "a--b", "");

    private final Random random;

    private static List<String> withPayloads(String... ours) {
        var file = System.getProperty("test.payloads", "");
        if (file.isEmpty()) {
            return List.of(ours);
        }
        try (var lines = Files.lines(Path.of(file))) {
            return Stream.concat(
                            Stream.of(ours),
                            lines.filter(line -> !line.isBlank() && !line.startsWith("#")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RandomStories(long seed) {
        random = new Random(seed);
    }

    public String next() {
        var story = JSON.createObjectNode().put("type", "story");
        var content = story.putArray("content");
        for (var head : List.of("kicker", "headline", "standfirst")) {
            line(content.addObject().put("type", head), 0, head.equals("kicker") ? 0 : 2);
        }
        for (int blocks = 1 + random.nextInt(4); blocks > 0; blocks--) {
            block(content.addObject());
        }
        for (int wrong = random.nextInt(4); wrong > 0; wrong--) {
            spoil(story);
        }
        return story.toString();
    }

    private void block(ObjectNode node) {
        switch (random.nextInt(13)) {
            case 0 -> line(node.put("type", "heading"), 0, 2);
            case 1 -> line(node.put("type", "pull_quote"), 0, 2);
            case 2 -> paragraphs(node.put("type", "quote"));
            case 8 -> node.put("type", "result_table");
            case 12 -> {
                var rows = node.put("type", "table").putArray("content");
                for (int count = 1 + random.nextInt(3); count > 0; count--) {
                    var row = rows.addObject().put("type", "table_row").putArray("content");
                    for (int cells = 1 + random.nextInt(3); cells > 0; cells--) {
                        line(row.addObject().put("type", "table_cell"), 2, 2);
                    }
                }
            }
            case 11 ->
                    node.put("type", "related_story").putObject("attrs").put("story", one(STORIES));
            case 10 -> {
                line(node.put("type", "embed"), 2, 2);
                node.putObject("attrs").put("embed", one(EMBEDS));
            }
            case 9 -> {
                paragraphs(node.put("type", "update"));
                node.putObject("attrs").put("at", one(MOMENTS));
            }
            case 7 -> {
                line(node.put("type", "picture"), 2, 2);
                node.putObject("attrs").put("picture", one(PICTURES));
            }
            case 3, 4 -> {
                var points = node.put("type", one(List.of("bullet_list", "ordered_list")));
                var items = points.putArray("content");
                for (int count = 1 + random.nextInt(3); count > 0; count--) {
                    paragraphs(items.addObject().put("type", "list_item"));
                }
            }
            default -> line(node.put("type", "paragraph"), 2, 2);
        }
    }

    private void paragraphs(ObjectNode node) {
        var content = node.putArray("content");
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            line(content.addObject().put("type", "paragraph"), 2, 2);
        }
    }

    private void line(ObjectNode node, int marks, int facts) {
        var content = node.putArray("content");
        for (int count = random.nextInt(3); count > 0; count--) {
            var inline = content.addObject();
            if (facts > 0 && random.nextInt(3) == 0) {
                fact(inline);
            } else {
                inline.put("type", "text").put("text", one(HOSTILE));
            }
            if (marks > 0 && random.nextInt(3) == 0) {
                mark(inline.putArray("marks"));
            }
        }
    }

    private void fact(ObjectNode node) {
        node.put("type", "fact")
                .putObject("attrs")
                .put("text", one(HOSTILE))
                .put("kind", "gap")
                .put("source", "result/1/rider/2/gap")
                .put("value", one(List.of("200", "", "same-time")));
    }

    private void mark(ArrayNode marks) {
        if (random.nextInt(3) == 0) {
            marks.addObject()
                    .put("type", "link")
                    .putObject("attrs")
                    .put("href", LINKS.get(random.nextInt(5)));
        }
        if (random.nextBoolean()) {
            marks.addObject().put("type", "strong");
        }
        if (random.nextBoolean()) {
            marks.addObject().put("type", "emphasis");
        }
    }

    /// Makes something of it wrong, mostly.
    private void spoil(ObjectNode story) {
        var node = story;
        for (int depth = random.nextInt(4); depth > 0; depth--) {
            if (node.path("content") instanceof ArrayNode children && !children.isEmpty()) {
                node = (ObjectNode) children.get(random.nextInt(children.size()));
            }
        }
        switch (random.nextInt(9)) {
            case 0 -> node.put("type", one(NODES));
            case 1 -> node.remove("content");
            case 2 -> node.putArray("content").addObject().put("type", one(NODES));
            case 3 -> mark(node.putArray("marks"));
            case 4 -> {
                var link = node.putArray("marks").addObject().put("type", "link");
                link.putObject("attrs").put("href", one(LINKS));
            }
            case 5 -> node.put("text", one(ODD));
            case 6 -> node.putObject("attrs").put("text", one(ODD)).put("kind", "Gap");
            case 7 -> {
                var marks = node.putArray("marks");
                marks.addObject().put("type", "emphasis");
                marks.addObject().put("type", one(List.of("strong", "emphasis", "blink")));
            }
            default -> node.put("more", 17);
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
