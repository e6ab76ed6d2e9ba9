package musette.meter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many stories a reader may read for nothing.
///
/// @param allowance distinct stories in one window, 0 to 50; 0 puts every story behind the gate
/// @param window how long the window is, counted from the first story read in it, 1 day or more
/// @param opening paragraphs that stay readable above the gate, 1 or more
@ConfigurationProperties(value = "musette.meter", ignoreUnknownFields = false)
public record MeterSettings(
        @DefaultValue("5") int allowance,
        @DefaultValue("30d") Duration window,
        @DefaultValue("2") int opening) {

    public MeterSettings {
        if (allowance < 0 || allowance > 50) {
            throw new IllegalArgumentException(
                    "musette.meter.allowance must be 0 to 50, not " + allowance);
        }
        if (window.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    "musette.meter.window must be a day or more (like 30d), not " + window);
        }
        if (opening < 1) {
            throw new IllegalArgumentException(
                    "musette.meter.opening must be 1 or more, not " + opening);
        }
    }
}
