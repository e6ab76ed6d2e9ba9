package musette.letters;

import java.util.List;
import java.util.Optional;
import musette.post.Mailbox;
import org.springframework.stereotype.Component;

/// Lets readers leave a letter: one link, no sign-in, no question asked.
@Component
public class Unsubscribes {
    private final LeaveLinks links;
    private final SubscriptionRows rows;

    Unsubscribes(LeaveLinks links, SubscriptionRows rows) {
        this.links = links;
        this.rows = rows;
    }

    /// How somebody left.
    public enum Way {
        /// The button on our page.
        BUTTON,
        /// The mail program's own "unsubscribe" (RFC 8058).
        ONE_CLICK
    }

    /// The letter a link is about, left or not; empty when the link is not ours. Changes nothing.
    public Optional<Newsletter> look(String token) {
        var subscription = links.subscription(token);
        return subscription.isEmpty() ? Optional.empty() : rows.letter(subscription.getAsLong());
    }

    /// What comes to an inbox, for its owner's eyes.
    public List<Kept> of(Mailbox address) {
        return links.kept(rows.confirmed(address));
    }

    /// Ends the subscription, and answers the letter it was for. A second time changes nothing.
    public Optional<Newsletter> leave(String token, Way way) {
        links.subscription(token)
                .ifPresent(id -> rows.leave(id, way == Way.BUTTON ? "button" : "one-click"));
        return look(token);
    }
}
