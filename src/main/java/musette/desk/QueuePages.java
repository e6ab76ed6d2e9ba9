package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.comments.Comments;
import musette.desk.QueuePage.Entry;
import musette.site.Frame;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Who;
import musette.staff.Staff;
import musette.store.EventRetries;
import musette.stories.ChangedFact;
import musette.stories.FactChanges;
import musette.stories.Manuscript;
import musette.stories.Plan;
import musette.stories.Queue;
import musette.stories.Reviews;
import musette.stories.Timetable;
import musette.text.Document.Inline;
import musette.text.FactLink;
import musette.text.FactSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The desk's first page: what hurries stands on top.
@Controller
@MayCall(Who.STAFF)
class QueuePages {
    private static final int MOST = 30;

    /// A promise older than this embarrasses the house.
    private static final Duration STALE_PROMISE = Duration.ofMinutes(60);

    private final Queue all;
    private final Timetable timetable;
    private final Reviews reviews;
    private final FactChanges changes;
    private final Comments comments;
    private final EventRetries events;
    private final Staff staff;
    private final Times times;
    private final Templates templates;
    private final Frame.Frames frames;

    QueuePages(
            Queue all,
            Timetable timetable,
            Reviews reviews,
            FactChanges changes,
            Comments comments,
            EventRetries events,
            Staff staff,
            Times times,
            Templates templates,
            Frame.Frames frames) {
        this.all = all;
        this.timetable = timetable;
        this.reviews = reviews;
        this.changes = changes;
        this.comments = comments;
        this.events = events;
        this.staff = staff;
        this.times = times;
        this.templates = templates;
        this.frames = frames;
    }

    @GetMapping("/desk")
    ResponseEntity<byte[]> queue(
            @RequestParam(defaultValue = "0") long discarded,
            @RequestParam(defaultValue = "0") long whose,
            HttpServletRequest request,
            @Nullable CsrfToken csrf) {
        var names = staff.names();
        var queue = whose == 0 ? all : all.of(whose);
        return templates.page(
                "desk/queue.jte",
                new QueuePage(
                        frames.signedIn("Queue", csrf),
                        events.stranded().stream().map(QueuePages::work).toList(),
                        changed(),
                        entries(queue.waitingFlashes(MOST), this::flash),
                        entries(queue.inReview(MOST), story -> asked(story, names)),
                        planned(queue, names),
                        entries(queue.growing(MOST), story -> growing(story, names)),
                        entries(queue.drafts(MOST), story -> draft(story, names)),
                        entries(queue.live(MOST), story -> live(story, names)),
                        entries(queue.withdrawn(MOST), story -> draft(story, names)),
                        people(OnDuty.member(request), whose, names),
                        discarded == 0 ? "" : "/desk/stories/%d/restoration".formatted(discarded)));
    }

    /// Everybody first, then the one who asks, then the others by name.
    private static List<QueuePage.Person> people(long reader, long whose, Map<Long, String> names) {
        var others =
                names.entrySet().stream()
                        .filter(member -> member.getKey() != reader)
                        .sorted(Map.Entry.comparingByValue())
                        .map(member -> person(member.getKey(), member.getValue(), whose));
        return Stream.concat(
                        Stream.of(person(0, "Everybody", whose), person(reader, "Mine", whose)),
                        others)
                .toList();
    }

    private static QueuePage.Person person(long number, String name, long whose) {
        return new QueuePage.Person(number, name, number == whose);
    }

    /// Tries again what was set aside.
    @PostMapping("/desk/set-aside")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> again() {
        events.release();
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/desk")).build();
    }

    /// What a listener was to do, in people's words, by the room it stands in.
    private static String work(String listener) {
        if (listener.startsWith("musette.flash.")) {
            return "a flash for a result";
        }
        if (listener.startsWith("musette.readers.")) {
            return "a reader's link to sign in";
        }
        return listener.startsWith("musette.staff.") ? "a link for the staff" : listener;
    }

    /// Changed facts, story by story.
    private List<QueuePage.ChangedStory> changed() {
        return changes.open().stream()
                .collect(
                        Collectors.groupingBy(
                                ChangedFact::story, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(QueuePages::changed)
                .toList();
    }

    private static QueuePage.ChangedStory changed(List<ChangedFact> facts) {
        var first = facts.getFirst();
        var isSeen = facts.stream().anyMatch(ChangedFact::isSeenByReaders);
        return new QueuePage.ChangedStory(
                "/desk/stories/" + first.story(),
                first.headline(),
                isSeen ? "readers see it" : "draft",
                facts.stream().map(QueuePages::change).toList());
    }

    private static QueuePage.Change change(ChangedFact fact) {
        var sentence = fact.oldSentence();
        var at = Math.max(sentence.indexOf(fact.text()), 0);
        var end = Math.min(at + fact.text().length(), sentence.length());
        return new QueuePage.Change(
                fact.source(),
                sentence.substring(0, at),
                sentence.substring(at, end),
                sentence.substring(end),
                fact.newWords().isEmpty() ? "nothing any more" : fact.newWords(),
                fact.newSentence());
    }

    private List<Entry> entries(List<Manuscript> stories, Function<Manuscript, Entry> form) {
        var open = comments.open(stories.stream().map(Manuscript::id).toList());
        return stories.stream()
                .map(story -> form.apply(story).with(open.getOrDefault(story.id(), 0)))
                .toList();
    }

    private Entry flash(Manuscript story) {
        var detail = "drafted from the result" + year(story).map(" of "::concat).orElse("");
        return entry(story, detail, times.age(story.openedAt()), true);
    }

    /// Flashes of one race that comes in with its archive are told apart by it.
    private static Optional<String> year(Manuscript story) {
        return story.facts().stream()
                .map(Inline.Fact::link)
                .filter(link ->
                        FactSource.of(link.source()).orElse(null) instanceof FactSource.Year)
                .map(FactLink::value)
                .findFirst();
    }

    private List<Entry> planned(Queue queue, Map<Long, String> names) {
        var plans = timetable.all().stream().collect(Collectors.toMap(Plan::story, plan -> plan));
        var stories =
                queue.planned(MOST).stream()
                        .filter(story -> plans.containsKey(story.id()))
                        .toList();
        return entries(
                stories,
                story -> planned(story, Objects.requireNonNull(plans.get(story.id())), names));
    }

    private Entry planned(Manuscript story, Plan plan, Map<Long, String> names) {
        var detail = "%s, planned by %s".formatted(times.words(plan.at()), names.get(plan.by()));
        if (!plan.problem().isEmpty()) {
            return entry(story, detail, "has not gone live", true);
        }
        if (timetable.isLate(plan)) {
            return entry(story, detail, "late", true);
        }
        var mark = plan.revision() == story.head() ? "" : "a newer version is not planned";
        return entry(story, detail, mark, false);
    }

    private Entry asked(Manuscript story, Map<Long, String> names) {
        var asked = reviews.of(story.id()).getFirst();
        return entry(
                story,
                "%s asks for a look".formatted(names.getOrDefault(asked.by(), "somebody")),
                times.age(asked.at()),
                true);
    }

    private Entry growing(Manuscript story, Map<Long, String> names) {
        var promise = Objects.requireNonNull(story.promise());
        return entry(
                story,
                "promised by " + names.get(promise.by()),
                times.age(promise.since()),
                times.since(promise.since()).compareTo(STALE_PROMISE) > 0);
    }

    private Entry draft(Manuscript story, Map<Long, String> names) {
        var detail = "%s, %s".formatted(names.get(story.savedBy()), times.words(story.savedAt()));
        return entry(story, detail, "", false);
    }

    private Entry live(Manuscript story, Map<Long, String> names) {
        var published = Objects.requireNonNull(story.publishedAt());
        var detail = "%s, %s".formatted(names.get(story.author()), times.words(published));
        return entry(story, detail, story.isAheadOfReaders() ? "changes not live" : "", false);
    }

    private static Entry entry(Manuscript story, String detail, String mark, boolean isUrgent) {
        return new Entry(
                "/desk/stories/" + story.id(),
                story.kicker(),
                story.headline(),
                detail,
                mark,
                isUrgent,
                0);
    }
}
