package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.audit.AuditLog;
import musette.site.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Writes down what was done at the desk, whichever page did it, once it is done. What was refused
/// is not told.
@Component
class DeskLog implements HandlerInterceptor, WebMvcConfigurer {
    private static final String MEMBER = DeskLog.class.getName();
    private static final int FIRST_REFUSAL = 400;

    private final AuditLog log;

    DeskLog(AuditLog log) {
        this.log = log;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/desk", "/desk/**");
    }

    /// Whoever signs out is nobody afterwards.
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Visitor.of(request).staff().ifPresent(member -> request.setAttribute(MEMBER, member));
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        var address = address(request);
        if (!HttpMethod.POST.matches(request.getMethod())
                || failure != null
                || response.getStatus() >= FIRST_REFUSAL
                || Deeds.UNTOLD.contains(address)) {
            return;
        }
        var member =
                request.getAttribute(MEMBER) instanceof Long before
                        ? OptionalLong.of(before)
                        : Visitor.of(request).staff();
        if (member.isPresent()) {
            var about = about(address);
            log.add(
                    member.getAsLong(),
                    address,
                    about,
                    about.isEmpty() ? OptionalLong.empty() : number(request, response),
                    detail(request, address));
        }
    }

    /// The address with names for its parts, `/desk/stories/{id}/plan`.
    private static String address(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return String.valueOf(pattern).replaceAll("\\{(\\w+):[^/]*}", "{$1}");
    }

    private static String about(String address) {
        if (address.startsWith("/desk/stories")) {
            return "story";
        }
        if (address.startsWith("/desk/staff")) {
            return "member";
        }
        if (address.startsWith("/desk/results/senders")) {
            return "sender";
        }
        return address.startsWith("/desk/results") ? "arrival" : "";
    }

    /// From the address, or from where the answer leads to: what has just been begun.
    private static OptionalLong number(HttpServletRequest request, HttpServletResponse response) {
        var parts =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> variables
                        ? variables
                        : Map.of();
        var id = parts.get("id");
        var location = response.getHeader(HttpHeaders.LOCATION);
        var number =
                id != null
                        ? id.toString()
                        : location == null ? "" : location.substring(location.lastIndexOf('/') + 1);
        return number.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(number))
                : OptionalLong.empty();
    }

    private static String detail(HttpServletRequest request, String address) {
        return Deeds.of(address).fields().stream()
                .flatMap(field -> Stream.ofNullable(request.getParameter(field)))
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
