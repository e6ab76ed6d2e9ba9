package musette.stories;

/// News: a story was taken away from readers.
public record StoryWithdrawn(long story, String slug) {}
