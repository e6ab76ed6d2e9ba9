package musette.popular;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Counting reads and ranking stories.
///
/// @param writeEvery how often counted reads are written to the database; a process killed without
///   warning loses at most the reads of that time
/// @param windows how far back the ranking looks: the first that fills the box wins
/// @param leastReads reads a story needs in a window to be ranked in it
/// @param rankEvery how long a ranking stands before it is made anew
@ConfigurationProperties(value = "musette.popular", ignoreUnknownFields = false)
record PopularSettings(
        @DefaultValue("1s") Duration writeEvery,
        @DefaultValue({"3h", "24h", "7d"}) List<Duration> windows,
        @DefaultValue("3") int leastReads,
        @DefaultValue("10s") Duration rankEvery) {

    PopularSettings {
        windows = List.copyOf(windows);
        if (writeEvery.toMillis() < 100) {
            throw new IllegalArgumentException(
                    "musette.popular.write-every must be 100ms or more, not " + writeEvery);
        }
        if (windows.isEmpty() || windows.stream().anyMatch(w -> !w.isPositive())) {
            throw new IllegalArgumentException(
                    "musette.popular.windows needs lengths of time, such as 3h,24h,7d");
        }
        if (leastReads < 1) {
            throw new IllegalArgumentException(
                    "musette.popular.least-reads must be 1 or more, not " + leastReads);
        }
        if (rankEvery.isNegative()) {
            throw new IllegalArgumentException("musette.popular.rank-every must not be negative");
        }
    }
}
