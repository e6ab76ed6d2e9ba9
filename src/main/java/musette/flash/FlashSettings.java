package musette.flash;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When results become stories.
///
/// @param opensWithin how long after the day of a race its first result opens a flash by itself, a
///   day or more; an older one, as archives bring them, is drafted when somebody asks
@ConfigurationProperties(value = "musette.flash", ignoreUnknownFields = false)
record FlashSettings(@DefaultValue("14d") Duration opensWithin) {
    FlashSettings {
        if (opensWithin.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    "musette.flash.opens-within must be a day or more (like 14d), not "
                            + opensWithin);
        }
    }
}
