package musette.letters;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much mail strangers can cause with the sign-up form. One inbox gets at most one such mail in
/// ten minutes and three a day, whatever stands here.
///
/// @param perClient most mails in an hour that one network address (one /64 of IPv6) can cause;
///   behind a proxy, musette.site.proxies must name it
/// @param perHour most mails in an hour that everyone together can cause
@ConfigurationProperties(value = "musette.letters", ignoreUnknownFields = false)
record LettersSettings(@DefaultValue("20") int perClient, @DefaultValue("500") int perHour) {

    LettersSettings {
        if (perClient < 1) {
            throw new IllegalArgumentException(
                    "musette.letters.per-client must be 1 or more, not " + perClient);
        }
        if (perHour < 1) {
            throw new IllegalArgumentException(
                    "musette.letters.per-hour must be 1 or more, not " + perHour);
        }
    }
}
