package musette.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;

/// When a form is refused its words are shown again.
class TypedFieldTest {
    private final MockHttpServletRequest form = new MockHttpServletRequest("POST", "/desk");

    @Test
    void what_was_filled_in_is_kept_and_the_token_is_not() {
        form.addParameter("headline", "Izagirre wins");
        form.addParameter("story-note", "  ");
        form.addParameter("tag", "race", "", "report");
        form.addParameter("_csrf", "secret");

        assertThat(TypedField.of(form))
                .containsExactlyInAnyOrder(
                        new TypedField("headline", "Izagirre wins"),
                        new TypedField("tag", "race"),
                        new TypedField("tag", "report"));
    }

    @Test
    void a_page_that_was_only_asked_for_has_no_words_to_lose() {
        form.setMethod("GET");
        form.addParameter("q", "pogacar");

        assertThat(TypedField.of(form)).isEmpty();
    }

    @Test
    void a_form_that_can_not_be_read_has_none_to_show() {
        var broken =
                new MockHttpServletRequest("POST", "/desk") {
                    @Override
                    public Map<String, String[]> getParameterMap() {
                        throw new RequestRejectedException("not text at all");
                    }
                };

        assertThat(TypedField.of(broken)).isEmpty();
    }

    @Test
    void names_are_labels_and_numbers_are_our_own() {
        assertThat(new TypedField("results-licence", "x").label()).isEqualTo("Results licence");
        assertThat(new TypedField("version", "12").isWords()).isFalse();
        assertThat(new TypedField("note", "12 riders").isWords()).isTrue();
    }
}
