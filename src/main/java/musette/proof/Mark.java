package musette.proof;

/// Words that contradict the result.
///
/// @param field where they stand: `headline`, `standfirst` or `text`
/// @param start the first character of them in the field, from 0
/// @param end the character behind them
/// @param before the words of their sentence in front of them
/// @param after the words of their sentence behind them
/// @param says what the result says, as a sentence
/// @param row the row that denies them, counted from 1; 0 where it is none alone
public record Mark(
        String field,
        int start,
        int end,
        String before,
        String words,
        String after,
        Kind kind,
        String says,
        int row) {
    /// What is dismissed with it: the same words against the same answer.
    public String key() {
        return "%s|%s|%s".formatted(kind, words, says);
    }
}
