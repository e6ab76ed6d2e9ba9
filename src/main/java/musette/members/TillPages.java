package musette.members;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import musette.readers.Readers;
import musette.readers.SignInLinks;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.LocalPath;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Visitor;
import musette.site.Who;
import musette.subscriptions.Checkout;
import musette.subscriptions.Claim;
import musette.subscriptions.Intent;
import musette.subscriptions.Settlement;
import musette.subscriptions.Subscriptions;
import musette.subscriptions.TestTill;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The test till's counter, as a payment page elsewhere would be: accept or decline, and the bank's
/// question (3-D Secure) before money would move. Every form is answered by a redirect, so that
/// loading a page again does nothing. Only the browser that opened the intent sees it.
@Controller
@MayCall(Who.ANYONE)
class TillPages {
    private static final String ANSWER = "answer";
    private static final int LONGEST_ANSWER = 10;

    private final Checkout checkout;
    private final TestTill till;
    private final Readers readers;
    private final SignInLinks links;
    private final ReaderSessions sessions;
    private final KnownBrowsers browsers;
    private final Subscriptions subscriptions;
    private final Templates templates;
    private final Frame.Frames frames;

    TillPages(
            Checkout checkout,
            TestTill till,
            Readers readers,
            SignInLinks links,
            ReaderSessions sessions,
            KnownBrowsers browsers,
            Subscriptions subscriptions,
            Templates templates,
            Frame.Frames frames) {
        this.checkout = checkout;
        this.till = till;
        this.readers = readers;
        this.links = links;
        this.sessions = sessions;
        this.browsers = browsers;
        this.subscriptions = subscriptions;
        this.templates = templates;
        this.frames = frames;
    }

    /// @param declined the till's sentence after a try, empty before one
    record Page(Frame frame, Intent intent, String declined) {}

    /// @param price the full price, and `terms` what is agreed to at it
    record CardPage(Frame frame, Intent intent, String price, String terms) {}

    /// What the reader sees whose payment is through, or who has to look into the inbox.
    ///
    /// @param onward where to read on, empty where a mailed link is the way
    /// @param button posts to the till once more, to sign in; empty where nothing is left to do
    record Paid(Frame frame, String sentence, String onward, String button) {}

    @GetMapping("/till/{id}")
    ResponseEntity<byte[]> counter(@PathVariable UUID id, HttpServletRequest request) {
        var intent = intent(id, request);
        return switch (checkout.settle(intent)) {
            case Settlement.Joined joined -> paid(intent, joined, request);
            case Settlement.Declined(var sentence) -> form("members/till.jte", intent, sentence);
            case Settlement.Open _ when isSubscriber(request) -> {
                Notice.leave(request, "You have a subscription already. Nothing was charged.");
                yield LocalPath.ACCOUNT.seeOther();
            }
            case Settlement.Open _ -> form("members/till.jte", intent, "");
        };
    }

    /// Nothing is paid yet: an accepted payment goes to the bank's question first.
    @PostMapping("/till/{id}")
    ResponseEntity<byte[]> answer(@PathVariable UUID id, HttpServletRequest request) {
        var intent = intent(id, request);
        return switch (new Form(request).field(ANSWER, LONGEST_ANSWER)) {
            case "accept" -> {
                till.show(intent, card(request));
                yield to(intent, "/bank");
            }
            case "full" -> {
                var full = checkout.atFullPrice(intent, key(request).value());
                till.showAgain(intent, full);
                yield to(full, "/bank");
            }
            case "decline" -> declined(intent, "The payment was declined. Nothing was charged.");
            case "sign-in" ->
                    checkout.settle(intent) instanceof Settlement.Joined joined
                            ? welcome(intent, joined, request)
                            : to(intent, "");
            default -> throw noSuchAnswer();
        };
    }

    @GetMapping("/till/{id}/bank")
    ResponseEntity<byte[]> bank(@PathVariable UUID id, HttpServletRequest request) {
        return form("members/till-bank.jte", intent(id, request), "");
    }

    /// Pays. A form sent twice pays once: the second time finds the intent settled.
    @PostMapping("/till/{id}/bank")
    ResponseEntity<byte[]> confirm(@PathVariable UUID id, HttpServletRequest request) {
        var intent = intent(id, request);
        return switch (new Form(request).field(ANSWER, LONGEST_ANSWER)) {
            case "yes" -> charge(intent, request);
            case "no" -> declined(intent, "Your bank didn't confirm it. Nothing was charged.");
            default -> throw noSuchAnswer();
        };
    }

    /// The card has had the introduction: the full price, to be agreed to, or another card.
    @GetMapping("/till/{id}/card")
    ResponseEntity<byte[]> card(@PathVariable UUID id, HttpServletRequest request) {
        var intent = intent(id, request);
        var full = intent.offer().withoutIntroduction();
        return templates.page(
                "members/till-card.jte",
                new CardPage(
                        frames.withForms("The first price is for a first time", ""),
                        intent,
                        full.plan(intent.term()).first().words(),
                        full.terms(intent.term())));
    }

    /// Word that the owner of the address hears more by mail; it says the same to everybody.
    @GetMapping("/till/{id}/inbox")
    ResponseEntity<byte[]> inbox(@PathVariable UUID id, HttpServletRequest request) {
        var sentence =
                "Nothing was charged. We have mailed %s a link to sign in; it leads on from there."
                        .formatted(intent(id, request).email());
        return templates.page(
                "members/till-paid.jte",
                new Paid(frames.withForms("Look in your inbox", ""), sentence, "", ""));
    }

    /// Only a payment that the bank has confirmed gets this far, so nobody learns for nothing
    /// whether the address has a subscription.
    private ResponseEntity<byte[]> charge(Intent intent, HttpServletRequest request) {
        if (checkout.settle(intent) instanceof Settlement.Joined joined) {
            return welcome(intent, joined, request);
        }
        return switch (checkout.claim(intent)) {
            case Claim.Granted _ -> {
                till.pay(intent);
                yield checkout.settle(intent) instanceof Settlement.Joined joined
                        ? welcome(intent, joined, request)
                        : to(intent, "");
            }
            case Claim.Settled(var joined) -> welcome(intent, joined, request);
            case Claim.CardHadIntroduction _ -> to(intent, "/card");
            case Claim.Refused(var way) -> {
                links.ask(intent.email(), way, browsers.asker(request, intent.email()));
                yield to(intent, "/inbox");
            }
        };
    }

    private ResponseEntity<byte[]> declined(Intent intent, String sentence) {
        till.decline(intent, sentence);
        return to(intent, "");
    }

    private boolean isSubscriber(HttpServletRequest request) {
        var reader = Visitor.of(request).reader();
        return reader.isPresent() && subscriptions.running(reader.getAsLong()).isPresent();
    }

    private static ResponseEntity<byte[]> to(Intent intent, String page) {
        return new LocalPath("/till/" + intent.id() + page).seeOther();
    }

    private static HttpProblem noSuchAnswer() {
        return HttpProblem.badRequest("Please choose one of the two buttons. Nothing was charged.");
    }

    /// Whoever made the account on the way here is signed in. An address that had an account gets a
    /// link by mail instead: paying for somebody does not make one them.
    private ResponseEntity<byte[]> welcome(
            Intent intent, Settlement.Joined joined, HttpServletRequest request) {
        if (isOursToSignIn(joined, request)) {
            sessions.signIn(request, joined.reader());
        } else {
            links.ask(intent.email(), intent.returnPath(), browsers.asker(request, intent.email()));
        }
        return to(intent, "");
    }

    private boolean isOursToSignIn(Settlement.Joined joined, HttpServletRequest request) {
        var isSignedIn = Visitor.of(request).reader().orElse(-1) == joined.reader();
        var isUnproven =
                readers.byId(joined.reader()).filter(r -> r.provenAt() == null).isPresent();
        return isSignedIn || (joined.account() == Settlement.Account.NEW && isUnproven);
    }

    private ResponseEntity<byte[]> paid(
            Intent intent, Settlement.Joined joined, HttpServletRequest request) {
        var isSignedIn = Visitor.of(request).reader().orElse(-1) == joined.reader();
        var isOurs = isOursToSignIn(joined, request);
        var sentence =
                isOurs
                        ? "Everything is open to you now. The receipt is on its way to %s."
                                .formatted(intent.email())
                        : "The subscription belongs to the account of %s. We have mailed it a link"
                                        .formatted(intent.email())
                                + " to sign in.";
        return templates.page(
                "members/till-paid.jte",
                new Paid(
                        frames.withForms("Thank you for joining", ""),
                        sentence,
                        isSignedIn ? intent.returnPath() : "",
                        isOurs && !isSignedIn ? "/till/" + intent.id() : ""));
    }

    private ResponseEntity<byte[]> form(String template, Intent intent, String declined) {
        return templates.page(
                template, new Page(frames.withForms("Test till", ""), intent, declined));
    }

    private static TestTill.Card card(HttpServletRequest request) {
        return switch (new Form(request).field("card", LONGEST_ANSWER)) {
            case "one" -> TestTill.Card.ONE;
            case "two" -> TestTill.Card.TWO;
            default -> TestTill.Card.FRESH;
        };
    }

    private static BrowserKey key(HttpServletRequest request) {
        return BrowserKey.of(request).orElseThrow(TillPages::closed);
    }

    private Intent intent(UUID id, HttpServletRequest request) {
        return checkout.find(id, key(request).value()).orElseThrow(TillPages::closed);
    }

    private static HttpProblem closed() {
        return HttpProblem.notFound(
                "This till is closed. What you have paid stands on your account page.");
    }
}
