package musette.site;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.AbstractResourceResolver;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/// Style sheets, modules and drawings go out compressed to browsers that take it. The chain keeps
/// what it found, so each is made small once.
final class CompressedFiles extends AbstractResourceResolver {
    private static final List<String> TEXTS = List.of(".css", ".js", ".svg");

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        var found = chain.resolveResource(request, path, locations);
        return found != null
                        && request != null
                        && TEXTS.stream().anyMatch(path::endsWith)
                        && Gzip.isTaken(request.getHeader(HttpHeaders.ACCEPT_ENCODING))
                ? Small.of(found)
                : found;
    }

    @Override
    protected @Nullable String resolveUrlPathInternal(
            String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, locations);
    }

    /// A file's small form under the file's own name.
    private static final class Small extends ByteArrayResource implements HttpResource {
        private final Resource file;

        private Small(Resource file, byte[] gzip) {
            super(gzip);
            this.file = file;
        }

        static Small of(Resource file) {
            try {
                return new Small(file, Gzip.of(file.getContentAsByteArray()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public @Nullable String getFilename() {
            return file.getFilename();
        }

        @Override
        public long lastModified() throws IOException {
            return file.lastModified();
        }

        @Override
        public HttpHeaders getResponseHeaders() {
            var headers = new HttpHeaders();
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            return headers;
        }
    }
}
