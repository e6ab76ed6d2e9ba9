package musette.resultsdesk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import musette.desk.OnDuty;
import musette.desk.Times;
import musette.push.Sender;
import musette.push.Senders;
import musette.racing.Races;
import musette.site.Address;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Who;
import musette.staff.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The programs that may send results.
@Controller
@MayCall(Who.OWNER)
class SenderPages {
    private final Senders senders;
    private final Races races;
    private final Staff staff;
    private final Times times;
    private final Address address;
    private final Templates templates;
    private final Frame.Frames frames;

    SenderPages(
            Senders senders,
            Races races,
            Staff staff,
            Times times,
            Address address,
            Templates templates,
            Frame.Frames frames) {
        this.senders = senders;
        this.races = races;
        this.staff = staff;
        this.times = times;
        this.address = address;
        this.templates = templates;
        this.frames = frames;
    }

    @GetMapping("/desk/results/senders")
    ResponseEntity<byte[]> all() {
        return page(HttpStatus.OK, SendersPage.Typed.NOTHING, "", "");
    }

    /// The answer itself shows the token, the only time that it can be seen; sent again, it says
    /// that the sender is there already.
    @PostMapping("/desk/results/senders")
    ResponseEntity<byte[]> make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String race,
            @RequestParam(defaultValue = "false") boolean live,
            HttpServletRequest request) {
        var typed = new SendersPage.Typed(name, race, live);
        var who = staff.names().getOrDefault(OnDuty.member(request), "the owner");
        return switch (senders.make(name, race, live, who)) {
            case Senders.Made made ->
                    page(HttpStatus.OK, SendersPage.Typed.NOTHING, made.token(), "");
            case Senders.Refused refused ->
                    page(HttpStatus.UNPROCESSABLE_CONTENT, typed, "", refused.sentence());
        };
    }

    @PostMapping("/desk/results/senders/{id}/end")
    ResponseEntity<byte[]> end(@PathVariable long id) {
        if (!senders.end(id)) {
            throw HttpProblem.notFound("There is no such sender, or it was ended already.");
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/desk/results/senders"))
                .build();
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status, SendersPage.Typed typed, String token, String problem) {
        var page =
                new SendersPage(
                        frames.withForms("Programs that send results", ""),
                        senders.all().stream().map(this::line).toList(),
                        races.latestWinners().stream().map(it -> it.race().name()).toList(),
                        typed,
                        token,
                        address.of("/push/files"),
                        problem);
        return templates.page(status, "resultsdesk/senders.jte", page);
    }

    private SendersPage.Line line(Sender sender) {
        var used =
                Optional.ofNullable(sender.lastUsedAt())
                        .map(at -> "last sent " + times.words(at))
                        .orElse("has sent nothing yet");
        return new SendersPage.Line(
                "/desk/results/senders/%d/end".formatted(sender.id()),
                sender.name(),
                sender.race() == null ? "for every race" : "for " + sender.race() + " only",
                sender.goesLive() ? "counts at once" : "waits for a look",
                "%s, made by %s".formatted(used, sender.madeBy()));
    }
}
