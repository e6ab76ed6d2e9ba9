package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import musette.desk.ArrivalPage.Understood;
import musette.flash.Flash;
import musette.racing.Result;
import musette.racing.ResultRow;
import musette.racing.Results;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Visitor;
import musette.site.Who;
import musette.staff.Staff;
import musette.wire.Arrival;
import musette.wire.ParsedFile.Quarantined;
import musette.wire.ParsedFile.Reading;
import musette.wire.Preview;
import musette.wire.Wire;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// One file that was brought in. Before it is put in, the page shows what was understood and what
/// it would change; afterwards, what it has become, and the way back.
@Controller
@MayCall(Who.STAFF)
class ArrivalPages {
    private static final String TOO_LATE =
            "This can't be taken back any more: a newer version of the result is in, or it was"
                    + " taken back already.";

    private final Wire wire;
    private final Results results;
    private final Staff staff;
    private final Times times;
    private final Templates templates;
    private final Frame.Frames frames;

    ArrivalPages(
            Wire wire,
            Results results,
            Staff staff,
            Times times,
            Templates templates,
            Frame.Frames frames) {
        this.wire = wire;
        this.results = results;
        this.staff = staff;
        this.times = times;
        this.templates = templates;
        this.frames = frames;
    }

    @GetMapping("/desk/results/{id}")
    ResponseEntity<byte[]> look(@PathVariable long id, HttpServletRequest request) {
        return page(HttpStatus.OK, find(id), "", request);
    }

    @PostMapping("/desk/results/{id}/application")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> apply(@PathVariable long id, HttpServletRequest request) {
        wire.apply(find(id).id(), who(request));
        return backTo(id);
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
        var outcome = outcome(arrival);
        var page =
                new ArrivalPage(
                        frames.withForms(arrival.file(), ""),
                        "/desk/results/" + arrival.id(),
                        arrival.file(),
                        mark(arrival.state()),
                        detail(arrival),
                        outcome.news(),
                        problem.isEmpty() ? outcome.problem() : problem,
                        isEditor && arrival.state() == Arrival.State.WAITING,
                        isEditor && outcome.isCurrent(),
                        outcome.understood());
        return templates.page(status, "desk/arrival.jte", page);
    }

    private String detail(Arrival arrival) {
        var came =
                "Brought by %s, %s."
                        .formatted(arrival.receivedBy(), times.words(arrival.receivedAt()));
        return arrival.decidedBy().isEmpty()
                ? came
                : "%s Decided by %s.".formatted(came, arrival.decidedBy());
    }

    /// @param isCurrent whether it is what counts, and can be taken back
    private record Outcome(String news, String problem, boolean isCurrent, Understood understood) {
        static Outcome nothing(String news) {
            return new Outcome(news, "", false, Understood.NOTHING);
        }

        static Outcome problem(String sentence) {
            return new Outcome("", sentence, false, Understood.NOTHING);
        }
    }

    private Outcome outcome(Arrival arrival) {
        return switch (arrival.state()) {
            case WAITING -> preview(wire.preview(arrival.id()).orElseThrow());
            case DISCARDED -> Outcome.nothing("It was not used. Nothing has changed.");
            case REPEAT -> Outcome.nothing("All it says was known already; nothing has changed.");
            case DECLINED -> Outcome.problem(arrival.sentence());
            case UNDONE -> Outcome.nothing("It was taken back. What counted before counts again.");
            case APPLIED -> applied(arrival);
        };
    }

    private Outcome applied(Arrival arrival) {
        var aside = aside(wire.quarantine(arrival.id()));
        if (arrival.result().isEmpty()) {
            var list = new Understood("A list of winners", List.of(), List.of(), aside, List.of());
            return new Outcome("The list is kept.", "", false, list);
        }
        var number = arrival.revision().orElseThrow();
        var result = arrival.result().getAsLong();
        var stored = results.revision(result, number).orElseThrow();
        var isCurrent = results.byId(result).filter(r -> r.revision() == number).isPresent();
        var news =
                isCurrent
                        ? "The result is in. A first version has its flash in the queue in a"
                                + " moment."
                        : "A newer version has replaced it.";
        return new Outcome(
                news,
                "",
                isCurrent,
                new Understood(
                        title(stored),
                        rows(stored),
                        List.of(),
                        aside,
                        Flash.withheld(stored).stream().toList()));
    }

    private static Outcome preview(Preview preview) {
        return switch (preview) {
            case Preview.Refused refused -> Outcome.problem(refused.sentence());
            case Preview.OfList list ->
                    new Outcome(
                            list.news()
                                    ? "Nothing is changed yet. Look at it, then put it in."
                                    : "All of it is known already; nothing would change.",
                            "",
                            false,
                            new Understood(
                                    "A list of winners, %d rows".formatted(list.reading().rows()),
                                    List.of(),
                                    List.of(),
                                    aside(list.aside()),
                                    remarks(list.reading())));
            case Preview.OfResult result ->
                    new Outcome(
                            news(result),
                            "",
                            false,
                            new Understood(
                                    title(result.after()),
                                    rows(result.after()),
                                    changes(result),
                                    aside(result.aside()),
                                    remarks(result)));
        };
    }

    private static String news(Preview.OfResult result) {
        var before = result.before();
        if (!result.news()) {
            return "All of it is known already; nothing would change.";
        }
        if (before == null) {
            return "The first result of this race. Readers see nothing of it yet.";
        }
        var changes = result.diff().changes().size();
        return "It would replace version %d (%s): %s."
                .formatted(
                        before.revision(),
                        before.standing().word(),
                        changes == 1 ? "1 change" : changes + " changes");
    }

    private static String title(Result result) {
        return "%d %s, %s"
                .formatted(result.edition().year(), result.title(), result.standing().word());
    }

    private static List<ArrivalPage.Row> rows(Result result) {
        return result.rows().stream().map(ArrivalPages::row).toList();
    }

    private static ArrivalPage.Row row(ResultRow row) {
        var team = row.team();
        return new ArrivalPage.Row(
                row.placing().mark(),
                row.rider().display(),
                team == null ? "" : team.print(),
                row.placing().clock());
    }

    private static List<ArrivalPage.Change> changes(Preview.OfResult result) {
        return result.diff().changes().stream()
                .map(change ->
                        new ArrivalPage.Change(
                                change.rider(),
                                change.field().name().toLowerCase(Locale.ROOT),
                                change.before(),
                                change.after()))
                .toList();
    }

    private static List<ArrivalPage.Aside> aside(List<Quarantined> rows) {
        return rows.stream()
                .map(row -> new ArrivalPage.Aside(row.line(), row.reason(), row.raw()))
                .toList();
    }

    private static List<String> remarks(Preview.OfResult result) {
        var remarks = new ArrayList<>(Flash.withheld(result.after()).stream().toList());
        remarks.addAll(remarks(result.reading()));
        return remarks;
    }

    private static List<String> remarks(Reading reading) {
        var remarks = new ArrayList<>(reading.remarks());
        if (!reading.unknownColumns().isEmpty()) {
            remarks.add("Columns not used: " + String.join(", ", reading.unknownColumns()) + ".");
        }
        return remarks;
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
                .location(URI.create("/desk/results/" + arrival))
                .build();
    }
}
