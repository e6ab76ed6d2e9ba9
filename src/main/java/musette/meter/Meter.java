package musette.meter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import musette.keys.KeyRing;
import musette.keys.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Decides what one reader may see of one story.
///
/// The window is anchored: it begins with the first story read and ends a fixed time later,
/// whatever is read in between. Reading a story again is free. Costs a signature check and a
/// signature, no lookup of any kind.
@EnableConfigurationProperties(MeterSettings.class)
@Component
public class Meter {
    /// The cookie that carries an anonymous reader's record.
    public static final String COOKIE = "musette-meter";

    private final MeterSettings settings;
    private final Signature signature;
    private final Clock clock;

    @Autowired
    public Meter(MeterSettings settings, KeyRing keys, Clock clock) {
        this(settings, keys.signature("meter"), clock);
    }

    Meter(MeterSettings settings, Signature signature, Clock clock) {
        this.settings = settings;
        this.signature = signature;
        this.clock = clock;
    }

    /// The verdict for a reader of whom only the cookie is known.
    ///
    /// @param cookie its value as the browser sent it; anything unreadable counts as none
    public Verdict verdict(@Nullable String cookie, long story) {
        var now = clock.instant();
        var id = Math.toIntExact(story);
        var record =
                ReadingRecord.read(cookie, signature, now)
                        .filter(known -> now.isBefore(end(known)))
                        .orElseGet(() -> ReadingRecord.empty(now));
        if (record.holds(id)) {
            return counted(record, false, now);
        }
        if (record.stories().size() >= settings.allowance()) {
            return new Verdict.Stopped(settings.allowance(), end(record));
        }
        return counted(record.with(id), true, now);
    }

    private Verdict counted(ReadingRecord record, boolean first, Instant now) {
        return new Verdict.Counted(
                Math.min(record.stories().size(), settings.allowance()),
                settings.allowance(),
                first,
                record.write(signature),
                Duration.between(now, end(record)));
    }

    private Instant end(ReadingRecord record) {
        return record.start().plus(settings.window());
    }
}
