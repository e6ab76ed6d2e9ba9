package musette.subscriptions;

import musette.post.Mailbox;

/// What somebody chose on the offer's page.
///
/// @param email whose subscription it shall be
/// @param offer the version they saw
/// @param term month or year
/// @param browser the secret that this browser keeps, so that no other can use its intent
/// @param returnPath the local path to go back to
public record Joining(Mailbox email, Offer offer, Term term, String browser, String returnPath) {}
