package musette.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {
    @Test
    void what_was_made_small_comes_back_whole() throws IOException {
        var plain = "place,family,given\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        var small = Gzip.of(plain);

        assertThat(small.length).isLessThan(plain.length / 10);
        try (var back = new GZIPInputStream(new ByteArrayInputStream(small))) {
            assertThat(back.readAllBytes()).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "gzip, deflate, br",
                "br;q=1.0, gzip;q=0.8",
                "GZIP",
                "gzip;q=0.001",
                "deflate , gzip ; q=1"
            })
    void browsers_that_take_it_get_it(String accepts) {
        assertThat(Gzip.isTaken(accepts)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "identity", "gzip;q=0", "gzip;q=0.000", "x-gzip", "br, gzip; Q = 0"})
    void others_get_the_plain_text(String accepts) {
        assertThat(Gzip.isTaken(accepts)).isFalse();
        assertThat(Gzip.isTaken(null)).isFalse();
    }
}
