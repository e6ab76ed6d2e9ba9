package musette.front;

/// A story in a box beside the page.
record StoryLink(String address, String headline, Moment at) {}
