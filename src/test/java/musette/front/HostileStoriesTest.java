package musette.front;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import musette.media.Picture;
import musette.pages.Moment;
import musette.site.Templates;
import musette.text.RandomStories;
import musette.text.StoryText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// Stories full of words that would like to be markup, as readers get them.
class HostileStoriesTest {
    private static final int STORIES = Integer.getInteger("test.stories", 20_000);
    private static final String[] IMAGE = {
        "src", "srcset", "sizes", "width", "height", "alt", "decoding", "loading", "fetchpriority"
    };
    private static final Map<String, Picture> PICTURES =
            RandomStories.PICTURES.stream()
                    .collect(Collectors.toMap(name -> name, HostileStoriesTest::picture));
    private static final Map<String, Set<String>> ALLOWED =
            Map.ofEntries(
                    entry("p", Set.of("class")),
                    entry("section", Set.of("class")),
                    entry("time", Set.of("datetime")),
                    entry("h2", Set.of()),
                    entry("blockquote", Set.of("class")),
                    entry("ul", Set.of("class")),
                    entry("ol", Set.of("class")),
                    entry("li", Set.of()),
                    entry("div", Set.of("class", "role", "aria-label", "tabindex")),
                    entry("table", Set.of("class")),
                    entry("thead", Set.of()),
                    entry("tbody", Set.of()),
                    entry("tr", Set.of()),
                    entry("th", Set.of("scope")),
                    entry("td", Set.of()),
                    entry("strong", Set.of()),
                    entry("em", Set.of()),
                    entry("a", Set.of("href", "rel")),
                    entry("figure", Set.of("class", "data-player", "data-title")),
                    entry("figcaption", Set.of()),
                    entry("span", Set.of("class")),
                    entry("picture", Set.of()),
                    entry("source", Set.of("type", "srcset", "sizes")),
                    entry("img", Set.of(IMAGE)));

    private static final String PLAYER =
            "(https://(www[.]youtube-nocookie|player[.]vimeo|www[.]komoot|ridewithgps)[.]com/.+)?";

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
        var passages =
                new ReaderText(Optional.empty(), PICTURES, Map.of(), at -> new Moment("", ""))
                        .of(story.body());
        var html =
                new String(
                        templates.render("front/passages.jte", passages), StandardCharsets.UTF_8);
        var page = Jsoup.parseBodyFragment(html).body();
        for (var element : page.children().select("*")) {
            assertThat(ALLOWED).as(html).containsKey(element.tagName());
            assertThat(attributes(element)).as(html).isSubsetOf(ALLOWED.get(element.tagName()));
            assertThat(element.attr("href")).as(html).doesNotContainIgnoringCase("script:");
            assertThat(element.attr("data-player")).as(html).matches(PLAYER);
        }
        page.select("figure.embed > p").remove(); // Our words, not the story's.
        assertThat(blankless(page.wholeText())).as(html).isEqualTo(blankless(story.body().text()));
    }

    private static Picture picture(String name) {
        var alt = "\"><script>hit()</script>";
        var middle = new Picture.Focus(500, 500);
        return new Picture(name, 1, 900, 600, alt, false, "", "", middle);
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
