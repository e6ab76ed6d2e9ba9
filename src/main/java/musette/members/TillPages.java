package musette.members;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.YearMonth;
import java.util.UUID;
import musette.readers.Readers;
import musette.readers.SignInLinks;
import musette.site.Frame;
import musette.site.LocalPath;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Trouble;
import musette.site.Visitor;
import musette.site.Who;
import musette.subscriptions.Card;
import musette.subscriptions.CardReading;
import musette.subscriptions.Checkout;
import musette.subscriptions.Claim;
import musette.subscriptions.Intent;
import musette.subscriptions.Settlement;
import musette.subscriptions.TestTill;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The test till's counter: a card form that only the browser sees which opened the intent.
///
/// Card numbers pass through one request and are written nowhere.
@Controller
@MayCall(Who.ANYONE)
class TillPages {
    private static final int LONGEST_FIELD = 40;

    private final Checkout checkout;
    private final TestTill till;
    private final Readers readers;
    private final SignInLinks links;
    private final ReaderSessions sessions;
    private final KnownBrowsers browsers;
    private final Clock clock;
    private final Templates templates;
    private final Frame.Frames frames;

    TillPages(
            Checkout checkout,
            TestTill till,
            Readers readers,
            SignInLinks links,
            ReaderSessions sessions,
            KnownBrowsers browsers,
            Clock clock,
            Templates templates,
            Frame.Frames frames) {
        this.checkout = checkout;
        this.till = till;
        this.readers = readers;
        this.links = links;
        this.sessions = sessions;
        this.browsers = browsers;
        this.clock = clock;
        this.templates = templates;
        this.frames = frames;
    }

    /// @param declined the till's sentence after a try, empty before one
    /// @param wrong a sentence beside each field, empty where it is right
    record Page(Frame frame, Intent intent, String declined, CardReading.Wrong wrong) {
        String accepted() {
            return TestTill.ACCEPTED;
        }

        String refused() {
            return TestTill.DECLINED;
        }
    }

    /// What the reader sees who comes back to a paid till.
    ///
    /// @param button empty where a mailed link is the way on
    record Paid(Frame frame, String address, String sentence, String button) {}

    @GetMapping("/till/{id}")
    ResponseEntity<byte[]> counter(@PathVariable UUID id, HttpServletRequest request) {
        var intent = intent(id, request);
        return switch (checkout.settle(intent)) {
            case Settlement.Joined joined -> paid(intent, joined, request);
            case Settlement.Declined(var sentence) -> form(HttpStatus.OK, intent, sentence, RIGHT);
            case Settlement.Open open -> form(HttpStatus.OK, intent, "", RIGHT);
        };
    }

    /// Pays. A form sent twice pays once: the second time finds the intent settled.
    @PostMapping("/till/{id}")
    ResponseEntity<byte[]> pay(@PathVariable UUID id, HttpServletRequest request) {
        var intent = intent(id, request);
        if (checkout.settle(intent) instanceof Settlement.Joined joined) {
            return welcome(intent, joined, request);
        }
        return switch (card(new Form(request))) {
            case CardReading.Wrong wrong -> form(HttpStatus.BAD_REQUEST, intent, "", wrong);
            case Card card when till.accepts(intent, card) -> charge(intent, request);
            case Card _ -> answer(intent, request);
        };
    }

    /// Only a card that is good for the money gets this far, so nobody learns for nothing whether
    /// the address has a subscription.
    private ResponseEntity<byte[]> charge(Intent intent, HttpServletRequest request) {
        return switch (checkout.claim(intent)) {
            case Claim.Granted _ -> {
                till.pay(intent);
                yield answer(intent, request);
            }
            case Claim.Settled(var joined) -> welcome(intent, joined, request);
            case Claim.Refused(var way) -> {
                links.ask(intent.email(), way, browsers.asker(request, intent.email()));
                yield templates.page(
                        "members/till-paid.jte",
                        new Paid(
                                frames.withForms("Look in your inbox", ""),
                                "",
                                "Nothing was charged. We have mailed %s a link to sign in; it leads on from there."
                                        .formatted(intent.email()),
                                ""));
            }
        };
    }

    private ResponseEntity<byte[]> answer(Intent intent, HttpServletRequest request) {
        return switch (checkout.settle(intent)) {
            case Settlement.Joined joined -> welcome(intent, joined, request);
            case Settlement.Declined(var sentence) ->
                    form(HttpStatus.PAYMENT_REQUIRED, intent, sentence, RIGHT);
            case Settlement.Open open ->
                    form(HttpStatus.OK, intent, "The till has not answered yet.", RIGHT);
        };
    }

    /// Whoever made the account on the way here is signed in. An address that had an account gets a
    /// link by mail instead: paying for somebody does not make one them.
    private ResponseEntity<byte[]> welcome(
            Intent intent, Settlement.Joined joined, HttpServletRequest request) {
        if (isOursToSignIn(joined, request)) {
            sessions.signIn(request, joined.reader());
            Notice.leave(request, "Thank you for joining. Everything is open to you now.");
            return new LocalPath(intent.returnPath()).seeOther();
        }
        links.ask(intent.email(), intent.returnPath(), browsers.asker(request, intent.email()));
        return new LocalPath("/till/" + intent.id()).seeOther();
    }

    private boolean isOursToSignIn(Settlement.Joined joined, HttpServletRequest request) {
        var isSignedIn = Visitor.of(request).reader().orElse(-1) == joined.reader();
        var isUnproven =
                readers.byId(joined.reader()).filter(r -> r.provenAt() == null).isPresent();
        return isSignedIn || (joined.account() == Settlement.Account.NEW && isUnproven);
    }

    private ResponseEntity<byte[]> paid(
            Intent intent, Settlement.Joined joined, HttpServletRequest request) {
        var isOurs = isOursToSignIn(joined, request);
        var sentence =
                isOurs
                        ? "Everything is open to you now."
                        : "The subscription belongs to the account of %s. We have mailed it a link"
                                        .formatted(intent.email())
                                + " to sign in.";
        return templates.page(
                "members/till-paid.jte",
                new Paid(
                        frames.withForms("Thank you for joining", ""),
                        "/till/" + intent.id(),
                        sentence,
                        isOurs ? "Read on" : ""));
    }

    private ResponseEntity<byte[]> form(
            HttpStatus status, Intent intent, String declined, CardReading.Wrong wrong) {
        return templates.page(
                status,
                "members/till.jte",
                new Page(frames.withForms("Test till", ""), intent, declined, wrong));
    }

    private CardReading card(Form form) {
        return Card.read(
                form.field("number", LONGEST_FIELD),
                form.field("expiry", LONGEST_FIELD),
                form.field("code", LONGEST_FIELD),
                YearMonth.now(clock));
    }

    private Intent intent(UUID id, HttpServletRequest request) {
        return BrowserKey.of(request)
                .flatMap(key -> checkout.find(id, key.value()))
                .orElseThrow(() ->
                        Trouble.notFound(
                                "This till is closed. What you have paid stands on your account"
                                        + " page."));
    }

    private static final CardReading.Wrong RIGHT = new CardReading.Wrong("", "", "");
}
