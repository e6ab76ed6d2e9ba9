package musette.ops;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Says every few seconds for how long a file has been worked on, so that nobody takes a long one
/// for a dead one; nothing of a short one.
final class AtWork {
    private AtWork() {}

    /// Until it is closed; nothing more is said once that is through.
    ///
    /// @param file its name; nothing is said where it has none
    /// @param every how long it is silent between two lines
    static ScheduledExecutorService on(String file, Duration every, Consumer<String> people) {
        var start = System.nanoTime();
        var telling =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("at-work").daemon().factory());
        if (!file.isEmpty()) {
            var _ =
                    telling.scheduleAtFixedRate(
                            () -> people.accept(words(file, System.nanoTime() - start)),
                            every.toNanos(),
                            every.toNanos(),
                            TimeUnit.NANOSECONDS);
        }
        return telling;
    }

    private static String words(String file, long nanos) {
        return "%s: at work for %d s.".formatted(file, Duration.ofNanos(nanos).toSeconds());
    }
}
