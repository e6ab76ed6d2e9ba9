package musette.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
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

    public ResponseEntity<byte[]> page(HttpStatus status, String template, Object page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(render(template, page));
    }
}
