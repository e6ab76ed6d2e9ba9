package musette.stories;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import musette.stories.Manuscript.State;
import musette.text.Document;
import musette.text.Edit;
import musette.text.FactBinding;
import musette.text.PlainText;
import musette.text.StoryText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Stories on the desk: opening, saving, and every revision there ever was.
@Component
public class Manuscripts {
    private static final String ADD_STORY =
            """
            INSERT INTO story
                (slug, author_id, byline, edition_id, result_id, origin, created_at, head)
            VALUES
                (:slug, :author, ARRAY[CAST(:author AS bigint)], :edition, :result, :origin, :now,
                1)
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
            SET head = :number, slug = :slug, version = version + 1
            WHERE id = :story
            RETURNING version
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
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Revisions revisions;
    private final Slugs slugs;
    private final Plans plans;
    private final StorySearch search;

    public Manuscripts(JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        revisions = new Revisions(sql);
        slugs = new Slugs(sql);
        plans = new Plans(sql);
        search = new StorySearch(sql);
    }

    /// What became of what was written in the editor.
    public sealed interface Writing {
        /// @param version of the story that holds it now
        record Written(int version, int revision) implements Writing {}

        /// The story has gone on; nothing was kept.
        record Behind() implements Writing {}

        /// Nothing was kept; the reason is a sentence for the page.
        record Refused(String reason) implements Writing {}
    }

    /// What became of a save.
    public sealed interface Saving {
        /// Stored as that version; with nothing new to store, the version that was there.
        ///
        /// @param isOverOwn whether the same person had saved a later version than the one they
        ///   started from: in another window, or before going back
        record Saved(int version, boolean isOverOwn) implements Saving {}

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

    /// Saves what `who` typed into version `basedOn` as plain words, as a new revision.
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
        if (head.says(edit)) {
            return new Saving.Saved(head.version(), false);
        }
        if (head.version() < basedOn || revisions.isWrittenByOthers(head.id(), who, basedOn)) {
            return new Saving.Stale(head);
        }
        var number = head.head() + 1;
        var body = FactBinding.carry(head.body(), PlainText.read(edit.text()));
        var version =
                append(
                        head,
                        new Manuscript.Revision(
                                number,
                                edit.kicker(),
                                edit.headline(),
                                edit.standfirst(),
                                FactBinding.carry(
                                        head.heads(),
                                        Document.heads(edit.headline(), edit.standfirst())),
                                body,
                                who,
                                clock.instant(),
                                "edited"));
        return new Saving.Saved(version, head.version() != basedOn);
    }

    /// Until readers have seen it or somebody chose one, a story's address follows its headline.
    private String slugAfter(Manuscript head, String headline) {
        var isNew =
                head.state() == State.DRAFT
                        && !headline.isBlank()
                        && !headline.equals(head.headline())
                        && !slugs.isKept(head.id());
        return isNew ? slugs.choose(headline, head.id()) : head.slug();
    }

    public Optional<Manuscript> byId(long story) {
        return sql.sql(MANUSCRIPT).param("story", story).query(Revisions::manuscript).optional();
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
        return story.isAheadOfReaders() && !revisions.areTypedSincePublished(story.id());
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
        return waiting.stream().filter(flash -> revisions.areUntouched(flash)).toList();
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

    /// Puts the revision in front of a story that is held, and answers the story's version.
    int append(Manuscript story, Manuscript.Revision revision) {
        var version =
                sql.sql(MOVE_HEAD)
                        .param("story", story.id())
                        .param("number", revision.number())
                        .param("slug", slugAfter(story, revision.headline()))
                        .query(Integer.class)
                        .single();
        if (revision.number() == story.head()) {
            revisions.write(story.id(), revision, version);
        } else {
            revisions.append(story.id(), revision, version);
        }
        search.keep(story.id(), revision);
        return version;
    }

    /// Keeps what `who` has written in version `basedOn`, which must still be the newest. A text
    /// may say facts that the story has had, and those that pass `isOffered`: nobody writes one
    /// down.
    ///
    /// A person's changes go into the newest revision until a pause of ten minutes, an act, or
    /// somebody else's turn; those who write at the same time share one.
    public Writing write(
            long story,
            long who,
            int basedOn,
            StoryText text,
            Predicate<List<Document.Inline.Fact>> isOffered) {
        var faults = text.faults();
        if (!faults.isEmpty()) {
            return new Writing.Refused(faults.getFirst().sentence());
        }
        return transaction.execute(status -> write(locked(story), who, basedOn, text, isOffered));
    }

    private Writing write(
            Manuscript head,
            long who,
            int basedOn,
            StoryText text,
            Predicate<List<Document.Inline.Fact>> isOffered) {
        if (head.version() != basedOn) {
            return new Writing.Behind();
        }
        if (text.equals(head.text())) {
            return new Writing.Written(head.version(), head.head());
        }
        var fresh = revisions.lacking(head.id(), text);
        if (!fresh.isEmpty() && !isOffered.test(fresh)) {
            return new Writing.Refused(
                    "This text says a fact that neither the story nor its result has. Type its"
                            + " words instead.");
        }
        var number = isOpenTo(who, head) ? head.head() : head.head() + 1;
        var version =
                append(
                        head,
                        new Manuscript.Revision(
                                number,
                                text.kicker(),
                                text.headline(),
                                text.standfirst(),
                                text.heads(),
                                text.body(),
                                who,
                                clock.instant(),
                                "edited"));
        return new Writing.Written(version, number);
    }

    /// Puts an older version in front again, as a version of its own.
    public void bringBack(long story, long who, Manuscript.Revision older) {
        transaction.executeWithoutResult(status -> {
            var head = locked(story);
            append(
                    head,
                    new Manuscript.Revision(
                            head.head() + 1,
                            older.kicker(),
                            older.headline(),
                            older.standfirst(),
                            older.heads(),
                            older.body(),
                            who,
                            clock.instant(),
                            "restored"));
        });
    }

    private boolean isOpenTo(long who, Manuscript head) {
        var pause = Duration.between(head.savedAt(), clock.instant());
        var isTheirs = head.writers().contains(who) || pause.compareTo(TOGETHER) < 0;
        return head.why().equals("edited")
                && isTheirs
                && pause.compareTo(PAUSE) < 0
                && !revisions.isSettled(head.id(), head.head());
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
        var first =
                new Manuscript.Revision(
                        1,
                        draft.kicker(),
                        draft.headline(),
                        draft.standfirst(),
                        draft.heads(),
                        draft.body(),
                        draft.author(),
                        now.toInstant(),
                        "opened");
        revisions.append(id, first, 1);
        search.keep(id, first);
        if (draft.moreToFollow()) {
            new Promises(sql).open(id, draft.author(), now);
        }
        return id;
    }

    static @Nullable Long orNull(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }
}
