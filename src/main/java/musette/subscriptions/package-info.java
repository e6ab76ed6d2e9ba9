/// Records: what joining costs, who joined, what was charged, and who may read without a meter.
///
/// Markets, offers by version, intents and consent, subscriptions, charges, entitlement,
/// cancellation. The only room that knows a payment provider; for now that is the test till, in
/// which no money moves. Owns `market`, `offer`, `checkout_intent`, `consent`, `subscription`,
/// `charge`, `entitlement`, `cancellation`, `till_payment` and the tables named after them. May ask
/// the ground floor and `readers`.
@NullMarked
package musette.subscriptions;

import org.jspecify.annotations.NullMarked;
