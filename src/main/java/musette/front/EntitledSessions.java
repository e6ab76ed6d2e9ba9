package musette.front;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import musette.readers.SignedOutEverywhere;
import musette.site.Visitor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Whose sessions were lately entitled to read everything, by the session's cookie. While the
/// database is away nobody can look that up, and a subscriber must not meet the gate.
@Component
class EntitledSessions {
    private static final int MOST = 100_000;
    private static final Duration LATELY = Duration.ofDays(1);

    private final Cache<String, Boolean> sessions =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LATELY).build();

    /// Notes what the database said of this visitor's session.
    void note(HttpServletRequest request, boolean entitled) {
        Visitor.sessionCookie(request)
                .ifPresent(session -> {
                    if (entitled) {
                        sessions.put(session, Boolean.TRUE);
                    } else {
                        sessions.invalidate(session);
                    }
                });
    }

    /// Whose sessions ended is not known here, so nobody is remembered any more.
    @TransactionalEventListener
    void signedOut(SignedOutEverywhere news) {
        sessions.invalidateAll();
    }

    /// Whether the session was entitled when the database was asked last.
    boolean includes(HttpServletRequest request) {
        return Visitor.sessionCookie(request)
                .filter(session -> sessions.getIfPresent(session) != null)
                .isPresent();
    }
}
