package musette.front;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import musette.site.ErrorPages;
import musette.store.DatabaseWatch;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// While the database is away: the kept pages with a mark that they are old, and for everything
/// else a quick 503. It stands before the sessions, because reading one would ask the database.
@Component
@Order(OutageFilter.BEHIND_THE_STORIES)
class OutageFilter extends OncePerRequestFilter {
    static final int BEHIND_THE_STORIES = HotPath.RIGHT_BEHIND_THE_REQUEST_FILTER + 10;

    private final DatabaseWatch database;
    private final StalePages kept;
    private final ErrorPages errors;

    OutageFilter(DatabaseWatch database, StalePages kept, ErrorPages errors) {
        this.database = database;
        this.kept = kept;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var page =
                isRead(request)
                        ? kept.at(request.getRequestURI())
                        : Optional.<StalePages.Kept>empty();
        if (!database.isAway() || needsNoDatabase(request.getRequestURI())) {
            if (page.isPresent()) {
                tryWith(page.get(), request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        } else if (page.isPresent()) {
            write(response, page.get());
        } else {
            errors.write(request, response, HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    /// Makes the page anew; should the database go in that very moment, before anybody has noticed,
    /// the kept one is sent.
    private static void tryWith(
            StalePages.Kept page,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var answer = new HeldBack(response);
        try {
            chain.doFilter(request, answer);
        } catch (DataAccessException | TransactionException e) {
            answer.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
        if (answer.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setStatus(HttpStatus.OK.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, null);
            write(response, page);
        } else {
            answer.copyBodyToResponse();
        }
    }

    /// An answer that is sent only when all of it is there.
    private static final class HeldBack extends ContentCachingResponseWrapper {
        HeldBack(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status, String words) throws IOException {
            sendError(status);
        }

        @Override
        public void sendError(int status) throws IOException {
            if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
                setStatus(status);
            } else {
                super.sendError(status);
            }
        }
    }

    private static void write(HttpServletResponse response, StalePages.Kept page)
            throws IOException {
        markStale(response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(page.type().toString());
        response.setContentLength(page.body().length);
        response.getOutputStream().write(page.body());
    }

    /// RFC 9211: served from our memory, and why.
    static void markStale(HttpServletResponse response) {
        response.setHeader("Cache-Status", "Musette; hit; detail=\"database away\"");
    }

    private static boolean isRead(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }

    private static boolean needsNoDatabase(String path) {
        return path.startsWith("/static/")
                || path.startsWith("/pictures/")
                || path.startsWith("/health");
    }
}
