package musette.front;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import musette.front.CachedStory.Page;
import musette.members.MarketChoice;
import musette.meter.Meter;
import musette.meter.MeterSettings;
import musette.meter.Verdict;
import musette.popular.Reads;
import musette.site.Cookies;
import musette.site.SiteSettings;
import musette.site.Visitor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Answers with a story from the cache: asks the meter, picks the page, writes its bytes.
@Component
class StoryResponder {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_READERS = 100_000;

    private final Meter meter;
    private final int days;
    private final MarketChoice markets;
    private final Reads reads;
    private final String cookieManners;
    private final Cache<Read, Boolean> readToday =
            Caffeine.newBuilder().expireAfterWrite(DAY).maximumSize(MOST_READERS).build();

    StoryResponder(
            Meter meter,
            MeterSettings settings,
            MarketChoice markets,
            Reads reads,
            SiteSettings site) {
        this.meter = meter;
        this.markets = markets;
        this.reads = reads;
        days = Math.toIntExact(settings.window().toDays());
        cookieManners = "; Path=/; HttpOnly; SameSite=Lax" + (site.secure() ? "; Secure" : "");
    }

    private record Read(long reader, long story) {}

    /// For a reader of whom only the meter's cookie is known.
    void toAnonymous(CachedStory story, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (meter.verdict(Cookies.value(request, Meter.COOKIE).orElse(null), story.id())) {
            case Verdict.Counted counted -> {
                if (counted.first() && isRead(request)) {
                    reads.count(story.id());
                }
                response.addHeader(
                        HttpHeaders.SET_COOKIE, record(counted.cookie(), counted.left()));
                write(story.counted(counted.read(), counted.allowance(), days), request, response);
            }
            case Verdict.Stopped stopped ->
                    write(story.walled(markets.of(request)), request, response);
        }
    }

    /// A person is reading: a browser that goes to a page (the Fetch standard's metadata), or one
    /// that brings back the cookie it was given. Not a program that does neither, nor a browser
    /// that fetches ahead.
    static boolean isRead(HttpServletRequest request) {
        var purpose = request.getHeader("Sec-Purpose");
        return "GET".equals(request.getMethod())
                && (purpose == null || !purpose.startsWith("prefetch"))
                && ("document".equals(request.getHeader("Sec-Fetch-Dest"))
                        || Cookies.value(request, Meter.COOKIE).isPresent()
                        || Visitor.sessionCookie(request).isPresent());
    }

    /// For subscribers and for the staff at home. A subscriber's first read in a day counts, like
    /// anybody's first.
    void toEntitled(CachedStory story, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var reader = Visitor.of(request).reader();
        if (reader.isPresent()
                && isRead(request)
                && readToday.asMap().putIfAbsent(new Read(reader.getAsLong(), story.id()), true)
                        == null) {
            reads.count(story.id());
        }
        write(story.open(), request, response);
    }

    private String record(String value, Duration left) {
        return Meter.COOKIE + "=" + value + "; Max-Age=" + left.toSeconds() + cookieManners;
    }

    private static void write(Page page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // This answer was made for one reader: nobody between us may keep it.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.VARY, "Accept-Encoding, Cookie");
        page.write(request, response);
    }
}
