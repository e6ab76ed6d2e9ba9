package musette.front;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import musette.meter.Meter;
import musette.site.Gzip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class StoryResponderTest {
    @Test
    void only_somebody_who_reads_counts_as_a_read() {
        assertThat(StoryResponder.isRead(browser("GET"))).isTrue();
        assertThat(StoryResponder.isRead(browser("HEAD"))).isFalse();
        var ahead = browser("GET");
        ahead.addHeader("Sec-Purpose", "prefetch;prerender");
        assertThat(StoryResponder.isRead(ahead)).isFalse();
        assertThat(StoryResponder.isRead(new MockHttpServletRequest("GET", "/story"))).isFalse();
        var cameBack = new MockHttpServletRequest("GET", "/story");
        cameBack.setCookies(new Cookie(Meter.COOKIE, "a record"));
        assertThat(StoryResponder.isRead(cameBack)).isTrue();
    }

    private static MockHttpServletRequest browser(String method) {
        var request = new MockHttpServletRequest(method, "/story");
        request.addHeader("Sec-Fetch-Dest", "document");
        return request;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "br, gzip;q=0.5 | true",
                "GZIP | true",
                "gzip;q=0 | false",
                "gzip; q=0.000, br | false",
                "gzip;q=0.001 | true",
                "x-gzipped | false",
                "identity | false"
            })
    void a_browser_that_takes_no_gzip_gets_none(String accepts, boolean takes) {
        assertThat(Gzip.isTaken(accepts)).isEqualTo(takes);
    }
}
