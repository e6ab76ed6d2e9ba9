package musette.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;

/// How long requests took, and how many were answered as hoped.
final class Timings {
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong hopedFor = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();

    /// Notes one request: how many nanoseconds it took, and whether it was answered as hoped.
    void add(long took, boolean isAsHoped) {
        asked.incrementAndGet();
        nanos.add(took);
        if (isAsHoped) {
            hopedFor.incrementAndGet();
        }
    }

    long asked() {
        return asked.get();
    }

    /// Asks once.
    void ask(Client client, String path, IntPredicate hope) {
        var start = System.nanoTime();
        boolean isAsHoped = false;
        try {
            isAsHoped = hope.test(client.get(path).statusCode());
        } catch (IOException e) {
            // Not answered at all.
        } finally {
            add(System.nanoTime() - start, isAsHoped);
        }
    }

    /// The share that was answered as hoped, 1.0 for all.
    double share() {
        return asked.get() == 0 ? 0 : Math.floor(hopedFor.get() * 10_000.0 / asked.get()) / 10_000;
    }

    /// How many were not.
    long others() {
        return asked.get() - hopedFor.get();
    }

    /// In milliseconds.
    double p99() {
        return millis(0.99);
    }

    /// What that share of the requests did not exceed, in milliseconds.
    double millis(double share) {
        var sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.isEmpty()
                ? 0
                : Math.round(sorted.get((int) (sorted.size() * share)) / 1e4) / 100.0;
    }
}
