package musette.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The body of a story: blocks of text, never markup. What may stand in it is said once, in
/// `story-schema.json`.
public record Document(List<Block> blocks) {

    public Document {
        blocks = List.copyOf(blocks);
    }

    /// Headline and standfirst as a document without facts.
    public static Document heads(String headline, String standfirst) {
        return new Document(List.of(line(headline), line(standfirst)));
    }

    private static Paragraph line(String words) {
        return new Paragraph(words.isEmpty() ? List.of() : List.of(new Inline.Text(words)));
    }

    /// Every run of lines in the document, in reading order, whatever it stands in.
    public List<TextBlock> texts() {
        return blocks.stream().flatMap(block -> block.texts().stream()).toList();
    }

    /// Every fact in the document, in reading order.
    public List<Inline.Fact> facts() {
        return texts().stream().flatMap(text -> text.facts().stream()).toList();
    }

    /// The names of its pictures, in the order in which they stand.
    public List<String> pictures() {
        return blocks.stream()
                .filter(Picture.class::isInstance)
                .map(block -> ((Picture) block).name())
                .toList();
    }

    /// The addresses of the stories that it names, from the first on.
    public List<String> related() {
        return blocks.stream()
                .filter(RelatedStory.class::isInstance)
                .map(block -> ((RelatedStory) block).slug())
                .distinct()
                .toList();
    }

    /// The document with each run of lines written anew.
    public Document mapped(UnaryOperator<TextBlock> change) {
        return new Document(blocks.stream().map(block -> block.mapped(change)).toList());
    }

    /// The first sentence with a fact from that source; empty when there is none.
    public Optional<Paragraph> sentenceSaying(String source) {
        return sentence(link -> link.source().equals(source));
    }

    /// The first sentence with just that fact; empty when there is none.
    public Optional<Paragraph> sentenceSaying(FactLink fact) {
        return sentence(fact::equals);
    }

    private Optional<Paragraph> sentence(Predicate<FactLink> says) {
        return texts().stream()
                .flatMap(text -> text.sentences().stream())
                .filter(sentence -> sentence.facts().stream().map(Inline.Fact::link).anyMatch(says))
                .findFirst();
    }

    /// The words of sentences that follow each other, parted by one blank each.
    public static List<Inline> joined(List<Paragraph> sentences) {
        var inlines = new ArrayList<Inline>();
        for (var sentence : sentences) {
            if (!inlines.isEmpty()) {
                inlines.add(new Inline.Text(" "));
            }
            inlines.addAll(sentence.inlines());
        }
        return inlines;
    }

    /// The words alone, blocks parted by an empty line.
    public String text() {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }

    /// A part of a story that stands on lines of its own.
    public sealed interface Block permits TextBlock, Quote, Listing, Table, Update, Untouched {
        /// The runs of lines it holds, in reading order.
        List<TextBlock> texts();

        /// The same block with each of its runs written anew.
        Block mapped(UnaryOperator<TextBlock> change);

        /// Whether nothing of it is seen.
        default boolean isBlank() {
            return text().isBlank();
        }

        default String text() {
            return texts().stream().map(TextBlock::text).collect(Collectors.joining("\n"));
        }
    }

    /// A block in which no words are changed here: what it shows stands elsewhere, or a newer
    /// program wrote it.
    public sealed interface Untouched extends Block permits ResultTable, RelatedStory, Kept {
        @Override
        default List<TextBlock> texts() {
            return List.of();
        }

        @Override
        default Block mapped(UnaryOperator<TextBlock> change) {
            return this;
        }

        @Override
        default boolean isBlank() {
            return false;
        }
    }

    /// Lines of words that follow each other.
    public sealed interface TextBlock extends Block
            permits Paragraph, Heading, PullQuote, Picture, Embed {
        List<Inline> inlines();

        /// A block of the same kind with other words.
        TextBlock with(List<Inline> other);

        @Override
        default List<TextBlock> texts() {
            return List.of(this);
        }

        @Override
        default Block mapped(UnaryOperator<TextBlock> change) {
            return change.apply(this);
        }

        @Override
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
        default List<Inline> cut(int start, int end) {
            var cut = new ArrayList<Inline>();
            int at = 0;
            for (var inline : inlines()) {
                int from = Math.max(start - at, 0);
                int to = Math.min(end - at, inline.text().length());
                at += inline.text().length();
                if (from < to) {
                    var isWhole = from == 0 && to == inline.text().length();
                    cut.add(
                            isWhole
                                    ? inline
                                    : new Inline.Text(
                                            inline.text().substring(from, to), inline.marks()));
                }
            }
            return cut;
        }
    }

    public record Paragraph(List<Inline> inlines) implements TextBlock {
        public Paragraph {
            inlines = List.copyOf(inlines);
        }

        @Override
        public Paragraph with(List<Inline> other) {
            return new Paragraph(other);
        }
    }

    public record Heading(List<Inline> inlines) implements TextBlock {
        public Heading {
            inlines = List.copyOf(inlines);
        }

        @Override
        public Heading with(List<Inline> other) {
            return new Heading(other);
        }
    }

    /// Words of the story set large beside it.
    public record PullQuote(List<Inline> inlines) implements TextBlock {
        public PullQuote {
            inlines = List.copyOf(inlines);
        }

        @Override
        public PullQuote with(List<Inline> other) {
            return new PullQuote(other);
        }
    }

    /// A picture with the words below it.
    ///
    /// @param name as the newsroom's pictures have it
    public record Picture(String name, List<Inline> inlines) implements TextBlock {
        public Picture {
            inlines = List.copyOf(inlines);
        }

        @Override
        public Picture with(List<Inline> other) {
            return new Picture(name, other);
        }

        @Override
        public boolean isBlank() {
            return false;
        }
    }

    /// What somebody said at length.
    public record Quote(List<Paragraph> paragraphs) implements Block {
        public Quote {
            paragraphs = List.copyOf(paragraphs);
        }

        @Override
        public List<TextBlock> texts() {
            return List.copyOf(paragraphs);
        }

        @Override
        public Block mapped(UnaryOperator<TextBlock> change) {
            return new Quote(mappedEach(paragraphs, change));
        }
    }

    /// Points one below the other.
    ///
    /// @param isNumbered whether their order counts
    public record Listing(boolean isNumbered, List<Point> points) implements Block {
        public Listing {
            points = List.copyOf(points);
        }

        public record Point(List<Paragraph> paragraphs) {
            public Point {
                paragraphs = List.copyOf(paragraphs);
            }
        }

        @Override
        public List<TextBlock> texts() {
            return points.stream()
                    .flatMap(point -> point.paragraphs().stream())
                    .map(TextBlock.class::cast)
                    .toList();
        }

        @Override
        public Block mapped(UnaryOperator<TextBlock> change) {
            return new Listing(
                    isNumbered,
                    points.stream()
                            .map(point -> new Point(mappedEach(point.paragraphs(), change)))
                            .toList());
        }
    }

    /// What was added at a moment of its own, while the race went on.
    ///
    /// @param at to the second
    public record Update(Instant at, List<Paragraph> paragraphs) implements Block {
        public Update {
            paragraphs = List.copyOf(paragraphs);
        }

        @Override
        public List<TextBlock> texts() {
            return List.copyOf(paragraphs);
        }

        @Override
        public Block mapped(UnaryOperator<TextBlock> change) {
            return new Update(at, mappedEach(paragraphs, change));
        }
    }

    /// Where the table of the story's result stands; without one it stands below the text.
    public record ResultTable() implements Untouched {}

    /// A block that a newer program wrote. This one shows its words and keeps it as it is.
    ///
    /// @param json the block's own JSON
    public record Kept(String json, String words) implements Untouched {
        @Override
        public String text() {
            return words;
        }

        @Override
        public boolean isBlank() {
            return words.isBlank();
        }
    }

    static List<Paragraph> mappedEach(List<Paragraph> paragraphs, UnaryOperator<TextBlock> change) {
        return paragraphs.stream()
                .map(paragraph -> new Paragraph(change.apply(paragraph).inlines()))
                .toList();
    }

    /// How words are set, or where they lead.
    public sealed interface Mark {
        record Link(String href) implements Mark {}

        record Strong() implements Mark {}

        record Emphasis() implements Mark {}
    }

    /// A run of words inside a block.
    public sealed interface Inline {
        String text();

        /// How the words are set, in the order of the schema.
        List<Mark> marks();

        record Text(String text, List<Mark> marks) implements Inline {
            public Text {
                marks = List.copyOf(marks);
            }

            public Text(String text) {
                this(text, List.of());
            }
        }

        /// Words that say a fact and know where it comes from.
        record Fact(String text, FactLink link, List<Mark> marks) implements Inline {
            public Fact {
                marks = List.copyOf(marks);
            }

            public Fact(String text, FactLink link) {
                this(text, link, List.of());
            }
        }
    }
}
