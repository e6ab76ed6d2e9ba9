package musette.journeys;

import java.util.List;
import java.util.Set;
import musette.site.MayCall;
import musette.site.Who;
import musette.site.WithoutToken;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A route of ours, as the running house knows it.
record Route(Who who, String method, String path, boolean wantsToken) {
    private static final String NOWHERE = "00000000-0000-4000-8000-000000000000";

    static List<Route> all(House house) {
        return house.askAll(RequestMappingHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("musette."))
                .filter(entry -> !paths(entry.getKey()).contains("/error"))
                .flatMap(entry ->
                        paths(entry.getKey()).stream()
                                .map(path -> route(entry.getKey(), entry.getValue(), path)))
                .toList();
    }

    String line() {
        var line = "%-8s %-4s %s".formatted(who, method, path);
        return wantsToken || method.equals("GET") ? line : "%-38s no token".formatted(line);
    }

    /// The path with something that is there or never was; who may ask is decided before.
    String somewhere() {
        return path.replace("{id}", path.startsWith("/till") ? NOWHERE : "999999")
                .replace("{number}", "1")
                .replace("{version}", "1")
                .replace("{year}", "2023")
                .replace("{month}", "4")
                .replace("{form}", "csv")
                .replaceAll(
                        "\\{(slug|token|name|file|part|classification)}", "nothing-of-that-name");
    }

    private static Set<String> paths(RequestMappingInfo info) {
        return info.getPatternValues();
    }

    private static Route route(RequestMappingInfo info, HandlerMethod method, String path) {
        var verb = info.getMethodsCondition().getMethods().iterator().next();
        return new Route(
                who(method),
                verb == RequestMethod.GET ? "GET" : "POST",
                path.replaceAll("\\{(\\w+):[^/]*}(?=/|$)", "{$1}"),
                !method.hasMethodAnnotation(WithoutToken.class));
    }

    private static Who who(HandlerMethod method) {
        var own = method.getMethodAnnotation(MayCall.class);
        return own != null
                ? own.value()
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), MayCall.class)
                        .value();
    }
}
