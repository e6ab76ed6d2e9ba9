package musette.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import musette.site.HttpProblem;
import musette.stories.Manuscript;
import musette.text.Document;
import musette.text.Edit;
import musette.text.PlainText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class StoryFormTest {
    private static final Manuscript SAVED = manuscript(4, "Izagirre wins", "He won.");

    @Test
    void the_fields_are_what_the_browser_sent_and_empty_where_it_sent_none() {
        var form =
                StoryForm.of(
                        sent(
                                "version",
                                "3",
                                "headline",
                                "Izagirre wins",
                                "text",
                                "He won.",
                                "note",
                                "A typo.",
                                "at",
                                "2023-04-01T18:00",
                                "seen",
                                "abc"));

        assertThat(form.version()).isEqualTo(3);
        assertThat(form.hasWords()).isTrue();
        assertThat(form.edit()).isEqualTo(new Edit("", "Izagirre wins", "", "He won."));
        assertThat(form.note()).isEqualTo("A typo.");
        assertThat(form.at()).isEqualTo("2023-04-01T18:00");
        assertThat(form.seen()).isEqualTo("abc");
        assertThat(List.of(form.kicker(), form.standfirst(), form.reason(), form.address()))
                .containsOnly("");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "three", "-1", "1e3", "9999999999", " 3", "3\n"})
    void a_form_that_does_not_say_its_version_is_not_complete(String version) {
        var request = version == null ? sent() : sent("version", version);

        assertThatThrownBy(() -> StoryForm.of(request))
                .isInstanceOf(HttpProblem.class)
                .hasMessage("This form is not complete. Open the story again.");
    }

    @Test
    void a_button_pressed_after_the_script_has_saved_brings_no_words_and_shows_the_newest() {
        var pressed = StoryForm.of(sent("version", "3", "note", "A typo."));
        assertThat(pressed.hasWords()).isFalse();
        assertThat(pressed.isAsSaved(SAVED)).isTrue();

        var shown = pressed.showing(SAVED);

        assertThat(shown.version()).isEqualTo(4);
        assertThat(shown.edit()).isEqualTo(new Edit("", "Izagirre wins", "", "He won."));
        assertThat(shown.note()).isEqualTo("A typo.");
    }

    @Test
    void words_that_were_typed_stay_in_the_form() {
        var typed = StoryForm.of(sent("version", "3", "headline", "Izagirre loses"));

        assertThat(typed.showing(SAVED)).isSameAs(typed);
        assertThat(typed.isAsSaved(SAVED)).isFalse();
        assertThat(typed.over(4).version()).isEqualTo(4);
        assertThat(typed.over(4).headline()).isEqualTo("Izagirre loses");
        assertThat(typed.over(4).over(3)).isEqualTo(typed);
    }

    @Test
    void the_form_as_it_first_stands_says_what_is_saved() {
        var form = StoryForm.of(SAVED);

        assertThat(form.isAsSaved(SAVED)).isTrue();
        assertThat(form.result()).isEqualTo("17");
        assertThat(form.note() + form.reason() + form.address() + form.at() + form.seen())
                .isEmpty();
    }

    @Test
    void words_are_counted_as_a_reader_would() {
        assertThat(words("")).isZero();
        assertThat(words(" \n ")).isZero();
        assertThat(words(" He won. ")).isEqualTo(2);
        assertThat(words("He won.\n\nAlone,  in Estella")).isEqualTo(5);
    }

    private static long words(String text) {
        return StoryForm.of(sent("version", "1", "text", text)).words();
    }

    private static MockHttpServletRequest sent(String... namesAndValues) {
        var request = new MockHttpServletRequest("POST", "/desk/stories/1");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.addParameter(namesAndValues[i], namesAndValues[i + 1]);
        }
        return request;
    }

    private static Manuscript manuscript(int version, String headline, String text) {
        var saved = Instant.parse("2023-04-01T15:12:00Z");
        return new Manuscript(
                1,
                "izagirre-wins",
                Manuscript.State.DRAFT,
                2,
                version,
                OptionalInt.empty(),
                "",
                headline,
                "",
                Document.heads(headline, ""),
                PlainText.read(text),
                1,
                List.of(1L),
                "desk",
                OptionalLong.of(9),
                OptionalLong.of(17),
                saved,
                null,
                1,
                saved,
                "edited",
                List.of(1L),
                null);
    }
}
