package musette.letters;

/// A letter that comes to an inbox.
///
/// @param leaving the full address of the page that ends it
public record Kept(Newsletter letter, String leaving) {}
