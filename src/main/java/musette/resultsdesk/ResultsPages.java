package musette.resultsdesk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import musette.desk.OnDuty;
import musette.desk.Times;
import musette.site.Frame;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The results desk: a file or a pasted table goes to the wire and waits on a page of its own until
/// somebody has looked at what was understood.
@Controller
@MayCall(Who.STAFF)
class ResultsPages {
    private static final int MOST = 30;

    private final Wire wire;
    private final Staff staff;
    private final Times times;
    private final Templates templates;
    private final Frame.Frames frames;
    private final FileWork work;

    ResultsPages(
            Wire wire,
            Staff staff,
            Times times,
            Templates templates,
            Frame.Frames frames,
            FileWork work) {
        this.wire = wire;
        this.work = work;
        this.staff = staff;
        this.times = times;
        this.templates = templates;
        this.frames = frames;
    }

    @GetMapping("/desk/results")
    ResponseEntity<byte[]> desk(HttpServletRequest request) {
        return page(HttpStatus.OK, AboutFile.NOTHING, "", "", request);
    }

    /// Several files at once go to the wire one after the other, and the list shows what became of
    /// each.
    @PostMapping("/desk/results")
    ResponseEntity<byte[]> receive(
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestParam(defaultValue = "") String pasted,
            @ModelAttribute AboutFile about,
            HttpServletRequest request) {
        var who = staff.names().getOrDefault(OnDuty.member(request), "the desk");
        var files =
                file == null
                        ? List.<MultipartFile>of()
                        : file.stream().filter(one -> !one.isEmpty()).toList();
        if (files.isEmpty() && pasted.isBlank()) {
            var nothing = "Choose a file or paste a table; an empty one holds no result.";
            return page(HttpStatus.UNPROCESSABLE_CONTENT, about, "", nothing, request);
        }
        var receipts =
                work.of(
                        request,
                        () ->
                                files.isEmpty()
                                        ? wire.takeIn("pasted", bytes(about, pasted), who, false)
                                        : takeIn(files, about, who));
        if (receipts.size() > 1) {
            return to("/desk/results");
        }
        return receipts.getFirst() instanceof ImportReceipt.Declined declined
                ? page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        about,
                        pasted,
                        declined.sentence(),
                        request)
                : to("/desk/results/" + receipts.getFirst().arrival());
    }

    private List<ImportReceipt> takeIn(List<MultipartFile> files, AboutFile about, String who) {
        return files.stream()
                .flatMap(file -> wire.takeIn(name(file), bytes(about, file), who, false).stream())
                .toList();
    }

    private static ResponseEntity<byte[]> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status,
            AboutFile about,
            String pasted,
            String problem,
            HttpServletRequest request) {
        var arrivals = wire.latest(MOST);
        Predicate<Arrival> waits = arrival -> arrival.state() == Arrival.State.WAITING;
        var page =
                new ResultsPage(
                        frames.withForms("Results", ""),
                        about,
                        pasted,
                        problem,
                        lines(arrivals, waits),
                        lines(arrivals, waits.negate()),
                        Visitor.duty(request) == Who.OWNER);
        return templates.page(status, "resultsdesk/results.jte", page);
    }

    private List<ResultsPage.Line> lines(List<Arrival> arrivals, Predicate<Arrival> which) {
        return arrivals.stream().filter(which).map(this::line).toList();
    }

    private ResultsPage.Line line(Arrival arrival) {
        return new ResultsPage.Line(
                "/desk/results/" + arrival.id(),
                arrival.title(),
                "%s, %s".formatted(arrival.receivedBy(), times.words(arrival.receivedAt())),
                ArrivalPages.mark(arrival.state()));
    }

    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name.replaceAll("^.*[/\\\\]", "");
    }

    private static InputStream bytes(AboutFile about, MultipartFile file) {
        try {
            return new SequenceInputStream(bytes(about.lines()), file.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded file can't be read.", e);
        }
    }

    private static InputStream bytes(AboutFile about, String pasted) {
        return bytes(about.lines() + pasted);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
