package musette.front;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import musette.site.Visitor;
import musette.store.DatabaseWatch;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The short way for anonymous readers: right behind the request filter, a story's page goes out
/// from memory, without session, security chain or router. Whoever carries a session takes the long
/// way, to `StoryRoute`.
@Component
@Order(HotPath.RIGHT_BEHIND_THE_REQUEST_FILTER)
class HotPath extends OncePerRequestFilter {
    static final int RIGHT_BEHIND_THE_REQUEST_FILTER = Ordered.HIGHEST_PRECEDENCE + 10;
    private static final int LONGEST_SLUG = 120;

    private final StoryPageCache cache;
    private final StoryResponder answer;
    private final DatabaseWatch database;
    private final EntitledSessions entitledSessions;

    HotPath(
            StoryPageCache cache,
            StoryResponder answer,
            DatabaseWatch database,
            EntitledSessions entitledSessions) {
        this.cache = cache;
        this.answer = answer;
        this.database = database;
        this.entitledSessions = entitledSessions;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        if ("GET".equals(request.getMethod()) && looksLikeAStory(path)) {
            var slug = path.substring(1);
            if (database.isAway()
                    ? answeredAlone(slug, request, response)
                    : Visitor.sessionCookie(request).isEmpty()
                            && answered(slug, request, response)) {
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private boolean answered(String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var story = cache.at(slug);
        if (story.isPresent()) {
            answer.toAnonymous(story.get(), request, response);
        }
        return story.isPresent();
    }

    /// While the database is away: what the cache has, to everybody, and the whole of it to whoever
    /// was entitled when it could last be asked.
    private boolean answeredAlone(
            String slug, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var story = cache.keptAt(slug);
        if (story.isEmpty()) {
            return false;
        }
        OutageFilter.markStale(response);
        if (entitledSessions.includes(request)) {
            answer.toEntitled(story.get(), request, response);
        } else {
            answer.toAnonymous(story.get(), request, response);
        }
        return true;
    }

    /// One word of small letters, digits and hyphens: the form of every slug.
    static boolean looksLikeAStory(String path) {
        if (path.length() < 2 || path.length() > LONGEST_SLUG + 1) {
            return false;
        }
        for (int i = 1; i < path.length(); i++) {
            char c = path.charAt(i);
            var isLetter = c >= 'a' && c <= 'z';
            var isDigit = c >= '0' && c <= '9';
            if (!isLetter && !isDigit && c != '-') {
                return false;
            }
        }
        return true;
    }
}
