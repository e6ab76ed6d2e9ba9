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
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where commands on the same machine hand their work to the running server. The caller proves with
/// the operator's key that it can read the data folder.
@Controller
class OperatorTaskEndpoint {
    static final String FILE_NAME = "X-File-Name";

    private final List<OperatorTask> tasks;

    OperatorTaskEndpoint(List<OperatorTask> tasks) {
        this.tasks = tasks;
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
        var order =
                new OperatorTask.Order(
                        words,
                        URLDecoder.decode(fileName, StandardCharsets.UTF_8),
                        request.getInputStream());
        try {
            return text(200, task.run(order));
        } catch (CommandFailed failed) {
            return text(422, failed.sentence());
        }
    }

    private static ResponseEntity<String> text(int status, String words) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(words);
    }
}
