package musette.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// Gives the session's cookie another thirty days, once a day, while it is used: the server keeps a
/// used session, so the browser must too.
@Component
class SessionRenewal implements HandlerInterceptor {
    private static final String RENEWED = "musette.renewed";
    private static final Duration EVERY = Duration.ofDays(1);

    private final CookieSerializer cookies;
    private final Clock clock;

    SessionRenewal(CookieSerializer cookies, Clock clock) {
        this.cookies = cookies;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var session = request.getSession(false);
        if (session != null && isDue(session.getAttribute(RENEWED))) {
            session.setAttribute(RENEWED, clock.millis());
            cookies.writeCookieValue(new CookieValue(request, response, session.getId()));
        }
        return true;
    }

    private boolean isDue(@Nullable Object renewed) {
        return !(renewed instanceof Long at) || clock.millis() - at >= EVERY.toMillis();
    }
}
