package musette.post;

import java.time.Instant;

/// A mail that was caught in this program and sent to nobody.
///
/// @param to whom it was meant for
/// @param head its headers as they were sent
/// @param text its words as plain text
/// @param html its words as HTML, empty if it had none; never to be rendered live: it can hold
///   anything
public record CaughtMail(
        long id,
        Instant caughtAt,
        String from,
        String to,
        String subject,
        String head,
        String text,
        String html) {

    /// A mail in the list: what one needs to find it.
    public record Line(long id, Instant caughtAt, String to, String subject) {}
}
