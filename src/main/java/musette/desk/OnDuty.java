package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import musette.site.Visitor;
import musette.site.Who;
import musette.staff.Author;
import musette.staff.Staff;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Finds out what the member who is asking may do, before the guard looks at it, and ends the
/// session of one who was removed: on every request, because a session lives for weeks and a change
/// of role means now.
@Component
public class OnDuty implements HandlerInterceptor, WebMvcConfigurer {
    private final Staff staff;

    OnDuty(Staff staff) {
        this.staff = staff;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .order(Ordered.HIGHEST_PRECEDENCE)
                .excludePathPatterns("/static/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var member = Visitor.of(request).staff();
        if (member.isPresent()) {
            staff.roleOnDuty(member.getAsLong())
                    .ifPresentOrElse(
                            role -> Visitor.onDuty(request, duty(role)),
                            () -> Visitor.signOut(request));
        }
        return true;
    }

    private static Who duty(Author.Role role) {
        return switch (role) {
            case OWNER -> Who.OWNER;
            case EDITOR -> Who.EDITOR;
            case REPORTER -> Who.STAFF;
        };
    }

    /// Whether the one who is asking may change what readers see.
    public static boolean mayPublish(HttpServletRequest request) {
        return Visitor.duty(request).compareTo(Who.EDITOR) >= 0;
    }

    /// The member who is asking; only for handlers that the guard keeps for the staff.
    public static long member(HttpServletRequest request) {
        return Visitor.of(request).staff().orElseThrow();
    }
}
