package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import musette.desk.Editor.Answer;
import musette.front.StoryPages;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.SafeHeaders;
import musette.site.Templates;
import musette.site.Who;
import musette.staff.Staff;
import musette.stories.Draft;
import musette.stories.Manuscript;
import musette.stories.Manuscripts;
import musette.stories.Revisions;
import musette.stories.Stories;
import musette.text.Document;
import musette.text.Edit;
import musette.text.Embed;
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
                    Map.entry(
                            "brought-back",
                            "Brought back. What stood here before is in the history."),
                    Map.entry("withdrawn", "Withdrawn. Readers are told why."),
                    Map.entry("planned", "Planned. It goes live by itself."),
                    Map.entry("called-off", "Called off. It stays a draft."),
                    Map.entry("asked", "It stands on top of the queue, for an editor to look at."),
                    Map.entry("sent-back", "It is a draft again."),
                    Map.entry("embargoed", "Nobody can publish it before that moment."),
                    Map.entry("lifted", "The embargo is lifted."),
                    Map.entry("commented", "Said."),
                    Map.entry("comment-done", "Done with. It is kept below the others."),
                    Map.entry("comment-open", "Open again."),
                    Map.entry("comment-changed", "Changed."),
                    Map.entry("comment-back", "Taken back."),
                    Map.entry("filed", "The topics are changed."),
                    Map.entry("signed", "The byline is changed."),
                    Map.entry("promised", "More to follow stands under the story."),
                    Map.entry("settled", "The story is complete."),
                    Map.entry("carried", "The story's result is chosen."),
                    Map.entry("moved", "The address is changed."));

    private static final int MOST_OTHERS = 100;

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
        var story = OnDesk.find(manuscripts, id);
        var answer = Answer.notice(NOTICES.getOrDefault(done, ""));
        return templates.page(
                "desk/editor.jte", editor.page(story, StoryForm.of(story), answer, request));
    }

    /// The newest version, on the very page that readers would see.
    @GetMapping("/desk/stories/{id}/preview")
    ResponseEntity<byte[]> preview(@PathVariable long id, HttpServletResponse response) {
        SafeHeaders.mayShow(response, Embed.Provider.origins());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .body(pages.preview(OnDesk.find(manuscripts, id).asRead(clock.instant())));
    }

    /// One version, and what it says otherwise than the one before it, or than any other.
    @GetMapping("/desk/stories/{id}/revisions/{number}")
    ResponseEntity<byte[]> revision(
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer before,
            @Nullable CsrfToken csrf) {
        var story = OnDesk.find(manuscripts, id);
        var revision = revision(id, number);
        var compared = before == null ? number - 1 : before;
        var title = "Version " + number;
        return templates.page(
                "desk/reading.jte",
                new ReadingPage(
                        frames.signedIn(title, csrf),
                        title,
                        "/desk/stories/" + id,
                        saved(revision),
                        story.published().orElse(0) == number,
                        story.head() == number,
                        compared,
                        IntStream.rangeClosed(1, story.head())
                                .map(it -> story.head() + 1 - it)
                                .filter(it -> it != number)
                                .limit(MOST_OTHERS)
                                .boxed()
                                .toList(),
                        compared == 0
                                ? Difference.none()
                                : Difference.between(
                                        revision(id, compared), revision, times::words),
                        revision));
    }

    private String saved(Manuscript.Revision revision) {
        var names = staff.names();
        var writers =
                revision.writers().stream()
                        .map(writer -> names.getOrDefault(writer, "somebody"))
                        .collect(Collectors.joining(", "));
        return "%s by %s, %s".formatted(revision.why(), writers, times.words(revision.savedAt()));
    }

    /// Puts an older version in front again; what stood there stays in the history.
    @PostMapping("/desk/stories/{id}/revisions/{number}/restoration")
    ResponseEntity<byte[]> bringBack(
            @PathVariable long id, @PathVariable int number, HttpServletRequest request) {
        OnDesk.find(manuscripts, id);
        manuscripts.bringBack(id, OnDuty.member(request), revision(id, number));
        return ResponseEntity.status(303)
                .location(URI.create("/desk/stories/" + id + "?done=brought-back"))
                .build();
    }

    private Manuscript.Revision revision(long story, int number) {
        return revisions
                .revision(story, number)
                .orElseThrow(() -> HttpProblem.notFound("There is no such version."));
    }
}
