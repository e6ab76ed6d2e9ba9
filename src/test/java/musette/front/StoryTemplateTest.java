package musette.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import musette.site.Templates;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StoryTemplateTest {
    private static final String HOSTILE = "</title><script>alert('x')</script>\"'&";
    private final Templates templates = new Templates();

    @Test
    void a_hostile_headline_and_rider_stay_words() {
        var page = render(Samples.story(HOSTILE, HOSTILE, Samples.COUNTED));

        assertThat(page).contains("&lt;script>").doesNotContain("<script>alert");
        assertThat(page.split("<script", -1)).hasSize(2);
        assertThat(page.split("</script", -1)).hasSize(2);
        assertThat(page.split("</title", -1)).hasSize(2);
    }

    @Test
    void search_engines_are_told_what_is_metered() {
        var page = render(Samples.story(HOSTILE, HOSTILE, Samples.WALLED));
        var from = page.indexOf('{', page.indexOf("application/ld+json"));
        var data = page.substring(from, page.indexOf("</script>", from));
        var article = JsonMapper.shared().readTree(data);

        assertThat(article.get("headline").asString()).isEqualTo(HOSTILE);
        assertThat(article.get("isAccessibleForFree").asBoolean()).isFalse();
        assertThat(article.get("hasPart").get("cssSelector").asString()).isEqualTo(".metered");
    }

    @Test
    void a_fact_reads_like_the_words_around_it() {
        assertThat(render(Samples.story(Samples.COUNTED)))
                .contains("<p>Higuita crossed the line two seconds after Izagirre, with");
    }

    @Test
    void times_stand_in_the_zone_of_the_publication() {
        assertThat(render(Samples.story(Samples.COUNTED)))
                .contains(
                        "<time datetime=\"2023-04-01T17:12:00+02:00\">1 April 2023, 17:12 CEST",
                        "Updated <time datetime=\"2023-04-01T17:31:00+02:00\">17:31 CEST");
    }

    private String render(StoryPage page) {
        return new String(templates.render("front/story.jte", page), StandardCharsets.UTF_8);
    }
}
