package musette.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import musette.text.Document;
import musette.text.DocumentJson;
import musette.text.FactLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Facts that a changed result has made wrong, in every story that isn't withdrawn.
///
/// The sources' present answers are kept; what differs from them is changed. So an alarm goes by
/// itself when the story says the new answer, or when the result says the old one again.
@Component
public class FactChanges {
    private static final int LONGEST_REASON = 500;

    private static final String SOURCES_ABOUT =
            """
            SELECT DISTINCT source
            FROM story_fact
            WHERE source LIKE :result || '/%' OR source LIKE 'question/%' || :result || '/%'
               OR source = 'question/together/' || :result
               OR source LIKE :edition || '/%' OR source LIKE 'question/%' || :edition || '/%'
            """;
    private static final String KEEP_ANSWERS =
            """
            INSERT INTO fact_answer (source, value, words, sentence, heads_sentence, asked_at)
            SELECT source, value, words, sentence::jsonb, heads::jsonb, :now
            FROM unnest(:sources, :values, :words, :sentences, :heads)
                AS asked (source, value, words, sentence, heads)
            ON CONFLICT (source) DO UPDATE
            SET value = excluded.value, words = excluded.words, sentence = excluded.sentence,
                heads_sentence = excluded.heads_sentence,
                asked_at = CASE WHEN fact_answer.value = excluded.value
                    THEN fact_answer.asked_at ELSE excluded.asked_at END
            """;
    private static final String CHANGED_FACTS =
            """
            SELECT DISTINCT ON (c.story_id, c.source)
                bool_or(c.is_in_newest) OVER (PARTITION BY c.story_id, c.source) AS in_newest,
                c.*, d.headline AS head_headline, r.headline, r.standfirst, r.body, r.heads
            FROM changed_fact c
            JOIN desk_story d ON d.id = c.story_id
            JOIN story_revision r ON r.story_id = c.story_id AND r.number = c.revision
            WHERE CAST(:story AS bigint) IS NULL OR c.story_id = :story
            ORDER BY c.story_id, c.source, c.is_seen_by_readers DESC, c.ordinal
            """;
    private static final String IS_STALE =
            """
            SELECT EXISTS (
                SELECT FROM story_fact
                JOIN fact_answer USING (source)
                WHERE story_id = :story AND revision = :revision
                  AND fact_answer.value <> story_fact.value
                  AND NOT EXISTS (
                        SELECT FROM fact_kept
                        WHERE fact_kept.story_id = :story AND fact_kept.source = story_fact.source
                          AND fact_kept.value = fact_answer.value))
            """;
    private static final String WORDS_OF_CHANGED_FACTS =
            """
            SELECT DISTINCT text
            FROM story_fact
            JOIN fact_answer USING (source)
            WHERE story_id = :story AND revision = :revision
              AND fact_answer.value <> story_fact.value
            """;
    private static final String KEEP_AS_IT_IS =
            """
            INSERT INTO fact_kept (story_id, source, value, reason, kept_by, kept_at)
            SELECT DISTINCT story_id, source, new_value, :reason, CAST(:who AS bigint), :now
            FROM changed_fact
            WHERE story_id = :story AND source = :source
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    public FactChanges(JdbcClient sql, Clock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    /// The sources that stories name and that this result or edition can answer.
    ///
    /// @param result as facts name it, `result/17`
    /// @param edition as facts name it, `edition/9`
    public List<String> sourcesAbout(String result, String edition) {
        return sql.sql(SOURCES_ABOUT)
                .param("result", result)
                .param("edition", edition)
                .query((row, number) -> row.getString("source"))
                .list();
    }

    /// Keeps what the sources answer now. To be asked in the transaction of the news.
    public void answered(List<FactAnswer> answers) {
        sql.sql(KEEP_ANSWERS)
                .param("sources", answers.stream().map(FactAnswer::source).toArray(String[]::new))
                .param("values", answers.stream().map(FactAnswer::value).toArray(String[]::new))
                .param("words", answers.stream().map(FactAnswer::words).toArray(String[]::new))
                .param(
                        "sentences",
                        answers.stream()
                                .map(answer -> DocumentJson.write(answer.sentence()))
                                .toArray(String[]::new))
                .param(
                        "heads",
                        answers.stream()
                                .map(answer -> DocumentJson.write(answer.headsSentence()))
                                .toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
        events.publishEvent(new FactsAnswered());
    }

    /// Everything that waits for somebody's decision, story by story.
    public List<ChangedFact> open() {
        return open(null);
    }

    /// What waits for a decision in that story.
    public List<ChangedFact> ofStory(long story) {
        return open(story);
    }

    private List<ChangedFact> open(@Nullable Long story) {
        return sql.sql(CHANGED_FACTS)
                .param("story", story, Types.BIGINT)
                .query(FactChanges::changed)
                .list();
    }

    /// Whether that version says something that its source denies, and nobody has decided.
    boolean isStale(long story, int revision) {
        return sql.sql(IS_STALE)
                .param("story", story)
                .param("revision", revision)
                .query(Boolean.class)
                .single();
    }

    /// The words of the facts of that version whose source answers differently now, also of those
    /// about which somebody has decided.
    public List<String> changedWords(long story, int revision) {
        return sql.sql(WORDS_OF_CHANGED_FACTS)
                .param("story", story)
                .param("revision", revision)
                .query((row, number) -> row.getString("text"))
                .list();
    }

    /// Keeps what the story says, for a reason. Should the source answer something else again, it
    /// is asked about again.
    ///
    /// @return a sentence when nothing was kept, else empty
    public String keep(long story, String source, String reason, long who) {
        if (reason.isBlank()) {
            return "Say why the story stays as it is; the next editor will want to know.";
        }
        if (reason.length() > LONGEST_REASON) {
            return "The reason is too long; 500 characters is the most.";
        }
        sql.sql(KEEP_AS_IT_IS)
                .param("story", story)
                .param("source", source)
                .param("reason", reason.strip())
                .param("who", who)
                .param("now", OffsetDateTime.now(clock))
                .update();
        return "";
    }

    private static ChangedFact changed(ResultSet row, int number) throws SQLException {
        var heads = Revisions.heads(row);
        var body = DocumentJson.read(row.getString("body"));
        var source = row.getString("source");
        var fact = new FactLink(row.getString("kind"), source, row.getString("old_value"));
        var inHeads = heads.sentenceSaying(fact);
        var isInHeads = inHeads.isPresent();
        var old = inHeads.or(() -> body.sentenceSaying(fact));
        return new ChangedFact(
                row.getLong("story_id"),
                row.getString("head_headline"),
                row.getBoolean("is_seen_by_readers"),
                row.getBoolean("in_newest"),
                source,
                row.getString("text"),
                old.map(Document.Block::text).orElse(""),
                row.getString("new_words"),
                DocumentJson.read(row.getString(isInHeads ? "new_heads_sentence" : "new_sentence"))
                        .text());
    }
}
