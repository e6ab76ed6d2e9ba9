package musette.racing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A rider as the house knows them, across seasons and teams.
///
/// @param uciId eleven digits, the one key that survives spelling
/// @param display the name in print, `Mathieu van der Poel`
/// @param nation three letters as the UCI writes them, `ESP`: the latest, and where the rider
///   stands in a result that of the day
public record Rider(
        long id,
        @Nullable String uciId,
        String family,
        String given,
        String display,
        String slug,
        @Nullable String nation,
        @Nullable LocalDate born)
        implements ResultRow.Competitor {

    @Override
    public String key() {
        return "rider/" + id;
    }

    /// Whether the other's name is so like this one that both may be one person, whatever is known
    /// of nations; two UCI IDs settle it.
    public boolean isNear(Rider other) {
        return (uciId == null || other.uciId == null)
                && Names.areNear(
                        Names.folded(given, family), Names.folded(other.given, other.family));
    }
}
