package musette.readers;

import java.time.Instant;
import musette.post.Mailbox;
import org.jspecify.annotations.Nullable;

/// Somebody with an account.
///
/// @param email the address in small letters, so that one person who types it in two ways has one
///   account
/// @param provenAt when somebody first signed in through a link mailed to it; until then the
///   account was only typed
public record Reader(long id, Mailbox email, Instant createdAt, @Nullable Instant provenAt) {}
