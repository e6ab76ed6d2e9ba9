package musette.wire;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How times and gaps are written in files: `5:09:05`, `20:52.99`, `+0:02`, `+13`, `1:02:03`; and
/// how copied pages have them: `5:09:055:09:05`, `,,0:20`, `*0:01`, `15.07,37`, `94h 33' 14''`.
final class TimeText {
    private static final Pattern CLOCK =
            Pattern.compile(
                    "\\+?\\s*(?:(?:(\\d{1,3}):)?(\\d{1,3}):)?(\\d{1,5})(?:[.,](\\d{1,2}))?");
    private static final Set<String> SAME_TIME =
            Set.of("s.t.", "s.t", "st", "same time", ",,", "\"", "″", "〃");
    private static final Set<String> NOTHING = Set.of("", "-", "–", "—", "-0:00");

    private static final String DITTO = ",,";

    /// With the backslash that a page has after it went through Markdown.
    private static final Pattern CORRECTED = Pattern.compile("^\\\\?\\*\\s*");

    /// A page's time twice, as the eye and as the machine has it.
    private static final Pattern TWICE =
            Pattern.compile("^(\\+? ?[0-9:]*:[0-9]{2}(?:[.,][0-9]+)?)\\1$");

    /// Minutes, seconds and parts of them, with a full stop and a comma: `15.07,37`.
    private static final Pattern POINT_AND_COMMA =
            Pattern.compile("(\\d{1,3})\\.(\\d{2}),(\\d{1,2})");

    /// Hours, minutes and seconds as the French write them: `94h 33' 14''`.
    private static final Pattern IN_LETTERS =
            Pattern.compile("(\\d{1,3})h\\s*(\\d{1,2})['′]\\s*(\\d{1,2})(?:''|[\"″])");

    private TimeText() {}

    /// The cell as a file of our own form would have it; one of no foreign form stays as it is.
    static String plain(String cell) {
        var text = CORRECTED.matcher(cell.strip()).replaceFirst("");
        if (text.startsWith(DITTO) && text.length() > DITTO.length()) {
            return DITTO;
        }
        text = IN_LETTERS.matcher(text).replaceFirst("$1:$2:$3");
        text = TWICE.matcher(text).replaceFirst("$1");
        return POINT_AND_COMMA.matcher(text).replaceFirst("$1:$2.$3");
    }

    /// Whether a page marks the cell as corrected, which lets it stand out of order.
    static boolean isCorrected(String cell) {
        return CORRECTED.matcher(cell).lookingAt();
    }

    static boolean isNothing(String cell) {
        return NOTHING.contains(cell);
    }

    /// Whether the cell says that the time is that of the rider before.
    static boolean isSameTime(String cell) {
        return SAME_TIME.contains(cell.toLowerCase(Locale.ROOT));
    }

    /// Hundredths of a second; empty when the text is no time.
    static OptionalInt hundredths(String cell) {
        var parts = CLOCK.matcher(cell);
        if (!parts.matches()) {
            return OptionalInt.empty();
        }
        int hours = number(parts.group(1));
        int minutes = number(parts.group(2));
        int seconds = number(parts.group(3));
        var fraction = parts.group(4) == null ? "" : parts.group(4);
        boolean tooManySeconds = parts.group(2) != null && seconds > 59;
        boolean tooManyMinutes = parts.group(1) != null && minutes > 59;
        if (tooManySeconds || tooManyMinutes) {
            return OptionalInt.empty();
        }
        int whole = hours * 3600 + minutes * 60 + seconds;
        return OptionalInt.of(whole * 100 + number((fraction + "00").substring(0, 2)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
