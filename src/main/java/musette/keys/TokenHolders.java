package musette.keys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/// Who has been given a token to send something by program; some other room knows.
public interface TokenHolders {
    /// Whether the token is somebody's and was not ended.
    boolean isHolder(String token);

    /// The token of a request (RFC 6750, section 2.1); empty where it brings none.
    static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
    }
}
