package musette.stories;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import musette.media.Pictures;
import musette.stories.Manuscript.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Decides what readers see. Each act is one transaction: the pointer, the row that says who did
/// what, and the news for the rooms upstairs.
@Component
public class Publication {
    private static final int LONGEST_NOTE = 1_000;

    private static final String STALE =
            "The result has changed and this version still says what it said before. Decide about"
                    + " the changed facts at the top of the queue, or write what is so.";

    private static final String BARE_PICTURE =
            "A picture in this version does not say yet what it shows or who took it. Press the"
                    + " picture and fill that in.";

    private static final String SHOW_STORY =
            """
            UPDATE story
            SET published = :revision, published_at = coalesce(published_at, :now)
            WHERE id = :story
            """;
    private static final String HIDE_STORY =
            """
            UPDATE story
            SET published = NULL
            WHERE id = :story
            """;
    private static final String BRING_STORY_BACK =
            """
            UPDATE story
            SET published = :revision::integer,
                published_at = CASE WHEN :was_shown_before THEN published_at END
            WHERE id = :story
            """;
    private static final String KEEP_RESULT =
            """
            UPDATE story
            SET result_id = :result, edition_id = :edition
            WHERE id = :story
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Manuscripts manuscripts;
    private final Pictures pictures;
    private final Promises promises;
    private final FactChanges changes;
    private final PublicationActs acts;
    private final Plans plans;
    private final Reviews reviews;

    public Publication(
            JdbcClient sql,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher events,
            Manuscripts manuscripts,
            Pictures pictures) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
        this.manuscripts = manuscripts;
        this.pictures = pictures;
        promises = new Promises(sql);
        acts = new PublicationActs(sql);
        plans = new Plans(sql);
        reviews = new Reviews(sql, clock);
        changes = new FactChanges(sql, clock, events);
    }

    /// What became of an act.
    public sealed interface Outcome {
        /// The story went live at that slug.
        record Published(String slug) implements Outcome {}

        /// The story goes live by itself then.
        record Planned(Instant at) implements Outcome {}

        /// Readers of the live story see something new.
        record Updated(String slug) implements Outcome {}

        /// Readers see the newest version and are told what was wrong.
        record Corrected(String slug) implements Outcome {}

        /// Readers don't see the story any more.
        record Withdrawn(String slug) implements Outcome {}

        /// The story carries another result, or none.
        record Carried() implements Outcome {}

        /// The last act was taken back; readers see what they saw before it.
        record Undone(String slug) implements Outcome {}

        /// Nothing was done; the reason is a sentence for the page.
        record Refused(String reason) implements Outcome {}
    }

    /// Shows readers version `version`, which must still be the newest: nobody publishes words they
    /// have not seen.
    public Outcome publish(long story, long who, int version) {
        return decide(story, manuscript -> publish(manuscript, who, version));
    }

    /// Shows readers version `version` together with a public note of what was wrong.
    public Outcome correct(long story, long who, int version, String note) {
        return decide(story, manuscript -> correct(manuscript, who, version, note.strip()));
    }

    /// Takes the story away from readers, who are told the reason.
    public Outcome withdraw(long story, long who, String reason) {
        return decide(story, manuscript -> withdraw(manuscript, who, reason.strip()));
    }

    /// Takes back what `who` has just shown readers: a publication, an update or a correction of
    /// the last seconds.
    public Outcome undo(long story, long who) {
        return decide(story, manuscript -> undo(manuscript, who));
    }

    /// Whether `undo` would do something now.
    public boolean mayUndo(long story, long who) {
        return isFresh(acts.lastTwo(story), who);
    }

    /// Promises readers that more is to follow, in the name of `who`.
    public void promiseMore(long story, long who) {
        transaction.executeWithoutResult(status -> {
            var manuscript = manuscripts.locked(story);
            if (promises.open(story, who, now())) {
                tellIfLive(manuscript);
            }
        });
    }

    /// Settles the promise: the story is complete.
    public void settle(long story, long who) {
        transaction.executeWithoutResult(status -> {
            var manuscript = manuscripts.locked(story);
            if (promises.settle(story, who, now())) {
                tellIfLive(manuscript);
            }
        });
    }

    /// Puts that result's table under the story, or none; what is typed is read against it from now
    /// on. A flash stays with the result that it was drafted from.
    ///
    /// @param edition the result's edition
    /// @param mayPublish whether the person may change what readers see
    public Outcome carry(
            long story, OptionalLong result, OptionalLong edition, boolean mayPublish) {
        return decide(
                story,
                manuscript -> {
                    if (manuscript.state() == State.LIVE && !mayPublish) {
                        return new Outcome.Refused(
                                "Readers see this story; an editor changes its table.");
                    }
                    if (manuscript.origin().equals("flash")) {
                        return new Outcome.Refused(
                                "A flash stays with the result it was drafted from.");
                    }
                    sql.sql(KEEP_RESULT)
                            .param("story", story)
                            .param("result", Manuscripts.orNull(result), Types.BIGINT)
                            .param("edition", Manuscripts.orNull(edition), Types.BIGINT)
                            .update();
                    tellIfLive(manuscript);
                    return new Outcome.Carried();
                });
    }

    private Outcome decide(long story, Function<Manuscript, Outcome> act) {
        return transaction.execute(status -> act.apply(manuscripts.locked(story)));
    }

    private Outcome publish(Manuscript story, long who, int version) {
        var objection = objection(story, version, clock.instant());
        if (objection.isPresent()) {
            return new Outcome.Refused(objection.get());
        }
        if (story.state() == State.LIVE && !story.isAheadOfReaders()) {
            return new Outcome.Refused("Readers already see this version.");
        }
        var isUpdate = story.state() == State.LIVE;
        show(story, story.head(), who, isUpdate ? "updated" : "published", "");
        if (isUpdate) {
            events.publishEvent(new StoryUpdated(story.id(), story.slug()));
            return new Outcome.Updated(story.slug());
        }
        events.publishEvent(new StoryPublished(story.id(), story.slug()));
        return new Outcome.Published(story.slug());
    }

    private Optional<String> objection(Manuscript story, int version, Instant moment) {
        if (story.version() != version) {
            return Optional.of(
                    "Somebody saved a newer version in the meantime. Read it, then publish.");
        }
        var lack = story.text().lack().or(() -> plans.objection(story.id(), moment));
        if (lack.isPresent()) {
            return lack;
        }
        if (!pictures.areReady(story.body().pictures())) {
            return Optional.of(BARE_PICTURE);
        }
        return changes.isStale(story.id(), story.head()) ? Optional.of(STALE) : Optional.empty();
    }

    /// Notes that a draft goes live later.
    Outcome plan(long id, long who, int version, Instant at) {
        return decide(
                id,
                story -> {
                    var objection =
                            story.state() == State.DRAFT
                                    ? objection(story, version, at)
                                    : Optional.of(
                                            "Readers have seen this story; show them a new version"
                                                    + " by hand.");
                    if (objection.isPresent()) {
                        return new Outcome.Refused(objection.get());
                    }
                    plans.put(new Plan(id, story.head(), at, who, ""));
                    return new Outcome.Planned(at);
                });
    }

    /// Behind the story's lock, so that nothing goes live that was just called off.
    boolean callOff(long story) {
        return transaction.execute(status -> {
            manuscripts.locked(story);
            return plans.drop(story);
        });
    }

    /// Shows readers what was planned, unless somebody has decided otherwise in the meantime.
    Outcome carryOut(Plan plan) {
        return decide(
                plan.story(),
                story -> {
                    if (!plans.of(story.id()).equals(Optional.of(plan))) {
                        return new Outcome.Refused("The plan is another one now.");
                    }
                    var objection =
                            changes.isStale(story.id(), plan.revision())
                                    ? Optional.of(STALE)
                                    : plans.objection(story.id(), clock.instant());
                    if (objection.isPresent()) {
                        plans.note(story.id(), objection.get());
                        return new Outcome.Refused(objection.get());
                    }
                    show(story, plan.revision(), plan.by(), "published", "");
                    events.publishEvent(new StoryPublished(story.id(), story.slug()));
                    return new Outcome.Published(story.slug());
                });
    }

    private Outcome correct(Manuscript story, long who, int version, String note) {
        if (story.state() != State.LIVE) {
            return new Outcome.Refused("Only a live story can be corrected.");
        }
        var objection = objection(story, version, clock.instant());
        if (objection.isPresent()) {
            return new Outcome.Refused(objection.get());
        }
        if (note.isEmpty()) {
            return new Outcome.Refused("A correction tells readers what was wrong: add a note.");
        }
        if (note.length() > LONGEST_NOTE) {
            return new Outcome.Refused("The note is too long; 1,000 characters is the most.");
        }
        show(story, story.head(), who, "corrected", note);
        events.publishEvent(new StoryUpdated(story.id(), story.slug()));
        return new Outcome.Corrected(story.slug());
    }

    private Outcome withdraw(Manuscript story, long who, String reason) {
        if (story.state() != State.LIVE) {
            return new Outcome.Refused("Only a live story can be withdrawn.");
        }
        if (reason.isEmpty()) {
            return new Outcome.Refused("Readers are told why a story is gone: add the reason.");
        }
        if (reason.length() > LONGEST_NOTE) {
            return new Outcome.Refused("The reason is too long; 1,000 characters is the most.");
        }
        sql.sql(HIDE_STORY).param("story", story.id()).update();
        acts.add(story.id(), story.published().orElseThrow(), who, "withdrawn", reason, now());
        promises.settle(story.id(), who, now());
        events.publishEvent(new StoryWithdrawn(story.id(), story.slug()));
        return new Outcome.Withdrawn(story.slug());
    }

    private Outcome undo(Manuscript story, long who) {
        var last = acts.lastTwo(story.id());
        if (!isFresh(last, who)) {
            return new Outcome.Refused(
                    "It is too late to take that back. Publish a new version, correct the story or"
                            + " withdraw it.");
        }
        acts.undo(last.getFirst(), now());
        var before = last.stream().skip(1).findFirst();
        var isShownStill = before.filter(PublicationActs.Act::shows).isPresent();
        sql.sql(BRING_STORY_BACK)
                .param("story", story.id())
                .param("revision", isShownStill ? before.get().revision() : null)
                .param("was_shown_before", before.isPresent())
                .update();
        events.publishEvent(
                isShownStill
                        ? new StoryUpdated(story.id(), story.slug())
                        : new StoryWithdrawn(story.id(), story.slug()));
        return new Outcome.Undone(story.slug());
    }

    private boolean isFresh(List<PublicationActs.Act> newestFirst, long who) {
        return !newestFirst.isEmpty() && newestFirst.getFirst().isFresh(who, clock.instant());
    }

    private void show(Manuscript story, int revision, long who, String act, String note) {
        sql.sql(SHOW_STORY)
                .param("story", story.id())
                .param("revision", revision)
                .param("now", now())
                .update();
        plans.drop(story.id());
        reviews.end(story.id(), who, "", true);
        acts.add(story.id(), revision, who, act, note, now());
    }

    private void tellIfLive(Manuscript story) {
        if (story.state() == State.LIVE) {
            events.publishEvent(new StoryUpdated(story.id(), story.slug()));
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
