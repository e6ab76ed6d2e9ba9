package musette.ops;

import java.time.Duration;
import java.util.function.Consumer;

/// Says every few seconds for how long a file has been worked on, so that nobody takes a long one
/// for a dead one; nothing of a short one.
final class AtWork implements AutoCloseable {
    private final Thread telling;

    private AtWork(Thread telling) {
        this.telling = telling;
    }

    /// Until it is closed.
    ///
    /// @param file its name; nothing is said where it has none
    /// @param every how long it is silent between two lines
    static AtWork on(String file, Duration every, Consumer<String> people) {
        return new AtWork(
                Thread.ofVirtual()
                        .start(() -> {
                            if (!file.isEmpty()) {
                                tell(file, every, people);
                            }
                        }));
    }

    private static void tell(String file, Duration every, Consumer<String> people) {
        try {
            for (var passed = every; ; passed = passed.plus(every)) {
                Thread.sleep(every);
                people.accept("%s: at work for %d s.".formatted(file, passed.toSeconds()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // It is done.
        }
    }

    /// Nothing more is said once this is through.
    @Override
    public void close() {
        telling.interrupt();
        try {
            telling.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
