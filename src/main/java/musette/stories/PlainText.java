package musette.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import musette.stories.Document.Block;
import musette.stories.Document.Heading;
import musette.stories.Document.Inline;
import musette.stories.Document.Paragraph;

/// A document as an editor types it: paragraphs parted by an empty line, a heading on a line that
/// starts with `## `. Single line breaks and runs of blanks are one blank, as on the page.
final class PlainText {
    private static final String HEADING = "## ";

    private PlainText() {}

    static String of(Document document) {
        return document.blocks().stream()
                .map(block ->
                        switch (block) {
                            case Paragraph paragraph -> paragraph.text();
                            case Heading heading -> HEADING + heading.text();
                        })
                .collect(Collectors.joining("\n\n"));
    }

    /// The words as a document without facts.
    static Document read(String text) {
        var blocks = new ArrayList<Block>();
        var paragraph = new ArrayList<String>();
        text.lines()
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .forEach(line -> {
                    if (line.isEmpty() || line.startsWith(HEADING)) {
                        end(paragraph, blocks);
                    }
                    if (line.startsWith(HEADING)) {
                        blocks.add(new Heading(words(line.substring(HEADING.length()))));
                    } else if (!line.isEmpty()) {
                        paragraph.add(line);
                    }
                });
        end(paragraph, blocks);
        return new Document(blocks);
    }

    private static void end(List<String> paragraph, List<Block> blocks) {
        if (!paragraph.isEmpty()) {
            blocks.add(new Paragraph(words(String.join(" ", paragraph))));
            paragraph.clear();
        }
    }

    private static List<Inline> words(String words) {
        return List.of(new Inline.Text(words.strip()));
    }
}
