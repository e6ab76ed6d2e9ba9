package musette.stories;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.text.Document;
import musette.text.Document.Inline;
import musette.text.Document.Paragraph;
import musette.text.Document.TextBlock;
import musette.text.DocumentJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets a story say what a source answers now: the sentence of the fresh draft takes the place of
/// the one that was made wrong, with its facts bound. Every other word stays.
@Component
public class FactFollowing {
    private static final String ANSWER =
            """
            SELECT source, value, sentence, heads_sentence
            FROM fact_answer
            WHERE source = :source
            """;
    private static final String CHANGED_IN_DRAFTS =
            """
            SELECT DISTINCT c.story_id, c.source
            FROM story s
            JOIN changed_fact c ON c.story_id = s.id AND c.is_in_newest
            WHERE s.result_id = :result AND s.origin = 'flash' AND s.published_at IS NULL
            ORDER BY c.story_id, c.source
            """;
    private static final int MOST_REVISIONS = 10_000;
    private static final Set<String> BY_PEOPLE = Set.of("edited", "restored");

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Manuscripts manuscripts;
    private final Revisions revisions;

    public FactFollowing(
            JdbcClient sql, TransactionTemplate transaction, Clock clock, Manuscripts manuscripts) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.manuscripts = manuscripts;
        revisions = new Revisions(sql);
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

    /// @param value what the source says now; empty where it says nothing any more
    /// @param body and `heads` how the fresh draft says it; without blocks where it doesn't
    private record Answer(String source, String value, Document body, Document heads) {
        private boolean isDeniedBy(Paragraph sentence) {
            return sentence.facts().stream()
                    .map(Inline.Fact::link)
                    .anyMatch(link -> link.source().equals(source) && !link.value().equals(value));
        }
    }

    /// The two documents of one version.
    private record Text(Document heads, Document body) {
        private String headline() {
            return heads.blocks().getFirst().text();
        }

        private Text following(Answer answer, Predicate<String> mayGo) {
            return new Text(
                    FactFollowing.following(heads, answer, answer.heads(), mayGo),
                    withoutEmpty(FactFollowing.following(body, answer, answer.body(), mayGo)));
        }
    }

    /// Takes the new sentence into the newest version of the story.
    public Taken take(long story, String source, long who) {
        return transaction.execute(status -> take(manuscripts.locked(story), source, who));
    }

    private Taken take(Manuscript story, String source, long who) {
        var before = new Text(story.heads(), story.body());
        var after = answer(source).map(answer -> before.following(answer, sentence -> true));
        if (after.isEmpty() || after.get().equals(before)) {
            return new Taken.NotThere();
        }
        if (after.get().headline().isBlank()) {
            return new Taken.Refused(
                    "The headline rests on it, and no new one follows from the result. Write one.");
        }
        return new Taken.Saved(save(story, after.get(), who));
    }

    /// Lets the sentences that the flash wrote follow in the drafts of that result in which people
    /// have written. A sentence that somebody wrote or changed is left as it is: the desk asks.
    public void followInDrafts(long result, long who) {
        transaction.executeWithoutResult(status ->
                changedInDrafts(result)
                        .forEach((story, sources) ->
                                follow(manuscripts.locked(story), sources, who)));
    }

    /// The sources that drafts of the result say wrongly, by the draft.
    private Map<Long, List<String>> changedInDrafts(long result) {
        record Changed(long story, String source) {}
        return sql
                .sql(CHANGED_IN_DRAFTS)
                .param("result", result)
                .query((row, number) ->
                        new Changed(row.getLong("story_id"), row.getString("source")))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Changed::story,
                                Collectors.mapping(Changed::source, Collectors.toList())));
    }

    private void follow(Manuscript story, List<String> sources, long who) {
        if (story.state() != Manuscript.State.DRAFT) {
            return;
        }
        var written = writtenByFlash(story.id());
        var before = new Text(story.heads(), story.body());
        var after = before;
        for (var source : sources) {
            var next = after.following(answer(source).orElseThrow(), written::contains);
            after = next.headline().isBlank() ? after : next;
        }
        if (!after.equals(before)) {
            save(story, after, who);
        }
    }

    /// Every sentence that came into the story from a draft, and not from a person.
    private Set<String> writtenByFlash(long story) {
        var written = new HashSet<String>();
        var before = Set.<String>of();
        for (var revision : revisions.revisions(story, MOST_REVISIONS).reversed()) {
            var sentences = sentences(revision);
            if (!BY_PEOPLE.contains(revision.why())) {
                var fresh = new HashSet<>(sentences);
                fresh.removeAll(before);
                written.addAll(fresh);
            }
            before = sentences;
        }
        return written;
    }

    private static Set<String> sentences(Manuscript.Revision revision) {
        return Stream.of(revision.heads(), revision.body())
                .flatMap(document -> document.texts().stream())
                .flatMap(block -> block.sentences().stream())
                .map(TextBlock::text)
                .collect(Collectors.toSet());
    }

    private int save(Manuscript story, Text text, long who) {
        var revision =
                new Manuscript.Revision(
                        story.head() + 1,
                        story.kicker(),
                        text.headline(),
                        text.heads().blocks().getLast().text(),
                        text.heads(),
                        text.body(),
                        who,
                        clock.instant(),
                        "followed");
        manuscripts.append(story, revision);
        return revision.number();
    }

    private Optional<Answer> answer(String source) {
        return sql.sql(ANSWER)
                .param("source", source)
                .query((row, number) ->
                        new Answer(
                                row.getString("source"),
                                row.getString("value"),
                                DocumentJson.read(row.getString("sentence")),
                                DocumentJson.read(row.getString("heads_sentence"))))
                .optional();
    }

    private static Document following(
            Document document, Answer answer, Document fresh, Predicate<String> mayGo) {
        return document.mapped(text -> following(text, answer, fresh, mayGo));
    }

    private static TextBlock following(
            TextBlock block, Answer answer, Document fresh, Predicate<String> mayGo) {
        Predicate<Paragraph> goes =
                sentence -> answer.isDeniedBy(sentence) && mayGo.test(sentence.text());
        if (block.sentences().stream().noneMatch(goes)) {
            return block;
        }
        return block.with(Document.joined(replaced(block.sentences(), goes, fresh)));
    }

    /// With the fresh sentence where the first of the wrong ones stood, unless it is there already.
    private static List<Paragraph> replaced(
            List<Paragraph> sentences, Predicate<Paragraph> goes, Document fresh) {
        var said = fresh.texts().stream().map(block -> new Paragraph(block.inlines())).toList();
        var replaced = new ArrayList<Paragraph>();
        for (var sentence : sentences) {
            if (!goes.test(sentence)) {
                replaced.add(sentence);
            } else if (Collections.disjoint(replaced, said)
                    && Collections.disjoint(sentences, said)) {
                replaced.addAll(said);
            }
        }
        return replaced;
    }

    private static Document withoutEmpty(Document document) {
        return new Document(document.blocks().stream().filter(block -> !block.isBlank()).toList());
    }
}
