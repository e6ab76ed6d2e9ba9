package musette.push;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import musette.keys.TokenHolders;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.PlainInput;
import musette.site.Who;
import musette.site.WithoutToken;
import musette.wire.ParsedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/// Results over HTTP, with a sender's token. The body is the file, in any form that we read.
@Controller
@MayCall(Who.SENDER)
class PushEndpoint {
    private static final String WHY =
            "A program sends it, with its token in a header no form can set.";
    private static final int LONGEST_NAME = 120;

    private final Senders senders;
    private final PushedFiles files;
    private final RunningRows rows;

    PushEndpoint(Senders senders, PushedFiles files, RunningRows rows) {
        this.senders = senders;
        this.files = files;
        this.rows = rows;
    }

    @PostMapping("/push/files")
    @WithoutToken(WHY)
    ResponseEntity<byte[]> file(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "X-File-Name", required = false) @Nullable String name,
            HttpServletRequest request)
            throws IOException {
        var sender = sender(request);
        return answer(files.take(sender, key, name(name, sender), body(request)));
    }

    @PostMapping("/push/rows")
    @WithoutToken(WHY)
    ResponseEntity<byte[]> rows(HttpServletRequest request) throws IOException {
        return answer(rows.take(sender(request), body(request)));
    }

    @PostMapping("/push/rows/removal")
    @WithoutToken(WHY)
    ResponseEntity<byte[]> removal(HttpServletRequest request) throws IOException {
        return answer(rows.takeAway(sender(request), body(request)));
    }

    /// It may have been ended since the guard has asked.
    private Sender sender(HttpServletRequest request) {
        return TokenHolders.token(request).flatMap(senders::of).orElseThrow(HttpProblem::noSender);
    }

    private static String name(@Nullable String told, Sender sender) {
        return Optional.ofNullable(told)
                .map(name -> name.replaceAll("^.*[/\\\\]", "").strip())
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
                .filter(PlainInput::isPlain)
                .orElse("from " + sender.name());
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        var type = Optional.ofNullable(request.getContentType()).orElse("");
        if (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                || type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            throw HttpProblem.badRequest(
                    "The body is the file itself, not a form. Send it with a Content-Type such as"
                            + " text/csv.");
        }
        var body = request.getInputStream().readNBytes(ParsedFile.LARGEST + 1);
        if (body.length > ParsedFile.LARGEST) {
            throw HttpProblem.tooLarge(
                    "This is larger than 16 MB; a result never is. Nothing was stored.");
        }
        return body;
    }

    private static ResponseEntity<byte[]> answer(PushReceipt receipt) {
        return ResponseEntity.status(receipt.status())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(
                        receipt.isProblem()
                                ? MediaType.APPLICATION_PROBLEM_JSON
                                : MediaType.APPLICATION_JSON)
                .body(receipt.json().getBytes(StandardCharsets.UTF_8));
    }
}
