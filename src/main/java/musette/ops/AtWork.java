package musette.ops;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Says every few seconds for how long a file has been worked on and how far it is, so that nobody
/// takes a long one for a dead one; nothing of a short one.
final class AtWork {
    private AtWork() {}

    /// Until it is closed; nothing more is said once that is through.
    ///
    /// @param file its name; nothing is said where it has none
    /// @param every how long it is silent between two lines
    /// @param far how far it is, such as "20,000 rows read"; empty where nobody knows
    static ScheduledExecutorService on(
            String file, Duration every, Supplier<String> far, Consumer<String> people) {
        var start = System.nanoTime();
        var telling =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("at-work").daemon().factory());
        if (!file.isEmpty()) {
            var _ =
                    telling.scheduleAtFixedRate(
                            () -> people.accept(words(file, System.nanoTime() - start, far.get())),
                            every.toNanos(),
                            every.toNanos(),
                            TimeUnit.NANOSECONDS);
        }
        return telling;
    }

    private static String words(String file, long nanos, String far) {
        return "%s: at work for %d s%s."
                .formatted(
                        file, Duration.ofNanos(nanos).toSeconds(), far.isEmpty() ? "" : ", " + far);
    }
}
