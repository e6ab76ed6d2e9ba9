package musette.front;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import musette.front.LetterStep.Letter;
import musette.letters.Confirmation;
import musette.letters.Newsletter;
import musette.letters.Newsletters;
import musette.letters.SignUps;
import musette.letters.Unsubscribes;
import musette.post.Mailbox;
import musette.site.ClientAddress;
import musette.site.Frame;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Who;
import musette.site.WithoutToken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Into a letter and out of it again.
///
/// Programs that guard inboxes open every link in a mail, some run its scripts. So a GET shows what
/// a link would do and changes nothing; only the button's POST does.
@Controller
@MayCall(Who.ANYONE)
class LetterPages {
    private static final int LONGEST_PAGE = 200;

    private final Newsletters newsletters;
    private final SignUps signUps;
    private final Unsubscribes unsubscribes;
    private final ClientAddress clients;
    private final Templates templates;
    private final Frame.Frames frames;

    LetterPages(
            Newsletters newsletters,
            SignUps signUps,
            Unsubscribes unsubscribes,
            ClientAddress clients,
            Templates templates,
            Frame.Frames frames) {
        this.newsletters = newsletters;
        this.signUps = signUps;
        this.unsubscribes = unsubscribes;
        this.clients = clients;
        this.templates = templates;
        this.frames = frames;
    }

    @GetMapping("/letters")
    ResponseEntity<byte[]> letters() {
        return templates.page(
                "front/letters-page.jte", form(newsletters.all(), List.of(), "", "", ""));
    }

    /// @param trap a field that people don't see; programs fill in every field there is
    @PostMapping("/letters/sign-up")
    @WithoutToken(
            "Its form stands in pages that everybody sees alike; it acts for whoever is typed.")
    ResponseEntity<byte[]> signUp(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(name = "list", defaultValue = "") List<String> slugs,
            @RequestParam(name = "website", defaultValue = "") String trap,
            HttpServletRequest request) {
        var all = newsletters.all();
        var chosen = all.stream().filter(letter -> slugs.contains(letter.slug())).toList();
        var mailbox = Mailbox.parse(email);
        if (mailbox.isEmpty() || chosen.isEmpty()) {
            var emailError = mailbox.isEmpty() ? sentenceAbout(email) : "";
            var listError = chosen.isEmpty() ? "Choose at least one letter." : "";
            var typed = email.substring(0, Math.min(email.length(), Mailbox.LONGEST));
            return templates.page(
                    HttpStatus.BAD_REQUEST,
                    "front/letters-page.jte",
                    form(all, slugs, typed, emailError, listError));
        }
        if (trap.isEmpty()) {
            var page = pageOf(request.getHeader("Referer"));
            signUps.ask(mailbox.get(), chosen, new SignUps.Asker(clients.of(request), page));
        } else {
            signUps.ignore();
        }
        return seeOther("/letters/asked");
    }

    /// The same for everybody: whether an address is known is its owner's business.
    @GetMapping("/letters/asked")
    ResponseEntity<byte[]> asked() {
        return step(
                "Look in your inbox",
                "Newsletters",
                "A mail is on its way to the address you gave. Open the link in it and press the"
                        + " button there; it works for seven days. We write to one address once in"
                        + " ten minutes and three times a day at most: if nothing new comes, the"
                        + " last mail still works, and for other letters ask again later. No mail"
                        + " at all? Look among the junk, or check how you spelt the address.",
                List.of(),
                "");
    }

    @GetMapping("/letters/confirm/{token:[A-Za-z0-9._-]+}")
    ResponseEntity<byte[]> confirmation(@PathVariable String token) {
        return switch (signUps.look(token)) {
            case Confirmation.Waiting waiting ->
                    step(
                            "One press and it starts",
                            "Newsletters",
                            "You asked for:",
                            names(waiting.letters()),
                            "Yes, send it to me");
            case Confirmation.Done done ->
                    step(
                            "You are on the list",
                            "Newsletters",
                            "It is done, there is nothing more to press. When the newsroom sends"
                                    + " the next one, it comes to your inbox:",
                            done.letters().stream()
                                    .map(kept -> new Letter(kept.letter().name(), kept.leaving()))
                                    .toList(),
                            "");
            case Confirmation.Unknown _ -> unknownLink();
        };
    }

    @PostMapping("/letters/confirm/{token:[A-Za-z0-9._-]+}")
    ResponseEntity<byte[]> confirm(@PathVariable String token) {
        return signUps.confirm(token) instanceof Confirmation.Unknown
                ? unknownLink()
                : seeOther("/letters/confirm/" + token);
    }

    @GetMapping("/letters/leave/{token:[A-Za-z0-9._-]+}")
    ResponseEntity<byte[]> departure(@PathVariable String token) {
        return unsubscribes
                .look(token)
                .map(letter ->
                        step(
                                "Leave " + letter.name() + "?",
                                "Newsletters",
                                "One press and no more of it comes. You can sign up again at any"
                                        + " time.",
                                List.of(),
                                "Leave this letter"))
                .orElseGet(this::unknownLink);
    }

    /// From the button, or from a mail program (RFC 8058): no session, no redirect.
    @PostMapping("/letters/leave/{token:[A-Za-z0-9._-]+}")
    @WithoutToken("Mail programs send it (RFC 8058); the address itself is the proof.")
    ResponseEntity<byte[]> leave(
            @PathVariable String token,
            @RequestParam(name = "List-Unsubscribe", defaultValue = "") String oneClick) {
        var way = oneClick.isEmpty() ? Unsubscribes.Way.BUTTON : Unsubscribes.Way.ONE_CLICK;
        return unsubscribes
                .leave(token, way)
                .map(letter ->
                        step(
                                "You have left " + letter.name(),
                                "Newsletters",
                                "No more of it comes. Thank you for reading it.",
                                List.of(),
                                ""))
                .orElseGet(this::unknownLink);
    }

    private LettersPage form(
            List<Newsletter> all,
            List<String> chosen,
            String email,
            String emailError,
            String listError) {
        var choices =
                all.stream()
                        .map(letter ->
                                new LetterChoice(
                                        letter.slug(),
                                        letter.name(),
                                        letter.description(),
                                        all.size() == 1 || chosen.contains(letter.slug())))
                        .toList();
        var frame = frames.open("Newsletters", "Letters from the road, to your inbox.");
        return new LettersPage(frame, choices, email, emailError, listError);
    }

    private ResponseEntity<byte[]> step(
            String title, String kicker, String words, List<Letter> letters, String button) {
        return step(HttpStatus.OK, title, kicker, words, letters, button);
    }

    private ResponseEntity<byte[]> step(
            HttpStatus status,
            String title,
            String kicker,
            String words,
            List<Letter> letters,
            String button) {
        var frame = button.isEmpty() ? frames.open(title, "") : frames.withForms(title, "");
        var page = new LetterStep(frame, kicker, words, letters, button);
        return templates.page(status, "front/letter-step.jte", page);
    }

    private ResponseEntity<byte[]> unknownLink() {
        return step(
                HttpStatus.GONE,
                "This link no longer works",
                "Newsletters",
                "It may be too old, or a letter of it was cut off on the way. Signing up again"
                        + " brings a new one.",
                List.of(),
                "");
    }

    private static String sentenceAbout(String email) {
        return email.isBlank()
                ? "Please give an email address."
                : "Mail can't go to this address. It should look like name@example.org.";
    }

    private static List<Letter> names(List<Newsletter> letters) {
        return letters.stream().map(letter -> new Letter(letter.name(), "")).toList();
    }

    private static ResponseEntity<byte[]> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }

    /// The path of the page the form was on; the browser tells it to its own site only.
    private static String pageOf(@Nullable String referer) {
        return Optional.ofNullable(referer)
                .flatMap(LetterPages::path)
                .filter(path -> path.length() <= LONGEST_PAGE)
                .orElse("/letters");
    }

    private static Optional<String> path(String address) {
        try {
            return Optional.ofNullable(new URI(address).getRawPath());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
