package musette.desk;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// What the desk's scripts are answered; nobody between keeps it.
final class JsonAnswer {
    private JsonAnswer() {}

    static ResponseEntity<byte[]> of(String json) {
        return of(HttpStatus.OK, json);
    }

    static ResponseEntity<byte[]> of(HttpStatus status, String json) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.getBytes(StandardCharsets.UTF_8));
    }

    /// @param sentence why not, for people
    static ResponseEntity<byte[]> refused(String sentence) {
        var json = JsonMapper.shared().createObjectNode().put("title", sentence);
        return of(HttpStatus.UNPROCESSABLE_CONTENT, json.toString());
    }
}
