package musette.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsFirstTest {
    private static final Map<String, Class<?>> RECORDS =
            Map.of("musette.meter", Meter.class, "musette.site", Site.class);

    private record Meter(int allowance, int opensWithin) {}

    private record Site(String name, List<String> proxies) {}

    @Test
    void a_name_of_the_environment_that_is_a_setting_is_spelled_without_dashes() {
        assertThat(
                        misspelt(
                                "MUSETTE_METER_ALLOWANCE",
                                "MUSETTE_METER_OPENSWITHIN",
                                "MUSETTE_SITE_NAME"))
                .isEmpty();
    }

    @Test
    void items_of_a_list_are_counted() {
        assertThat(
                        misspelt(
                                "MUSETTE_SITE_PROXIES",
                                "MUSETTE_SITE_PROXIES_0",
                                "MUSETTE_SITE_PROXIES_12_"))
                .isEmpty();
    }

    @Test
    void what_looks_like_a_setting_and_is_none_is_told_in_the_order_of_the_alphabet() {
        assertThat(
                        misspelt(
                                "MUSETTE_SITE_NMAE",
                                "MUSETTE_METER_OPENS_WITHIN",
                                "MUSETTE_METRE_ALLOWANCE",
                                "MUSETTE_",
                                "MUSETTE_SITE_NAME"))
                .containsExactly(
                        "MUSETTE_",
                        "MUSETTE_METER_OPENS_WITHIN",
                        "MUSETTE_METRE_ALLOWANCE",
                        "MUSETTE_SITE_NMAE");
    }

    @Test
    void names_of_others_and_the_launchers_own_are_none_of_ours() {
        assertThat(misspelt("PATH", "MUSETTEX", "musette_site_nmae", "MUSETTE_MAVEN_ARGS"))
                .isEmpty();
    }

    private static List<String> misspelt(String... environment) {
        return SettingsFirst.misspelt(List.of(environment), RECORDS);
    }
}
