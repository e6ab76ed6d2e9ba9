package musette.subscriptions;

import java.util.Locale;
import java.util.Optional;

/// How long a reader joins for at a time.
public enum Term {
    MONTH,
    YEAR;

    /// The word in forms and in the database: `month`, `year`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The term of that word.
    public static Optional<Term> read(String word) {
        return switch (word) {
            case "month" -> Optional.of(MONTH);
            case "year" -> Optional.of(YEAR);
            default -> Optional.empty();
        };
    }
}
