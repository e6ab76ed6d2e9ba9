package musette.stories;

import java.util.List;
import java.util.stream.Collectors;

/// The body of a story: blocks of text, never markup.
public record Document(List<Block> blocks) {

    public Document {
        blocks = List.copyOf(blocks);
    }

    /// Every fact in the document, in reading order.
    public List<Inline.Fact> facts() {
        return blocks.stream()
                .flatMap(block -> block.inlines().stream())
                .filter(Inline.Fact.class::isInstance)
                .map(Inline.Fact.class::cast)
                .toList();
    }

    /// The words alone, blocks parted by an empty line.
    public String text() {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }

    /// A part of a story that stands on lines of its own.
    public sealed interface Block {
        List<Inline> inlines();

        default String text() {
            return inlines().stream().map(Inline::text).collect(Collectors.joining());
        }
    }

    public record Paragraph(List<Inline> inlines) implements Block {
        public Paragraph {
            inlines = List.copyOf(inlines);
        }
    }

    public record Heading(List<Inline> inlines) implements Block {
        public Heading {
            inlines = List.copyOf(inlines);
        }
    }

    /// A run of words inside a block.
    public sealed interface Inline {
        String text();

        record Text(String text) implements Inline {}

        /// Words that say a fact and know where it comes from.
        record Fact(String text, FactLink link) implements Inline {}
    }
}
