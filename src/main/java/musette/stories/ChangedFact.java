package musette.stories;

/// A fact of a story whose source answers differently now.
///
/// @param headline of the story's newest version
/// @param isSeenByReaders whether the version that readers see says it
/// @param isInNewest whether the newest version says it
/// @param text the words that say it
/// @param oldSentence the sentence they stand in
/// @param newWords what the source answers, as a table says it; empty when it answers nothing
/// @param newSentence how a fresh draft says it, may be empty
public record ChangedFact(
        long story,
        String headline,
        boolean isSeenByReaders,
        boolean isInNewest,
        String source,
        String text,
        String oldSentence,
        String newWords,
        String newSentence) {}
