package musette.resultsdesk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import musette.desk.OnDuty;
import musette.desk.Times;
import musette.flash.Flash;
import musette.racing.Placing;
import musette.racing.Result;
import musette.racing.ResultDiff;
import musette.racing.ResultRow;
import musette.racing.Results;
import musette.resultsdesk.ArrivalPage.Understood;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Visitor;
import musette.site.Who;
import musette.staff.Staff;
import musette.wire.Arrival;
import musette.wire.ImportReceipt;
import musette.wire.ParsedFile.Quarantined;
import musette.wire.ParsedFile.Reading;
import musette.wire.Preview;
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
    private final Results results;
    private final Starters starters;
    private final Staff staff;
    private final Times times;
    private final Templates templates;
    private final Frame.Frames frames;

    ArrivalPages(
            Wire wire,
            Results results,
            Starters starters,
            Staff staff,
            Times times,
            Templates templates,
            Frame.Frames frames) {
        this.wire = wire;
        this.results = results;
        this.starters = starters;
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
    ResponseEntity<byte[]> apply(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        if (reason.length() > LONGEST_REASON) {
            throw HttpProblem.badRequest("The reason is too long; 500 characters is the most.");
        }
        wire.apply(find(id).id(), who(request), reason);
        var arrival = find(id);
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
                wire.mend(find(id).id(), line, text, who(request), mayDecide)
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
        var outcome = outcome(arrival);
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

    /// @param isCurrent whether it is what counts, and can be taken back
    ///
    /// @param needsReason whether it is put in only with a reason
    private record Outcome(
            String news,
            String problem,
            boolean needsReason,
            boolean isCurrent,
            Understood understood) {
        static Outcome nothing(String news) {
            return new Outcome(news, "", false, false, Understood.NOTHING);
        }

        static Outcome problem(String sentence) {
            return new Outcome("", sentence, false, false, Understood.NOTHING);
        }
    }

    private Outcome outcome(Arrival arrival) {
        return switch (arrival.state()) {
            case WAITING -> preview(arrival, wire.preview(arrival.id()).orElseThrow());
            case DISCARDED -> Outcome.nothing("It was not used. Nothing has changed.");
            case REPEAT -> Outcome.nothing("All it says was known already; nothing has changed.");
            case DECLINED -> Outcome.problem(arrival.sentence());
            case UNDONE -> Outcome.nothing("It was taken back. What counted before counts again.");
            case APPLIED -> applied(arrival);
        };
    }

    private Outcome applied(Arrival arrival) {
        var aside = aside(arrival, wire.quarantine(arrival.id()));
        if (arrival.result().isEmpty()) {
            var list = new Understood("A list of winners", List.of(), List.of(), aside, List.of());
            return new Outcome("The list is kept.", "", false, false, list);
        }
        var number = arrival.revision().orElseThrow();
        var result = arrival.result().getAsLong();
        var stored = results.revision(result, number).orElseThrow();
        var isCurrent = results.byId(result).filter(r -> r.revision() == number).isPresent();
        var news =
                !isCurrent
                        ? "A newer version has replaced it."
                        : stored.isStartList()
                                ? "The start list is in."
                                : "The result is in. A first version has its flash in the queue in"
                                        + " a moment.";
        var over =
                arrival.sentence().isEmpty()
                        ? ""
                        : " It replaced a result that was surer: " + arrival.sentence();
        return new Outcome(
                news + over,
                "",
                false,
                isCurrent,
                new Understood(
                        title(stored),
                        rows(stored),
                        changes(results.changes(result, number)),
                        aside,
                        Flash.withheld(stored).stream().toList()));
    }

    private Outcome preview(Arrival arrival, Preview preview) {
        return switch (preview) {
            case Preview.Refused refused -> Outcome.problem(refused.sentence());
            case Preview.OfList list ->
                    new Outcome(
                            list.news()
                                    ? "Nothing is changed yet. Look at it, then put it in."
                                    : "All of it is known already; nothing would change.",
                            "",
                            false,
                            false,
                            new Understood(
                                    "A list of winners, %d rows".formatted(list.reading().rows()),
                                    List.of(),
                                    List.of(),
                                    aside(arrival, list.aside()),
                                    remarks(list.reading())));
            case Preview.OfResult result ->
                    new Outcome(
                            news(result),
                            result.objection(),
                            !result.objection().isEmpty(),
                            false,
                            new Understood(
                                    title(result.after()),
                                    rows(result.after()),
                                    changes(result.diff().changes()),
                                    aside(arrival, result.aside()),
                                    Stream.concat(
                                                    remarks(result).stream(),
                                                    starters.remarks(result.after()).stream())
                                            .toList()));
        };
    }

    private static String news(Preview.OfResult result) {
        var before = result.before();
        if (!result.news()) {
            return "All of it is known already; nothing would change.";
        }
        if (before == null) {
            return "The first %s of this race. Readers see nothing of it yet."
                    .formatted(result.after().isStartList() ? "start list" : "result");
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
        return result.rows().stream().map(row -> row(result, row)).toList();
    }

    private static ArrivalPage.Row row(Result result, ResultRow row) {
        var told =
                result.classification().isByPoints()
                        ? row.placing().pointsInPrint()
                        : row.placing().clock();
        var filed = "%s %s".formatted(row.asFiled("time"), row.asFiled("gap")).strip();
        return new ArrivalPage.Row(
                row.placing().mark(),
                row.name(),
                row.teamName(),
                told,
                saysTheSame(filed, told, row.placing())
                        ? ""
                        : filed
                                + result.gapBase(row)
                                        .map(base -> " behind " + base.competitor().family())
                                        .orElse(""));
    }

    /// `+ 00` and ditto marks are ways to write the same time.
    private static boolean saysTheSame(String filed, String told, Placing placing) {
        return plain(filed).equals(plain(told)) || (placing.sameTime() && plain(filed).isEmpty());
    }

    /// Whatever signs and zeros stand before it.
    private static String plain(String clock) {
        return clock.replaceAll("[+, ]", "").replaceFirst("^[0:]+", "");
    }

    private static List<ArrivalPage.Change> changes(List<ResultDiff.Change> changes) {
        return changes.stream()
                .map(change ->
                        new ArrivalPage.Change(
                                change.name(),
                                change.field().name().toLowerCase(Locale.ROOT),
                                change.before(),
                                change.after()))
                .toList();
    }

    /// Each with its line as the file has it.
    private List<ArrivalPage.Aside> aside(Arrival arrival, List<Quarantined> rows) {
        var lines = rows.isEmpty() ? List.<String>of() : wire.lines(arrival.id());
        return rows.stream()
                .map(row ->
                        new ArrivalPage.Aside(
                                row.line(),
                                row.reason(),
                                row.line() <= lines.size() ? lines.get(row.line() - 1) : row.raw()))
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
                .location(URI.create(PATH + arrival))
                .build();
    }
}
