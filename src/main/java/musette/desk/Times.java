package musette.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import musette.site.SiteSettings;
import org.springframework.stereotype.Component;

/// Times as the desk reads them: the hour for today, the day for older things, and ages.
@Component
public class Times {
    private final Clock clock;
    private final SiteSettings site;

    Times(Clock clock, SiteSettings site) {
        this.clock = clock;
        this.site = site;
    }

    /// `17:12` today, `1 April, 17:12` this year, `1 April 2023, 17:12` before.
    public String words(Instant instant) {
        var then = instant.atZone(site.zone());
        var now = clock.instant().atZone(site.zone());
        if (then.toLocalDate().equals(now.toLocalDate())) {
            return format(then, "HH:mm");
        }
        return format(
                then, then.getYear() == now.getYear() ? "d MMMM, HH:mm" : "d MMMM uuuu, HH:mm");
    }

    /// How long ago: `just now`, `4 min`, `2 h 10 min`, `3 days`.
    public String age(Instant instant) {
        var minutes = since(instant).toMinutes();
        if (minutes < 1) {
            return "just now";
        }
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes < 24 * 60) {
            return "%d h %d min".formatted(minutes / 60, minutes % 60);
        }
        var days = minutes / (24 * 60);
        return days == 1 ? "1 day" : days + " days";
    }

    /// A moment as a form's field has it, in the publication's zone; empty when it is none.
    Optional<Instant> moment(String local) {
        try {
            return Optional.of(LocalDateTime.parse(local).atZone(site.zone()).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// The moment as such a field takes it.
    String field(Instant instant) {
        return format(instant.atZone(site.zone()), "uuuu-MM-dd'T'HH:mm");
    }

    /// `Europe/Madrid`
    String zone() {
        return site.zone().getId();
    }

    Duration since(Instant instant) {
        return Duration.between(instant, clock.instant());
    }

    private static String format(java.time.ZonedDateTime then, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK).format(then);
    }
}
