package musette.racing;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One year of a race, under the name it carried that year.
///
/// @param kind road, unless a file has said otherwise
/// @param heldOn the day of the finish
/// @param raceClass the UCI's class, `1.Pro`
/// @param place where it finished
/// @param country three letters, where it was held
/// @param metres the distance, where the publisher vouches for one
public record Edition(
        long id,
        Race race,
        int year,
        String name,
        Race.Kind kind,
        @Nullable LocalDate heldOn,
        @Nullable String raceClass,
        @Nullable String place,
        @Nullable String country,
        @Nullable Integer metres,
        Status status) {

    public enum Status {
        /// Known by its start list alone.
        PLANNED,
        HELD,
        CANCELLED,
        POSTPONED,
        SHORTENED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
