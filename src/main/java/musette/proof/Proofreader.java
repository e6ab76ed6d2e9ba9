package musette.proof;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import musette.proof.Proof.Dismissed;
import musette.racing.Palmares;
import musette.racing.Result;
import musette.racing.Results;
import musette.stories.FactChanges;
import musette.stories.Manuscript;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads stories against the results they carry, and keeps what was dismissed and why.
@Component
public class Proofreader {
    private static final int LONGEST_REASON = 500;

    /// Of a text that is wrong throughout the first are shown; the next ones follow when they are
    /// mended.
    private static final int MOST_SHOWN = 50;

    private static final String DISMISSED_MARKS =
            """
            SELECT mark, reason, dismissed_by
            FROM mark_dismissed
            WHERE story_id = :story
            """;
    private static final String KEEP_DISMISSAL =
            """
            INSERT INTO mark_dismissed (story_id, mark, reason, dismissed_by, dismissed_at)
            VALUES (:story, :mark, :reason, :who, :now)
            ON CONFLICT (story_id, mark) DO UPDATE
            SET reason = excluded.reason, dismissed_by = excluded.dismissed_by,
                dismissed_at = excluded.dismissed_at
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final Results results;
    private final Palmares palmares;
    private final FactChanges changes;

    Proofreader(
            JdbcClient sql, Clock clock, Results results, Palmares palmares, FactChanges changes) {
        this.sql = sql;
        this.clock = clock;
        this.results = results;
        this.palmares = palmares;
        this.changes = changes;
    }

    /// Reads the newest version. Words of a fact that the result itself has changed stand above the
    /// queue and are not marked here, too.
    public Proof read(Manuscript story) {
        return story.result().isEmpty()
                ? Proof.none()
                : results.byId(story.result().getAsLong())
                        .filter(result -> !result.isOfTeams())
                        .map(result -> read(story, result))
                        .orElseGet(Proof::none);
    }

    private Proof read(Manuscript story, Result result) {
        var riders = result.rows().stream().flatMap(row -> row.rider().stream()).toList();
        var proofs = new Proofs(Subject.of(result, palmares, palmares.otherNames(riders)));
        var marks = new ArrayList<Mark>();
        marks.addAll(proofs.read("headline", story.headline()));
        marks.addAll(proofs.read("standfirst", story.standfirst()));
        marks.addAll(proofs.read("text", story.plainText()));
        if (!marks.isEmpty()) {
            var changed = changes.changedWords(story.id(), story.head());
            marks.removeIf(mark -> changed.stream().anyMatch(it -> it.contains(mark.words())));
        }
        var reasons = marks.isEmpty() ? Map.<String, Reason>of() : reasons(story.id());
        var dismissed = new ArrayList<Dismissed>();
        for (var mark : List.copyOf(marks)) {
            var reason = reasons.get(mark.key());
            if (reason != null) {
                marks.remove(mark);
                dismissed.add(new Dismissed(mark, reason.words(), reason.by()));
            }
        }
        return new Proof(true, marks.stream().limit(MOST_SHOWN).toList(), dismissed);
    }

    private record Reason(String words, long by) {}

    private Map<String, Reason> reasons(long story) {
        var reasons = new HashMap<String, Reason>();
        sql.sql(DISMISSED_MARKS)
                .param("story", story)
                .query(row -> {
                    reasons.put(
                            row.getString("mark"),
                            new Reason(row.getString("reason"), row.getLong("dismissed_by")));
                });
        return reasons;
    }

    /// Leaves the words of that mark as they are. The same words are marked again when the result
    /// says something else.
    ///
    /// @return a sentence when nothing was dismissed, else empty
    public String dismiss(Manuscript story, String mark, String reason, long who) {
        if (read(story).open().stream().noneMatch(open -> open.key().equals(mark))) {
            return "These words are not marked any more.";
        }
        if (reason.isBlank()) {
            return "Say why the words stand as they are; the next editor will want to know.";
        }
        if (reason.length() > LONGEST_REASON) {
            return "The reason is too long; 500 characters is the most.";
        }
        sql.sql(KEEP_DISMISSAL)
                .param("story", story.id())
                .param("mark", mark)
                .param("reason", reason.strip())
                .param("who", who)
                .param("now", OffsetDateTime.now(clock))
                .update();
        return "";
    }
}
