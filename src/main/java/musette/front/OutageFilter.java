package musette.front;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import musette.site.TroublePages;
import musette.store.DatabaseWatch;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// While the database is away: the kept pages with a mark that they are old, and for everything
/// else a quick 503. It stands before the sessions, because reading one would ask the database.
@Component
@Order(OutageFilter.BEHIND_THE_STORIES)
class OutageFilter extends OncePerRequestFilter {
    static final int BEHIND_THE_STORIES = HotPath.RIGHT_BEHIND_THE_PORTER + 10;

    private final DatabaseWatch database;
    private final KeptPages kept;
    private final TroublePages trouble;

    OutageFilter(DatabaseWatch database, KeptPages kept, TroublePages trouble) {
        this.database = database;
        this.kept = kept;
        this.trouble = trouble;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!database.isAway() || needsNoDatabase(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        var page = kept.at(request.getRequestURI());
        if (isRead(request) && page.isPresent()) {
            markStale(response);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentType(page.get().type().toString());
            response.getOutputStream().write(page.get().body());
        } else {
            trouble.write(request, response, HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    /// RFC 9211: served from our memory, and why.
    static void markStale(HttpServletResponse response) {
        response.setHeader("Cache-Status", "Musette; hit; detail=\"database away\"");
    }

    private static boolean isRead(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }

    private static boolean needsNoDatabase(String path) {
        return path.startsWith("/static/") || path.startsWith("/health");
    }
}
