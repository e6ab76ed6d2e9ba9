package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import musette.desk.SaveFirst.Answered;
import musette.desk.SaveFirst.Done;
import musette.desk.SaveFirst.Gone;
import musette.desk.SaveFirst.NotDone;
import musette.proof.Proofreader;
import musette.racing.Result;
import musette.racing.Results;
import musette.site.MayCall;
import musette.site.Who;
import musette.stories.Addresses;
import musette.stories.Bylines;
import musette.stories.Manuscripts;
import musette.stories.Publication;
import musette.stories.Publication.Outcome;
import musette.stories.Reviews;
import musette.stories.Timetable;
import musette.stories.Topics;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an editor does to a story. Where no script has sent the words before, every button sends
/// them with its form, and every act first saves them, so that no act can lose any.
@Controller
@MayCall(Who.STAFF)
class StoryActs {
    private static final int LONGEST_NOTE = 1_000;
    private static final String NOT_ASKED = "Nobody waits for this, or somebody else has asked.";

    private final Manuscripts manuscripts;
    private final Publication publication;
    private final Timetable timetable;
    private final Reviews reviews;
    private final Bylines bylines;
    private final Addresses addresses;
    private final Topics topics;
    private final Results results;
    private final Proofreader proofreader;
    private final SaveFirst saveFirst;
    private final Times times;

    StoryActs(
            Manuscripts manuscripts,
            Publication publication,
            Timetable timetable,
            Reviews reviews,
            Bylines bylines,
            Addresses addresses,
            Topics topics,
            Results results,
            Proofreader proofreader,
            SaveFirst saveFirst,
            Times times) {
        this.manuscripts = manuscripts;
        this.publication = publication;
        this.timetable = timetable;
        this.reviews = reviews;
        this.bylines = bylines;
        this.addresses = addresses;
        this.topics = topics;
        this.results = results;
        this.proofreader = proofreader;
        this.saveFirst = saveFirst;
        this.times = times;
    }

    @PostMapping("/desk/stories/{id}/revisions")
    ResponseEntity<byte[]> save(@PathVariable long id, HttpServletRequest request) {
        return saveFirst.only(id, request);
    }

    @PostMapping("/desk/stories/{id}/publication")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> publish(@PathVariable long id, HttpServletRequest request) {
        return saveFirst.then(
                id,
                request,
                (form, who) ->
                        proofread(id, form, () -> publication.publish(id, who, form.version())));
    }

    /// Goes live by itself later.
    @PostMapping("/desk/stories/{id}/plan")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> plan(@PathVariable long id, HttpServletRequest request) {
        return saveFirst.then(
                id,
                request,
                (form, who) ->
                        times.moment(form.at())
                                .map(at ->
                                        proofread(
                                                id,
                                                form,
                                                () -> timetable.plan(id, who, form.version(), at)))
                                .orElse(new NotDone("Choose the day and the time.")));
    }

    @PostMapping("/desk/stories/{id}/plan/end")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> callOff(@PathVariable long id, HttpServletRequest request) {
        return saveFirst.then(
                id,
                request,
                (form, who) -> new Done(timetable.callOff(id) ? "called-off" : "saved"));
    }

    @PostMapping("/desk/stories/{id}/corrections")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> correct(@PathVariable long id, HttpServletRequest request) {
        return saveFirst.then(
                id,
                request,
                (form, who) ->
                        proofread(
                                id,
                                form,
                                () -> publication.correct(id, who, form.version(), form.note())));
    }

    @PostMapping("/desk/stories/{id}/withdrawal")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> withdraw(@PathVariable long id, HttpServletRequest request) {
        return saveFirst.then(
                id, request, (form, who) -> answer(publication.withdraw(id, who, form.reason())));
    }

    @PostMapping("/desk/stories/{id}/undo")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> undo(@PathVariable long id, HttpServletRequest request) {
        return saveFirst.then(id, request, (form, who) -> answer(publication.undo(id, who)));
    }

    @PostMapping("/desk/stories/{id}/more-to-follow")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> promise(@PathVariable long id, HttpServletRequest request) {
        return saveFirst.then(
                id,
                request,
                (form, who) -> {
                    publication.promiseMore(id, who);
                    return new Done("promised");
                });
    }

    @PostMapping("/desk/stories/{id}/completion")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> settle(@PathVariable long id, HttpServletRequest request) {
        return saveFirst.then(
                id,
                request,
                (form, who) -> {
                    publication.settle(id, who);
                    return new Done("settled");
                });
    }

    /// Where the story stands; who writes it chooses for a draft, an editor moves a live one.
    @PostMapping("/desk/stories/{id}/address")
    ResponseEntity<byte[]> address(@PathVariable long id, HttpServletRequest request) {
        return saveFirst.then(
                id,
                request,
                (form, who) ->
                        addresses
                                .choose(id, form.address(), OnDuty.mayPublish(request))
                                .<Answered>map(NotDone::new)
                                .orElse(new Done("moved")));
    }

    /// Whose names stand over the story.
    @PostMapping("/desk/stories/{id}/byline")
    ResponseEntity<byte[]> sign(
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<String> byline,
            HttpServletRequest request) {
        var members =
                byline.stream()
                        .filter(number -> number.matches("[0-9]{1,18}"))
                        .map(Long::valueOf)
                        .toList();
        return saveFirst.then(
                id,
                request,
                (form, who) ->
                        bylines.put(id, members, OnDuty.mayPublish(request))
                                .<Answered>map(NotDone::new)
                                .orElse(new Done("signed")));
    }

    /// What the story is about, with commas between.
    @PostMapping("/desk/stories/{id}/topics")
    ResponseEntity<byte[]> file(
            @PathVariable long id,
            @RequestParam(name = "topics", defaultValue = "") String names,
            HttpServletRequest request) {
        return saveFirst.then(
                id,
                request,
                (form, who) ->
                        topics.put(id, List.of(names.split(",", -1)), OnDuty.mayPublish(request))
                                .<Answered>map(NotDone::new)
                                .orElse(new Done("filed")));
    }

    /// Which result's table stands under the story.
    @PostMapping("/desk/stories/{id}/result")
    ResponseEntity<byte[]> carry(@PathVariable long id, HttpServletRequest request) {
        return saveFirst.then(
                id, request, (form, who) -> carry(id, form.result(), OnDuty.mayPublish(request)));
    }

    /// @param number of the result, empty for none
    private Answered carry(long story, String number, boolean mayPublish) {
        if (number.isEmpty()) {
            return answer(
                    publication.carry(
                            story, OptionalLong.empty(), OptionalLong.empty(), mayPublish));
        }
        return result(number)
                .map(result ->
                        answer(
                                publication.carry(
                                        story,
                                        OptionalLong.of(result.id()),
                                        OptionalLong.of(result.edition().id()),
                                        mayPublish)))
                .orElse(new NotDone("There is no such result."));
    }

    private Optional<Result> result(String number) {
        return number.matches("[0-9]{1,18}")
                ? results.byId(Long.parseLong(number))
                : Optional.empty();
    }

    /// Away from the desk, for a draft readers have never seen. What was typed is saved first.
    @PostMapping("/desk/stories/{id}/discard")
    ResponseEntity<byte[]> discard(@PathVariable long id, HttpServletRequest request) {
        return saveFirst.then(
                id,
                request,
                (form, who) ->
                        manuscripts.discard(id)
                                ? new Gone(id)
                                : new NotDone("Readers have seen this story; withdraw it."));
    }

    /// Leaves words as they are that contradict the result.
    ///
    /// @param mark see `Mark.key`; the reason stands in the field that carries its name
    @PostMapping("/desk/stories/{id}/marks/dismissal")
    ResponseEntity<byte[]> dismiss(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String mark,
            HttpServletRequest request) {
        var reason = Objects.requireNonNullElse(request.getParameter("why " + mark), "");
        return saveFirst.then(
                id,
                request,
                (form, who) -> {
                    var refused =
                            proofreader.dismiss(OnDesk.find(manuscripts, id), mark, reason, who);
                    return refused.isEmpty() ? new Done("dismissed") : new NotDone(refused);
                });
    }

    /// Asks an editor to look at a draft.
    @PostMapping("/desk/stories/{id}/review")
    ResponseEntity<byte[]> ask(@PathVariable long id, HttpServletRequest request) {
        return saveFirst.then(
                id, request, (form, who) -> new Done(reviews.ask(id, who) ? "asked" : "saved"));
    }

    /// Takes the question back, or sends the draft back with what is to be done first.
    @PostMapping("/desk/stories/{id}/review/end")
    ResponseEntity<byte[]> sendBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String first,
            HttpServletRequest request) {
        return saveFirst.then(
                id,
                request,
                (form, who) -> {
                    if (first.length() > LONGEST_NOTE) {
                        return new NotDone("The note is too long; 1,000 characters is the most.");
                    }
                    var isEnded = reviews.end(id, who, first.strip(), OnDuty.mayPublish(request));
                    return isEnded ? new Done("sent-back") : new NotDone(NOT_ASKED);
                });
    }

    /// Keeps a draft from readers until then.
    @PostMapping("/desk/stories/{id}/embargo")
    ResponseEntity<byte[]> embargo(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String until,
            HttpServletRequest request) {
        return saveFirst.then(
                id,
                request,
                (form, who) ->
                        times.moment(until)
                                .map(moment -> timetable.embargo(id, who, moment))
                                .orElse(Optional.of("Choose the day and the time."))
                                .<Answered>map(NotDone::new)
                                .orElse(new Done("embargoed")));
    }

    @PostMapping("/desk/stories/{id}/embargo/end")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> lift(@PathVariable long id, HttpServletRequest request) {
        return saveFirst.then(
                id, request, (form, who) -> new Done(timetable.lift(id) ? "lifted" : "saved"));
    }

    @PostMapping("/desk/stories/{id}/restoration")
    ResponseEntity<byte[]> restore(@PathVariable long id) {
        manuscripts.restore(id);
        OnDesk.find(manuscripts, id);
        return backTo(id, "restored");
    }

    /// Shows readers nothing that contradicts the result before the editor's page has said so.
    private Answered proofread(long story, StoryForm form, Supplier<Outcome> act) {
        var proof = proofreader.read(OnDesk.find(manuscripts, story));
        return proof.isSeen(form.seen())
                ? answer(act.get())
                : new NotDone(
                        "Not published yet: some words contradict the result. They stand below,"
                                + " beside what it says. Mend them, dismiss them with a reason, or"
                                + " press again.");
    }

    private static Answered answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Published published -> new Done("published");
            case Outcome.Planned planned -> new Done("planned");
            case Outcome.Updated updated -> new Done("updated");
            case Outcome.Corrected corrected -> new Done("corrected");
            case Outcome.Withdrawn withdrawn -> new Done("withdrawn");
            case Outcome.Undone undone -> new Done("undone");
            case Outcome.Carried carried -> new Done("carried");
            case Outcome.Refused refused -> new NotDone(refused.reason());
        };
    }

    private static ResponseEntity<byte[]> backTo(long story, String done) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/desk/stories/%d?done=%s".formatted(story, done)))
                .build();
    }
}
