package musette.subscriptions;

import java.util.UUID;
import musette.post.Mailbox;

/// The will to join, from the button on the offer's page to the paid receipt.
///
/// @param id known to the reader's browser and to the payment provider
/// @param amount what is paid now
public record Intent(
        UUID id, Mailbox email, Offer offer, Term term, Money amount, String returnPath) {

    /// What the reader agreed to.
    public String terms() {
        return offer.terms(term);
    }
}
