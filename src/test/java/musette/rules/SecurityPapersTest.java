package musette.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SecurityPapersTest {
    private static final Pattern SHOWN_BY = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");
    private static final int LEAST_TESTS = 30;

    /// The lines of SECURITY.md by their first words, each with the tests that hold it.
    private static final Map<String, List<String>> PROMISES =
            Map.of(
                    "Every route states",
                    List.of("AccessMatrixTest.every_route_has_its_line_in_the_table"),
                    "Reporters write",
                    List.of(
                            "AccessMatrixTest.nobody_gets_further_than_the_table_says",
                            "AnothersThingsTest.nobody_reaches_what_is_anothers"),
                    "A change is accepted",
                    List.of(
                            "AccessMatrixTest.every_change_wants_its_token_whoever_asks",
                            "StrangeAddressesTest.a_form_from_another_site_changes_nothing"),
                    "Scripts, styles and fonts",
                    List.of(
                            "StrangeAddressesTest.every_answer_carries_the_safe_headers",
                            "HostileInputTest.no_form_field_breaks_anything"),
                    "Strange spellings",
                    List.of(
                            "PathSpellingsTest.no_spelling_of_a_guarded_address_opens_it",
                            "HostileInputTest.no_header_breaks_anything"),
                    "Slow clients",
                    List.of("SlowClientsTest.forms_that_never_end_keep_nobody_out"),
                    "The data folder",
                    List.of(
                            "EmbeddedDatabaseTest.nobody_else_may_enter_the_folder_or_write_the_programs",
                            "EmbeddedDatabaseTest.commits_are_durable"),
                    "Secrets are made",
                    List.of(
                            "KeyRingTest.without_a_setting_the_folder_keeps_its_own",
                            "OneTimeTokensTest.a_token_works_once",
                            "SignInCodesTest.neither_key_nor_code_is_kept_and_rows_go"),
                    "Anonymous readers",
                    List.of("AccessMatrixTest.looking_at_pages_makes_no_session"),
                    "Card numbers",
                    List.of("SubscriberTest.no_page_of_ours_asks_for_a_card"));

    @Test
    void every_line_of_the_security_page_is_held_by_tests_that_are_there() throws IOException {
        var sources = sources();
        var lines =
                Files.readString(Path.of("SECURITY.md"))
                        .lines()
                        .filter(line -> line.startsWith("- "))
                        .map(line -> line.substring(2))
                        .toList();

        assertThat(lines).allMatch(line -> PROMISES.keySet().stream().anyMatch(line::startsWith));
        assertThat(lines).hasSameSizeAs(PROMISES.keySet());
        var named =
                PROMISES.values().stream()
                        .flatMap(List::stream)
                        .map(test -> SHOWN_BY.matcher("`" + test + "`").results().findFirst());
        assertThat(named.map(Optional::orElseThrow).filter(test -> !isThere(test, sources)))
                .isEmpty();
    }

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
