package musette.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Pages and feeds go out compressed to browsers that take it. A page with a tag is the same for
/// many, so its small form is made once; the others are made small one by one.
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class CompressedPages implements ResponseBodyAdvice<byte[]> {
    /// Below this a page fits one packet anyway.
    private static final int LEAST = 1_024;

    private static final long MOST_BYTES = 32_000_000;

    private final Cache<String, byte[]> small =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES)
                    .weigher((String tag, byte[] page) -> tag.length() + page.length)
                    .build();

    @Override
    public boolean supports(
            MethodParameter page, Class<? extends HttpMessageConverter<?>> converter) {
        return page.getGenericParameterType().getTypeName().contains("byte[]");
    }

    @Override
    public byte @Nullable [] beforeBodyWrite(
            byte @Nullable [] body,
            MethodParameter page,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body == null || body.length < LEAST || !isText(type)) {
            return body;
        }
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (!Gzip.isTaken(request.getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING))) {
            return body;
        }
        response.getHeaders().set(HttpHeaders.CONTENT_ENCODING, "gzip");
        var tag = response.getHeaders().getETag();
        return tag == null ? Gzip.of(body) : small.get(tag, any -> Gzip.of(body));
    }

    private static boolean isText(MediaType type) {
        return type.getType().equals("text") || type.getSubtype().endsWith("xml");
    }
}
