package musette.readers;

/// News: a reader has ended every way in, in all browsers.
public record SignedOutEverywhere(long reader) {}
