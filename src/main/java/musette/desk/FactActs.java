package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.Who;
import musette.stories.ChangedFact;
import musette.stories.FactChanges;
import musette.stories.FactFollowing;
import musette.stories.FactFollowing.Taken;
import musette.stories.Manuscript;
import musette.stories.Manuscripts;
import musette.stories.Publication;
import musette.stories.Publication.Outcome;
import musette.text.FactSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an editor decides about facts that a changed result has made wrong.
@Controller
@MayCall(Who.EDITOR)
class FactActs {
    private static final int LONGEST_NOTE = 1_000;

    private final FactChanges changes;
    private final FactFollowing following;
    private final Manuscripts manuscripts;
    private final Publication publication;

    FactActs(
            FactChanges changes,
            FactFollowing following,
            Manuscripts manuscripts,
            Publication publication) {
        this.changes = changes;
        this.following = following;
        this.manuscripts = manuscripts;
        this.publication = publication;
    }

    /// Takes the new sentence, or all new sentences of the story. A live story is corrected as soon
    /// as nothing in it is wrong any more; where somebody has typed words that readers haven't
    /// seen, the editor opens instead, because nobody publishes words unread. Pressed again after a
    /// crash in the middle, it goes on.
    ///
    /// @param source which fact; empty for all of them
    @PostMapping("/desk/stories/{id}/facts/take")
    ResponseEntity<byte[]> take(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String source,
            HttpServletRequest request) {
        var who = OnDuty.member(request);
        var open = changes.ofStory(id);
        var note = note(open);
        for (var fact : open) {
            if ((source.isEmpty() || fact.source().equals(source))
                    && following.take(id, fact.source(), who) instanceof Taken.Refused refused) {
                throw HttpProblem.badRequest(refused.reason());
            }
        }
        var story = OnDesk.find(manuscripts, id);
        if (!story.isAheadOfReaders() || !isRight(changes.ofStory(id))) {
            return to("/desk");
        }
        if (!manuscripts.isAheadByFollowingOnly(story)) {
            return to("/desk/stories/%d?done=followed".formatted(id));
        }
        if (show(story, who, note) instanceof Outcome.Refused refused) {
            throw HttpProblem.badRequest(refused.reason());
        }
        return to("/desk");
    }

    @PostMapping("/desk/stories/{id}/facts/keep")
    ResponseEntity<byte[]> keep(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var refused =
                changes.keep(
                        OnDesk.find(manuscripts, id).id(), source, reason, OnDuty.member(request));
        if (!refused.isEmpty()) {
            throw HttpProblem.badRequest(refused);
        }
        return to("/desk");
    }

    private Outcome show(Manuscript story, long who, String note) {
        return note.isEmpty()
                ? publication.publish(story.id(), who, story.head())
                : publication.correct(story.id(), who, story.head(), note);
    }

    /// Whether only the version that readers see is still wrong.
    private static boolean isRight(List<ChangedFact> open) {
        return open.stream().noneMatch(ChangedFact::isInNewest);
    }

    /// What readers are told was wrong; empty when nothing was. That a result was provisional is no
    /// error.
    private static String note(List<ChangedFact> open) {
        var said =
                open.stream()
                        .filter(ChangedFact::isSeenByReaders)
                        .filter(fact -> !isStanding(fact))
                        .map(ChangedFact::oldSentence)
                        .distinct()
                        .map("“%s”"::formatted)
                        .collect(Collectors.joining(" "));
        if (said.isEmpty()) {
            return "";
        }
        var note = "The result has changed. An earlier version said: " + said;
        return note.length() <= LONGEST_NOTE
                ? note
                : "The result has changed, and several sentences with it.";
    }

    private static boolean isStanding(ChangedFact fact) {
        return FactSource.of(fact.source()).orElse(null)
                        instanceof FactSource.OfResult(var result, var property)
                && property == FactSource.Property.STANDING;
    }

    private static ResponseEntity<byte[]> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
