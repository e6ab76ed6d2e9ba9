package musette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import musette.site.Frame;
import musette.site.Who;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What others show of a page.
class PreviewTest {
    @ParameterizedTest
    @CsvSource({
        "Izagirre wins, 13, Izagirre wins",
        "Izagirre wins, 12, Izagirre…",
        "Izagirre wins, 9, Izagirre…",
        "Izagirre wins, 8, Izagirr…",
        "Izagirre, 4, Iza…",
        "a b c d, 6, a b c…"
    })
    void words_are_cut_between_words_where_they_can_be(String words, int most, String shown) {
        assertThat(Preview.shortened(words, most)).isEqualTo(shown);
        assertThat(Preview.shortened(words, most).length()).isLessThanOrEqualTo(most);
    }

    @Test
    void a_page_that_is_no_story_says_so() {
        var frame = new Frame("Musette", "Races", "All races.", Who.ANYONE, "");
        var preview = Preview.website("https://musette.example/races", frame);

        assertThat(preview.type()).isEqualTo("website");
        assertThat(preview.title()).isEqualTo("Races");
        assertThat(preview.description()).isEqualTo("All races.");
        assertThat(preview.published() + preview.modified() + preview.jsonLd()).isEmpty();
        assertThat(preview.image()).isNull();
    }

    @Test
    void facts_for_machines_can_not_end_the_element_they_stand_in() {
        var facts = JsonLd.of(Map.of("name", "</script><b>&amp;", "@type", "SportsEvent"));

        assertThat(facts)
                .isEqualTo(
                        "{\"@context\":\"https://schema.org\",\"@type\":\"SportsEvent\",\"name\":"
                                + "\"\\u003c/script\\u003e\\u003cb\\u003e\\u0026amp;\"}");
    }
}
