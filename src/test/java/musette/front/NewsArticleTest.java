package musette.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A story as search engines read it says which part is metered, and nothing that it has not.
class NewsArticleTest {
    @Test
    void a_metered_story_names_its_metered_part() {
        var facts =
                facts(article(List.of("Cycling"), Map.of("@type", "SportsEvent"), List.of("i")));

        assertThat(facts.path("@context").stringValue()).isEqualTo("https://schema.org");
        assertThat(facts.path("@type").stringValue()).isEqualTo("NewsArticle");
        assertThat(facts.path("isAccessibleForFree").booleanValue()).isFalse();
        assertThat(facts.path("hasPart").path("cssSelector").stringValue()).isEqualTo(".metered");
        assertThat(facts.path("hasPart").path("isAccessibleForFree").booleanValue()).isFalse();
        assertThat(facts.path("datePublished").stringValue()).startsWith("2023-04-01T17:12");
        assertThat(facts.path("publisher").path("name").stringValue()).isEqualTo("Musette");
        assertThat(facts.path("author").path(0).path("url").stringValue()).endsWith("/ane-lasa");
        assertThat(facts.path("about").path("@type").stringValue()).isEqualTo("SportsEvent");
        assertThat(facts.path("keywords").path(0).stringValue()).isEqualTo("Cycling");
        assertThat(facts.path("image").path(0).stringValue()).isEqualTo("i");
    }

    @Test
    void what_a_story_has_not_is_not_said() {
        var facts = facts(article(List.of(), Map.of(), List.of()));

        assertThat(facts.has("image") || facts.has("keywords") || facts.has("about")).isFalse();
    }

    @Test
    void the_same_story_makes_the_same_bytes() {
        var one = article(List.of("A", "B"), Map.of("b", 1, "a", 2), List.of());
        var other = article(List.of("A", "B"), Map.of("a", 2, "b", 1), List.of());

        assertThat(one.metered()).isEqualTo(other.metered()).doesNotContain("<", ">");
    }

    private static JsonNode facts(NewsArticle article) {
        return JsonMapper.shared().readTree(article.metered());
    }

    private static NewsArticle article(
            List<String> topics, Map<String, Object> about, List<String> images) {
        return new NewsArticle(
                "https://musette.example/izagirre-wins",
                "Musette",
                "Izagirre <wins>",
                "In Estella.",
                "2023-04-01T17:12:00+02:00",
                "2023-04-01T17:40:00+02:00",
                List.of(
                        new NewsArticle.Person(
                                "Ane Lasa", "https://musette.example/authors/ane-lasa")),
                topics,
                about,
                images);
    }
}
