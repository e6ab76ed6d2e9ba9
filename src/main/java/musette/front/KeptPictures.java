package musette.front;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import musette.media.PictureCopies;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Sends the copies of pictures that have been made before. It stands before the sessions, because
/// reading one would ask the database: pictures need none, whoever asks, also during an outage.
@Component
@Order(OutageFilter.BEHIND_THE_STORIES - 1)
class KeptPictures extends OncePerRequestFilter {
    private static final Pattern ADDRESS =
            Pattern.compile("/pictures/([0-9a-f]{32})/([1-9][0-9]{0,8})/([a-z0-9.-]{1,30})");

    private final PictureCopies copies;

    KeptPictures(PictureCopies copies) {
        this.copies = copies;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = ADDRESS.matcher(request.getRequestURI());
        if (!request.getMethod().equals("GET") || !asked.matches()) {
            chain.doFilter(request, response);
            return;
        }
        var file = asked.group(3);
        var copy = copies.kept(asked.group(1), Integer.parseInt(asked.group(2)), file);
        if (copy.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, PictureFiles.FOR_GOOD.getHeaderValue());
        response.setContentType(PictureFiles.type(file).toString());
        response.setContentLength(copy.get().length);
        response.getOutputStream().write(copy.get());
    }
}
