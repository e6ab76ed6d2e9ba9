package musette.front;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import musette.front.Passage.Run;
import musette.pages.ResultTable;
import musette.pages.ResultTables;
import musette.racing.Result;
import musette.stories.Document;
import musette.stories.Document.Inline;
import musette.stories.Document.Mark;

/// Makes the names in a story lead to their pages: riders and teams of the result that it carries,
/// and the race, each where it is named first. Only whole names count; a family name alone may be
/// anybody's.
final class NamesInText {
    private final Map<String, ResultTable.Name> unlinked = new HashMap<>();
    private final Pattern anyName;

    /// @param result empty for a story that carries none: nothing is linked there
    NamesInText(Optional<Result> result) {
        result.ifPresent(this::put);
        var longestFirst =
                unlinked.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        anyName =
                Pattern.compile(
                        unlinked.isEmpty()
                                ? "(?!)"
                                : "(?<![\\p{L}\\p{N}])(?:%s)(?![\\p{L}\\p{N}])"
                                        .formatted(longestFirst));
    }

    private void put(Result result) {
        put(new ResultTable.Name(result.edition().name(), ResultTables.address(result)));
        for (var row : result.rows()) {
            put(ResultTables.name(row.competitor()));
            if (row.team() != null) {
                put(ResultTables.name(row.team()));
            }
        }
    }

    private void put(ResultTable.Name name) {
        if (name.leads()) {
            unlinked.putIfAbsent(name.words(), name);
        }
    }

    /// The blocks that follow those asked for before.
    List<Passage> in(List<Document.Block> blocks) {
        return blocks.stream().map(this::in).toList();
    }

    private Passage in(Document.Block block) {
        return switch (block) {
            case Document.Paragraph paragraph -> paragraph(paragraph);
            case Document.Heading heading -> new Passage.Heading(heading.text());
            case Document.PullQuote quote -> new Passage.PullQuote(quote.text());
            case Document.Quote quote -> new Passage.Quote(paragraphs(quote.paragraphs()));
            case Document.Listing list ->
                    new Passage.Listing(
                            list.isNumbered(),
                            list.points().stream()
                                    .map(point ->
                                            new Passage.Listing.Point(
                                                    paragraphs(point.paragraphs())))
                                    .toList());
            case Document.Kept kept ->
                    new Passage.Paragraph(List.of(new Run(kept.text(), "", false, false)));
        };
    }

    private List<Passage.Paragraph> paragraphs(List<Document.Paragraph> paragraphs) {
        return paragraphs.stream().map(this::paragraph).toList();
    }

    private Passage.Paragraph paragraph(Document.Paragraph block) {
        var text = block.text();
        var runs = new ArrayList<Run>();
        int from = 0;
        var found = anyName.matcher(text);
        while (found.find()) {
            var name = unlinked.get(found.group());
            var words = block.cut(found.start(), found.end());
            if (name != null && words.stream().noneMatch(word -> link(word).isPresent())) {
                unlinked.remove(found.group());
                block.cut(from, found.start()).forEach(word -> runs.add(run(word, "")));
                words.forEach(word -> runs.add(run(word, name.address())));
                from = found.end();
            }
        }
        block.cut(from, text.length()).forEach(word -> runs.add(run(word, "")));
        return new Passage.Paragraph(runs);
    }

    /// @param address where the words lead if they say nothing of it themselves
    private static Run run(Inline words, String address) {
        return new Run(
                words.text(),
                link(words).orElse(address),
                words.marks().contains(new Mark.Strong()),
                words.marks().contains(new Mark.Emphasis()));
    }

    private static Optional<String> link(Inline words) {
        return words.marks().stream()
                .filter(Mark.Link.class::isInstance)
                .map(mark -> ((Mark.Link) mark).href())
                .findFirst();
    }
}
