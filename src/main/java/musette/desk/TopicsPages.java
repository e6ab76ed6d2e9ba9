package musette.desk;

import java.net.URI;
import java.util.Map;
import musette.desk.TopicsPage.Line;
import musette.site.Frame;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Who;
import musette.stories.Topics;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What stories are about, and which of that are the site's sections.
@Controller
@MayCall(Who.EDITOR)
class TopicsPages {
    private static final Map<String, String> NOTICES =
            Map.of(
                    "kept", "Changed. Readers see it now.",
                    "removed", "Gone from every story.");

    private final Topics topics;
    private final Templates templates;
    private final Frame.Frames frames;

    TopicsPages(Topics topics, Templates templates, Frame.Frames frames) {
        this.topics = topics;
        this.templates = templates;
        this.frames = frames;
    }

    @GetMapping("/desk/topics")
    ResponseEntity<byte[]> all(@RequestParam(defaultValue = "") String done) {
        return page(HttpStatus.OK, NOTICES.getOrDefault(done, ""), "");
    }

    /// @param section its place among the sections, empty for none
    @PostMapping("/desk/topics/{slug}")
    ResponseEntity<byte[]> keep(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String section) {
        var place = section.isBlank() ? "0" : section.strip();
        var problem =
                topics.keep(slug, name, place.matches("[0-9]{1,2}") ? Integer.parseInt(place) : -1);
        return problem.isPresent()
                ? page(HttpStatus.UNPROCESSABLE_CONTENT, "", problem.get())
                : done("kept");
    }

    @PostMapping("/desk/topics/{slug}/removal")
    ResponseEntity<byte[]> remove(@PathVariable String slug) {
        topics.remove(slug);
        return done("removed");
    }

    private ResponseEntity<byte[]> page(HttpStatus status, String notice, String problem) {
        var lines = topics.all().stream().map(TopicsPages::line).toList();
        return templates.page(
                status,
                "desk/topics.jte",
                new TopicsPage(frames.withForms("Topics", ""), lines, notice, problem));
    }

    private static Line line(Topics.Kept kept) {
        var section = kept.section();
        return new Line(
                "/desk/topics/" + kept.topic().slug(),
                kept.topic().name(),
                section.isPresent() ? String.valueOf(section.getAsInt()) : "",
                kept.topic().address(),
                kept.stories() == 1 ? "1 story" : kept.stories() + " stories");
    }

    private static ResponseEntity<byte[]> done(String what) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/desk/topics?done=" + what))
                .build();
    }
}
