package musette.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class WhenRowsGoTest {
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
}
