package musette.subscriptions;

/// Whether an intent may be paid now.
public sealed interface Claim {

    /// It may, and no other intent of the same address may meanwhile.
    record Granted() implements Claim {}

    /// It is paid already.
    record Settled(Settlement.Joined joined) implements Claim {}

    /// It may not at this price: the card has had the introduction. Whoever holds the card may be
    /// told.
    record CardHadIntroduction() implements Claim {}

    /// It may not. Only the owner of the address may learn why.
    ///
    /// @param way where the owner goes on once signed in
    record Refused(String way) implements Claim {}
}
