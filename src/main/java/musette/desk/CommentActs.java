package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import musette.comments.Comment.Quote;
import musette.comments.Comments;
import musette.desk.SaveFirst.Answered;
import musette.desk.SaveFirst.Done;
import musette.desk.SaveFirst.NotDone;
import musette.site.MayCall;
import musette.site.Who;
import musette.writing.Windows;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the newsroom says about a story among itself.
@Controller
@MayCall(Who.STAFF)
class CommentActs {
    private final Comments comments;
    private final Windows windows;
    private final SaveFirst saveFirst;

    CommentActs(Comments comments, Windows windows, SaveFirst saveFirst) {
        this.comments = comments;
        this.windows = windows;
        this.saveFirst = saveFirst;
    }

    /// @param exact the words of the story that it is about, see `Quote`
    @PostMapping("/desk/stories/{id}/comments")
    ResponseEntity<byte[]> say(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(name = "quote-exact", defaultValue = "") String exact,
            @RequestParam(name = "quote-before", defaultValue = "") String before,
            @RequestParam(name = "quote-after", defaultValue = "") String after,
            HttpServletRequest request) {
        var about = Quote.of(exact, before, after);
        return saveFirst.then(
                id,
                request,
                (form, who) -> told(id, comments.say(id, who, about, comment), "commented"));
    }

    /// The answer stands in the field that carries the comment's number.
    @PostMapping("/desk/stories/{id}/comments/{number}/answers")
    ResponseEntity<byte[]> answer(
            @PathVariable long id, @PathVariable long number, HttpServletRequest request) {
        var words = Objects.requireNonNullElse(request.getParameter("answer " + number), "");
        return saveFirst.then(
                id,
                request,
                (form, who) -> told(id, comments.answer(id, number, who, words), "commented"));
    }

    @PostMapping("/desk/stories/{id}/comments/{number}/done")
    ResponseEntity<byte[]> settle(
            @PathVariable long id, @PathVariable long number, HttpServletRequest request) {
        return saveFirst.then(
                id,
                request,
                (form, who) -> {
                    comments.settle(id, number, who);
                    return told(id, Optional.empty(), "comment-done");
                });
    }

    @PostMapping("/desk/stories/{id}/comments/{number}/reopening")
    ResponseEntity<byte[]> reopen(
            @PathVariable long id, @PathVariable long number, HttpServletRequest request) {
        return saveFirst.then(
                id,
                request,
                (form, who) -> {
                    comments.reopen(id, number);
                    return told(id, Optional.empty(), "comment-open");
                });
    }

    /// The new words stand in the field that carries the remark's number.
    @PostMapping("/desk/stories/{id}/comments/{number}/words")
    ResponseEntity<byte[]> change(
            @PathVariable long id, @PathVariable long number, HttpServletRequest request) {
        var words = Objects.requireNonNullElse(request.getParameter("words " + number), "");
        return saveFirst.then(
                id,
                request,
                (form, who) ->
                        told(id, comments.change(id, number, who, words), "comment-changed"));
    }

    @PostMapping("/desk/stories/{id}/comments/{number}/removal")
    ResponseEntity<byte[]> takeBack(
            @PathVariable long id, @PathVariable long number, HttpServletRequest request) {
        return saveFirst.then(
                id,
                request,
                (form, who) -> told(id, comments.takeBack(id, number, who), "comment-back"));
    }

    private Answered told(long story, Optional<String> fault, String notice) {
        windows.tell(story);
        return fault.<Answered>map(NotDone::new).orElse(new Done(notice));
    }
}
