package musette.members;

import musette.readers.Reader;
import musette.readers.SignInLinks;
import musette.readers.SignedOutEverywhere;
import musette.subscriptions.Checkout;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// All that lets somebody into an account: sessions, mailed links, tills that were paid a moment
/// ago, and what is remembered for an outage.
@Component
class WaysIn {
    private final ReaderSessions sessions;
    private final SignInLinks links;
    private final Checkout checkout;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    WaysIn(
            ReaderSessions sessions,
            SignInLinks links,
            Checkout checkout,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.links = links;
        this.checkout = checkout;
        this.transaction = transaction;
        this.events = events;
    }

    /// Ends them all. A link that is asked for from now on works again.
    void endAll(Reader reader) {
        sessions.endAll(reader.id());
        transaction.executeWithoutResult(status -> {
            links.revokeAll(reader);
            checkout.closeAll(reader.email());
            events.publishEvent(new SignedOutEverywhere(reader.id()));
        });
    }
}
