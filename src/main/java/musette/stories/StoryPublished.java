package musette.stories;

/// News: a story went live.
public record StoryPublished(long story, String slug) {}
