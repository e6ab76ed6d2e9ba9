package musette.stories;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import musette.store.DatabaseWatch;
import musette.stories.Publication.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Drafts that go live at a moment of an editor's choice, in the version that the editor saw. What
/// somebody saves after that does not go out unread, and takes nothing away.
///
/// Every second each node looks for what is due; the story's own lock lets one of them publish it.
/// A server that was down publishes late rather than never. What cannot be published (its facts
/// have changed) stays, and says why.
@Component
public class Timetable {
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final Duration LATE = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(Timetable.class);

    private final Plans plans;
    private final TransactionTemplate transaction;
    private final Manuscripts manuscripts;
    private final Publication publication;
    private final DatabaseWatch database;
    private final Clock clock;

    Timetable(
            JdbcClient sql,
            TransactionTemplate transaction,
            Manuscripts manuscripts,
            Publication publication,
            DatabaseWatch database,
            Clock clock) {
        plans = new Plans(sql);
        this.transaction = transaction;
        this.manuscripts = manuscripts;
        this.publication = publication;
        this.database = database;
        this.clock = clock;
    }

    /// Plans the newest version, which must still be `version`.
    public Outcome plan(long story, long who, int version, Instant at) {
        if (!at.isAfter(clock.instant())) {
            return new Outcome.Refused(
                    "That moment has passed. Publish it now, or choose a later one.");
        }
        if (at.isAfter(clock.instant().plus(FARTHEST))) {
            return new Outcome.Refused("That is more than a year away.");
        }
        return publication.plan(story, who, version, at);
    }

    /// Whether there was something to call off.
    public boolean callOff(long story) {
        return publication.callOff(story);
    }

    /// Keeps a draft from readers until then, whoever would publish or plan it.
    ///
    /// @return why not; empty when it is so now
    public Optional<String> embargo(long story, long who, Instant until) {
        return transaction.execute(status -> {
            if (manuscripts.locked(story).state() == Manuscript.State.LIVE) {
                return Optional.of("Readers see this story; withdraw it if they must not.");
            }
            if (!until.isAfter(clock.instant())) {
                return Optional.of("That moment has passed.");
            }
            if (plans.of(story).filter(plan -> plan.at().isBefore(until)).isPresent()) {
                return Optional.of("It is planned for an earlier moment. Call that off first.");
            }
            plans.keepEmbargo(story, until, who, clock.instant());
            return Optional.empty();
        });
    }

    /// Whether there was an embargo to lift.
    public boolean lift(long story) {
        return plans.dropEmbargo(story);
    }

    /// Until when a story is kept from readers; empty when it is not, or not any more.
    public Optional<Instant> embargoOf(long story) {
        return plans.embargo(story).filter(clock.instant()::isBefore);
    }

    /// Which embargoes end in that time, by story; the earliest first.
    public Map<Long, Instant> embargoesThatEnd(Instant from, Instant until) {
        return plans.embargoes(from, until);
    }

    /// Whether it should have gone live a minute ago.
    public boolean isLate(Plan plan) {
        return plan.at().plus(LATE).isBefore(clock.instant());
    }

    public Optional<Plan> of(long story) {
        return plans.of(story);
    }

    /// All that are to come, or could not be carried out; the earliest first.
    public List<Plan> all() {
        return plans.all();
    }

    /// Publishes what is due.
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    public void publishDue() {
        if (database.isAway()) {
            return;
        }
        plans.due(clock.instant()).forEach(this::carryOut);
    }

    /// One that fails keeps no other back; it is tried again in a second.
    private void carryOut(Plan plan) {
        try {
            if (publication.carryOut(plan) instanceof Outcome.Published && isLate(plan)) {
                log.warn(
                        "Story {} was to go live at {} and did only now.", plan.story(), plan.at());
            }
        } catch (DataAccessException | TransactionException e) {
            log.error("Story {} could not go live; it is tried again.", plan.story(), e);
        }
    }
}
