package musette.stories;

import java.util.List;
import java.util.OptionalInt;

/// What was kept when one list of words became another, by the longest common subsequence.
///
/// Often several shortest edits explain the same change (of two equal words, which one went?). This
/// tells what holds in some of them (`canKeep`) from what holds in all (`certainPlace`).
final class Alignment {
    /// Two tables of 16-bit numbers: about 36 MB at most, for the time of one save.
    private static final long MOST_CELLS = 9_000_000;

    private final List<String> before;
    private final List<String> after;

    /// Length of the longest common subsequence of the first i and the first j words.
    private final char[][] upTo;

    /// The same for the words from i and from j on.
    private final char[][] from;

    private Alignment(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        upTo = new char[before.size() + 1][after.size() + 1];
        from = new char[before.size() + 1][after.size() + 1];
        for (int i = 0; i < before.size(); i++) {
            for (int j = 0; j < after.size(); j++) {
                upTo[i + 1][j + 1] =
                        isSame(i, j)
                                ? (char) (upTo[i][j] + 1)
                                : longer(upTo[i][j + 1], upTo[i + 1][j]);
            }
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                from[i][j] =
                        isSame(i, j)
                                ? (char) (from[i + 1][j + 1] + 1)
                                : longer(from[i + 1][j], from[i][j + 1]);
            }
        }
    }

    static Alignment of(List<String> before, List<String> after) {
        return new Alignment(before, after);
    }

    /// Whether the lists are short enough to be compared.
    static boolean fits(List<String> before, List<String> after) {
        return (long) before.size() * after.size() <= MOST_CELLS
                && Math.min(before.size(), after.size()) < Character.MAX_VALUE;
    }

    /// Whether some shortest edit keeps the `length` words from `i` on as those from `j` on.
    boolean canKeep(int i, int j, int length) {
        if (j < 0 || i + length > before.size() || j + length > after.size()) {
            return false;
        }
        for (int step = 0; step < length; step++) {
            if (!isSame(i + step, j + step)) {
                return false;
            }
        }
        return upTo[i][j] + length + from[i + length][j + length] == from[0][0];
    }

    /// Where word `i` stands now if every shortest edit agrees on it.
    OptionalInt certainPlace(int i) {
        var place = OptionalInt.empty();
        for (int j = 0; j <= after.size(); j++) {
            if (upTo[i][j] + from[i + 1][j] == from[0][0]) {
                return OptionalInt.empty();
            }
            if (canKeep(i, j, 1)) {
                if (place.isPresent()) {
                    return OptionalInt.empty();
                }
                place = OptionalInt.of(j);
            }
        }
        return place;
    }

    private boolean isSame(int i, int j) {
        return before.get(i).equals(after.get(j));
    }

    private static char longer(char one, char other) {
        return one > other ? one : other;
    }
}
