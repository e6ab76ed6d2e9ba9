package musette.proof;

/// What kind of word contradicts the result.
public enum Kind {
    PLACE,
    GAP,
    TIME,
    NAME,
    TEAM,
    COUNT,
    DISTANCE,
    YEAR;
}
