package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.audit.AuditLog;
import musette.comments.Comment;
import musette.comments.Comment.Remark;
import musette.comments.Comments;
import musette.desk.EditorPage.CommentLine;
import musette.desk.EditorPage.Newer;
import musette.desk.EditorPage.PlanLine;
import musette.desk.EditorPage.RemarkLine;
import musette.desk.EditorPage.ResultChoice;
import musette.desk.EditorPage.ReviewLine;
import musette.desk.EditorPage.Step;
import musette.proof.Proofreader;
import musette.racing.Result;
import musette.racing.Results;
import musette.site.Frame;
import musette.staff.Staff;
import musette.stories.Manuscript;
import musette.stories.Plan;
import musette.stories.Publication;
import musette.stories.Reviews;
import musette.stories.Reviews.Review;
import musette.stories.Revisions;
import musette.stories.Timetable;
import musette.stories.Topic;
import musette.stories.Topics;
import musette.text.Edit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lays a story out for the editor's page.
@Component
class Editor {
    private static final int MOST_REVISIONS = 50;
    private static final int MOST_DEEDS = 100;
    private static final int MOST_CHOICES = 30;

    private final Revisions revisions;
    private final Publication publication;
    private final Timetable timetable;
    private final Reviews reviews;
    private final Results results;
    private final Proofreader proofreader;
    private final Topics topics;
    private final Comments comments;
    private final AuditLog log;
    private final Staff staff;
    private final Times times;
    private final Frame.Frames frames;

    Editor(
            Revisions revisions,
            Publication publication,
            Timetable timetable,
            Reviews reviews,
            Results results,
            Proofreader proofreader,
            Topics topics,
            Comments comments,
            AuditLog log,
            Staff staff,
            Times times,
            Frame.Frames frames) {
        this.revisions = revisions;
        this.publication = publication;
        this.timetable = timetable;
        this.reviews = reviews;
        this.results = results;
        this.proofreader = proofreader;
        this.topics = topics;
        this.comments = comments;
        this.log = log;
        this.staff = staff;
        this.times = times;
        this.frames = frames;
    }

    /// What came of what the editor did.
    ///
    /// @param part the part of the page in which something did not happen, `corrections` and its
    ///   like, empty for none
    /// @param newer what somebody else saved in the meantime
    record Answer(
            String notice,
            String problem,
            String part,
            List<Edit.Fault> faults,
            @Nullable Manuscript newer) {

        Answer {
            faults = List.copyOf(faults);
        }

        static Answer notice(String words) {
            return new Answer(words, "", "", List.of(), null);
        }

        static Answer problem(String words, String part) {
            return new Answer("", words, part, List.of(), null);
        }

        static Answer faults(List<Edit.Fault> faults) {
            return new Answer("", "Nothing was saved yet. Your words are below.", "", faults, null);
        }

        static Answer conflict(Manuscript newer) {
            return new Answer("", "", "", List.of(), newer);
        }
    }

    EditorPage page(Manuscript story, StoryForm form, Answer answer, HttpServletRequest request) {
        var names = staff.names();
        var facts = facts(story);
        var asked = reviews.of(story.id());
        var mayPublish = OnDuty.mayPublish(request);
        return new EditorPage(
                frames.withForms(story.headline(), ""),
                "/desk/stories/" + story.id(),
                OnDuty.member(request),
                form,
                form.isAsSaved(story) ? story.text().write() : "",
                story.head(),
                story.state() == Manuscript.State.DRAFT,
                story.state() == Manuscript.State.LIVE,
                mayPublish,
                mayPublish && publication.mayUndo(story.id(), OnDuty.member(request)),
                isWaitingFlash(story),
                story.slug(),
                state(story),
                answer.notice(),
                answer.problem(),
                answer.part(),
                answer.faults(),
                facts.of(story.facts()),
                choices(story, facts.result()),
                title(facts.result()),
                facts.rows(),
                proofreader.read(story),
                timetable.of(story.id()).map(plan -> plan(story, plan, names)).orElse(null),
                times.zone(),
                review(story, asked, OnDuty.member(request), names),
                timetable.embargoOf(story.id()).map(times::words).orElse(""),
                promise(story, names),
                filing(story),
                comments(story, OnDuty.member(request), names),
                newer(answer.newer(), names),
                history(story, asked, names));
    }

    private String state(Manuscript story) {
        return switch (story.state()) {
            case DRAFT -> isWaitingFlash(story) ? "Flash, waiting" : "Draft";
            case LIVE -> story.isAheadOfReaders() ? "Live, changes not shown" : "Live";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    private static boolean isWaitingFlash(Manuscript story) {
        return story.state() == Manuscript.State.DRAFT && "flash".equals(story.origin());
    }

    private FactWords facts(Manuscript story) {
        var result = story.result();
        return new FactWords(
                result.isPresent() ? results.byId(result.getAsLong()).orElse(null) : null);
    }

    /// The results that were filed last, and the one that the story carries.
    private List<ResultChoice> choices(Manuscript story, @Nullable Result carried) {
        if (story.origin().equals("flash")) {
            return List.of();
        }
        return Stream.concat(Stream.ofNullable(carried), results.newest(MOST_CHOICES).stream())
                .map(result -> new ResultChoice(Long.toString(result.id()), title(result)))
                .distinct()
                .toList();
    }

    private static String title(@Nullable Result result) {
        return result == null
                ? ""
                : "%d %s, %s"
                        .formatted(
                                result.edition().year(), result.title(), result.standing().word());
    }

    private String promise(Manuscript story, Map<Long, String> names) {
        var promise = story.promise();
        return promise == null
                ? ""
                : "Promised by %s, %s."
                        .formatted(names.get(promise.by()), times.words(promise.since()));
    }

    private PlanLine plan(Manuscript story, Plan plan, Map<Long, String> names) {
        var older = plan.revision() == story.head() ? "" : " What was saved since is not planned.";
        return new PlanLine(
                "Version %d goes live %s, planned by %s.%s"
                        .formatted(
                                plan.revision(),
                                times.words(plan.at()),
                                name(plan.by(), names),
                                older),
                plan.problem());
    }

    /// Everybody on duty, and whoever's name stands there still.
    private List<EditorPage.Name> names(Manuscript story) {
        return Stream.concat(
                        staff.members().stream().map(Staff.Member::author),
                        staff.byIds(story.byline()).stream())
                .map(author -> new EditorPage.Name(String.valueOf(author.id()), author.name()))
                .distinct()
                .sorted(Comparator.comparing(EditorPage.Name::name))
                .toList();
    }

    private EditorPage.Filing filing(Manuscript story) {
        return new EditorPage.Filing(
                story.byline().stream().map(String::valueOf).toList(),
                names(story),
                topics.of(story.id()).stream().map(Topic::name).collect(Collectors.joining(", ")),
                topics.all().stream().map(kept -> kept.topic().name()).toList());
    }

    private List<CommentLine> comments(Manuscript story, long reader, Map<Long, String> names) {
        return comments.of(story.id()).stream()
                .map(comment -> line(comment, reader, names))
                .toList();
    }

    private CommentLine line(Comment comment, long reader, Map<Long, String> names) {
        var remarks =
                Stream.concat(Stream.of(comment.first()), comment.answers().stream())
                        .map(remark -> line(remark, mayChange(comment, remark, reader), names))
                        .toList();
        var doneBy = comment.isOpen() ? "" : name(comment.doneBy().orElseThrow(), names);
        return new CommentLine(comment.id(), comment.about(), remarks, doneBy);
    }

    private static boolean mayChange(Comment comment, Remark remark, long reader) {
        return comment.isOpen() && remark.by() == reader && remark.equals(comment.last());
    }

    private RemarkLine line(Remark remark, boolean mayChange, Map<Long, String> names) {
        return new RemarkLine(
                name(remark.by(), names),
                times.words(remark.at()) + (remark.changed() ? ", changed since" : ""),
                remark.words(),
                mayChange ? remark.id() : 0);
    }

    private @Nullable Newer newer(@Nullable Manuscript newer, Map<Long, String> names) {
        return newer == null
                ? null
                : new Newer(
                        names.getOrDefault(newer.savedBy(), "Somebody"),
                        times.words(newer.savedAt()),
                        StoryForm.of(newer));
    }

    /// Saves and acts together, the newest first.
    private List<Step> history(Manuscript story, List<Review> asked, Map<Long, String> names) {
        var steps = new ArrayList<Dated>(looks(asked, names));
        steps.addAll(deeds(story.id(), names));
        for (var act : revisions.acts(story.id())) {
            var words =
                    "%s version %d%s"
                            .formatted(
                                    act.act(),
                                    act.revision(),
                                    act.isUndone() ? ", taken back" : "");
            var step =
                    new Step(words, name(act.by(), names), times.words(act.at()), act.note(), "");
            steps.add(new Dated(act.at(), step));
        }
        for (var revision : revisions.revisions(story.id(), MOST_REVISIONS)) {
            var address = "/desk/stories/%d/revisions/%d".formatted(story.id(), revision.number());
            var words =
                    "%s version %d"
                            .formatted(
                                    switch (revision.why()) {
                                        case "opened" -> "opened";
                                        case "drafted" -> "drafted anew:";
                                        case "followed" -> "followed its result:";
                                        case "restored" -> "brought an older one back:";
                                        default -> "saved";
                                    },
                                    revision.number());
            var who =
                    revision.writers().stream()
                            .map(writer -> name(writer, names))
                            .collect(Collectors.joining(", "));
            var step = new Step(words, who, times.words(revision.savedAt()), "", address);
            steps.add(new Dated(revision.savedAt(), step));
        }
        return steps.stream()
                .sorted(Comparator.comparing(Dated::at).reversed())
                .map(Dated::step)
                .toList();
    }

    private record Dated(Instant at, Step step) {}

    /// What the log tells of the story and neither its versions nor its publications do.
    private List<Dated> deeds(long story, Map<Long, String> names) {
        return log.about("story", story, MOST_DEEDS).stream()
                .filter(entry -> !Deeds.of(entry.act()).isInHistory())
                .map(entry ->
                        dated(
                                Deeds.of(entry.act()).words(),
                                entry.member(),
                                entry.at(),
                                entry.detail(),
                                names))
                .toList();
    }

    private List<Dated> looks(List<Review> asked, Map<Long, String> names) {
        var steps = new ArrayList<Dated>();
        for (var review : asked) {
            steps.add(dated("asked for a look", review.by(), review.at(), "", names));
            if (review.isSentBack() && review.endedAt() != null) {
                steps.add(
                        dated(
                                "sent it back",
                                review.endedBy().orElseThrow(),
                                review.endedAt(),
                                review.note(),
                                names));
            }
        }
        return steps;
    }

    private Dated dated(String words, long who, Instant at, String note, Map<Long, String> names) {
        return new Dated(at, new Step(words, name(who, names), times.words(at), note, ""));
    }

    private ReviewLine review(
            Manuscript story, List<Review> asked, long reader, Map<Long, String> names) {
        if (asked.isEmpty() || story.state() != Manuscript.State.DRAFT) {
            return new ReviewLine("", false, "");
        }
        var last = asked.getFirst();
        return new ReviewLine(
                last.isOpen()
                        ? "%s asked for a look, %s."
                                .formatted(name(last.by(), names), times.words(last.at()))
                        : "",
                last.by() == reader,
                last.isSentBack()
                        ? "%s sent it back: %s"
                                .formatted(name(last.endedBy().orElseThrow(), names), last.note())
                        : "");
    }

    private static String name(long member, Map<Long, String> names) {
        return names.getOrDefault(member, "somebody");
    }
}
