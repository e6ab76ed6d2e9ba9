package musette.flash;

import java.util.Locale;
import java.util.Optional;
import musette.racing.Gap;
import musette.racing.Placing;
import musette.text.Document.Inline;
import musette.text.FactLink;
import musette.text.FactSource;
import musette.text.FactSource.Cell;
import org.jspecify.annotations.Nullable;

/// One row of the result, ready to be written about: each answer is a fact bound to that row.
///
/// @param row names the row, `result/17/rider/5` or `file/result.csv/line/3`
/// @param full the name in print, `Mathieu van der Poel`
/// @param family the family name alone
record Finisher(String row, String full, String family, @Nullable String team, Placing placing) {

    Inline.Fact fullName() {
        return name(full);
    }

    /// The family name on its own. A particle takes a capital when no given name stands before it:
    /// "Mathieu van der Poel", but "Van der Poel".
    Inline.Fact familyName() {
        return name(capital(family));
    }

    private Inline.Fact name(String words) {
        return fact(words, Cell.RIDER, full);
    }

    Optional<Inline.Fact> teamName() {
        return Optional.ofNullable(team).map(name -> fact(name, Cell.TEAM, name));
    }

    Inline.Fact place(String words) {
        return fact(words, Cell.PLACING, placing.mark());
    }

    /// How far behind the winner; empty where that is not known, or nothing.
    Optional<Gap> behind() {
        return Optional.ofNullable(placing.gap()).filter(gap -> !gap.isNone());
    }

    Optional<Inline.Fact> time() {
        return Optional.ofNullable(placing.time())
                .map(time -> fact(time.clock(), Cell.TIME, Integer.toString(time.hundredths())));
    }

    /// Whether the file gave this rider the winner's time.
    boolean hasWinnersTime() {
        var gap = placing.gap();
        return placing.sameTime() && gap != null && gap.isNone();
    }

    boolean hasFamilyNameOf(Finisher other) {
        return family.toLowerCase(Locale.ROOT).equals(other.family.toLowerCase(Locale.ROOT));
    }

    private Inline.Fact fact(String words, Cell cell, String value) {
        var kind = cell.name().toLowerCase(Locale.ROOT);
        return new Inline.Fact(words, new FactLink(kind, new FactSource.Row(row, cell), value));
    }

    static String capital(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, words.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + words.substring(words.offsetByCodePoints(0, 1));
    }
}
