package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import musette.comments.Comments;
import musette.site.MayCall;
import musette.site.Who;
import musette.staff.Staff;
import musette.stories.Manuscripts.Writing;
import musette.text.Document.Inline;
import musette.writing.SharedStories;
import musette.writing.Steps;
import musette.writing.Window;
import musette.writing.Windows;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the editor's script asks: to keep what was typed, and what the others type.
@Controller
@MayCall(Who.STAFF)
class WritingPages {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LARGEST = 4_000_000;

    /// How long nothing is said before the line is tried, and the person's right looked at again.
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final SharedStories stories;
    private final Windows windows;
    private final Comments comments;
    private final Staff staff;

    WritingPages(SharedStories stories, Windows windows, Comments comments, Staff staff) {
        this.stories = stories;
        this.windows = windows;
        this.comments = comments;
        this.staff = staff;
    }

    @PostMapping("/desk/stories/{id}/steps")
    ResponseEntity<byte[]> write(@PathVariable long id, HttpServletRequest request)
            throws IOException {
        var since = stories.whole(id);
        if (since.isEmpty()) {
            throw OnDesk.unknown();
        }
        Steps typed;
        try {
            typed = Steps.read(body(request));
        } catch (IllegalArgumentException e) {
            return JsonAnswer.refused("This can't be kept in a story: " + e.getMessage() + ".");
        }
        return switch (stories.write(id, OnDuty.member(request), typed)) {
            case Writing.Written written ->
                    JsonAnswer.of("{\"version\":%d}".formatted(written.version()));
            case Writing.Behind behind ->
                    JsonAnswer.of(HttpStatus.CONFLICT, news(id, typed.version()));
            case Writing.Refused refused -> JsonAnswer.refused(refused.reason());
        };
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new IllegalArgumentException("it is too long");
        }
        return body;
    }

    /// Where somebody's caret stands.
    @PostMapping("/desk/stories/{id}/presence")
    ResponseEntity<byte[]> move(
            @PathVariable long id,
            @RequestParam String client,
            @RequestParam int anchor,
            @RequestParam int head) {
        windows.moved(id, client, anchor, head);
        return JsonAnswer.of("{}");
    }

    @GetMapping("/desk/stories/{id}/steps")
    ResponseEntity<byte[]> steps(@PathVariable long id, @RequestParam int since) {
        return JsonAnswer.of(news(id, since));
    }

    /// The facts that the first rows of the story's result offer, a row each:
    /// `[{"rider":{"text":"…","kind":"rider","source":"…","value":"…"},"family":{…},"gap":{…}}]`.
    @GetMapping("/desk/stories/{id}/offers")
    ResponseEntity<byte[]> offers(@PathVariable long id) {
        var rows = JSON.createArrayNode();
        stories.offers(id).stream()
                .limit(FactWords.MOST_ROWS)
                .forEach(offer -> {
                    var row = rows.addObject();
                    put(row, "rider", offer.rider());
                    put(row, "family", offer.family());
                    offer.placing().ifPresent(fact -> put(row, "placing", fact));
                    offer.gap().ifPresent(fact -> put(row, "gap", fact));
                });
        return JsonAnswer.of(rows.toString());
    }

    private static void put(ObjectNode row, String cell, Inline.Fact fact) {
        row.putObject(cell)
                .put("text", fact.text())
                .put("kind", fact.link().kind())
                .put("source", fact.link().source())
                .put("value", fact.link().value());
    }

    /// Tells everything that comes after a version as it comes, and who else is there (server-sent
    /// events, WHATWG HTML 9.2).
    @GetMapping("/desk/stories/{id}/live")
    void live(
            @PathVariable long id,
            @RequestParam int since,
            @RequestParam String client,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        var member = OnDuty.member(request);
        var name = staff.names().getOrDefault(member, "Somebody");
        news(id, since);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try (var window = windows.open(id, client, name)) {
            tell(window, since, member, response.getOutputStream());
        }
    }

    private void tell(Window window, int since, long member, OutputStream line)
            throws IOException, InterruptedException {
        int told = since;
        var people = "";
        var said = comments.state(window.story());
        while (!window.isClosed()) {
            var mayBeNews = window.awaitNews(SILENCE);
            if (staff.roleOnDuty(member).isEmpty()) {
                return;
            }
            var saidNow = comments.state(window.story());
            if (!saidNow.equals(said)) {
                said = saidNow;
                event(line, "comments", "{}");
            }
            if (!mayBeNews) {
                line.write(":\n\n".getBytes(StandardCharsets.UTF_8)); // Tells who is gone.
                line.flush();
                continue;
            }
            var news = news(window.story(), told);
            var version = JSON.readTree(news).path("version").intValue();
            if (version != told) {
                told = version;
                event(line, "news", news);
            }
            var now = people(window);
            if (!now.equals(people)) {
                people = now;
                event(line, "people", now);
            }
        }
    }

    private static void event(OutputStream line, String name, String json) throws IOException {
        line.write(
                "event: %s\ndata: %s\n\n".formatted(name, json).getBytes(StandardCharsets.UTF_8));
        line.flush();
    }

    private String people(Window mine) {
        var people = JSON.createArrayNode();
        windows.of(mine.story()).stream()
                .filter(window -> !window.client().equals(mine.client()))
                .forEach(window ->
                        people.addObject()
                                .put("client", window.client())
                                .put("name", window.person())
                                .put("anchor", window.selection().anchor())
                                .put("head", window.selection().head()));
        return people.toString();
    }

    private String news(long story, int since) {
        return stories.since(story, since).orElseThrow(OnDesk::unknown);
    }
}
