package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import musette.post.MailBudget.Asker;
import musette.post.Mailbox;
import musette.site.AskingBrowser;
import musette.site.ClientAddress;
import musette.site.Frame;
import musette.site.LocalPath;
import musette.site.MayCall;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.site.Visitor;
import musette.site.Who;
import musette.staff.Author;
import musette.staff.StaffLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The way in and out. Looking at a link changes nothing, because mail programs look at links too;
/// only the button signs in.
@Controller
@MayCall(Who.ANYONE)
class DeskDoor {
    private static final LocalPath DOOR = new LocalPath("/desk/sign-in");
    private static final String WRONG_CODE =
            "That code does not work here. It works once, in the browser that asked for it, for an"
                    + " hour and five tries.";

    private final StaffLinks links;
    private final ClientAddress clients;
    private final Templates templates;
    private final Frame.Frames frames;
    private final SiteSettings site;

    DeskDoor(
            StaffLinks links,
            ClientAddress clients,
            Templates templates,
            Frame.Frames frames,
            SiteSettings site) {
        this.links = links;
        this.clients = clients;
        this.templates = templates;
        this.frames = frames;
        this.site = site;
    }

    @GetMapping("/desk/sign-in")
    ResponseEntity<byte[]> door(
            @RequestParam(required = false) @Nullable String asked,
            @RequestParam(name = LocalPath.PARAMETER, defaultValue = "") String returnPath,
            @Nullable CsrfToken csrf) {
        return door(HttpStatus.OK, asked != null, "", deskPath(returnPath), csrf);
    }

    /// The same answer for every address.
    @PostMapping("/desk/sign-in")
    ResponseEntity<byte[]> ask(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(name = LocalPath.PARAMETER, defaultValue = "") String returnPath,
            HttpServletRequest request) {
        var path = deskPath(returnPath);
        var asker = new Asker.Stranger(clients.of(request));
        var answer =
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/desk/sign-in" + path.asReturn() + "&asked"));
        Mailbox.parse(email)
                .map(address -> links.ask(address, path, asker, AskingBrowser.key(request)))
                .map(key -> AskingBrowser.keep(key, DOOR, site).toString())
                .ifPresent(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
        return answer.build();
    }

    @PostMapping("/desk/sign-in/code")
    ResponseEntity<byte[]> enterByCode(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(name = LocalPath.PARAMETER, defaultValue = "") String returnPath,
            HttpServletRequest request,
            @Nullable CsrfToken csrf) {
        var path = deskPath(returnPath);
        return AskingBrowser.key(request)
                .flatMap(key -> links.enterByCode(key, code))
                .map(member -> signedIn(request, member, path))
                .orElseGet(() -> door(HttpStatus.BAD_REQUEST, true, WRONG_CODE, path, csrf));
    }

    @GetMapping("/desk/sign-in/{token:[A-Za-z0-9._-]+}")
    ResponseEntity<byte[]> look(
            @PathVariable String token,
            @RequestParam(name = LocalPath.PARAMETER, defaultValue = "") String returnPath,
            @Nullable CsrfToken csrf) {
        var holder = links.holder(token);
        var page =
                new LinkPage(
                        frames.signedIn("Sign in", csrf),
                        holder.map(member -> member.name()).orElse(""),
                        "/desk/sign-in/" + token,
                        deskPath(returnPath).value());
        return templates.page(
                holder.isPresent() ? HttpStatus.OK : HttpStatus.GONE, "desk/link.jte", page);
    }

    @PostMapping("/desk/sign-in/{token:[A-Za-z0-9._-]+}")
    ResponseEntity<byte[]> enter(
            @PathVariable String token,
            @RequestParam(name = LocalPath.PARAMETER, defaultValue = "") String returnPath,
            HttpServletRequest request) {
        return links.enter(token)
                .map(member -> signedIn(request, member, deskPath(returnPath)))
                .orElseGet(() -> to("/desk/sign-in/" + token));
    }

    @PostMapping("/desk/sign-out")
    @MayCall(Who.STAFF)
    ResponseEntity<byte[]> leave(HttpServletRequest request) {
        Visitor.signOut(request);
        return to("/desk/sign-in");
    }

    private ResponseEntity<byte[]> door(
            HttpStatus status,
            boolean asked,
            String codeError,
            LocalPath returnPath,
            @Nullable CsrfToken csrf) {
        var frame = frames.signedIn("The desk", csrf);
        return templates.page(
                status,
                "desk/sign-in.jte",
                new SignInPage(frame, asked, codeError, returnPath.value()));
    }

    private static ResponseEntity<byte[]> signedIn(
            HttpServletRequest request, Author member, LocalPath path) {
        Visitor.signInStaff(request, member.id());
        return path.seeOther();
    }

    private static LocalPath deskPath(String asked) {
        return LocalPath.of(asked, LocalPath.DESK);
    }

    private static ResponseEntity<byte[]> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
