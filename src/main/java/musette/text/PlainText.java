package musette.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import musette.text.Document.Block;
import musette.text.Document.Heading;
import musette.text.Document.Inline;
import musette.text.Document.Kept;
import musette.text.Document.Listing;
import musette.text.Document.Paragraph;
import musette.text.Document.Picture;
import musette.text.Document.PullQuote;
import musette.text.Document.Quote;
import musette.text.Document.ResultTable;
import musette.text.Document.Update;

/// A document as it is typed where the editor's scripts don't run: paragraphs parted by an empty
/// line; `## ` starts a heading, `> ` a quote, `>> ` a pull quote, `- ` a point of a list and `1. `
/// one of a numbered list, `@1680361925 ` an update of that second; `![name] ` stands for a
/// picture, before the words below it, likewise `![youtube:…]`, and `![result]` for the result's
/// table; `| place | rider |` is a row of a table, and `\|` an upright in a cell. Other line breaks
/// and runs of blanks are one blank, as on the page.
public final class PlainText {
    private static final Pattern SIGN =
            Pattern.compile(
                    "(?:(##|>>|>|-|\\||[0-9]{1,3}[.]|@[0-9]{9,10}) +|!\\[([0-9a-f]{32}|result|"
                            + Embed.SOURCE
                            + "|story:"
                            + RelatedStory.SLUG
                            + ")\\]"
                            + " *)(.*)");
    private static final Pattern UPRIGHT = Pattern.compile("(?<!\\\\)\\|");
    private static final String ROW = "|";
    private static final String TABLE = "result";
    private static final String STORY = "story:";

    private PlainText() {}

    public static String of(Document document) {
        return document.blocks().stream().map(PlainText::of).collect(Collectors.joining("\n\n"));
    }

    private static String of(Block block) {
        return switch (block) {
            case Paragraph paragraph -> paragraph.text();
            case Heading heading -> "## " + heading.text();
            case PullQuote quote -> ">> " + quote.text();
            case Picture picture -> "![%s] %s".formatted(picture.name(), picture.text()).strip();
            case Embed embed -> "![%s] %s".formatted(embed.source(), embed.text()).strip();
            case Update update -> {
                var sign = "@%d ".formatted(update.at().getEpochSecond());
                yield lines(update.paragraphs(), paragraph -> sign + paragraph.text());
            }
            case ResultTable table -> "![%s]".formatted(TABLE);
            case RelatedStory story -> "![%s%s]".formatted(STORY, story.slug());
            case Quote quote -> lines(quote.paragraphs(), paragraph -> "> " + paragraph.text());
            case Listing list ->
                    lines(
                            list.points(),
                            point ->
                                    (list.isNumbered() ? "1. " : "- ")
                                            + lines(point.paragraphs(), Paragraph::text)
                                                    .replace('\n', ' '));
            case Table table -> lines(table.rows(), PlainText::line);
            case Kept kept -> kept.text();
        };
    }

    private static String line(Table.Row row) {
        return row.cells().stream()
                .map(Paragraph::text)
                .map(words -> words.isEmpty() ? "| " : "| " + words.replace("|", "\\|") + " ")
                .collect(Collectors.joining("", "", "|"));
    }

    private static <T> String lines(List<T> parts, Function<T, String> line) {
        return parts.stream().map(line).collect(Collectors.joining("\n"));
    }

    /// The words as a document without facts.
    public static Document read(String text) {
        var blocks = new ArrayList<Block>();
        var lines = new ArrayList<String>();
        var signs = "";
        for (var line : text.lines().map(it -> it.replaceAll("\\s+", " ").strip()).toList()) {
            var sign = SIGN.matcher(line);
            var kind = sign.matches() ? kind(sign) : "";
            if (line.isEmpty() || !kind.equals(signs) || isAlone(kind)) {
                end(signs, lines, blocks);
            }
            signs = kind;
            if (!line.isEmpty()) {
                lines.add(kind.isEmpty() ? line : sign.group(3));
            }
        }
        end(signs, lines, blocks);
        return new Document(blocks);
    }

    /// A picture is of the kind that its name is.
    private static String kind(Matcher sign) {
        if (sign.group(2) != null) {
            return sign.group(2);
        }
        return sign.group(1).endsWith(".") ? "1." : sign.group(1);
    }

    /// Whether the next line begins another block, whatever its sign.
    private static boolean isAlone(String kind) {
        return kind.equals("##") || kind.matches("[a-z0-9]{6,32}|[a-z]+:.+");
    }

    private static void end(String sign, List<String> lines, List<Block> blocks) {
        if (lines.isEmpty()) {
            return;
        }
        var words = String.join(" ", lines);
        var each = lines.stream().map(PlainText::paragraph).toList();
        blocks.add(block(sign, words, each));
        if ((sign.equals(TABLE) || sign.startsWith(STORY)) && !words.isBlank()) {
            blocks.add(paragraph(words));
        }
        lines.clear();
    }

    private static Block block(String sign, String words, List<Paragraph> each) {
        if (sign.startsWith("@")) {
            return new Update(Instant.ofEpochSecond(Long.parseLong(sign.substring(1))), each);
        }
        return switch (sign) {
            case "" -> paragraph(words);
            case "##" -> new Heading(words(words));
            case ">>" -> new PullQuote(words(words));
            case ">" -> new Quote(each);
            case "-", "1." ->
                    new Listing(
                            sign.equals("1."),
                            each.stream().map(it -> new Listing.Point(List.of(it))).toList());
            case ROW -> new Table(each.stream().map(it -> row(it.text())).toList());
            case TABLE -> new ResultTable();
            default ->
                    sign.startsWith(STORY)
                            ? new RelatedStory(sign.substring(STORY.length()))
                            : sign.contains(":")
                                    ? new Embed(sign, words(words))
                                    : new Picture(sign, words(words));
        };
    }

    private static Table.Row row(String line) {
        var cells =
                line.endsWith("|") && !line.endsWith("\\|")
                        ? line.substring(0, line.length() - 1)
                        : line;
        return new Table.Row(
                UPRIGHT.splitAsStream(cells)
                        .map(cell -> paragraph(cell.replace("\\|", "|")))
                        .toList());
    }

    private static Paragraph paragraph(String words) {
        return new Paragraph(words(words));
    }

    private static List<Inline> words(String words) {
        return List.of(new Inline.Text(words.strip()));
    }
}
