package musette.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import musette.meter.MeterSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.unit.DataSize;

class SettingFaultTest {
    enum Tls {
        STARTTLS,
        IMPLICIT
    }

    record Kinds(
            int count,
            boolean wanted,
            @Nullable Duration every,
            @Nullable List<Duration> windows,
            @Nullable ZoneId zone,
            @Nullable URI bucket,
            @Nullable Path folder,
            @Nullable Tls tls) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    count   | many        | a whole number, not 'many'.
                    count   | 1.5         | a whole number, not '1.5'.
                    wanted  | maybe       | true or false, not 'maybe'.
                    every   | a while     | a length of time like 30d, 12h or 45s, not 'a while'.
                    windows | 3h,soon     | one or more, with commas between them, each a length of time like 30d, 12h or 45s, not '3h,soon'.
                    zone    | Atlantis    | a time zone like Europe/Paris, not 'Atlantis'.
                    bucket  | http://[    | an address like https://news.example.org, not 'http://['.
                    tls     | perhaps     | starttls or implicit, not 'perhaps'.
                    """)
    void a_value_of_another_kind_is_told_with_what_the_setting_takes(
            String setting, String value, String told) {
        assertThat(sentence(Kinds.class, file("musette.kinds.%s=%s".formatted(setting, value))))
                .isEqualTo(
                        "musette.kinds.%s (musette.properties, line 1) must be %s"
                                .formatted(setting, told));
    }

    @Test
    void a_name_of_the_environment_is_told_as_it_is_written_there() {
        var environment =
                new SystemEnvironmentPropertySource(
                        "systemEnvironment", Map.of("MUSETTE_METER_ALLOWANCE", "many"));

        assertThat(sentence(MeterSettings.class, environment))
                .isEqualTo(
                        "musette.meter.allowance (MUSETTE_METER_ALLOWANCE in the environment) must"
                                + " be a whole number, not 'many'.");
    }

    @Test
    void what_the_room_itself_refuses_is_told_in_its_words() {
        assertThat(sentence(MeterSettings.class, file("musette.meter.allowance=51")))
                .isEqualTo("musette.meter.allowance must be 0 to 50, not 51.");
    }

    @Test
    void a_name_that_the_room_does_not_have_is_told_with_its_line() {
        assertThat(
                        sentence(
                                MeterSettings.class,
                                file("# Ours\nmusette.meter.window=7d\nmusette.meter.alowance=3")))
                .isEqualTo(
                        "There is no setting musette.meter.alowance (musette.properties, line 3);"
                                + " docs/configuration.md lists them all.");
    }

    /// Our manual does not list them.
    @Test
    void what_is_wrong_with_another_s_setting_is_told_without_our_manual() {
        assertThat(theirs(Integer.class)).contains("must be a whole number, not 'many'.");
        assertThat(theirs(Boolean.class)).contains("must be true or false, not 'many'.");
        assertThat(theirs(DataSize.class))
                .isEqualTo(
                        "spring.some (musette.properties, line 1) must be a DataSize, not 'many'.");
    }

    private static String theirs(Class<?> wanted) {
        var fault =
                catchThrowable(() ->
                        new Binder(ConfigurationPropertySources.from(file("spring.some=many")))
                                .bind("spring.some", wanted));
        return SettingFault.sentenceIn(fault).orElseThrow();
    }

    @Test
    void what_is_no_setting_is_left_to_others() {
        assertThat(SettingFault.sentenceIn(new IllegalStateException("musette."))).isEmpty();
    }

    private static String sentence(Class<?> settings, PropertySource<?> source) {
        var prefix = settings == Kinds.class ? "musette.kinds" : "musette.meter";
        var fault =
                catchThrowable(() ->
                        new Binder(ConfigurationPropertySources.from(source))
                                .bind(
                                        prefix,
                                        Bindable.of(settings),
                                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT)));
        return SettingFault.sentenceIn(new IllegalStateException(fault)).orElseThrow();
    }

    private static PropertySource<?> file(String lines) {
        try {
            return new PropertiesPropertySourceLoader()
                    .load("file", new ByteArrayResource(lines.getBytes(StandardCharsets.UTF_8)))
                    .getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
