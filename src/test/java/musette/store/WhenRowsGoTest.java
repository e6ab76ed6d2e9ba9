package musette.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class WhenRowsGoTest {
    private static final Pattern DELETED_FROM = Pattern.compile("DELETE FROM (\\w+)");

    private final JdbcClient sql;

    WhenRowsGoTest(JdbcClient sql) {
        this.sql = sql;
    }

    @Test
    void every_table_says_when_its_rows_go() {
        var silent =
                sql.sql(
                                """
                                SELECT relname
                                FROM pg_class
                                WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
                                  AND relname <> 'flyway_schema_history'
                                  AND coalesce(obj_description(oid), '') NOT LIKE 'Rows go: %'
                                """)
                        .query(String.class)
                        .list();

        assertThat(silent).isEmpty();
    }

    /// Other rows point at them without being looked after by the database.
    @Test
    void what_goes_never_is_deleted_nowhere() throws IOException {
        var forEver =
                sql.sql(
                                """
                                SELECT relname
                                FROM pg_class
                                WHERE relkind = 'r'
                                  AND obj_description(oid) LIKE 'Rows go: never%'
                                """)
                        .query(String.class)
                        .set();
        assertThat(forEver).contains("rider", "team", "result_revision");

        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(DELETED_FROM.matcher(Files.readString(file)).results())
                        .as(file.toString())
                        .noneMatch(deletion -> forEver.contains(deletion.group(1)));
            }
        }
    }
}
