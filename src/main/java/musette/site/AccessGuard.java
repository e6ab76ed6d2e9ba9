package musette.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import musette.keys.TokenHolders;
import musette.store.DataFolder;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/// Asks each route who may call it, and for the token of its form. The answers stand on the method,
/// never in a list of paths: paths have many spellings, a method has one.
@Component
class AccessGuard implements HandlerInterceptor {
    static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    /// Tokens travel masked, so that compressed pages don't tell them (the BREACH attack).
    private static final CsrfTokenRequestHandler SENT = new XorCsrfTokenRequestAttributeHandler();

    private final String operatorKey;
    private final TokenHolders senders;
    private final CsrfTokenRepository tokens;

    AccessGuard(DataFolder folder, CsrfTokenRepository tokens, TokenHolders senders) {
        this.senders = senders;
        operatorKey = HexFormat.of().formatHex(folder.secret("operator"));
        this.tokens = tokens;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        requirePlainFileNames(request);
        switch (handler) {
            case ResourceHttpRequestHandler files -> {}
            case HandlerMethod method -> check(method, request);
            default -> throw HttpProblem.forbidden();
        }
        return true;
    }

    /// The firewall sees fields; what names the parts of an upload is seen here.
    private static void requirePlainFileNames(HttpServletRequest request) {
        if (request instanceof MultipartHttpServletRequest upload) {
            upload.getMultiFileMap().values().stream()
                    .flatMap(List::stream)
                    .flatMap(file -> Stream.of(file.getName(), file.getOriginalFilename()))
                    .filter(name -> name != null && !PlainInput.isPlain(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw HttpProblem.badRequest(
                                "The file's name holds characters that can't be kept. Nothing was"
                                        + " changed.");
                    });
        }
    }

    private void requireToken(HandlerMethod method, HttpServletRequest request) {
        if (SAFE_METHODS.contains(request.getMethod())
                || method.hasMethodAnnotation(WithoutToken.class)) {
            return;
        }
        var expected = tokens.loadToken(request);
        var sent = expected == null ? null : SENT.resolveCsrfTokenValue(request, expected);
        if (expected == null || sent == null || !isSame(sent, expected.getToken())) {
            throw HttpProblem.staleForm();
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private void check(HandlerMethod method, HttpServletRequest request) {
        if (method.getBeanType().getName().startsWith("org.springframework.boot.")) {
            return; // Health, as exposed in application.properties, and the error page's fallback.
        }
        requireToken(method, request);
        switch (whoMayCall(method)) {
            case ANYONE -> {}
            case READER -> require(Visitor.of(request).reader().isPresent(), Who.READER);
            case STAFF, EDITOR, OWNER -> requireDuty(request, whoMayCall(method));
            case SENDER ->
                    require(
                            TokenHolders.token(request).filter(senders::isHolder).isPresent(),
                            Who.SENDER);
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
            throw HttpProblem.forbidden();
        }
        return onType.value();
    }

    /// Somebody of the staff who may not do this is told so; anybody else is asked to sign in.
    private static void requireDuty(HttpServletRequest request, Who needed) {
        require(Visitor.of(request).staff().isPresent(), Who.STAFF);
        if (Visitor.duty(request).compareTo(needed) < 0) {
            throw HttpProblem.notYours(needed);
        }
    }

    private static void require(boolean allowed, Who who) {
        if (!allowed) {
            throw HttpProblem.signInFirst(who);
        }
    }

    private boolean isOperator(HttpServletRequest request) {
        return TokenHolders.token(request).filter(key -> isSame(key, operatorKey)).isPresent();
    }
}
