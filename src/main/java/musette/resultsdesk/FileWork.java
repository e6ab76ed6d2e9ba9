package musette.resultsdesk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import musette.desk.OnDuty;
import musette.site.MayCall;
import musette.site.Who;
import musette.store.Progress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Long work on a file, of which the page that waits for it asks how far it is.
@Controller
class FileWork {
    private final Progress progress;

    FileWork(Progress progress) {
        this.progress = progress;
    }

    /// Does it for the member who asks.
    <T> T of(HttpServletRequest request, Supplier<T> work) {
        return progress.of(person(request), work);
    }

    /// The words for the member's own work; none when there is none.
    @GetMapping("/desk/results/progress")
    @MayCall(Who.STAFF)
    ResponseEntity<String> progress(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(progress.latest(person(request)).orElse(""));
    }

    private static String person(HttpServletRequest request) {
        return "desk/" + OnDuty.member(request);
    }
}
