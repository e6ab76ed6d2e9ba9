package musette.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.Musette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

class HouseRulesTest {
    private static final int MOST_FILES_IN_A_ROOM = 35;
    private static final int FEW_TYPES = 8;

    /// Rooms that show more than a few types, and how many. Most are a vocabulary: what others
    /// speak about when they ask (`racing`, `text`), records that templates draw (`pages`), events
    /// and answers (`stories`, `subscriptions`), what every door needs (`site`). None may grow
    /// without this line.
    private static final Map<String, Long> SHOW_MORE =
            Map.of(
                    "racing", 26L,
                    "stories", 25L,
                    "site", 22L,
                    "subscriptions", 21L,
                    "pages", 11L,
                    "text", 11L);

    private static final Pattern SHOWN_TYPE =
            Pattern.compile("(?m)^public .*\\b(class|record|interface|enum) ");

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("musette");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    static Stream<String> rules() {
        return HouseRules.all("musette").keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_its_rule(String rule) {
        HouseRules.all("musette").get(rule).check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_planted_violation_is_found(String rule) {
        assertThat(HouseRules.all("planted").get(rule).evaluate(PLANTED).hasViolation()).isTrue();
    }

    @Test
    void the_rooms_are_the_modules() {
        ApplicationModules.of(Musette.class).verify();
    }

    @Test
    void the_modules_find_a_planted_circle() {
        var modules = ApplicationModules.of("planted", new ImportOption.OnlyIncludeTests());

        assertThat(modules.detectViolations().getMessages()).isNotEmpty();
    }

    @Test
    void the_sources_keep_their_rules() {
        assertThat(
                        javaFiles()
                                .flatMap(file ->
                                        SourceRules.violations(text(file)).stream()
                                                .map(wrong -> file.getFileName() + ": " + wrong)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badSources")
    void a_planted_source_is_found(String source) {
        assertThat(SourceRules.violations(source)).hasSize(1);
    }

    static List<String> badSources() {
        return List.of(
                "sql.sql(\"SELECT \" + column).query()",
                "sql.sql(statement).query()",
                "static final String ROWS = \"SELECT \" + X; void rows() { sql.sql(ROWS); }",
                "rows.query((row, n) -> entry(row.getLong(\"id\"), n)).stream().toList()",
                "static final String FORGOTTEN = \"\"\"\n"
                        + "    DELETE FROM node\"\"\"; sql.sql(FORGOTTEN)",
                "try { read(); } catch (Exception e) { }");
    }

    @Test
    void a_room_stays_small_enough_to_know() {
        var rooms =
                javaFiles().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

        assertThat(rooms.values()).allMatch(files -> files <= MOST_FILES_IN_A_ROOM);
    }

    @Test
    void a_room_shows_few_types() {
        var shown =
                javaFiles()
                        .filter(file -> SHOWN_TYPE.matcher(text(file)).find())
                        .collect(Collectors.groupingBy(file -> room(file), Collectors.counting()));

        assertThat(shown).containsAllEntriesOf(SHOW_MORE);
        shown.keySet().removeAll(SHOW_MORE.keySet());
        assertThat(shown.values()).allMatch(types -> types <= FEW_TYPES);
    }

    private static String room(Path file) {
        return String.valueOf(file.getParent().getFileName());
    }

    private static Stream<Path> javaFiles() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(f -> f.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
