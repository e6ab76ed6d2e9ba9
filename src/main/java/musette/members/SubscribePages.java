package musette.members;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import musette.post.Mailbox;
import musette.readers.Reader;
import musette.readers.Readers;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.LocalPath;
import musette.site.MayCall;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.site.Visitor;
import musette.site.Who;
import musette.subscriptions.Checkout;
import musette.subscriptions.Joining;
import musette.subscriptions.Market;
import musette.subscriptions.Markets;
import musette.subscriptions.Offer;
import musette.subscriptions.Offers;
import musette.subscriptions.Subscriptions;
import musette.subscriptions.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The offer: one price in the reader's market, all its terms, two buttons.
@Controller
@MayCall(Who.ANYONE)
class SubscribePages {
    private static final String TEMPLATE = "members/subscribe.jte";

    private final MarketChoice choice;
    private final Markets markets;
    private final Offers offers;
    private final Checkout checkout;
    private final Subscriptions subscriptions;
    private final Readers readers;
    private final SiteSettings site;
    private final Templates templates;
    private final Frame.Frames frames;

    SubscribePages(
            MarketChoice choice,
            Markets markets,
            Offers offers,
            Checkout checkout,
            Subscriptions subscriptions,
            Readers readers,
            SiteSettings site,
            Templates templates,
            Frame.Frames frames) {
        this.choice = choice;
        this.markets = markets;
        this.offers = offers;
        this.checkout = checkout;
        this.subscriptions = subscriptions;
        this.readers = readers;
        this.site = site;
        this.templates = templates;
        this.frames = frames;
    }

    /// @param offer null where nothing is on sale
    /// @param signedInAs the address of a signed-in reader, empty for others
    record Page(
            Frame frame,
            Market market,
            List<Market> markets,
            @Nullable Offer offer,
            String signedInAs,
            String returnPath,
            String email,
            String emailError,
            String notice) {}

    @GetMapping("/subscribe")
    ResponseEntity<byte[]> offer(HttpServletRequest request) {
        if (isSubscriber(signedIn(request))) {
            Notice.leave(request, "You have a subscription already.");
            return LocalPath.ACCOUNT.seeOther();
        }
        var answer = page(HttpStatus.OK, request, new Typed("", "", ""));
        return choice.remembered(request)
                .map(cookie ->
                        ResponseEntity.status(answer.getStatusCode())
                                .headers(answer.getHeaders())
                                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                                .body(answer.getBody()))
                .orElse(answer);
    }

    /// Opens an intent and shows to the till. The form names the offer it showed, so nobody agrees
    /// to one price and pays another.
    @PostMapping("/subscribe")
    ResponseEntity<byte[]> join(HttpServletRequest request) {
        var form = new Form(request);
        var term =
                Term.read(form.field("term", 20))
                        .orElseThrow(
                                () -> HttpProblem.badRequest("Please choose a month or a year."));
        var shown = offers.ofId(form.id("offer"));
        if (shown.isEmpty()) {
            throw HttpProblem.badRequest("There is no such offer. Nothing was charged.");
        }
        var reader = signedIn(request);
        var offer = asFor(reader, shown.get());
        var sawThisPrice =
                offer.equals(shown.get())
                        || offer.plan(term).first().words().equals(form.field(term.word(), 20));
        if (!sawThisPrice || !shown.equals(offers.forMarket(shown.get().market()))) {
            var sentence = "The price has changed since you opened this page. Please look again.";
            return page(HttpStatus.CONFLICT, request, new Typed("", "", sentence));
        }
        if (isSubscriber(reader)) {
            Notice.leave(request, "You have a subscription already.");
            return LocalPath.ACCOUNT.seeOther();
        }
        var typed = form.field("email", Mailbox.LONGEST);
        var email = reader.map(Reader::email).or(() -> Mailbox.parse(typed));
        if (email.isEmpty()) {
            var sentence = "Please give an email address, such as name@example.org.";
            return page(HttpStatus.BAD_REQUEST, request, new Typed(typed, sentence, ""));
        }
        return toTheTill(request, email.get(), offer, term);
    }

    private ResponseEntity<byte[]> toTheTill(
            HttpServletRequest request, Mailbox email, Offer offer, Term term) {
        var key = BrowserKey.of(request).orElseGet(BrowserKey::fresh);
        var returnPath = new Form(request).returnPath().value();
        var intent = checkout.open(new Joining(email, offer, term, key.value(), returnPath));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(checkout.counter(intent)))
                .header(HttpHeaders.SET_COOKIE, key.cookie(site).toString())
                .build();
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status, HttpServletRequest request, Typed typed) {
        var market = choice.of(request);
        var reader = signedIn(request);
        var offer = offers.forMarket(market).map(today -> asFor(reader, today));
        var frame =
                frames.withForms(
                        "Subscribe",
                        offer.map(Offer::terms).orElse("Read every story on " + site.name()));
        return templates.page(
                status,
                TEMPLATE,
                new Page(
                        frame,
                        market,
                        markets.all(),
                        offer.orElse(null),
                        reader.map(r -> r.email().address()).orElse(""),
                        new Form(request).returnPath().value(),
                        typed.email(),
                        typed.error(),
                        typed.notice()));
    }

    /// The offer as this reader may have it: who had the introduction joins at the full price.
    private Offer asFor(Optional<Reader> reader, Offer offer) {
        return reader.filter(r -> subscriptions.hadIntroduction(r.id())).isPresent()
                ? offer.withoutIntroduction()
                : offer;
    }

    private boolean isSubscriber(Optional<Reader> reader) {
        return reader.flatMap(r -> subscriptions.running(r.id())).isPresent();
    }

    private Optional<Reader> signedIn(HttpServletRequest request) {
        var reader = Visitor.of(request).reader();
        return reader.isEmpty() ? Optional.empty() : readers.byId(reader.getAsLong());
    }

    /// What came back with the form.
    private record Typed(String email, String error, String notice) {}
}
