package musette.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// How far long work has come, for the person who waits for it. Whoever works says it without
/// knowing whether anybody listens.
@Component
public class Progress {
    private static final ScopedValue<Consumer<String>> LISTENER = ScopedValue.newInstance();

    private final Map<String, String> latest = new ConcurrentHashMap<>();

    /// Does the work and keeps what it says meanwhile for one person.
    public <T> T of(String person, Supplier<T> work) {
        try {
            return heard(words -> latest.put(person, words), work);
        } finally {
            latest.remove(person);
        }
    }

    /// What the work for this person said last; empty when there is none, or it has said nothing.
    public Optional<String> latest(String person) {
        return Optional.ofNullable(latest.get(person));
    }

    /// Does the work with somebody who hears at once what it says.
    public static <T> T heard(Consumer<String> listener, Supplier<T> work) {
        return ScopedValue.where(LISTENER, listener).call(work::get);
    }

    /// @param words such as "20,000 rows read"
    public static void says(String words) {
        if (LISTENER.isBound()) {
            LISTENER.get().accept(words);
        }
    }
}
