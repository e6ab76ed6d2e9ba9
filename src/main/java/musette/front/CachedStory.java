package musette.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import musette.site.Gzip;
import musette.site.SafeHeaders;
import musette.site.Templates;
import musette.subscriptions.Market;
import musette.text.Embed;
import org.springframework.http.HttpHeaders;

/// One story with everything that any reader's page of it needs, and the pages made so far: one for
/// each count of the meter, one gate for each market, one for subscribers. Making a page asks
/// nobody anything.
final class CachedStory {
    private final long id;
    private final StoryPage whole;
    private final Map<Market, Gate> gates;
    private final Templates templates;
    private final Map<Access, Page> pages = new ConcurrentHashMap<>();

    CachedStory(long id, StoryPage whole, Map<Market, Gate> gates, Templates templates) {
        this.id = id;
        this.whole = whole;
        this.gates = Map.copyOf(gates);
        this.templates = templates;
    }

    long id() {
        return id;
    }

    Page open() {
        return page(new Access.Subscriber());
    }

    Page counted(int read, int allowance, int days) {
        return page(new Access.Counted(read, allowance, days));
    }

    Page walled(Market market) {
        // A market opened a moment ago has its gate when the cache looks again.
        var gate = gates.containsKey(market) ? gates.get(market) : gates.values().iterator().next();
        return page(new Access.Walled(Objects.requireNonNull(gate)));
    }

    /// Bytes of memory that all its pages will take, once each kind of reader has come.
    ///
    /// @param allowance how many counts of the meter there are
    int weight(int allowance) {
        return Math.multiplyExact(open().size(), allowance + gates.size() + 1);
    }

    boolean saysTheSameAs(CachedStory other) {
        return whole.equals(other.whole) && gates.equals(other.gates);
    }

    private Page page(Access access) {
        return pages.computeIfAbsent(
                access,
                a -> {
                    var seen = whole.seenWith(a);
                    return Page.of(templates.render("front/story.jte", seen), seen.hasEmbeds());
                });
    }

    /// A finished page, as it is and compressed.
    static final class Page {
        private final byte[] plain;
        private final byte[] gzip;
        private final boolean hasEmbeds;

        private Page(byte[] plain, byte[] gzip, boolean hasEmbeds) {
            this.plain = plain;
            this.gzip = gzip;
            this.hasEmbeds = hasEmbeds;
        }

        /// @param hasEmbeds whether players of other sites may be shown in it
        static Page of(byte[] plain, boolean hasEmbeds) {
            return new Page(plain, Gzip.of(plain), hasEmbeds);
        }

        int size() {
            return plain.length + gzip.length;
        }

        /// Writes the page in the form the browser takes.
        void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var zipped = Gzip.isTaken(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
            if (zipped) {
                response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
            if (hasEmbeds) {
                SafeHeaders.mayShow(response, Embed.Provider.origins());
            }
            var bytes = zipped ? gzip : plain;
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
