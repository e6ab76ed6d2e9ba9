package musette.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/// What a page may load, and who may frame it.
class SafeHeadersTest {
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void a_page_runs_nothing_that_is_not_a_file_of_ours() {
        SafeHeaders.on(response);

        assertThat(policy())
                .containsEntry("default-src", "'none'")
                .containsEntry("script-src", "'self'")
                .containsEntry("style-src", "'self'")
                .containsEntry("form-action", "'self'")
                .containsEntry("base-uri", "'none'")
                .containsEntry("frame-ancestors", "'none'")
                .doesNotContainKey("frame-src");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(response.getHeader("Strict-Transport-Security")).isNull();
        assertThat(response.getHeaderNames()).containsAll(SafeHeaders.all().keySet());
    }

    @Test
    void the_desk_runs_its_own_import_map_too_and_makes_no_markup_of_text() {
        SafeHeaders.on(response);
        SafeHeaders.atTheDesk(response);

        assertThat(policy().get("script-src")).matches("'self' 'sha256-[A-Za-z0-9+/]{43}='");
        assertThat(policy())
                .containsEntry("require-trusted-types-for", "'script'")
                .containsEntry("trusted-types", "ProseMirrorClipboard desk")
                .containsEntry("default-src", "'none'")
                .containsEntry("frame-ancestors", "'none'");
    }

    @Test
    void an_embed_may_be_framed_and_is_no_looser_for_it() {
        SafeHeaders.on(response);
        var before = policy();
        SafeHeaders.mayBeFramed(response);

        assertThat(policy()).containsEntry("frame-ancestors", "*");
        assertThat(without("frame-ancestors", policy()))
                .isEqualTo(without("frame-ancestors", before));
    }

    @Test
    void a_page_with_films_frames_their_players_and_nobody_else() {
        SafeHeaders.on(response);
        var before = policy();
        SafeHeaders.mayShow(response, List.of("https://a.example", "https://b.example"));

        assertThat(policy()).containsEntry("frame-src", "https://a.example https://b.example");
        assertThat(without("frame-src", policy())).isEqualTo(before);
    }

    @Test
    void an_encrypted_site_stays_encrypted_for_a_year() {
        SafeHeaders.secureOn(response);

        assertThat(response.getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    private Map<String, String> policy() {
        return Arrays.stream(response.getHeader("Content-Security-Policy").split("; ", -1))
                .map(directive -> directive.split(" ", 2))
                .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }

    private static Map<String, String> without(String directive, Map<String, String> policy) {
        return policy.entrySet().stream()
                .filter(each -> !each.getKey().equals(directive))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
