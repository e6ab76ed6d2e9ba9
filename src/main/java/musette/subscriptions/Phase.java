package musette.subscriptions;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A stretch of a plan at one price.
///
/// @param kind whether this is the introduction or the full price
/// @param price for one period
/// @param months how long one period lasts
/// @param periods how many periods the phase lasts; null means until the reader cancels
public record Phase(Kind kind, Money price, int months, @Nullable Integer periods) {

    /// The introduction, or what follows.
    public enum Kind {
        INTRO,
        FULL;

        /// The word in the database: `intro`, `full`.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind read(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public Phase {
        if (price.minor() <= 0 || months <= 0 || (periods != null && periods <= 0)) {
            throw new IllegalArgumentException("a phase needs a price and a length");
        }
    }
}
