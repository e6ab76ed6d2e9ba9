package musette.pages;

/// A story in a box beside the page.
public record StoryLink(String address, String headline, Moment at) {}
