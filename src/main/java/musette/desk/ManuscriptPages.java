package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import musette.desk.Editor.Answer;
import musette.front.StoryPages;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Who;
import musette.staff.Staff;
import musette.stories.Document;
import musette.stories.Draft;
import musette.stories.Edit;
import musette.stories.Manuscript;
import musette.stories.Manuscripts;
import musette.stories.Revisions;
import musette.stories.Stories;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Opening and reading stories at the desk; what is done to them is in `StoryActs`.
@Controller
@MayCall(Who.STAFF)
class ManuscriptPages {
    /// What the editor's page says after a redirect, by the word in its address.
    private static final Map<String, String> NOTICES =
            Map.ofEntries(
                    Map.entry("saved", "Saved."),
                    Map.entry(
                            "saved-over",
                            "Saved. You had saved another version since; it stands in the"
                                    + " history."),
                    Map.entry("undone", "Taken back. Readers see what they saw before."),
                    Map.entry("published", "Published. Readers see it now."),
                    Map.entry("updated", "Updated. Readers see this version now."),
                    Map.entry("corrected", "Corrected. Readers see the new version and your note."),
                    Map.entry(
                            "followed",
                            "The new sentences are in. This version also has words that readers"
                                    + " have not seen: read it, then publish or correct."),
                    Map.entry("dismissed", "Left as it is. The reason stands beside it."),
                    Map.entry("restored", "Back on the desk."),
                    Map.entry("withdrawn", "Withdrawn. Readers are told why."),
                    Map.entry("planned", "Planned. It goes live by itself."),
                    Map.entry("called-off", "Called off. It stays a draft."),
                    Map.entry("promised", "More to follow stands under the story."),
                    Map.entry("settled", "The story is complete."),
                    Map.entry("carried", "The story's result is chosen."),
                    Map.entry("moved", "Moved. The old address leads here."));

    private final Stories stories;
    private final Manuscripts manuscripts;
    private final Revisions revisions;
    private final Staff staff;
    private final Editor editor;
    private final StoryPages pages;
    private final Clock clock;
    private final Times times;
    private final Templates templates;
    private final Frame.Frames frames;

    ManuscriptPages(
            Stories stories,
            Manuscripts manuscripts,
            Revisions revisions,
            Staff staff,
            Editor editor,
            StoryPages pages,
            Clock clock,
            Times times,
            Templates templates,
            Frame.Frames frames) {
        this.stories = stories;
        this.manuscripts = manuscripts;
        this.revisions = revisions;
        this.staff = staff;
        this.editor = editor;
        this.pages = pages;
        this.clock = clock;
        this.times = times;
        this.templates = templates;
        this.frames = frames;
    }

    @PostMapping("/desk/stories")
    ResponseEntity<byte[]> open(
            @RequestParam(defaultValue = "") String headline, HttpServletRequest request) {
        var edit = new Edit("", headline, "", "");
        edit.faults().stream()
                .findFirst()
                .ifPresent(fault -> {
                    throw HttpProblem.badRequest(fault.sentence());
                });
        var story =
                stories.open(
                        new Draft(
                                "",
                                edit.headline(),
                                "",
                                new Document(List.of()),
                                OnDuty.member(request),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                "desk",
                                false));
        return ResponseEntity.status(303).location(URI.create("/desk/stories/" + story)).build();
    }

    @GetMapping("/desk/stories/{id}")
    ResponseEntity<byte[]> editor(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        var story = find(id);
        var answer = Answer.notice(NOTICES.getOrDefault(done, ""));
        return templates.page(
                "desk/editor.jte", editor.page(story, StoryForm.of(story), answer, request));
    }

    /// The newest version, on the very page that readers would see.
    @GetMapping("/desk/stories/{id}/preview")
    ResponseEntity<byte[]> preview(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .body(pages.preview(find(id).asRead(clock.instant())));
    }

    @GetMapping("/desk/stories/{id}/revisions/{number}")
    ResponseEntity<byte[]> revision(
            @PathVariable long id, @PathVariable int number, @Nullable CsrfToken csrf) {
        return reading(find(id), number, "Version " + number, csrf);
    }

    private ResponseEntity<byte[]> reading(
            Manuscript story, int number, String title, @Nullable CsrfToken csrf) {
        var revision =
                revisions
                        .revision(story.id(), number)
                        .orElseThrow(() -> HttpProblem.notFound("There is no such version."));
        var who = staff.names().getOrDefault(revision.savedBy(), "somebody");
        var isLive = story.published().orElse(0) == number;
        return templates.page(
                "desk/reading.jte",
                new ReadingPage(
                        frames.signedIn(title, csrf),
                        title,
                        "/desk/stories/" + story.id(),
                        "%s by %s, %s"
                                .formatted(revision.why(), who, times.words(revision.savedAt())),
                        isLive,
                        revision));
    }

    private Manuscript find(long id) {
        return manuscripts
                .byId(id)
                .orElseThrow(() -> HttpProblem.notFound("There is no such story on the desk."));
    }
}
