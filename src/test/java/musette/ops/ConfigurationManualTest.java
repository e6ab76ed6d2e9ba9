package musette.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import musette.site.SiteSettings;
import org.junit.jupiter.api.Test;

/// The manual's table is what the settings' records say about themselves. After a change,
/// `-Dmanual.write=true` writes it anew.
class ConfigurationManualTest {
    private static final Path MANUAL = Path.of("docs/configuration.md");
    private static final Pattern PREFIX =
            Pattern.compile("@ConfigurationProperties\\(\\s*(?:value = )?\"(musette\\.[a-z]+)\"");
    private static final Pattern TITLE = Pattern.compile("\n\n/// (.+?)\\.(?=\\s)", Pattern.DOTALL);
    private static final Pattern PARAMETER =
            Pattern.compile("/// @param (\\w+)(.*?)(?=\n/// @param|\n@)", Pattern.DOTALL);

    @Test
    void the_manual_lists_every_setting_as_its_record_describes_it() throws IOException {
        var manual = manual();
        if (Boolean.getBoolean("manual.write")) {
            Files.writeString(MANUAL, manual);
        }
        assertThat(Files.readString(MANUAL)).isEqualTo(manual);
    }

    @Test
    void every_setting_stands_in_a_test_of_what_it_does() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            var tests =
                    files.filter(Files::isRegularFile)
                            .map(ConfigurationManualTest::text)
                            .collect(Collectors.joining("\n"));

            assertThat(
                            Pattern.compile("(?m)^\\| `(musette\\.[a-z.-]+)`")
                                    .matcher(Files.readString(MANUAL))
                                    .results()
                                    .map(setting -> setting.group(1))
                                    .filter(setting -> !tests.contains(setting)))
                    .isEmpty();
        }
    }

    @Test
    void a_misspelt_name_in_the_environment_is_found() {
        assertThat(
                        SettingsFirst.misspelt(
                                List.of(
                                        "PATH",
                                        "MUSETTE_MAVEN_ARGS",
                                        "MUSETTE_SITE_NAME",
                                        "MUSETTE_SITE_PROXIES_0",
                                        "MUSETTE_SITE_NMAE",
                                        "MUSETTE_METRE_ALLOWANCE"),
                                Map.of("musette.site", SiteSettings.class)))
                .containsExactly("MUSETTE_METRE_ALLOWANCE", "MUSETTE_SITE_NMAE");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String manual() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var tables =
                    files.filter(ConfigurationManualTest::holdsSettings)
                            .sorted()
                            .map(ConfigurationManualTest::table)
                            .collect(Collectors.joining());
            return """
            # Settings

            All of them stand in `musette.properties` in the data folder, one `name=value` a line, or in the environment (`MUSETTE_METER_ALLOWANCE=3`). Lengths of time are written like `30d`, `12h`, `45s`. A name that does not exist, or a value that makes no sense, stops the start with a sentence.
            """
                    + tables;
        }
    }

    private static boolean holdsSettings(Path file) {
        try {
            return file.toString().endsWith("Settings.java")
                    && Files.readString(file).contains("@ConfigurationProperties(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table(Path file) {
        try {
            var source = Files.readString(file);
            var prefix = PREFIX.matcher(source);
            var title = TITLE.matcher(source);
            assertThat(prefix.find() && title.find()).as(file.toString()).isTrue();
            return PARAMETER
                    .matcher(source)
                    .results()
                    .map(parameter -> row(prefix.group(1), parameter, source))
                    .collect(
                            Collectors.joining(
                                    "\n",
                                    "\n## "
                                            + title.group(1).replace("\n/// ", " ")
                                            + "\n\n"
                                            + "| setting | default | what it does |\n"
                                            + "|---|---|---|\n",
                                    "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(String prefix, MatchResult parameter, String source) {
        var name = parameter.group(1);
        var words = parameter.group(2).replaceAll("\\s*\n///\\s*", " ").strip();
        return "| `%s.%s` | %s | %s |"
                .formatted(prefix, dashed(name), byDefault(name, source), words);
    }

    private static String byDefault(String name, String source) {
        var found =
                Pattern.compile("@DefaultValue\\(([^)]*)\\)\\s*[\\w<>.]+ " + name + "\\b")
                        .matcher(source);
        if (!found.find()) {
            return "none";
        }
        var value = found.group(1).replaceAll("[{}\"]", "").strip();
        return value.isEmpty() ? "empty" : "`" + value + "`";
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
