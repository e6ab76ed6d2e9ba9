package musette.site;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Our page for what the web server itself refuses, before any of our code has seen it.
final class ServerErrors extends ErrorHandler {
    private final ErrorPages pages;

    ServerErrors(ErrorPages pages) {
        this.pages = pages;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        var status = HttpStatus.resolve(code);
        SafeHeaders.all().forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Templates.HTML.toString());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        var page = pages.bytes(status == null ? HttpStatus.BAD_REQUEST : status);
        response.write(true, ByteBuffer.wrap(page), callback);
    }
}
