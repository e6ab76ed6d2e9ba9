package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import musette.desk.ResultsPage.Aside;
import musette.desk.ResultsPage.Row;
import musette.desk.ResultsPage.Taken;
import musette.racing.Result;
import musette.racing.ResultRow;
import musette.racing.Results;
import musette.site.Frame;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Who;
import musette.staff.Staff;
import musette.wire.Receipt;
import musette.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The results desk: a file or a pasted table goes to the wire, and the page tells what it made of
/// it. The same file twice changes nothing, so the answer may be shown straight away.
@Controller
@MayCall(Who.STAFF)
class ResultsPages {
    private static final int TOP = 10;

    private final Wire wire;
    private final Results results;
    private final Staff staff;
    private final Templates templates;
    private final Frame.Frames frames;

    ResultsPages(
            Wire wire, Results results, Staff staff, Templates templates, Frame.Frames frames) {
        this.wire = wire;
        this.results = results;
        this.staff = staff;
        this.templates = templates;
        this.frames = frames;
    }

    @GetMapping("/desk/results")
    ResponseEntity<byte[]> desk(@Nullable CsrfToken csrf) {
        return page(HttpStatus.OK, "", "", null, csrf);
    }

    @PostMapping("/desk/results")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> receive(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String pasted,
            HttpServletRequest request,
            @Nullable CsrfToken csrf) {
        var who = staff.names().getOrDefault(OnDuty.member(request), "the desk");
        if (file != null && !file.isEmpty()) {
            return answer(wire.receive(name(file), bytes(file), who), pasted, csrf);
        }
        if (pasted.isBlank()) {
            var nothing = "Choose a file or paste a table; an empty one holds no result.";
            return page(HttpStatus.UNPROCESSABLE_CONTENT, "", nothing, null, csrf);
        }
        return answer(wire.receive("pasted", bytes(pasted), who), pasted, csrf);
    }

    private ResponseEntity<byte[]> answer(
            Receipt receipt, String pasted, @Nullable CsrfToken csrf) {
        return switch (receipt) {
            case Receipt.Declined declined ->
                    page(HttpStatus.UNPROCESSABLE_CONTENT, pasted, declined.sentence(), null, csrf);
            case Receipt.Applied applied -> page(HttpStatus.OK, "", "", taken(applied), csrf);
        };
    }

    private Taken taken(Receipt.Applied applied) {
        var aside =
                applied.quarantine().stream()
                        .map(row -> new Aside(row.line(), row.reason(), row.raw()))
                        .toList();
        var reading = applied.reading();
        var remarks = new ArrayList<>(reading.remarks());
        if (!reading.unknownColumns().isEmpty()) {
            remarks.add("Columns not used: " + String.join(", ", reading.unknownColumns()) + ".");
        }
        return switch (applied.outcome()) {
            case Results.Stored stored -> {
                var result = results.byId(stored.result()).orElseThrow();
                yield new Taken(
                        "%s, %s".formatted(result.edition().name(), result.standing().word()),
                        news(stored),
                        reading.rows(),
                        top(result),
                        aside,
                        remarks);
            }
            case Results.Listed listed ->
                    new Taken(
                            "A list of winners",
                            listed.news() ? "It is kept." : "All of it was known already.",
                            reading.rows(),
                            List.of(),
                            aside,
                            remarks);
            case Results.Refused refused ->
                    throw new IllegalStateException("a refused file was applied");
        };
    }

    private static String news(Results.Stored stored) {
        if (!stored.news()) {
            return "All of it was known already; nothing has changed.";
        }
        return stored.revision() == 1
                ? "The result is in. Its flash waits in the queue in a moment."
                : "The result now stands in version %d.".formatted(stored.revision());
    }

    private static List<Row> top(Result result) {
        return result.rows().stream().limit(TOP).map(ResultsPages::row).toList();
    }

    private static Row row(ResultRow row) {
        var team = row.team();
        return new Row(
                row.placing().mark(),
                row.rider().display(),
                team == null ? "" : team.print(),
                row.placing().clock());
    }

    private static String name(MultipartFile file) {
        var name = file.getOriginalFilename();
        return name == null ? "" : name.replaceAll("^.*[/\\\\]", "");
    }

    private static InputStream bytes(MultipartFile file) {
        try {
            return file.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded file can't be read.", e);
        }
    }

    private static InputStream bytes(String pasted) {
        return new ByteArrayInputStream(pasted.getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status,
            String pasted,
            String trouble,
            @Nullable Taken taken,
            @Nullable CsrfToken csrf) {
        var page = new ResultsPage(frames.signedIn("Results", csrf), pasted, trouble, taken);
        return templates.page(status, "desk/results.jte", page);
    }
}
