package musette.ops;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import musette.text.Document;
import musette.text.Document.Inline.Text;
import musette.text.Document.Paragraph;

/// A story of the demonstration as its file tells it: head lines `name: value`, then paragraphs,
/// all parted by empty lines.
record DemoStory(Map<String, String> head, List<String> paragraphs) {

    DemoStory {
        head = Map.copyOf(head);
        paragraphs = List.copyOf(paragraphs);
    }

    static DemoStory read(String file) {
        var parts = Arrays.asList(file.strip().split("\\n\\s*\\n"));
        var head = new HashMap<String, String>();
        for (var line : parts.getFirst().lines().toList()) {
            var colon = line.indexOf(':');
            head.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return new DemoStory(head, parts.subList(1, parts.size()));
    }

    String word(String name) {
        return Optional.ofNullable(head.get(name)).orElse("");
    }

    Instant published() {
        return Instant.parse(word("published"));
    }

    Document body() {
        return new Document(
                paragraphs.stream()
                        .<Document.Block>map(
                                words -> new Paragraph(List.of(new Text(words.replace('\n', ' ')))))
                        .toList());
    }
}
