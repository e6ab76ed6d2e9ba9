package musette.front;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import musette.site.Visitor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The short way for anonymous readers: right behind the porter, a story's page goes out from
/// memory, without session, security chain or router. Whoever carries a session takes the long way,
/// to `StoryDoor`.
@Component
@Order(HotPath.RIGHT_BEHIND_THE_PORTER)
class HotPath extends OncePerRequestFilter {
    static final int RIGHT_BEHIND_THE_PORTER = Ordered.HIGHEST_PRECEDENCE + 10;
    private static final int LONGEST_SLUG = 120;

    private final StoryShelf shelf;
    private final StoryAnswer answer;

    HotPath(StoryShelf shelf, StoryAnswer answer) {
        this.shelf = shelf;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        if ("GET".equals(request.getMethod())
                && looksLikeAStory(path)
                && !Visitor.carriesSession(request)) {
            var story = shelf.at(path.substring(1));
            if (story.isPresent()) {
                answer.toAnonymous(story.get(), request, response);
                return;
            }
        }
        chain.doFilter(request, response);
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
