package musette.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SecurityPapersTest {
    private static final Pattern SHOWN_BY = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");
    private static final int LEAST_TESTS = 30;

    @Test
    void every_test_that_the_threats_name_is_there() throws IOException {
        var sources = sources();
        var named =
                SHOWN_BY.matcher(Files.readString(Path.of("docs/security/threats.md")))
                        .results()
                        .toList();

        assertThat(named).hasSizeGreaterThan(LEAST_TESTS);
        assertThat(named.stream().filter(test -> !isThere(test, sources)).map(MatchResult::group))
                .isEmpty();
    }

    @Test
    void every_folder_and_setting_that_the_operators_manual_names_is_one() throws IOException {
        var manual = Files.readString(Path.of("docs/operating.md"));
        var settings = Files.readString(Path.of("docs/configuration.md"));

        assertThat(
                        Pattern.compile("musette\\.[a-z]+\\.[a-z-]+")
                                .matcher(manual)
                                .results()
                                .map(MatchResult::group)
                                .filter(name -> !settings.contains("`" + name + "`")))
                .isEmpty();
    }

    private static boolean isThere(MatchResult test, Map<String, String> sources) {
        return sources.getOrDefault(test.group(1), "").contains("void " + test.group(2) + "(");
    }

    private static Map<String, String> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(
                            Collectors.toMap(
                                    file -> file.getFileName().toString().replace(".java", ""),
                                    SecurityPapersTest::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
