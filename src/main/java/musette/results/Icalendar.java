package musette.results;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import musette.pages.ResultTables;
import musette.racing.Result;
import musette.racing.ResultRow;
import musette.site.Address;

/// Results as a calendar that programs subscribe to (RFC 5545): one event a day's result, named
/// with its winner; a race that is to come, with its list of starters.
final class Icalendar {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// In bytes, without the line's end (section 3.1).
    private static final int LONGEST_LINE = 75;

    private Icalendar() {}

    static String of(String site, Address address, List<Result> results) {
        var lines = new StringBuilder();
        add(lines, "BEGIN:VCALENDAR");
        add(lines, "VERSION:2.0");
        add(lines, "PRODID:-//Musette//Results//EN");
        add(lines, "X-WR-CALNAME:" + text("Results · " + site));
        for (var result : results) {
            var day = result.heldOn();
            if (day != null) {
                add(lines, day, result, address);
            }
        }
        add(lines, "END:VCALENDAR");
        return lines.toString();
    }

    private static void add(StringBuilder lines, LocalDate day, Result result, Address address) {
        var page = address.of(ResultTables.address(result));
        var winners =
                CalendarPages.winners(result)
                        .map(ResultRow::name)
                        .collect(Collectors.joining(", "));
        add(lines, "BEGIN:VEVENT");
        add(lines, "UID:" + page);
        add(lines, "DTSTAMP:" + MOMENT.format(result.filedAt()));
        add(lines, "SEQUENCE:" + (result.revision() - 1));
        add(lines, "DTSTART;VALUE=DATE:" + DAY.format(day));
        add(lines, "SUMMARY:" + text(result.title() + (winners.isEmpty() ? "" : ": " + winners)));
        if (result.place() != null) {
            add(lines, "LOCATION:" + text(result.place()));
        }
        add(lines, "URL:" + page);
        add(lines, "TRANSP:TRANSPARENT");
        add(lines, "END:VEVENT");
    }

    /// Section 3.3.11.
    private static String text(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /// A long line goes on in the next one behind a blank; no letter is cut in two.
    private static void add(StringBuilder lines, String line) {
        int bytes = 0;
        for (int at = 0; at < line.length(); ) {
            var letter = Character.toString(line.codePointAt(at));
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST_LINE) {
                lines.append("\r\n ");
                bytes = 1;
            }
            lines.append(letter);
            bytes += size;
            at += letter.length();
        }
        lines.append("\r\n");
    }
}
