package musette.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The body of a story: blocks of text, never markup.
public record Document(List<Block> blocks) {

    public Document {
        blocks = List.copyOf(blocks);
    }

    /// Headline and standfirst as a document without facts.
    static Document heads(String headline, String standfirst) {
        return new Document(
                List.of(
                        new Paragraph(List.of(new Inline.Text(headline))),
                        new Paragraph(List.of(new Inline.Text(standfirst)))));
    }

    /// Every fact in the document, in reading order.
    public List<Inline.Fact> facts() {
        return blocks.stream().flatMap(block -> block.facts().stream()).toList();
    }

    /// The first sentence with a fact from that source; empty when there is none.
    public Optional<Paragraph> sentenceSaying(String source) {
        return sentence(link -> link.source().equals(source));
    }

    /// The first sentence with just that fact; empty when there is none.
    Optional<Paragraph> sentenceSaying(FactLink fact) {
        return sentence(fact::equals);
    }

    private Optional<Paragraph> sentence(Predicate<FactLink> says) {
        return blocks.stream()
                .flatMap(block -> block.sentences().stream())
                .filter(sentence -> sentence.facts().stream().map(Inline.Fact::link).anyMatch(says))
                .findFirst();
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

        default List<Inline.Fact> facts() {
            return inlines().stream()
                    .filter(Inline.Fact.class::isInstance)
                    .map(Inline.Fact.class::cast)
                    .toList();
        }

        /// Its sentences, parted by one blank each. A sentence ends with a full stop and a blank
        /// outside of facts, or with its block.
        default List<Paragraph> sentences() {
            var outsideFacts =
                    inlines().stream()
                            .map(inline ->
                                    inline instanceof Inline.Fact
                                            ? "x".repeat(inline.text().length())
                                            : inline.text())
                            .collect(Collectors.joining());
            var sentences = new ArrayList<Paragraph>();
            int start = 0;
            for (int end = outsideFacts.indexOf(". ");
                    end >= 0;
                    end = outsideFacts.indexOf(". ", start)) {
                sentences.add(new Paragraph(cut(start, end + 1)));
                start = end + 2;
            }
            sentences.add(new Paragraph(cut(start, outsideFacts.length())));
            return sentences;
        }

        /// The words from one character up to another; a fact that is cut through is let go.
        private List<Inline> cut(int start, int end) {
            var cut = new ArrayList<Inline>();
            int at = 0;
            for (var inline : inlines()) {
                int from = Math.max(start - at, 0);
                int to = Math.min(end - at, inline.text().length());
                at += inline.text().length();
                if (from < to) {
                    var isWhole = from == 0 && to == inline.text().length();
                    cut.add(isWhole ? inline : new Inline.Text(inline.text().substring(from, to)));
                }
            }
            return cut;
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
