package musette.stories;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import musette.stories.Document.Block;
import musette.stories.Document.Heading;
import musette.stories.Document.Inline;
import musette.stories.Document.Paragraph;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets a story say what a source answers now: the sentence of the fresh draft takes the place of
/// the one that was made wrong, with its facts bound. Every other word stays.
@Component
public class FactFollowing {
    private static final String ANSWER =
            """
            SELECT sentence, heads_sentence
            FROM fact_answer
            WHERE source = :source
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Manuscripts manuscripts;

    public FactFollowing(
            JdbcClient sql, TransactionTemplate transaction, Clock clock, Manuscripts manuscripts) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.manuscripts = manuscripts;
    }

    /// What came of it.
    public sealed interface Taken {
        /// @param revision the version that says the new sentence
        record Saved(int revision) implements Taken {}

        /// The newest version says nothing from that source: somebody was quicker.
        record NotThere() implements Taken {}

        /// Nothing was changed; the reason is a sentence for the page.
        record Refused(String reason) implements Taken {}
    }

    /// @param body and `heads` how the fresh draft says it; without blocks where it doesn't
    private record Answer(Document body, Document heads) {}

    /// Takes the new sentence into the newest version of the story.
    public Taken take(long story, String source, long who) {
        return transaction.execute(status -> take(manuscripts.locked(story), source, who));
    }

    private Taken take(Manuscript story, String source, long who) {
        var answer = answer(source);
        var says =
                story.body().sentenceSaying(source).or(() -> story.heads().sentenceSaying(source));
        if (says.isEmpty() || answer.isEmpty()) {
            return new Taken.NotThere();
        }
        var heads = following(story.heads(), source, answer.get().heads());
        if (heads.blocks().getFirst().text().isBlank()) {
            return new Taken.Refused(
                    "The headline rests on it, and no new one follows from the result. Write one.");
        }
        var body = withoutEmpty(following(story.body(), source, answer.get().body()));
        var revision =
                new Manuscript.Revision(
                        story.head() + 1,
                        story.kicker(),
                        heads.blocks().getFirst().text(),
                        heads.blocks().getLast().text(),
                        heads,
                        body,
                        who,
                        clock.instant(),
                        "followed");
        manuscripts.append(story, revision);
        return new Taken.Saved(revision.number());
    }

    private Optional<Answer> answer(String source) {
        return sql.sql(ANSWER)
                .param("source", source)
                .query((row, number) ->
                        new Answer(
                                DocumentJson.read(row.getString("sentence")),
                                DocumentJson.read(row.getString("heads_sentence"))))
                .optional();
    }

    private static Document following(Document document, String source, Document sentence) {
        return new Document(
                document.blocks().stream()
                        .map(block -> following(block, source, sentence))
                        .toList());
    }

    private static Block following(Block block, String source, Document sentence) {
        var range = block.rangeOf(source);
        if (range.isEmpty()) {
            return block;
        }
        var inlines = new ArrayList<>(block.cut(0, range.get().start()));
        sentence.blocks().forEach(fresh -> inlines.addAll(fresh.inlines()));
        inlines.addAll(rest(block, range.get(), inlines.isEmpty()));
        return switch (block) {
            case Paragraph paragraph -> new Paragraph(inlines);
            case Heading heading -> new Heading(inlines);
        };
    }

    /// What stands behind the sentence, without the blank when nothing stands before it.
    private static List<Inline> rest(Block block, Document.Range range, boolean isFirst) {
        var end = block.text().length();
        var start = isFirst ? Math.min(range.end() + 1, end) : range.end();
        return block.cut(start, end);
    }

    private static Document withoutEmpty(Document document) {
        return new Document(
                document.blocks().stream().filter(block -> !block.text().isBlank()).toList());
    }
}
