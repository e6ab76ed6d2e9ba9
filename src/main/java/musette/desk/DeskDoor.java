package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import musette.post.MailBudget.Asker;
import musette.post.Mailbox;
import musette.site.ClientAddress;
import musette.site.Frame;
import musette.site.LocalPath;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Visitor;
import musette.site.Who;
import musette.staff.StaffLinks;
import org.jspecify.annotations.Nullable;
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
    private final StaffLinks links;
    private final ClientAddress clients;
    private final Templates templates;
    private final Frame.Frames frames;

    DeskDoor(StaffLinks links, ClientAddress clients, Templates templates, Frame.Frames frames) {
        this.links = links;
        this.clients = clients;
        this.templates = templates;
        this.frames = frames;
    }

    @GetMapping("/desk/sign-in")
    ResponseEntity<byte[]> door(
            @RequestParam(required = false) @Nullable String asked,
            @RequestParam(name = LocalPath.PARAMETER, defaultValue = "") String returnPath,
            @Nullable CsrfToken csrf) {
        var page =
                new SignInPage(
                        frames.signedIn("The desk", csrf),
                        asked != null,
                        deskPath(returnPath).value());
        return templates.page("desk/sign-in.jte", page);
    }

    /// The same answer for every address.
    @PostMapping("/desk/sign-in")
    ResponseEntity<byte[]> ask(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(name = LocalPath.PARAMETER, defaultValue = "") String returnPath,
            HttpServletRequest request) {
        var path = deskPath(returnPath);
        Mailbox.parse(email)
                .ifPresent(address ->
                        links.ask(address, path, new Asker.Stranger(clients.of(request))));
        return to("/desk/sign-in" + path.asReturn() + "&asked");
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
                .map(member -> {
                    Visitor.signInStaff(request, member.id());
                    return deskPath(returnPath).seeOther();
                })
                .orElseGet(() -> to("/desk/sign-in/" + token));
    }

    @PostMapping("/desk/sign-out")
    @MayCall(Who.STAFF)
    ResponseEntity<byte[]> leave(HttpServletRequest request) {
        Visitor.signOut(request);
        return to("/desk/sign-in");
    }

    private static LocalPath deskPath(String asked) {
        return LocalPath.of(asked, LocalPath.DESK);
    }

    private static ResponseEntity<byte[]> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
