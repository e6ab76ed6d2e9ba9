package musette.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import musette.store.DataFolder;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// Asks each route who may call it. The answer stands on the method, never in a list of paths:
/// paths have many spellings, a method has one.
@Component
class AccessGuard implements HandlerInterceptor {
    private final byte[] operatorKey;

    AccessGuard(DataFolder folder) {
        operatorKey =
                HexFormat.of()
                        .formatHex(folder.secret("operator"))
                        .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        switch (handler) {
            case ResourceHttpRequestHandler files -> {}
            case HandlerMethod method -> check(method, request);
            default -> throw Trouble.forbidden();
        }
        return true;
    }

    private void check(HandlerMethod method, HttpServletRequest request) {
        if (method.getBeanType().getName().startsWith("org.springframework.boot.")) {
            return; // Health, as exposed in application.properties, and the error page's fallback.
        }
        switch (whoMayCall(method)) {
            case ANYONE -> {}
            case READER -> require(Visitor.of(request).reader().isPresent(), Who.READER);
            case STAFF -> require(Visitor.of(request).staff().isPresent(), Who.STAFF);
            case OPERATOR -> require(isOperator(request), Who.OPERATOR);
        }
    }

    static Who whoMayCall(HandlerMethod method) {
        var onMethod = method.getMethodAnnotation(MayCall.class);
        if (onMethod != null) {
            return onMethod.value();
        }
        var onType =
                AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), MayCall.class);
        if (onType == null) {
            throw Trouble.forbidden();
        }
        return onType.value();
    }

    private static void require(boolean allowed, Who who) {
        if (!allowed) {
            throw Trouble.signInFirst(who);
        }
    }

    private boolean isOperator(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null
                && header.startsWith("Bearer ")
                && MessageDigest.isEqual(
                        header.substring(7).getBytes(StandardCharsets.US_ASCII), operatorKey);
    }
}
