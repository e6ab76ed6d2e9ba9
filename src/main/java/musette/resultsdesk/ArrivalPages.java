package musette.resultsdesk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Comparator;
import musette.desk.OnDuty;
import musette.desk.Times;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Visitor;
import musette.site.Who;
import musette.staff.Staff;
import musette.wire.Arrival;
import musette.wire.ImportReceipt;
import musette.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One file that was brought in. Before it is put in, the page shows what was understood and what
/// it would change; afterwards, what it has become, and the way back.
@Controller
@MayCall(Who.STAFF)
class ArrivalPages {
    private static final String TOO_LATE =
            "This can't be taken back any more: a newer version of the result is in, or it was"
                    + " taken back already.";

    private static final String NO_REASON =
            "Say why it should replace a result that is surer; the next editor will want to know.";
    private static final int LONGEST_REASON = 500;
    private static final int MOST_WAITING = 100;
    private static final String PATH = "/desk/results/";

    private final Wire wire;
    private final ArrivalOutcomes outcomes;
    private final Staff staff;
    private final Times times;
    private final Templates templates;
    private final Frame.Frames frames;
    private final FileWork work;

    ArrivalPages(
            Wire wire,
            ArrivalOutcomes outcomes,
            Staff staff,
            Times times,
            Templates templates,
            Frame.Frames frames,
            FileWork work) {
        this.wire = wire;
        this.outcomes = outcomes;
        this.staff = staff;
        this.times = times;
        this.templates = templates;
        this.frames = frames;
        this.work = work;
    }

    @GetMapping("/desk/results/{id}")
    ResponseEntity<byte[]> look(@PathVariable long id, HttpServletRequest request) {
        return page(HttpStatus.OK, find(id), "", request);
    }

    @PostMapping("/desk/results/{id}/application")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> apply(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        if (reason.length() > LONGEST_REASON) {
            throw HttpProblem.badRequest("The reason is too long; 500 characters is the most.");
        }
        var arrival =
                work.of(
                        request,
                        () -> {
                            wire.apply(find(id).id(), who(request), reason);
                            return find(id);
                        });
        return arrival.state() == Arrival.State.WAITING
                ? page(HttpStatus.UNPROCESSABLE_CONTENT, arrival, NO_REASON, request)
                : backTo(id);
    }

    /// Reads the file again with one line typed anew.
    @PostMapping("/desk/results/{id}/lines")
    ResponseEntity<byte[]> mend(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int line,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request) {
        var mayDecide = Visitor.duty(request).compareTo(Who.EDITOR) >= 0;
        var receipt =
                work.of(
                                request,
                                () -> wire.mend(find(id).id(), line, text, who(request), mayDecide))
                        .orElseThrow(() -> HttpProblem.badRequest("The file has no such line."));
        return receipt instanceof ImportReceipt.Declined declined
                ? page(HttpStatus.UNPROCESSABLE_CONTENT, find(id), declined.sentence(), request)
                : backTo(receipt.arrival());
    }

    @PostMapping("/desk/results/{id}/discard")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> discard(@PathVariable long id, HttpServletRequest request) {
        wire.discard(find(id).id(), who(request));
        return backTo(id);
    }

    @PostMapping("/desk/results/{id}/undo")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> undo(@PathVariable long id, HttpServletRequest request) {
        return wire.undo(id, who(request))
                ? backTo(id)
                : page(HttpStatus.CONFLICT, find(id), TOO_LATE, request);
    }

    static String mark(Arrival.State state) {
        return switch (state) {
            case WAITING -> "waiting";
            case DISCARDED -> "not used";
            case APPLIED -> "in";
            case REPEAT -> "nothing new";
            case DECLINED -> "not understood";
            case UNDONE -> "taken back";
        };
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status, Arrival arrival, String problem, HttpServletRequest request) {
        var isEditor = Visitor.duty(request).compareTo(Who.EDITOR) >= 0;
        var outcome = work.of(request, () -> outcomes.of(arrival));
        var page =
                new ArrivalPage(
                        frames.withForms(arrival.file(), ""),
                        PATH + arrival.id(),
                        arrival.file(),
                        mark(arrival.state()),
                        detail(arrival),
                        outcome.news(),
                        problem.isEmpty() ? outcome.problem() : problem,
                        isEditor && arrival.state() == Arrival.State.WAITING,
                        outcome.needsReason(),
                        isEditor && outcome.isCurrent(),
                        outcome.story(),
                        next(arrival),
                        outcome.understood());
        return templates.page(status, "resultsdesk/arrival.jte", page);
    }

    /// The next of the same file, or whatever else waits.
    private ArrivalPage.@Nullable Next next(Arrival done) {
        if (done.state() == Arrival.State.WAITING) {
            return null;
        }
        return wire.latest(MOST_WAITING).stream()
                .filter(arrival -> arrival.state() == Arrival.State.WAITING)
                .min(
                        Comparator.comparing((Arrival arrival) -> arrival.id() < done.id())
                                .thenComparingLong(Arrival::id))
                .map(arrival -> new ArrivalPage.Next(PATH + arrival.id(), arrival.title()))
                .orElse(null);
    }

    private String detail(Arrival arrival) {
        var came =
                "Brought by %s, %s."
                        .formatted(arrival.receivedBy(), times.words(arrival.receivedAt()));
        return arrival.decidedBy().isEmpty()
                ? came
                : "%s Decided by %s.".formatted(came, arrival.decidedBy());
    }

    private Arrival find(long id) {
        return wire.arrival(id)
                .orElseThrow(
                        () -> HttpProblem.notFound("No file was brought in under this number."));
    }

    private String who(HttpServletRequest request) {
        return staff.names().getOrDefault(OnDuty.member(request), "the desk");
    }

    private static ResponseEntity<byte[]> backTo(long arrival) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PATH + arrival))
                .build();
    }
}
