package musette.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import musette.site.Templates;
import musette.stories.RandomStories;
import musette.stories.StoryText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// Stories full of words that would like to be markup, as readers get them.
class HostileStoriesTest {
    private static final int STORIES = Integer.getInteger("test.stories", 20_000);
    private static final Map<String, Set<String>> ALLOWED =
            Map.of(
                    "p", Set.of(),
                    "h2", Set.of(),
                    "blockquote", Set.of("class"),
                    "ul", Set.of("class"),
                    "ol", Set.of("class"),
                    "li", Set.of(),
                    "strong", Set.of(),
                    "em", Set.of(),
                    "a", Set.of("href", "rel"));

    private final Templates templates = new Templates();

    @Test
    void no_word_becomes_markup_and_none_is_lost() {
        var stories = new RandomStories(1);
        int rendered = 0;
        for (int i = 0; i < STORIES; i++) {
            var story = read(stories.next());
            if (story.isPresent()) {
                look(story.get());
                rendered++;
            }
        }
        System.out.printf("hostile stories: %d rendered of %d%n", rendered, STORIES);
        assertThat(rendered).isGreaterThan(STORIES / 5);
    }

    private void look(StoryText story) {
        var passages = new NamesInText(Optional.empty()).in(story.body().blocks());
        var html =
                new String(
                        templates.render("front/passages.jte", passages), StandardCharsets.UTF_8);
        var page = Jsoup.parseBodyFragment(html).body();
        for (var element : page.children().select("*")) {
            assertThat(ALLOWED).as(html).containsKey(element.tagName());
            assertThat(attributes(element)).as(html).isSubsetOf(ALLOWED.get(element.tagName()));
            assertThat(element.attr("href")).as(html).doesNotContainIgnoringCase("script:");
        }
        assertThat(blankless(page.wholeText())).as(html).isEqualTo(blankless(story.body().text()));
    }

    private static List<String> attributes(Element element) {
        return element.attributes().asList().stream().map(Attribute::getKey).toList();
    }

    private static String blankless(String words) {
        return words.replaceAll("\\s", "");
    }

    private static Optional<StoryText> read(String json) {
        try {
            return Optional.of(StoryText.read(json));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
