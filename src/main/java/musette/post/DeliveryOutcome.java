package musette.post;

/// What became of one attempt to hand over a mail; `words` are the server's, or ours about it.
sealed interface DeliveryOutcome {
    String words();

    /// The server has taken the mail (250) and answers for it from here.
    record Taken(String words) implements DeliveryOutcome {}

    /// Not now (4xx), or the connection broke: try again. If it broke after the last line, the
    /// server may have the mail already; the same Message-ID lets it see that.
    record Later(String words) implements DeliveryOutcome {}

    /// Never (5xx): this mail or this address is refused.
    record Refused(String words) implements DeliveryOutcome {}
}
