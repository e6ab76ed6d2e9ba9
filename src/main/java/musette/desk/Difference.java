package musette.desk;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.stories.Manuscript;
import musette.text.Document;
import musette.text.Embed;
import musette.text.RelatedStory;
import musette.text.Table;

/// What one version of a story says otherwise than another, word by word.
record Difference(List<Line> lines) {
    /// A word, a run of blanks, or any other sign.
    private static final Pattern PIECE =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[.,:'’-][\\p{L}\\p{M}\\p{N}]+)*|\\s+|.");

    /// Lines longer than this are shown whole, once without and once with.
    private static final int MOST_PIECES = 3_000;

    Difference {
        lines = List.copyOf(lines);
    }

    record Line(List<Run> runs) {
        Line {
            runs = List.copyOf(runs);
        }
    }

    record Run(String words, Change change) {}

    enum Change {
        SAME,
        ADDED,
        REMOVED
    }

    static Difference none() {
        return new Difference(List.of());
    }

    boolean isEmpty() {
        return lines.stream()
                .flatMap(line -> line.runs().stream())
                .allMatch(run -> run.change() == Change.SAME);
    }

    /// @param times how the desk says when an update was added
    static Difference between(
            Manuscript.Revision before,
            Manuscript.Revision after,
            Function<Instant, String> times) {
        return between(lines(before, times), lines(after, times));
    }

    /// What a version says, a line each: kicker, headline, standfirst, then the body.
    private static List<String> lines(
            Manuscript.Revision version, Function<Instant, String> times) {
        return Stream.concat(
                        Stream.of(version.kicker(), version.headline(), version.standfirst()),
                        version.body().blocks().stream().flatMap(block -> lines(block, times)))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /// Whatever is no plain paragraph says what it is. A picture is told by the beginning of its
    /// name, so that one in the place of another is seen.
    static Stream<String> lines(Document.Block block, Function<Instant, String> times) {
        return switch (block) {
            case Document.Paragraph paragraph -> Stream.of(paragraph.text());
            case Document.Heading heading -> Stream.of("Heading: " + heading.text());
            case Document.PullQuote quote -> Stream.of("Pull quote: " + quote.text());
            case Document.Quote quote -> texts("Quote: ", quote.paragraphs());
            case Document.Listing list ->
                    list.points().stream()
                            .flatMap(point ->
                                    texts(list.isNumbered() ? "1. " : "• ", point.paragraphs()));
            case Document.Update update ->
                    texts("Update, %s: ".formatted(times.apply(update.at())), update.paragraphs());
            case Document.Picture picture ->
                    Stream.of(
                            "Picture %s: %s"
                                    .formatted(picture.name().substring(0, 6), picture.text()));
            case Embed embed ->
                    Stream.of(
                            "%s, %s: %s"
                                    .formatted(
                                            embed.provider().title(),
                                            embed.source(),
                                            embed.text()));
            case Table table ->
                    table.rows().stream()
                            .map(row ->
                                    row.cells().stream()
                                            .map(Document.Paragraph::text)
                                            .collect(Collectors.joining(" | ")));
            case Document.ResultTable table -> Stream.of("The table of the result");
            case RelatedStory story -> Stream.of("Read also: " + story.slug());
            case Document.Kept kept -> Stream.of(kept.text());
        };
    }

    private static Stream<String> texts(String sign, List<Document.Paragraph> paragraphs) {
        return paragraphs.stream().map(paragraph -> sign + paragraph.text());
    }

    static Difference between(List<String> before, List<String> after) {
        var lines = new ArrayList<Line>();
        for (var delta : DiffUtils.diff(before, after, true).getDeltas()) {
            var old = delta.getSource().getLines();
            var fresh = delta.getTarget().getLines();
            if (delta.getType() == DeltaType.EQUAL) {
                fresh.forEach(line -> lines.add(whole(line, Change.SAME)));
                continue;
            }
            int both = Math.min(old.size(), fresh.size());
            for (int i = 0; i < both; i++) {
                lines.add(new Line(runs(pieces(old.get(i)), pieces(fresh.get(i)))));
            }
            old.stream().skip(both).forEach(line -> lines.add(whole(line, Change.REMOVED)));
            fresh.stream().skip(both).forEach(line -> lines.add(whole(line, Change.ADDED)));
        }
        return new Difference(lines.stream().filter(line -> !line.runs().isEmpty()).toList());
    }

    private static Line whole(String words, Change change) {
        return new Line(words.isEmpty() ? List.of() : List.of(new Run(words, change)));
    }

    private static List<String> pieces(String line) {
        return PIECE.matcher(line).results().map(MatchResult::group).toList();
    }

    private static List<Run> runs(List<String> before, List<String> after) {
        var runs = new ArrayList<Run>();
        if (before.size() + after.size() > MOST_PIECES) {
            add(runs, before, Change.REMOVED);
            add(runs, after, Change.ADDED);
            return runs;
        }
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                add(runs, delta.getTarget().getLines(), Change.SAME);
            } else {
                add(runs, delta.getSource().getLines(), Change.REMOVED);
                add(runs, delta.getTarget().getLines(), Change.ADDED);
            }
        }
        return runs;
    }

    private static void add(List<Run> runs, List<String> pieces, Change change) {
        if (!pieces.isEmpty()) {
            runs.add(new Run(String.join("", pieces), change));
        }
    }
}
