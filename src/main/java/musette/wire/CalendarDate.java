package musette.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// A day as files write it, `2023-04-01`: four digits for the year, between the first bicycle races
/// and the end of the next century. What else ISO 8601 allows (`+999999999-01-01`) no race means
/// and no database holds.
final class CalendarDate {
    private CalendarDate() {}

    static Optional<LocalDate> read(String text) {
        if (!text.matches("(18|19|20|21)\\d\\d-\\d\\d-\\d\\d")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
