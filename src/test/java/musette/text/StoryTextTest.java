package musette.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import musette.text.Document.Inline;
import musette.text.Document.Mark;
import musette.text.Document.Paragraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTextTest {
    private static final String HEADS =
            """
            {"type":"kicker"},{"type":"headline","content":[{"type":"text","text":"He won"}]},
            {"type":"standfirst"},\
            """;

    private static String story(String blocks) {
        return "{\"type\":\"story\",\"content\":[" + HEADS + blocks + "]}";
    }

    private static String paragraph(String inlines) {
        return "{\"type\":\"paragraph\",\"content\":[" + inlines + "]}";
    }

    @Test
    void a_story_comes_back_as_it_went() {
        var fact = new Inline.Fact("alone", new FactLink("gap", "result/17/rider/5/gap", "0"));
        var text =
                new StoryText(
                        "Gran Premio",
                        new Document(
                                List.of(
                                        new Paragraph(List.of(new Inline.Text("He won "), fact)),
                                        new Paragraph(List.of(new Inline.Text("On a hill"))))),
                        new Document(List.of(new Paragraph(List.of(fact)))));

        assertThat(StoryText.read(text.write())).isEqualTo(text);
        assertThat(text.headline()).isEqualTo("He won alone");
        assertThat(text.standfirst()).isEqualTo("On a hill");
    }

    @Test
    void an_empty_line_to_write_in_is_no_body() {
        var text = StoryText.read(story(paragraph("")));

        assertThat(text.body().blocks()).isEmpty();
        assertThat(StoryText.read(text.write())).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"script\"}",
                "{\"type\":\"text\",\"text\":\"words outside of a block\"}",
                "{\"type\":\"quote\"}",
                "{\"type\":\"bullet_list\",\"content\":[{\"type\":\"paragraph\"}]}",
                "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"\"}]}",
                "{\"type\":\"paragraph\",\"content\":[{\"type\":\"fact\"}]}",
                "{\"type\":\"paragraph\",\"content\":{\"type\":\"text\",\"text\":\"a\"}}",
                "{\"type\":\"heading\",\"content\":[{\"type\":\"text\",\"text\":\"a\",\"marks\":[{\"type\":\"strong\"}]}]}",
                "{\"type\":\"kicker\"}"
            })
    void what_the_schema_does_not_know_is_refused(String block) {
        assertThatThrownBy(() -> StoryText.read(story(block)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "data:text/html,x",
                "//elsewhere.example",
                "https://a.example/\\\"onclick=",
                "https://",
                ""
            })
    void a_link_leads_to_a_page_or_a_mailbox_only(String href) {
        var marked =
                "{\"type\":\"text\",\"text\":\"a\",\"marks\":[{\"type\":\"link\",\"attrs\":{\"href\":\"%s\"}}]}";

        assertThatThrownBy(() -> StoryText.read(story(paragraph(marked.formatted(href)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(
                        StoryText.read(
                                        story(
                                                paragraph(
                                                        marked.formatted(
                                                                "https://a.example/b?c=d#e"))))
                                .body()
                                .text())
                .isEqualTo("a");
    }

    @Test
    void marks_stand_once_and_are_put_in_their_order() {
        var text =
                "{\"type\":\"text\",\"text\":\"a\",\"marks\":[{\"type\":\"%s\"},{\"type\":\"strong\"}]}";

        assertThatThrownBy(() -> StoryText.read(story(paragraph(text.formatted("strong")))))
                .isInstanceOf(IllegalArgumentException.class);
        var marks =
                StoryText.read(story(paragraph(text.formatted("emphasis"))))
                        .body()
                        .texts()
                        .getFirst()
                        .inlines()
                        .getFirst()
                        .marks();
        assertThat(marks).containsExactly(new Mark.Strong(), new Mark.Emphasis());
    }

    @Test
    void a_long_story_is_read_without_end_of_the_stack() {
        var word = "{\"type\":\"text\",\"text\":\"a\"}";
        var many = String.join(",", Collections.nCopies(50_000, word));
        var paragraphs = String.join(",", Collections.nCopies(50_000, paragraph("")));

        assertThat(StoryText.read(story(paragraph(many))).body().text()).hasSize(50_000);
        assertThat(StoryText.read(story(paragraphs)).body().blocks()).hasSize(50_000);
    }

    @Test
    void text_that_is_endless_broken_or_cannot_be_kept_is_refused() {
        var deep = "{\"type\":\"quote\",\"content\":[".repeat(1_000) + "]}".repeat(1_000);
        for (var json :
                List.of(
                        story(deep),
                        story(""),
                        "{",
                        "",
                        story(paragraph("{\"type\":\"text\",\"text\":\"a\\u0000\"}")),
                        story(paragraph("{\"type\":\"text\",\"text\":\"\\ud800\"}")))) {
            assertThatThrownBy(() -> StoryText.read(json))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
