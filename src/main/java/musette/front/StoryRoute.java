package musette.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.Visitor;
import musette.site.Who;
import musette.staff.Staff;
import musette.stories.Stories;
import musette.subscriptions.Entitlements;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The long way to a story, for whoever carries a session, and for addresses at which no story
/// stands today.
@Controller
class StoryRoute {
    private final StoryPageCache cache;
    private final StoryResponder answer;
    private final Stories stories;
    private final Entitlements entitlements;
    private final Staff staff;
    private final EntitledSessions entitledSessions;

    StoryRoute(
            StoryPageCache cache,
            StoryResponder answer,
            Stories stories,
            Entitlements entitlements,
            Staff staff,
            EntitledSessions entitledSessions) {
        this.cache = cache;
        this.answer = answer;
        this.stories = stories;
        this.entitlements = entitlements;
        this.staff = staff;
        this.entitledSessions = entitledSessions;
    }

    @GetMapping("/{slug:[a-z0-9-]{1,120}}")
    @MayCall(Who.ANYONE)
    @Nullable ResponseEntity<Void> story(
            @PathVariable String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var story = cache.at(slug);
        if (story.isEmpty()) {
            return elsewhere(slug);
        }
        var entitled = isEntitled(Visitor.of(request));
        entitledSessions.note(request, entitled);
        if (entitled) {
            answer.toEntitled(story.get(), request, response);
        } else {
            answer.toAnonymous(story.get(), request, response);
        }
        return null;
    }

    private ResponseEntity<Void> elsewhere(String slug) {
        var withdrawal = stories.withdrawal(slug);
        if (withdrawal.isPresent()) {
            throw HttpProblem.gone("This story was withdrawn: " + withdrawal.get().reason());
        }
        return stories.movedTo(slug)
                .map(today -> URI.create("/" + today))
                .map(today ->
                        ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                                .location(today)
                                .<Void>build())
                .orElseThrow(() -> HttpProblem.notFound("There is nothing at this address."));
    }

    private boolean isEntitled(Visitor visitor) {
        var reader = visitor.reader();
        var member = visitor.staff();
        return (reader.isPresent() && entitlements.entitled(reader.getAsLong()))
                || (member.isPresent() && staff.isOnDuty(member.getAsLong()));
    }
}
