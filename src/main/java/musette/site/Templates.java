package musette.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Turns a template and its model into bytes.
///
/// Templates are compiled with the program (a typing error stops the build) and escape whatever
/// they print by where it stands: text, attribute or address. A template is named by its room,
/// `front/story.jte`, and takes one model named `page`.
@Component
public class Templates {
    static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "musette");

    public Templates() {
        engine.setBinaryStaticContent(true);
    }

    /// The page as UTF-8 bytes.
    public byte[] render(String template, Object page) {
        var output = new Utf8ByteOutput();
        engine.render(template, page, output);
        return output.toByteArray();
    }

    /// The page as an answer that nobody may store: it was made for this visitor.
    public ResponseEntity<byte[]> page(String template, Object page) {
        return page(HttpStatus.OK, template, page);
    }

    /// The page as an answer that is the same for everybody: it may be kept, and is asked for again
    /// by its tag (RFC 9110, section 8.8.3).
    public ResponseEntity<byte[]> shared(String template, Object page) {
        var body = render(template, page);
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag(tag(body))
                .body(body);
    }

    /// A tag for what those bytes say; weak, because they also go out compressed.
    public static String tag(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    public ResponseEntity<byte[]> page(HttpStatus status, String template, Object page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(render(template, page));
    }
}
