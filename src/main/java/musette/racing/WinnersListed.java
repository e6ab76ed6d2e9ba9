package musette.racing;

/// News: a list of a race's winners says something new.
public record WinnersListed(long race) {}
