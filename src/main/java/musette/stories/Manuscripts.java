package musette.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import musette.stories.Manuscript.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Stories on the desk: opening, saving, and every revision there ever was.
@Component
public class Manuscripts {
    private static final String ADD_STORY =
            """
            INSERT INTO story (slug, author_id, edition_id, result_id, origin, created_at, head)
            VALUES (:slug, :author, :edition, :result, :origin, :now, 1)
            RETURNING id
            """;
    private static final String STORY_LOCKED =
            """
            SELECT id
            FROM story
            WHERE id = :story
            FOR UPDATE
            """;
    private static final String MANUSCRIPT =
            """
            SELECT *
            FROM desk_story
            WHERE id = :story
            """;
    private static final String MOVE_HEAD =
            """
            UPDATE story
            SET head = :number, slug = :slug
            WHERE id = :story
            """;
    private static final String REVISION =
            """
            SELECT *
            FROM story_revision
            WHERE story_id = :story AND number = :number
            """;
    private static final String DISCARD_DRAFT =
            """
            UPDATE story
            SET discarded_at = :now
            WHERE id = :story AND published_at IS NULL AND discarded_at IS NULL
            """;
    private static final String RESTORE_DRAFT =
            """
            UPDATE story
            SET discarded_at = NULL
            WHERE id = :story
            """;
    private static final String WAITING_FLASHES =
            """
            SELECT id
            FROM story
            WHERE result_id = :result AND origin = 'flash' AND published_at IS NULL
              AND discarded_at IS NULL
            ORDER BY id
            FOR UPDATE
            """;
    private static final String IS_UNTOUCHED =
            """
            SELECT NOT EXISTS (
                SELECT FROM story_revision WHERE story_id = :story AND why = 'edited')
            """;
    private static final String NOT_TYPED_BY_ONESELF =
            """
            SELECT EXISTS (
                SELECT FROM story_revision
                WHERE story_id = :story AND number > :number
                  AND (saved_by <> :who OR why <> 'edited'))
            """;
    private static final String TYPED_SINCE_PUBLISHED =
            """
            SELECT EXISTS (
                SELECT FROM story_revision r
                JOIN story s ON s.id = r.story_id
                WHERE s.id = :story AND r.number > s.published AND r.why <> 'followed')
            """;
    private static final String REVISIONS_NEWEST_FIRST =
            """
            SELECT *
            FROM story_revision
            WHERE story_id = :story
            ORDER BY number DESC
            LIMIT :most
            """;
    private static final String ACTS_NEWEST_FIRST =
            """
            SELECT act, revision, done_by, done_at, note, undone_at IS NOT NULL AS is_undone
            FROM story_publication
            WHERE story_id = :story
            ORDER BY id DESC
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Revisions revisions;
    private final Slugs slugs;
    private final Plans plans;

    public Manuscripts(JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        revisions = new Revisions(sql);
        slugs = new Slugs(sql);
        plans = new Plans(sql);
    }

    /// What became of a save.
    public sealed interface Saving {
        /// Stored as that revision; with nothing new to store, the revision that was there.
        ///
        /// @param isOverOwn whether the same person had saved a later version than the one they
        ///   started from: in another window, or before going back
        record Saved(int revision, boolean isOverOwn) implements Saving {}

        /// Somebody else saved in the meantime; nothing was stored, nothing is lost.
        record Stale(Manuscript newer) implements Saving {}

        /// Something about the words themselves; nothing was stored.
        record Refused(List<Edit.Fault> faults) implements Saving {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /// Opens a story with its first revision and answers its id.
    long open(Draft draft) {
        return transaction.execute(status -> insert(draft));
    }

    /// Saves what `who` typed into revision `basedOn`, as a new revision in front of it.
    ///
    /// Facts of that revision stay bound where their words stand untouched. Typing the newest
    /// revision's own words again saves nothing and is never a conflict, so a form sent twice is
    /// harmless. Nor is what one typed oneself since, which stays in the history; what the flash
    /// drafted anew from a changed result is one, whoever owns it.
    public Saving save(long story, long who, int basedOn, Edit edit) {
        var faults = edit.faults();
        if (!faults.isEmpty()) {
            return new Saving.Refused(faults);
        }
        return transaction.execute(status -> save(locked(story), who, basedOn, edit));
    }

    private Saving save(Manuscript head, long who, int basedOn, Edit edit) {
        if (edit.saysTheSameAs(head)) {
            return new Saving.Saved(head.head(), false);
        }
        if (head.head() < basedOn || somebodyElseSaved(head.id(), who, basedOn)) {
            return new Saving.Stale(head);
        }
        var number = head.head() + 1;
        var body = FactBinding.carry(head.body(), PlainText.read(edit.text()));
        append(
                head,
                new Manuscript.Revision(
                        number,
                        edit.kicker(),
                        edit.headline(),
                        edit.standfirst(),
                        FactBinding.carry(
                                head.heads(), Document.heads(edit.headline(), edit.standfirst())),
                        body,
                        who,
                        clock.instant(),
                        "edited"));
        return new Saving.Saved(number, head.head() != basedOn);
    }

    private boolean somebodyElseSaved(long story, long who, int basedOn) {
        return sql.sql(NOT_TYPED_BY_ONESELF)
                .param("story", story)
                .param("number", basedOn)
                .param("who", who)
                .query(Boolean.class)
                .single();
    }

    /// Until readers have seen it, a story's address follows its headline.
    private String slugAfter(Manuscript head, String headline) {
        var isNew = head.state() == State.DRAFT && !headline.equals(head.headline());
        return isNew ? slugs.choose(headline, head.id()) : head.slug();
    }

    public Optional<Manuscript> byId(long story) {
        return sql.sql(MANUSCRIPT).param("story", story).query(Manuscripts::manuscript).optional();
    }

    public Optional<Manuscript.Revision> revision(long story, int number) {
        return sql.sql(REVISION)
                .param("story", story)
                .param("number", number)
                .query(Revisions::revision)
                .optional();
    }

    /// The last saves, the newest first.
    public List<Manuscript.Revision> revisions(long story, int most) {
        return sql.sql(REVISIONS_NEWEST_FIRST)
                .param("story", story)
                .param("most", most)
                .query(Revisions::revision)
                .list();
    }

    /// Everything done to what readers see, the newest first.
    public List<Manuscript.Act> acts(long story) {
        return sql.sql(ACTS_NEWEST_FIRST)
                .param("story", story)
                .query((row, number) ->
                        new Manuscript.Act(
                                row.getString("act"),
                                row.getInt("revision"),
                                row.getLong("done_by"),
                                Stories.at(row, "done_at"),
                                row.getString("note"),
                                row.getBoolean("is_undone")))
                .list();
    }

    /// Throws a draft away that readers have never seen, and answers whether it was one. Its
    /// versions stay, and `restore` brings it back.
    public boolean discard(long story) {
        return transaction.execute(status -> {
            // The story before its plan, as every act on a story locks them.
            var isGone =
                    sql.sql(DISCARD_DRAFT)
                                    .param("story", story)
                                    .param("now", OffsetDateTime.now(clock))
                                    .update()
                            == 1;
            if (isGone) {
                plans.drop(story);
            }
            return isGone;
        });
    }

    /// Brings a draft back that was thrown away.
    public void restore(long story) {
        sql.sql(RESTORE_DRAFT).param("story", story).update();
    }

    /// Whether readers would see nothing new but sentences that followed a changed result: nothing
    /// that somebody typed and nobody has let out yet.
    public boolean isAheadByFollowingOnly(Manuscript story) {
        return story.isAheadOfReaders()
                && !sql.sql(TYPED_SINCE_PUBLISHED)
                        .param("story", story.id())
                        .query(Boolean.class)
                        .single();
    }

    /// Lets the flashes of that result that nobody has written in or shown to readers follow it.
    public void redraftUntouched(long result, Draft fresh) {
        transaction.executeWithoutResult(status ->
                untouched(result).forEach(flash -> redraft(byId(flash).orElseThrow(), fresh)));
    }

    /// Held first and asked then: somebody may be saving the first words at this very moment.
    private List<Long> untouched(long result) {
        var waiting =
                sql.sql(WAITING_FLASHES)
                        .param("result", result)
                        .query((row, number) -> row.getLong("id"))
                        .list();
        return waiting.stream()
                .filter(flash ->
                        sql.sql(IS_UNTOUCHED).param("story", flash).query(Boolean.class).single())
                .toList();
    }

    private void redraft(Manuscript flash, Draft fresh) {
        if (flash.heads().equals(fresh.heads()) && flash.body().equals(fresh.body())) {
            return;
        }
        append(
                flash,
                new Manuscript.Revision(
                        flash.head() + 1,
                        fresh.kicker(),
                        fresh.headline(),
                        fresh.standfirst(),
                        fresh.heads(),
                        fresh.body(),
                        fresh.author(),
                        clock.instant(),
                        "drafted"));
    }

    /// Puts the version in front of a story that is held.
    void append(Manuscript story, Manuscript.Revision revision) {
        revisions.append(story.id(), revision);
        sql.sql(MOVE_HEAD)
                .param("story", story.id())
                .param("number", revision.number())
                .param("slug", slugAfter(story, revision.headline()))
                .update();
    }

    /// Throws away the flashes of that result that nobody has written in or shown to readers.
    public void discardUntouched(long result) {
        transaction.executeWithoutResult(status -> untouched(result).forEach(this::discard));
    }

    /// The story, held until the transaction ends, so that two acts on it follow each other.
    Manuscript locked(long story) {
        sql.sql(STORY_LOCKED).param("story", story).query(Long.class).single();
        return byId(story).orElseThrow();
    }

    private long insert(Draft draft) {
        var now = OffsetDateTime.now(clock);
        var id =
                sql.sql(ADD_STORY)
                        .param("slug", slugs.choose(draft.headline(), 0))
                        .param("author", draft.author())
                        .param("edition", orNull(draft.edition()))
                        .param("result", orNull(draft.result()))
                        .param("origin", draft.origin())
                        .param("now", now)
                        .query(Long.class)
                        .single();
        revisions.append(
                id,
                new Manuscript.Revision(
                        1,
                        draft.kicker(),
                        draft.headline(),
                        draft.standfirst(),
                        draft.heads(),
                        draft.body(),
                        draft.author(),
                        now.toInstant(),
                        "opened"));
        if (draft.moreToFollow()) {
            new Promises(sql).open(id, draft.author(), now);
        }
        return id;
    }

    static @Nullable Long orNull(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }

    static Manuscript manuscript(ResultSet row, int number) throws SQLException {
        var promisedBy = Stories.reference(row, "promised_by");
        var published = row.getInt("published");
        return new Manuscript(
                row.getLong("id"),
                row.getString("slug"),
                state(row),
                row.getInt("head"),
                published == 0 ? OptionalInt.empty() : OptionalInt.of(published),
                row.getString("kicker"),
                row.getString("headline"),
                row.getString("standfirst"),
                Revisions.heads(row),
                DocumentJson.read(row.getString("body")),
                row.getLong("author_id"),
                row.getString("origin"),
                Stories.reference(row, "edition_id"),
                Stories.reference(row, "result_id"),
                Stories.at(row, "created_at"),
                row.getObject("published_at") == null ? null : Stories.at(row, "published_at"),
                row.getLong("saved_by"),
                Stories.at(row, "saved_at"),
                promisedBy.isEmpty()
                        ? null
                        : new Manuscript.Promise(
                                promisedBy.getAsLong(), Stories.at(row, "promised_at")));
    }

    private static State state(ResultSet row) throws SQLException {
        if (row.getObject("published") != null) {
            return State.LIVE;
        }
        return row.getObject("published_at") == null ? State.DRAFT : State.WITHDRAWN;
    }
}
