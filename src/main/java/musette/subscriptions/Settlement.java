package musette.subscriptions;

/// How an intent stands after the provider was asked.
public sealed interface Settlement {

    /// It is paid, and the reader has access. Settling again gives the same answer.
    ///
    /// @param reader the account
    /// @param account whether it was made on the way or was there before
    record Joined(long reader, Account account) implements Settlement {}

    /// The provider took nothing.
    ///
    /// @param sentence why
    record Declined(String sentence) implements Settlement {}

    /// Nothing was tried yet.
    record Open() implements Settlement {}

    /// Where the paying account came from. Only whoever made it has shown that it is theirs.
    enum Account {
        NEW,
        KNOWN
    }
}
