package musette.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A point in time as a page shows it.
///
/// @param iso with offset, for machines: `2023-04-01T17:12:00+02:00`
/// @param words for people, in the publication's zone
public record Moment(String iso, String words) {
    private static final DateTimeFormatter FULL = words("d MMMM uuuu, HH:mm zzz");
    private static final DateTimeFormatter BRIEF = words("d MMMM, HH:mm");
    private static final DateTimeFormatter DAY = words("d MMMM uuuu");
    private static final DateTimeFormatter CLOCK = words("HH:mm");
    private static final DateTimeFormatter CLOCK_AND_ZONE = words("HH:mm zzz");

    /// `1 April 2023, 17:12 CEST`
    public static Moment full(Instant instant, ZoneId zone) {
        return of(instant, zone, FULL);
    }

    /// `1 April, 17:12` this year, `1 April 2023` in another; for the sidebar.
    public static Moment brief(Instant instant, ZoneId zone, Instant now) {
        var isThisYear = instant.atZone(zone).getYear() == now.atZone(zone).getYear();
        return of(instant, zone, isThisYear ? BRIEF : DAY);
    }

    /// `17:12`, for lists whose day is written above them.
    public static Moment clock(Instant instant, ZoneId zone) {
        return of(instant, zone, CLOCK);
    }

    /// `17:12 CEST` on the day of `earlier`, the full form on a later one.
    public static Moment after(Instant earlier, Instant instant, ZoneId zone) {
        var sameDay = earlier.atZone(zone).toLocalDate().equals(instant.atZone(zone).toLocalDate());
        return sameDay ? of(instant, zone, CLOCK_AND_ZONE) : full(instant, zone);
    }

    public static DateTimeFormatter words(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }

    private static Moment of(Instant instant, ZoneId zone, DateTimeFormatter form) {
        var there = instant.atZone(zone);
        return new Moment(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(there), form.format(there));
    }
}
