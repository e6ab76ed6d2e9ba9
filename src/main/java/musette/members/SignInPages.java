package musette.members;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import musette.post.Mailbox;
import musette.readers.Reader;
import musette.readers.SignInLinks;
import musette.site.AskingBrowser;
import musette.site.Frame;
import musette.site.LocalPath;
import musette.site.MayCall;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.site.Who;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Readers sign in: an address, then a mailed link and a button, or the code beside the link.
///
/// Programs that guard inboxes open every link in a mail. So the link's page shows a button and
/// changes nothing; the button's POST uses the link up.
@Controller
@MayCall(Who.ANYONE)
class SignInPages {
    private static final int LONGEST_TOKEN = 100;
    private static final int LONGEST_CODE = 100;
    private static final LocalPath DOOR = new LocalPath("/sign-in");

    private final SignInLinks links;
    private final ReaderSessions sessions;
    private final KnownBrowsers browsers;
    private final Templates templates;
    private final Frame.Frames frames;
    private final SiteSettings site;

    SignInPages(
            SignInLinks links,
            ReaderSessions sessions,
            KnownBrowsers browsers,
            Templates templates,
            Frame.Frames frames,
            SiteSettings site) {
        this.links = links;
        this.sessions = sessions;
        this.browsers = browsers;
        this.templates = templates;
        this.frames = frames;
        this.site = site;
    }

    /// @param returnPath where to go once signed in
    record Page(Frame frame, String returnPath, String email, String emailError) {}

    /// Where the code is typed.
    ///
    /// @param error what is wrong with the one before, or empty
    record CodePage(Frame frame, String returnPath, String error) {}

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
        var key =
                links.askHere(
                        email.get(),
                        form.returnPath().value(),
                        browsers.asker(request, email.get()),
                        AskingBrowser.key(request));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/sign-in/sent" + form.returnPath().asReturn()))
                .header(HttpHeaders.SET_COOKIE, AskingBrowser.keep(key, DOOR, site).toString())
                .build();
    }

    /// The same for everybody: whether an address has an account is its owner's business.
    @GetMapping("/sign-in/sent")
    ResponseEntity<byte[]> sent(HttpServletRequest request) {
        return code(HttpStatus.OK, new Form(request).returnPath(), "");
    }

    @PostMapping("/sign-in/code")
    ResponseEntity<byte[]> signInByCode(HttpServletRequest request) {
        var form = new Form(request);
        var typed = form.field("code", LONGEST_CODE);
        return AskingBrowser.key(request)
                .flatMap(key -> links.redeemCode(key, typed))
                .map(reader -> signedIn(request, reader, form.returnPath()))
                .orElseGet(() ->
                        code(
                                HttpStatus.BAD_REQUEST,
                                form.returnPath(),
                                "That code does not work here. It works once, in the browser that"
                                        + " asked for it, for 15 minutes and five tries."));
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
        var returnPath = new Form(request).returnPath();
        if (token.length() > LONGEST_TOKEN) {
            return tooLate();
        }
        return links.redeem(token)
                .map(reader -> signedIn(request, reader, returnPath))
                .orElseGet(this::tooLate);
    }

    private ResponseEntity<byte[]> signedIn(
            HttpServletRequest request, Reader reader, LocalPath returnPath) {
        sessions.signInProven(request, reader);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(returnPath.value()))
                .header(HttpHeaders.SET_COOKIE, browsers.remember(reader).toString())
                .build();
    }

    private ResponseEntity<byte[]> code(HttpStatus status, LocalPath returnPath, String error) {
        var frame = frames.withForms("Look in your inbox", "");
        return templates.page(
                status, "members/sign-in-code.jte", new CodePage(frame, returnPath.value(), error));
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
