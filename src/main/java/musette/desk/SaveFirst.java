package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import musette.desk.Editor.Answer;
import musette.site.Templates;
import musette.stories.Manuscript;
import musette.stories.Manuscripts;
import musette.stories.Manuscripts.Saving;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// What every button of the editor does: it saves the words that its form brings, where no script
/// has sent them before, and then acts. Whatever is refused comes back with all that was typed.
@Component
class SaveFirst {
    private final Manuscripts manuscripts;
    private final Editor editor;
    private final Templates templates;

    SaveFirst(Manuscripts manuscripts, Editor editor, Templates templates) {
        this.manuscripts = manuscripts;
        this.editor = editor;
        this.templates = templates;
    }

    /// What is done once the words are saved; the form carries the version they were saved as.
    interface Act {
        Answered on(StoryForm form, long who);
    }

    sealed interface Answered {}

    /// @param notice the word that tells the editor's page what to say
    record Done(String notice) implements Answered {}

    record NotDone(String reason) implements Answered {}

    /// The story is off the desk.
    record Gone(long story) implements Answered {}

    /// Saves and does nothing else.
    ResponseEntity<byte[]> only(long id, HttpServletRequest request) {
        return then(
                id,
                request,
                (form, who) -> new Done("saved"),
                (form, who) -> new Done("saved-over"));
    }

    ResponseEntity<byte[]> then(long id, HttpServletRequest request, Act act) {
        return then(id, request, act, act);
    }

    /// @param overOwn what is done instead where the same person had saved another version since
    private ResponseEntity<byte[]> then(long id, HttpServletRequest request, Act act, Act overOwn) {
        var form = StoryForm.of(request);
        var who = OnDuty.member(request);
        var story = OnDesk.find(manuscripts, id);
        if (!form.hasWords()) {
            return acted(id, request, form, act);
        }
        return switch (manuscripts.save(story.id(), who, form.version(), form.edit())) {
            case Saving.Saved saved -> {
                var then = saved.isOverOwn() ? overOwn : act;
                yield acted(id, request, form.over(saved.version()), then);
            }
            case Saving.Refused refused ->
                    page(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            story,
                            form,
                            Answer.faults(refused.faults()),
                            request);
            case Saving.Stale stale ->
                    page(
                            HttpStatus.CONFLICT,
                            stale.newer(),
                            form.over(stale.newer().version()),
                            Answer.conflict(stale.newer()),
                            request);
        };
    }

    private ResponseEntity<byte[]> acted(
            long id, HttpServletRequest request, StoryForm form, Act act) {
        return switch (act.on(form, OnDuty.member(request))) {
            case Gone gone -> to("/desk?discarded=" + gone.story());
            case Done done -> to("/desk/stories/%d?done=%s".formatted(id, done.notice()));
            case NotDone notDone ->
                    page(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            OnDesk.find(manuscripts, id),
                            form.showing(OnDesk.find(manuscripts, id)),
                            Answer.problem(notDone.reason(), part(request)),
                            request);
        };
    }

    /// The last word of the address: `corrections`, `withdrawal`, `address`.
    private static String part(HttpServletRequest request) {
        var address = request.getRequestURI();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status,
            Manuscript story,
            StoryForm form,
            Answer answer,
            HttpServletRequest request) {
        return templates.page(status, "desk/editor.jte", editor.page(story, form, answer, request));
    }

    private static ResponseEntity<byte[]> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
    }
}
