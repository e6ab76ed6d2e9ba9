package musette.stories;

import musette.text.Document;

/// What a source answers today.
///
/// @param source as facts name it, `result/17/rider/5/gap`
/// @param value in the form of `FactLink`; empty when the source has no answer any more
/// @param words the same for people, as a table says it; may be empty
/// @param sentence how the body of a fresh draft says it, with its facts; without blocks when it
///   doesn't
/// @param headsSentence the same for its headline or standfirst
public record FactAnswer(
        String source, String value, String words, Document sentence, Document headsSentence) {}
