package musette.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Films and maps of sites we know, named so that no other address can be meant.
class EmbedTest {
    @ParameterizedTest
    @CsvSource({
        "youtube:dQw4w9WgXcQ, YouTube, https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ,"
                + " https://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "vimeo:76979871, Vimeo, https://player.vimeo.com/video/76979871?dnt=1,"
                + " https://vimeo.com/76979871",
        "komoot:12345, Komoot, https://www.komoot.com/tour/12345/embed,"
                + " https://www.komoot.com/tour/12345",
        "ridewithgps:9876543210, Ride with GPS,"
                + " https://ridewithgps.com/embeds?type=route&id=9876543210,"
                + " https://ridewithgps.com/routes/9876543210"
    })
    void a_number_there_is_an_address_there(
            String source, String title, String player, String page) {
        var embed = new Embed(source, List.of());

        assertThat(embed.provider().title()).isEqualTo(title);
        assertThat(embed.player()).isEqualTo(player);
        assertThat(embed.page()).isEqualTo(page);
        assertThat(Embed.Provider.origins())
                .as("frames of it are let in")
                .contains("https://" + URI.create(player).getHost());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "youtube:short", "youtube:dQw4w9WgXcQQ", "youtube:dQw4w9WgX/Q", "vimeo:123",
                "vimeo:1234567890123", "vimeo:javascript", "tiktok:123456", "YOUTUBE:dQw4w9WgXcQ",
                "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "", "komoot:", "komoot:12345\n"
            })
    void whatever_else_is_refused(String source) {
        assertThatThrownBy(() -> new Embed(source, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no film or route of a site we know");
    }

    @Test
    void an_origin_is_a_host_and_nothing_behind_it() {
        assertThat(Embed.Provider.origins())
                .hasSize(Embed.Provider.values().length)
                .doesNotHaveDuplicates()
                .allMatch(origin -> origin.matches("https://[a-z.-]+"));
    }
}
