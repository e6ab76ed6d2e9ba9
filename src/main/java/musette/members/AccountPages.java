package musette.members;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import musette.letters.Kept;
import musette.letters.Unsubscribes;
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
import musette.subscriptions.Charge;
import musette.subscriptions.Subscription;
import musette.subscriptions.Subscriptions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// A reader's own page: the subscription, what was paid, and the ways out.
@Controller
@MayCall(Who.READER)
class AccountPages {
    private static final String SUBSCRIPTION = "subscription";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Readers readers;
    private final Subscriptions subscriptions;
    private final WaysIn waysIn;
    private final KnownBrowsers browsers;
    private final Unsubscribes unsubscribes;
    private final SiteSettings site;
    private final Templates templates;
    private final Frame.Frames frames;

    AccountPages(
            Readers readers,
            Subscriptions subscriptions,
            WaysIn waysIn,
            KnownBrowsers browsers,
            Unsubscribes unsubscribes,
            SiteSettings site,
            Templates templates,
            Frame.Frames frames) {
        this.readers = readers;
        this.subscriptions = subscriptions;
        this.waysIn = waysIn;
        this.browsers = browsers;
        this.unsubscribes = unsubscribes;
        this.site = site;
        this.templates = templates;
        this.frames = frames;
    }

    /// @param subscription null for a reader who never joined
    /// @param isProven whether the reader has shown that the inbox is theirs
    /// @param letters what comes to that inbox; empty while it is not proven
    record Page(
            Frame frame,
            String email,
            @Nullable Standing subscription,
            List<Payment> payments,
            boolean isProven,
            List<Kept> letters,
            String notice) {}

    /// How a subscription stands, in words.
    ///
    /// @param cancelledOn empty unless the reader ended it
    record Standing(
            long id,
            State state,
            String term,
            String since,
            String until,
            String nextPrice,
            String cancelledOn,
            String terms) {}

    enum State {
        RUNNING,
        CANCELLED,
        OVER
    }

    record Payment(String on, String amount, String period, String reference) {}

    /// The page that says what cancelling does, with the button that does it.
    record Farewell(Frame frame, Standing subscription) {}

    @GetMapping("/account")
    ResponseEntity<byte[]> account(HttpServletRequest request, CsrfToken csrf) {
        var reader = reader(request);
        if (reader.isEmpty()) {
            return signOut(request);
        }
        return templates.page(
                "members/account.jte",
                new Page(
                        frames.signedIn("Your account", csrf),
                        reader.get().email().address(),
                        subscriptions.latest(reader.get().id()).map(this::standing).orElse(null),
                        subscriptions.charges(reader.get().id()).stream()
                                .map(AccountPages::payment)
                                .toList(),
                        reader.get().provenAt() != null,
                        letters(reader.get()),
                        Notice.take(request)));
    }

    @GetMapping("/account/cancellation")
    ResponseEntity<byte[]> farewell(HttpServletRequest request, CsrfToken csrf) {
        return subscriptions
                .running(id(request))
                .filter(running -> !running.isCancelled())
                .map(running ->
                        templates.page(
                                "members/cancellation.jte",
                                new Farewell(
                                        frames.signedIn("Cancel your subscription", csrf),
                                        standing(running))))
                .orElseGet(() -> LocalPath.ACCOUNT.seeOther());
    }

    @PostMapping("/account/cancellation")
    ResponseEntity<byte[]> cancel(HttpServletRequest request) {
        var ended =
                subscriptions
                        .cancel(id(request), new Form(request).id(SUBSCRIPTION))
                        .orElseThrow(AccountPages::noSuchSubscription);
        Notice.leave(
                request,
                "Your subscription is cancelled. You can read everything until %s."
                        .formatted(DAY.format(ended.paidUntil())));
        return LocalPath.ACCOUNT.seeOther();
    }

    @PostMapping("/account/resumption")
    ResponseEntity<byte[]> resume(HttpServletRequest request) {
        var resumed =
                subscriptions
                        .resume(id(request), new Form(request).id(SUBSCRIPTION))
                        .orElseThrow(AccountPages::noSuchSubscription);
        Notice.leave(
                request,
                "Welcome back: it is as it was, and you can read everything until %s."
                        .formatted(DAY.format(resumed.paidUntil())));
        return LocalPath.ACCOUNT.seeOther();
    }

    @PostMapping("/account/sign-out")
    ResponseEntity<byte[]> signOut(HttpServletRequest request) {
        Visitor.signOut(request);
        return LocalPath.HOME.seeOther();
    }

    /// Ends every way in, in all browsers, this one too.
    @PostMapping("/account/sign-out-everywhere")
    ResponseEntity<byte[]> signOutEverywhere(HttpServletRequest request) {
        var reader = reader(request);
        Visitor.signOut(request);
        reader.ifPresent(waysIn::endAll);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(LocalPath.HOME.value()))
                .header(HttpHeaders.SET_COOKIE, BrowserKey.gone(site).toString())
                .header(HttpHeaders.SET_COOKIE, browsers.forget().toString())
                .build();
    }

    private Standing standing(Subscription subscription) {
        var cancelled = subscription.cancelledAt();
        return new Standing(
                subscription.id(),
                state(subscription),
                switch (subscription.term()) {
                    case MONTH -> "Month by month";
                    case YEAR -> "Year by year";
                },
                DAY.format(subscription.anchor()),
                DAY.format(subscription.paidUntil()),
                subscription.nextPrice(),
                cancelled == null ? "" : DAY.format(LocalDate.ofInstant(cancelled, site.zone())),
                subscription.offer().terms(subscription.term()));
    }

    private State state(Subscription subscription) {
        if (!subscriptions.isRunning(subscription)) {
            return State.OVER;
        }
        return subscription.isCancelled() ? State.CANCELLED : State.RUNNING;
    }

    private static Payment payment(Charge charge) {
        return new Payment(
                DAY.format(charge.on()),
                charge.amount().words(),
                "%s to %s"
                        .formatted(
                                DAY.format(charge.period().from()),
                                DAY.format(charge.period().to())),
                charge.reference());
    }

    /// Somebody may have typed another's address at the till, so an inbox has to be proven first.
    private List<Kept> letters(Reader reader) {
        return reader.provenAt() == null ? List.of() : unsubscribes.of(reader.email());
    }

    private Optional<Reader> reader(HttpServletRequest request) {
        return readers.byId(id(request));
    }

    private static long id(HttpServletRequest request) {
        return Visitor.of(request).reader().orElseThrow();
    }

    private static HttpProblem noSuchSubscription() {
        return HttpProblem.notFound("You have no such running subscription. Nothing was changed.");
    }
}
