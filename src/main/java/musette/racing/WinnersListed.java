package musette.racing;

/// News: a list of a race's winners, or who of them is who, says something new.
public record WinnersListed(long race) {}
