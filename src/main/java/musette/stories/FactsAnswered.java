package musette.stories;

/// News: sources were asked again, and what stories say of them may be wrong now, or right again.
public record FactsAnswered() {}
