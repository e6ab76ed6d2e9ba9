package musette.desk;

import java.time.Clock;
import musette.front.StoryPages;
import musette.site.Frame;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Who;
import musette.stories.Manuscripts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// How others show a story, before anybody sees it.
@Controller
@MayCall(Who.STAFF)
class SharingPages {
    private final Manuscripts manuscripts;
    private final StoryPages pages;
    private final Clock clock;
    private final Templates templates;
    private final Frame.Frames frames;

    SharingPages(
            Manuscripts manuscripts,
            StoryPages pages,
            Clock clock,
            Templates templates,
            Frame.Frames frames) {
        this.manuscripts = manuscripts;
        this.pages = pages;
        this.clock = clock;
        this.templates = templates;
        this.frames = frames;
    }

    @GetMapping("/desk/stories/{id}/sharing")
    ResponseEntity<byte[]> sharing(@PathVariable long id, @Nullable CsrfToken csrf) {
        var story = OnDesk.find(manuscripts, id);
        return templates.page(
                "desk/sharing.jte",
                new SharingPage(
                        frames.signedIn("How others show it", csrf),
                        "/desk/stories/" + id,
                        pages.asLinked(story.asRead(clock.instant()))));
    }
}
