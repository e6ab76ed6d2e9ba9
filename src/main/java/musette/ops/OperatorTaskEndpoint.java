package musette.ops;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.Who;
import musette.site.WithoutToken;
import musette.store.Progress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where commands on the same machine hand their work to the running server. The caller proves with
/// the operator's key that it can read the data folder.
@Controller
class OperatorTaskEndpoint {
    static final String FILE_NAME = "X-File-Name";

    /// What a command calls its work, so that it can ask how far it is.
    static final String WORK = "X-Work";

    private final List<OperatorTask> tasks;
    private final Progress progress;

    OperatorTaskEndpoint(List<OperatorTask> tasks, Progress progress) {
        this.tasks = tasks;
        this.progress = progress;
    }

    @PostMapping("/ops/tasks/{name}")
    @MayCall(Who.OPERATOR)
    @WithoutToken("A program sends it, with the operator's key in a header no form can set.")
    ResponseEntity<String> run(
            @PathVariable String name,
            @RequestParam(name = "word", defaultValue = "") List<String> words,
            HttpServletRequest request)
            throws IOException {
        var task =
                tasks.stream()
                        .filter(c -> c.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> HttpProblem.notFound("There is no such task."));
        var fileName = Optional.ofNullable(request.getHeader(FILE_NAME)).orElse("");
        var work = Optional.ofNullable(request.getHeader(WORK)).orElse("");
        var order =
                new OperatorTask.Order(
                        words,
                        URLDecoder.decode(fileName, StandardCharsets.UTF_8),
                        request.getInputStream());
        try {
            return text(200, progress.of(work, () -> task.run(order)));
        } catch (CommandFailed failed) {
            return text(422, failed.sentence());
        }
    }

    /// How far a command's work is; nothing when it is through or has said nothing.
    @GetMapping("/ops/progress/{name}")
    @MayCall(Who.OPERATOR)
    ResponseEntity<String> progress(@PathVariable String name) {
        return text(200, progress.latest(name).orElse(""));
    }

    private static ResponseEntity<String> text(int status, String words) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(words);
    }
}
