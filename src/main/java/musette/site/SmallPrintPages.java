package musette.site;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What every site owes its readers and their programs: who we are, what we keep, for whom it is
/// built, and where crawlers need not go.
@Controller
@MayCall(Who.ANYONE)
class SmallPrintPages {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final MediaType PLAIN =
            new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    /// Pages of one reader, and pages that do something.
    private static final String ROBOTS =
            """
            User-agent: *
            Disallow: /account
            Disallow: /desk
            Disallow: /letters/
            Disallow: /sign-in
            Disallow: /till
            """;

    private final SiteSettings settings;
    private final Templates templates;
    private final Frame.Frames frames;

    SmallPrintPages(SiteSettings settings, Templates templates, Frame.Frames frames) {
        this.settings = settings;
        this.templates = templates;
        this.frames = frames;
    }

    /// @param contact where readers can write, may be empty
    record Page(Frame frame, String contact) {}

    @GetMapping("/about")
    ResponseEntity<byte[]> about() {
        return page("about", "About " + settings.name(), "Who writes here, and how.");
    }

    @GetMapping("/privacy")
    ResponseEntity<byte[]> privacy() {
        return page("privacy", "Privacy", "What this site keeps of its readers, and for how long.");
    }

    @GetMapping("/accessibility")
    ResponseEntity<byte[]> accessibility() {
        return page("accessibility", "Accessibility", "How far this site is open to everyone.");
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok().contentType(PLAIN).cacheControl(A_DAY).body(ROBOTS);
    }

    /// For browsers that ask without having read the page's own link.
    @GetMapping("/favicon.ico")
    ResponseEntity<Resource> icon() {
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(A_DAY)
                .body(new ClassPathResource("static/icon.svg"));
    }

    private ResponseEntity<byte[]> page(String name, String title, String description) {
        return templates.shared(
                "site/" + name + ".jte",
                new Page(frames.open(title, description), settings.contact()));
    }
}
