package musette.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;

/// How long requests took, and how many were answered as hoped.
///
/// @param nanos one a request that was answered
record Timings(List<Long> nanos, AtomicLong hopedFor, AtomicLong asked) {

    static Timings empty() {
        return new Timings(
                Collections.synchronizedList(new ArrayList<>()),
                new AtomicLong(),
                new AtomicLong());
    }

    /// Asks once.
    void ask(Client client, String path, IntPredicate hope) {
        var start = System.nanoTime();
        asked.incrementAndGet();
        try {
            var status = client.get(path).statusCode();
            nanos.add(System.nanoTime() - start);
            if (hope.test(status)) {
                hopedFor.incrementAndGet();
            }
        } catch (IOException e) {
            nanos.add(System.nanoTime() - start);
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
