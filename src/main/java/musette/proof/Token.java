package musette.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import musette.racing.Names;

/// A word, a number or a sign of a text.
///
/// @param folded as a key: lower case, without marks; empty for a sign
/// @param start the first character of it in the text, from 0
/// @param end the character behind it
record Token(String text, String folded, int start, int end) {
    private static final Pattern TOKEN =
            Pattern.compile("\\p{Nd}+(?:[:.,]\\p{Nd}+)*|[\\p{L}\\p{M}]+|\\S");

    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            var word = matcher.group();
            tokens.add(new Token(word, Names.slug(word), matcher.start(), matcher.end()));
        }
        return tokens;
    }

    boolean is(String sign) {
        return text.equals(sign);
    }

    boolean isSign() {
        return folded.isEmpty();
    }

    boolean isNumber() {
        return Character.isDigit(text.codePointAt(0));
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /// Signs that stand inside names: `O'Connor`, `BORA - hansgrohe`, `Visma | Lease a Bike`.
    boolean joinsWords() {
        return isSign() && "'’-–‐‑./|&".contains(text);
    }
}
