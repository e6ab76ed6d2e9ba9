package musette.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands at the gate before anything is read: sets the headers, and lets a change come only from
/// our own pages. (Strange addresses and characters are the firewall's, in `SiteConfiguration`.)
///
/// The last is the browser's own word (`Sec-Fetch-Site`, else `Origin`), as the Fetch standard and
/// RFC 6454 define them; a request with neither is no browser's and carries no cookies of somebody
/// else's.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(RequestFilter.class);

    private final SiteSettings settings;
    private final ErrorPages pages;

    RequestFilter(SiteSettings settings, ErrorPages pages) {
        this.settings = settings;
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SafeHeaders.on(response);
        if (request.getRequestURI().startsWith("/desk")) {
            SafeHeaders.atTheDesk(response);
        }
        if (settings.secure()) {
            SafeHeaders.secureOn(response);
        }
        if (!AccessGuard.SAFE_METHODS.contains(request.getMethod()) && isFromElsewhere(request)) {
            pages.write(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "This form was sent from another site, so nothing was done.");
        } else {
            goOn(request, response, chain);
        }
    }

    /// What flies out of a filter or a page becomes our page here, and nowhere further out.
    private void goOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | DataAccessException | TransactionException e) {
            if (response.isCommitted()) {
                throw e;
            }
            var away = isDatabaseAway(e);
            if (!away) {
                log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
            }
            response.resetBuffer();
            pages.write(
                    request,
                    response,
                    away ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR);
        }
    }

    private static boolean isDatabaseAway(Throwable problem) {
        return Stream.<Throwable>iterate(problem, t -> t != null, Throwable::getCause)
                .limit(20)
                .anyMatch(t ->
                        t instanceof SQLTransientConnectionException
                                || t instanceof DataAccessResourceFailureException
                                || t instanceof CannotCreateTransactionException);
    }

    static boolean isFromElsewhere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !("same-origin".equals(site) || "none".equals(site));
        }
        var origin = request.getHeader("Origin");
        return origin != null && !sameHost(origin, request.getHeader("Host"));
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            var authority = new URI(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
