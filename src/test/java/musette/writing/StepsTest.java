package musette.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import musette.text.Document;
import musette.text.PlainText;
import musette.text.StoryText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {
    private static final StoryText STORY =
            new StoryText(
                    "Estella", Document.heads("Izagirre wins", ""), PlainText.read("He won."));
    private static final String STEP = "{\"stepType\":\"replace\",\"from\":3,\"to\":3}";

    @Test
    void what_was_typed_is_the_steps_and_the_text_they_lead_to() {
        var typed = read("7", "\"window-1\"", "[%s,%s]".formatted(STEP, STEP), STORY.write());

        assertThat(typed.version()).isEqualTo(7);
        assertThat(typed.client()).isEqualTo("window-1");
        assertThat(typed.steps()).isEqualTo("[%s,%s]".formatted(STEP, STEP));
        assertThat(typed.text()).isEqualTo(STORY);
    }

    @Test
    void a_text_put_in_its_place_whole_has_no_steps() {
        assertThat(read("7", "\"w\"", "[]", STORY.write()).steps()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "7.5", "null", "99999999999"})
    void a_version_is_a_number(String version) {
        refused(version, "\"w\"", "[]", STORY.write());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "\"a window\"", "\"<b>\"", "\"w\\n\""})
    void a_window_has_a_name_of_letters(String client) {
        refused("7", client, "[]", STORY.write());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "\"[]\"", "[1]", "[null]", "[[]]"})
    void steps_are_a_list_of_objects(String steps) {
        refused("7", "\"w\"", steps, STORY.write());
    }

    @Test
    void nobody_types_more_than_five_thousand_steps_at_once() {
        var most = "[" + String.join(",", Collections.nCopies(5_000, STEP)) + "]";
        assertThat(read("7", "\"" + "w".repeat(64) + "\"", most, STORY.write()).steps())
                .isEqualTo(most);

        refused("7", "\"w\"", most.replaceFirst("]$", "," + STEP + "]"), STORY.write());
        refused("7", "\"" + "w".repeat(65) + "\"", "[]", STORY.write());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "\"He won.\"", "{\"type\":\"doc\",\"content\":[]}"})
    void what_is_no_story_is_not_read(String story) {
        refused("7", "\"w\"", "[]", story);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nothing", "[]", "null", "{\"version\":7}"})
    void what_is_no_json_of_ours_is_not_read(String json) {
        assertThatThrownBy(() -> Steps.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(String version, String client, String steps, String story) {
        assertThatThrownBy(() -> read(version, client, steps, story))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Steps read(String version, String client, String steps, String story) {
        var json =
                "{\"version\":%s,\"client\":%s,\"steps\":%s,\"story\":%s}"
                        .formatted(version, client, steps, story);
        return Steps.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
