package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import musette.site.Visitor;
import musette.staff.Staff;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Ends the session of a member who was removed, before the guard looks at it: on every request,
/// because a session lives for weeks and a removal means now.
@Component
class OnDuty implements HandlerInterceptor, WebMvcConfigurer {
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
        if (member.isPresent() && !staff.isOnDuty(member.getAsLong())) {
            Visitor.signOut(request);
        }
        return true;
    }

    /// The member who is asking; only for handlers that the guard keeps for the staff.
    static long member(HttpServletRequest request) {
        return Visitor.of(request).staff().orElseThrow();
    }
}
