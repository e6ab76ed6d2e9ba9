package musette.front;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class StoryAnswerTest {
    @Test
    void only_somebody_who_reads_counts_as_a_read() {
        assertThat(StoryAnswer.isRead(new MockHttpServletRequest("GET", "/story"))).isTrue();
        assertThat(StoryAnswer.isRead(new MockHttpServletRequest("HEAD", "/story"))).isFalse();
        var ahead = new MockHttpServletRequest("GET", "/story");
        ahead.addHeader("Sec-Purpose", "prefetch;prerender");
        assertThat(StoryAnswer.isRead(ahead)).isFalse();
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
        assertThat(ShelvedStory.Page.takesGzip(accepts)).isEqualTo(takes);
    }
}
