package musette.resultsdesk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import musette.desk.OnDuty;
import musette.racing.RiderIdentities;
import musette.site.Frame;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Visitor;
import musette.site.Who;
import musette.staff.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// "Is this the same rider?": asked of people, because a guess would end in a wrong count of wins.
@Controller
@MayCall(Who.STAFF)
class RiderQuestionPages {
    private static final int MOST = 30;

    private final RiderIdentities riders;
    private final Staff staff;
    private final Templates templates;
    private final Frame.Frames frames;

    RiderQuestionPages(
            RiderIdentities riders, Staff staff, Templates templates, Frame.Frames frames) {
        this.riders = riders;
        this.staff = staff;
        this.templates = templates;
        this.frames = frames;
    }

    @GetMapping("/desk/riders")
    ResponseEntity<byte[]> questions(HttpServletRequest request) {
        return page(HttpStatus.OK, "", "", "", request);
    }

    @PostMapping("/desk/riders")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> decide(
            @RequestParam long one,
            @RequestParam long other,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request) {
        if (!answer.equals("same") && !answer.equals("two")) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, "Say which.", "", "", request);
        }
        var refusal = riders.decide(one, other, answer.equals("same"), who(request));
        return refusal.isEmpty()
                ? back()
                : page(HttpStatus.UNPROCESSABLE_CONTENT, refusal, "", "", request);
    }

    /// Two names that no likeness would bring together, such as a married one.
    @PostMapping("/desk/riders/names")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> decideByName(
            @RequestParam(defaultValue = "") String one,
            @RequestParam(defaultValue = "") String other,
            HttpServletRequest request) {
        var first = riders.named(one);
        var second = riders.named(other);
        if (first.isEmpty() || second.isEmpty()) {
            var missing = first.isEmpty() ? one : other;
            return page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "There is no rider '%s', or more than one; write the name as results print it."
                            .formatted(missing),
                    one,
                    other,
                    request);
        }
        var refusal = riders.decide(first.get().id(), second.get().id(), true, who(request));
        return refusal.isEmpty()
                ? back()
                : page(HttpStatus.UNPROCESSABLE_CONTENT, refusal, one, other, request);
    }

    @PostMapping("/desk/riders/undo")
    @MayCall(Who.EDITOR)
    ResponseEntity<byte[]> undo(@RequestParam long one, @RequestParam long other) {
        riders.undo(one, other);
        return back();
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status,
            String problem,
            String one,
            String other,
            HttpServletRequest request) {
        return templates.page(
                status,
                "resultsdesk/riders.jte",
                new RiderQuestionsPage(
                        frames.withForms("Riders", ""),
                        problem,
                        Visitor.duty(request).compareTo(Who.EDITOR) >= 0,
                        one,
                        other,
                        riders.questions(MOST),
                        riders.decided(MOST)));
    }

    private String who(HttpServletRequest request) {
        return staff.names().getOrDefault(OnDuty.member(request), "the desk");
    }

    private static ResponseEntity<byte[]> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/desk/riders"))
                .build();
    }
}
