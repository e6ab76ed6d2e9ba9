package musette.racing;

/// News: another revision of a result counts than before, the newest or, where that was taken back,
/// what `Results` knows. Heard once it is safely kept.
public record ResultChanged(long result) {}
