package musette.racing;

/// News: a result has a new revision. Heard after the revision is safely kept.
public record ResultStored(long result, int revision) {}
