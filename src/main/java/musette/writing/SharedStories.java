package musette.writing;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import musette.flash.FactOffers;
import musette.racing.Results;
import musette.stories.Manuscripts;
import musette.stories.Manuscripts.Writing;
import musette.text.Document.Inline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Stories that several windows write in. Whoever comes second hears what came first, and sends
/// again.
@Component
public class SharedStories {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration KEPT = Duration.ofDays(30);

    private static final String ADD_STEPS =
            """
            INSERT INTO story_step (story_id, version, client, steps, written_by, written_at)
            VALUES (:story, :version, :client, :steps, :who, :now)
            """;
    private static final String STEPS_SINCE =
            """
            SELECT story.version AS newest, story_step.version, client, steps
            FROM story
            LEFT JOIN story_step ON story_id = id AND story_step.version > :version
            WHERE id = :story
            ORDER BY story_step.version
            """;
    private static final String FORGET_STEPS =
            """
            DELETE FROM story_step
            WHERE written_at < :before
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Manuscripts manuscripts;
    private final Windows windows;
    private final Results results;
    private final FactOffers offers;

    SharedStories(
            JdbcClient sql,
            TransactionTemplate transaction,
            Clock clock,
            Manuscripts manuscripts,
            Windows windows,
            Results results,
            FactOffers offers) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.manuscripts = manuscripts;
        this.windows = windows;
        this.results = results;
        this.offers = offers;
    }

    /// Keeps what was typed, if nothing came in between.
    public Writing write(long story, long who, Steps typed) {
        var writing =
                transaction.execute(status -> {
                    var kept =
                            manuscripts.write(
                                    story,
                                    who,
                                    typed.version(),
                                    typed.text(),
                                    facts -> areOffered(story, facts));
                    if (kept instanceof Writing.Written written
                            && written.version() > typed.version()) {
                        add(story, who, written.version(), typed);
                    }
                    return kept;
                });
        if (writing instanceof Writing.Written) {
            windows.tell(story);
        }
        return writing;
    }

    /// What the result of that story offers, row by row; nothing where it carries none.
    public List<FactOffers.Offer> offers(long story) {
        return manuscripts
                .byId(story)
                .filter(it -> it.result().isPresent())
                .flatMap(it -> results.byId(it.result().getAsLong()))
                .map(offers::of)
                .orElseGet(List::of);
    }

    private boolean areOffered(long story, List<Inline.Fact> facts) {
        var result = manuscripts.byId(story).orElseThrow().result();
        return result.isPresent()
                && results.byId(result.getAsLong())
                        .filter(it -> offers.areOffered(it, facts))
                        .isPresent();
    }

    private void add(long story, long who, int version, Steps typed) {
        if (!typed.steps().equals("[]")) {
            sql.sql(ADD_STEPS)
                    .param("story", story)
                    .param("version", version)
                    .param("client", typed.client())
                    .param("steps", typed.steps())
                    .param("who", who)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
    }

    /// What came after that version, as JSON:
    /// `{"version":9,"batches":[{"client":"…","steps":[…]}]}`, or the story whole,
    /// `{"version":9,"story":{…}}`, when steps don't tell it. Empty where there is no such story on
    /// the desk.
    public Optional<String> since(long story, int version) {
        record Row(int newest, int version, String client, String steps) {}
        var rows =
                sql.sql(STEPS_SINCE)
                        .param("story", story)
                        .param("version", version)
                        .query((row, number) ->
                                new Row(
                                        row.getInt("newest"),
                                        row.getInt("version"),
                                        row.getString("client"),
                                        row.getString("steps")))
                        .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var newest = rows.getFirst().newest();
        var steps = rows.stream().filter(row -> row.version() > 0).toList();
        if (newest - version != steps.size()) {
            return whole(story);
        }
        var news = JSON.createObjectNode().put("version", newest);
        var batches = news.putArray("batches");
        for (var row : steps) {
            batches.addObject()
                    .put("client", row.client())
                    .set("steps", JSON.readTree(row.steps()));
        }
        return Optional.of(news.toString());
    }

    /// The newest text.
    public Optional<String> whole(long story) {
        return manuscripts
                .byId(story)
                .map(it ->
                        "{\"version\":%d,\"story\":%s}".formatted(it.version(), it.text().write()));
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOldSteps() {
        sql.sql(FORGET_STEPS).param("before", OffsetDateTime.now(clock).minus(KEPT)).update();
    }
}
