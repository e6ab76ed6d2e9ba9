package musette.members;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import musette.post.Mailbox;
import musette.readers.SignInLinks;
import musette.site.Frame;
import musette.site.LocalPath;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Who;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Readers sign in: an address, a mailed link, a button.
///
/// Programs that guard inboxes open every link in a mail. So the link's page shows a button and
/// changes nothing; the button's POST uses the link up.
@Controller
@MayCall(Who.ANYONE)
class SignInPages {
    private static final int LONGEST_TOKEN = 100;

    private final SignInLinks links;
    private final ReaderSessions sessions;
    private final KnownBrowsers browsers;
    private final Templates templates;
    private final Frame.Frames frames;

    SignInPages(
            SignInLinks links,
            ReaderSessions sessions,
            KnownBrowsers browsers,
            Templates templates,
            Frame.Frames frames) {
        this.links = links;
        this.sessions = sessions;
        this.browsers = browsers;
        this.templates = templates;
        this.frames = frames;
    }

    /// @param returnPath where to go once signed in
    record Page(Frame frame, String returnPath, String email, String emailError) {}

    /// A step on the way in.
    ///
    /// @param button what the button says, empty for none; it posts to `address`
    record Step(Frame frame, String sentence, String button, String address, String returnPath) {}

    @GetMapping("/sign-in")
    ResponseEntity<byte[]> form(HttpServletRequest request) {
        return form(HttpStatus.OK, request, "", "");
    }

    @PostMapping("/sign-in")
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        var form = new Form(request);
        var typed = form.field("email", Mailbox.LONGEST);
        var email = Mailbox.parse(typed);
        if (email.isEmpty()) {
            return form(
                    HttpStatus.BAD_REQUEST,
                    request,
                    typed,
                    "Please give an email address, such as name@example.org.");
        }
        links.ask(email.get(), form.returnPath().value(), browsers.asker(request, email.get()));
        return new LocalPath("/sign-in/sent").seeOther();
    }

    /// The same for everybody: whether an address has an account is its owner's business.
    @GetMapping("/sign-in/sent")
    ResponseEntity<byte[]> sent() {
        return step(
                HttpStatus.OK,
                "Look in your inbox",
                "If that address has an account, a link is on its way. It signs you in once, for"
                        + " the next 15 minutes. We send one every two minutes at most.",
                "",
                "",
                "");
    }

    @GetMapping("/sign-in/{token:[A-Za-z0-9._-]+}")
    ResponseEntity<byte[]> look(@PathVariable String token, HttpServletRequest request) {
        var returnPath = new Form(request).returnPath().value();
        return known(token)
                ? step(
                        HttpStatus.OK,
                        "Welcome back",
                        "One more press and you are signed in, in this browser.",
                        "Sign in",
                        "/sign-in/" + token,
                        returnPath)
                : tooLate();
    }

    @PostMapping("/sign-in/{token:[A-Za-z0-9._-]+}")
    ResponseEntity<byte[]> signIn(@PathVariable String token, HttpServletRequest request) {
        var returnPath = new Form(request).returnPath().value();
        if (token.length() > LONGEST_TOKEN) {
            return tooLate();
        }
        return links.redeem(token)
                .map(reader -> {
                    sessions.signInProven(request, reader);
                    return ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .location(URI.create(returnPath))
                            .header(HttpHeaders.SET_COOKIE, browsers.remember(reader).toString())
                            .<byte[]>build();
                })
                .orElseGet(this::tooLate);
    }

    private boolean known(String token) {
        return token.length() <= LONGEST_TOKEN && links.peek(token).isPresent();
    }

    private ResponseEntity<byte[]> tooLate() {
        return step(
                HttpStatus.GONE,
                "This link no longer works",
                "It may have been used already, or be older than 15 minutes.",
                "",
                "",
                "");
    }

    private ResponseEntity<byte[]> form(
            HttpStatus status, HttpServletRequest request, String typed, String error) {
        var returnPath = new Form(request).returnPath().value();
        return templates.page(
                status,
                "members/sign-in.jte",
                new Page(frames.withForms("Sign in", ""), returnPath, typed, error));
    }

    private ResponseEntity<byte[]> step(
            HttpStatus status,
            String title,
            String sentence,
            String button,
            String address,
            String returnPath) {
        return templates.page(
                status,
                "members/sign-in-step.jte",
                new Step(frames.withForms(title, ""), sentence, button, address, returnPath));
    }
}
