package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.LocalPath;
import musette.site.MayCall;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.site.Visitor;
import musette.site.Who;
import musette.staff.Passkeys;
import musette.staff.Passkeys.Passkey;
import musette.staff.Passkeys.Site;
import musette.staff.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/// Passkeys: one's own list, and the way in by one.
@Controller
@MayCall(Who.STAFF)
class PasskeyPages {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LARGEST = 100_000;

    private final Passkeys passkeys;
    private final Staff staff;
    private final SiteSettings settings;
    private final Times times;
    private final Templates templates;
    private final Frame.Frames frames;

    PasskeyPages(
            Passkeys passkeys,
            Staff staff,
            SiteSettings settings,
            Times times,
            Templates templates,
            Frame.Frames frames) {
        this.passkeys = passkeys;
        this.staff = staff;
        this.settings = settings;
        this.times = times;
        this.templates = templates;
        this.frames = frames;
    }

    @GetMapping("/desk/passkeys")
    ResponseEntity<byte[]> own(
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            @Nullable CsrfToken csrf) {
        var lines = passkeys.of(OnDuty.member(request)).stream().map(this::line).toList();
        var notice =
                switch (done) {
                    case "added" -> "It lets you in from now on.";
                    case "removed" -> "It lets nobody in any more.";
                    default -> "";
                };
        return templates.page(
                "desk/passkeys.jte",
                new PasskeysPage(frames.signedIn("Passkeys", csrf), lines, notice));
    }

    private PasskeysPage.Line line(Passkey passkey) {
        return new PasskeysPage.Line(
                passkey.name(),
                times.words(passkey.addedAt()),
                passkey.usedAt() == null ? "not used yet" : "used " + times.words(passkey.usedAt()),
                "/desk/passkeys/" + passkey.id() + "/removal");
    }

    /// What the browser is to make.
    @PostMapping("/desk/passkeys/options")
    ResponseEntity<byte[]> creation(HttpServletRequest request) {
        var member = staff.byId(OnDuty.member(request)).orElseThrow();
        return JsonAnswer.of(passkeys.creation(member, site(request)));
    }

    /// What the browser has made.
    @PostMapping("/desk/passkeys")
    ResponseEntity<byte[]> add(
            @RequestParam(defaultValue = "") String name, HttpServletRequest request)
            throws IOException {
        return passkeys.add(OnDuty.member(request), body(request), name, site(request))
                .map(JsonAnswer::refused)
                .orElse(JsonAnswer.of("{}"));
    }

    @PostMapping("/desk/passkeys/{id}/removal")
    ResponseEntity<byte[]> remove(@PathVariable long id, HttpServletRequest request) {
        passkeys.remove(OnDuty.member(request), id);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/desk/passkeys?done=removed"))
                .build();
    }

    /// What a browser is to sign that wants in.
    @PostMapping("/desk/sign-in/passkey/options")
    @MayCall(Who.ANYONE)
    ResponseEntity<byte[]> request(HttpServletRequest request) {
        return JsonAnswer.of(passkeys.request(site(request)));
    }

    /// Lets in whoever has signed it.
    @PostMapping("/desk/sign-in/passkey")
    @MayCall(Who.ANYONE)
    ResponseEntity<byte[]> enter(
            @RequestParam(name = LocalPath.PARAMETER, defaultValue = "") String returnPath,
            HttpServletRequest request)
            throws IOException {
        return passkeys.enter(body(request), site(request))
                .map(member -> {
                    Visitor.signInStaff(request, member.id());
                    var path = LocalPath.of(returnPath, LocalPath.DESK).value();
                    return JsonAnswer.of(JSON.createObjectNode().put("to", path).toString());
                })
                .orElseGet(() ->
                        JsonAnswer.refused(
                                "This passkey lets nobody in here. Ask for a mail below."));
    }

    /// As configured, or as the browser was asked; a passkey of another site fits nowhere here.
    private Site site(HttpServletRequest request) {
        var origin =
                settings.address().isEmpty()
                        ? "%s://%s".formatted(request.getScheme(), request.getHeader("Host"))
                        : settings.address();
        var host = URI.create(origin).getHost();
        if (host == null) {
            throw HttpProblem.badRequest("This address has no name.");
        }
        return new Site(origin, host);
    }

    private static String body(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw HttpProblem.badRequest("That is no passkey.");
        }
        return new String(body, StandardCharsets.UTF_8);
    }
}
