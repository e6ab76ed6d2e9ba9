package musette.proof;

import java.util.List;
import java.util.Set;

/// What one or more tokens of a sentence mean.
sealed interface Item {
    /// The first character in the text, from 0.
    int start();

    /// The character behind it.
    int end();

    /// A rider, by full or family name.
    ///
    /// @param entries several where the name fits several, none for a name that is not in the
    ///   result
    /// @param aside what stands in brackets behind the name
    record Mention(Set<Entry> entries, List<Item> aside, int start, int end) implements Item {
        boolean isSure() {
            return entries.size() == 1;
        }

        Entry entry() {
            return entries.iterator().next();
        }
    }

    record TeamName(Set<String> teams, int start, int end) implements Item {}

    /// `third`, `12th`.
    record Ordinal(int number, int start, int end) implements Item {}

    /// `13`, `six`.
    record Cardinal(int number, int start, int end) implements Item {}

    /// `two seconds`, `1:02`.
    ///
    /// @param hundredths of a second
    /// @param tolerance how much more it may be: who says two minutes may mean two and a bit
    /// @param isSigned whether it stands with a plus, as in tables
    record Gap(int hundredths, int tolerance, boolean isSigned, int start, int end)
            implements Item {
        boolean agreesWith(int other) {
            int whole = hundredths % 100 == 0 ? other / 100 * 100 : other;
            return whole >= hundredths && whole <= hundredths + tolerance;
        }
    }

    record SameTime(int start, int end) implements Item {}

    /// A whole time, `5:09:05`, in hundredths of a second.
    record Clock(int hundredths, int start, int end) implements Item {}

    /// Any other word or sign.
    record Word(String folded, String text, boolean isCapitalised, int start, int end)
            implements Item {}

    default boolean is(String word) {
        return this instanceof Word here
                && (here.folded().isEmpty() ? here.text() : here.folded()).equals(word);
    }

    default boolean isOneOf(Set<String> words) {
        return this instanceof Word here
                && words.contains(here.folded().isEmpty() ? here.text() : here.folded());
    }
}
