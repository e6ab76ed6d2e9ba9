package musette.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/// Static files stand where their bytes say, so that browsers may keep them.
class AssetsTest {
    @Test
    void every_file_of_a_build_has_the_same_folder() {
        assertThat(Assets.at("musette.css")).matches("/static/v-[0-9a-f]{12}/musette\\.css");
        assertThat(Assets.pattern()).isEqualTo(Assets.at("**"));
        assertThat(Assets.modulesPattern()).isEqualTo(Assets.at("modules/**"));
    }

    @Test
    void a_page_from_before_a_release_still_finds_its_files() {
        assertThat(Assets.withoutBuild("v-0123456789ab/fonts/a.woff2")).isEqualTo("fonts/a.woff2");
        assertThat(Assets.withoutBuild("fonts/a.woff2")).isEqualTo("fonts/a.woff2");
        assertThat(Assets.withoutBuild("v-0123/a.css")).isEqualTo("v-0123/a.css");
        assertThat(Assets.withoutBuild("x/v-0123456789ab/a.css"))
                .isEqualTo("x/v-0123456789ab/a.css");
    }

    @Test
    void the_import_map_leads_to_modules_that_are_there() throws IOException {
        var imports = JsonMapper.shared().readTree(Assets.importMap()).path("imports");

        assertThat(imports.propertyNames())
                .contains("prosemirror-model", "prosemirror-view", "orderedmap", "w3c-keyname");
        for (var module : imports.properties()) {
            var address = module.getValue().stringValue();
            var path = address.substring(Assets.at("modules/").length());
            assertThat(address).startsWith(Assets.at("modules/" + module.getKey() + "/"));
            assertThat(new ClassPathResource("META-INF/resources/webjars/" + path).exists())
                    .as(path)
                    .isTrue();
        }
    }

    @Test
    void the_policy_names_the_import_map_by_what_it_says() throws Exception {
        var digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(Assets.importMap().getBytes(StandardCharsets.UTF_8));

        assertThat(Assets.importMapHash())
                .isEqualTo("sha256-" + Base64.getEncoder().encodeToString(digest));
    }
}
