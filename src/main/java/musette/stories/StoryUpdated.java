package musette.stories;

/// News: what readers see at this address has changed, by an update, a correction, a promise of
/// more to follow made or kept, or a move to another address.
public record StoryUpdated(long story, String slug) {}
