package musette.front;

/// A newsletter on offer in the sign-up form.
///
/// @param slug its name in the form
/// @param promise what it brings and when
/// @param chosen whether its box is ticked when the page opens
record LetterChoice(String slug, String name, String promise, boolean chosen) {}
