package musette.racing;

/// News: a revision counts no more. What counts instead, if anything, `Results` knows.
public record ResultTakenBack(long result, int revision) {}
