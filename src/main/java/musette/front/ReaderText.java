package musette.front;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import musette.front.Passage.Run;
import musette.media.Crop;
import musette.media.Picture;
import musette.pages.Moment;
import musette.pages.ResultTable;
import musette.pages.ResultTables;
import musette.pages.ShownPicture;
import musette.racing.Result;
import musette.stories.Teaser;
import musette.text.Document;
import musette.text.Document.Inline;
import musette.text.Document.Mark;
import musette.text.Embed;
import musette.text.RelatedStory;
import musette.text.Table;

/// The text of a story as readers see it. Its names lead to their pages: riders and teams of the
/// result that it carries, and the race, each where it is named first. Only whole names count; a
/// family name alone may be anybody's.
final class ReaderText {
    private static final int ROWS = 10;

    private final Map<String, ResultTable.Name> unlinked = new HashMap<>();
    private final Pattern anyName;

    private final Map<String, Picture> pictures;
    private final Map<String, Teaser> related;
    private final Function<Instant, Moment> times;
    private final Optional<ResultTable> table;

    /// @param result empty for a story that carries none: nothing is linked there
    /// @param pictures those of the story, by their names
    /// @param related the stories that it names and readers can see, by the addresses it names
    /// @param times how the page says when something was added
    ReaderText(
            Optional<Result> result,
            Map<String, Picture> pictures,
            Map<String, Teaser> related,
            Function<Instant, Moment> times) {
        this.times = times;
        table = result.map(ReaderText::table);
        this.pictures = Map.copyOf(pictures);
        this.related = Map.copyOf(related);
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

    /// The first rows of a result, as a story carries them.
    static ResultTable table(Result result) {
        return ResultTables.first(ROWS, result);
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

    /// All of a story's text.
    List<Passage> of(Document body) {
        var blocks = body.blocks();
        return IntStream.range(0, blocks.size())
                .boxed()
                .flatMap(at -> in(blocks.get(at), at == 0))
                .toList();
    }

    /// A picture that the newsroom does not have is not shown, nor a table where there is none, nor
    /// a story that readers can't see.
    private Stream<Passage> in(Document.Block block, boolean isFirst) {
        return switch (block) {
            case Document.Paragraph paragraph -> Stream.of(paragraph(paragraph));
            case Document.Heading heading -> Stream.of(new Passage.Heading(heading.text()));
            case Document.PullQuote quote -> Stream.of(new Passage.PullQuote(quote.text()));
            case Document.Quote quote ->
                    Stream.of(new Passage.Quote(paragraphs(quote.paragraphs())));
            case Document.Listing list ->
                    Stream.of(new Passage.Listing(list.isNumbered(), points(list)));
            case Document.Update update ->
                    Stream.of(
                            new Passage.Update(
                                    times.apply(update.at()), paragraphs(update.paragraphs())));
            case Document.Picture picture -> figure(picture, isFirst);
            case Embed embed ->
                    Stream.of(
                            new Passage.Embed(
                                    embed.player(),
                                    embed.page(),
                                    embed.provider().title(),
                                    paragraph(embed).runs()));
            case Table written -> Stream.of(grid(written));
            case Document.ResultTable here -> table.stream().map(Passage.Table::new);
            case RelatedStory named ->
                    Optional.ofNullable(related.get(named.slug())).stream()
                            .map(story ->
                                    new Passage.Related(story.headline(), "/" + story.slug()));
            case Document.Kept kept ->
                    Stream.of(
                            new Passage.Paragraph(List.of(new Run(kept.text(), "", false, false))));
        };
    }

    /// Short rows are filled up with empty cells.
    private Passage.Grid grid(Table written) {
        var nothing = new Passage.Paragraph(List.of());
        var rows = new ArrayList<Passage.Grid.Row>();
        for (var row : written.rows()) {
            var cells = new ArrayList<>(paragraphs(row.cells()));
            while (cells.size() < written.width()) {
                cells.add(nothing);
            }
            rows.add(new Passage.Grid.Row(cells));
        }
        return rows.size() == 1
                ? new Passage.Grid(List.of(), rows)
                : new Passage.Grid(rows.getFirst().cells(), rows.subList(1, rows.size()));
    }

    private Stream<Passage> figure(Document.Picture picture, boolean isFirst) {
        return Optional.ofNullable(pictures.get(picture.name())).stream()
                .map(it ->
                        new Passage.Figure(
                                ShownPicture.of(it, Crop.WHOLE),
                                paragraph(picture).runs(),
                                isFirst));
    }

    private List<Passage.Listing.Point> points(Document.Listing list) {
        return list.points().stream()
                .map(point -> new Passage.Listing.Point(paragraphs(point.paragraphs())))
                .toList();
    }

    private List<Passage.Paragraph> paragraphs(List<Document.Paragraph> paragraphs) {
        return paragraphs.stream().map(this::paragraph).toList();
    }

    private Passage.Paragraph paragraph(Document.TextBlock block) {
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
