package musette.subscriptions;

import java.util.Optional;
import java.util.UUID;

/// The foreign world that takes money.
///
/// We show the reader to its counter under the id of our own intent, and afterwards we ask what
/// became of that intent; nothing it tells us by itself is believed. So an answer that was lost on
/// the way, or a crash of ours after the money moved, is settled by asking again. An intent is paid
/// once at most, however often its form is sent: the provider sees to that by the same id.
interface PaymentProvider {

    /// The name in our charges: `test-till`.
    String name();

    /// Where the reader pays: a path of ours or an address elsewhere.
    String counter(UUID intent);

    /// What became of the intent; empty when nothing was tried yet, or nobody can say yet.
    Optional<Outcome> outcomeOf(UUID intent);

    /// The card that was shown for the intent, before money moves: a name that is always the same
    /// for a card and says nothing of its number. Empty when none was shown, or the way to pay
    /// knows no cards.
    Optional<String> cardOf(UUID intent);

    /// Asks that the intent be never paid from now on.
    ///
    /// @return false when it is too late: the money was taken
    boolean withdraw(Intent intent);

    /// How a payment ended.
    sealed interface Outcome {
        /// The money is ours.
        ///
        /// @param reference the provider's name for this payment
        /// @param amount what was taken, to be compared with what we asked
        record Paid(String reference, Money amount) implements Outcome {}

        /// No money moved; another try is welcome.
        ///
        /// @param sentence why, for the reader
        record Declined(String sentence) implements Outcome {}
    }
}
