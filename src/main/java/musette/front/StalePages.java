package musette.front;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import musette.pages.SameForEverybody;
import musette.stories.StoryWithdrawn;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// The last of each page that is the same for everybody (`SameForEverybody`): home, feeds, races,
/// authors. They are shown again only while the database is away.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class StalePages implements ResponseBodyAdvice<byte[]> {
    private static final long MOST_BYTES = 32_000_000;

    private final Cache<String, Kept> pages =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_BYTES)
                    .weigher((String path, Kept page) -> path.length() + page.body().length)
                    .build();

    /// @param type the page's media type, as it was sent
    @SuppressWarnings("ArrayRecordComponent") // Written once, read by the writer of answers.
    record Kept(MediaType type, byte[] body) {}

    Optional<Kept> at(String path) {
        return Optional.ofNullable(pages.getIfPresent(path));
    }

    /// What was taken back must not come back with an outage.
    @TransactionalEventListener
    void withdrawn(StoryWithdrawn act) {
        pages.invalidateAll();
    }

    @Override
    public boolean supports(
            MethodParameter page, Class<? extends HttpMessageConverter<?>> converter) {
        return page.hasMethodAnnotation(SameForEverybody.class);
    }

    @Override
    public byte @Nullable [] beforeBodyWrite(
            byte @Nullable [] body,
            MethodParameter page,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body != null
                && request.getURI().getRawQuery() == null
                && response instanceof ServletServerHttpResponse answer
                && answer.getServletResponse().getStatus() == 200) {
            pages.put(request.getURI().getRawPath(), new Kept(type, body));
        }
        return body;
    }
}
