package musette.store;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks a database, ours or the operator's own, whether what it acknowledges survives a power cut.
///
/// Source: PostgreSQL's manual, "Write Ahead Log" and "Asynchronous Commit".
final class Durability {
    private static final String UNSAFE_SETTING =
            """
            SELECT name
            FROM pg_settings
            WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'
            ORDER BY name
            LIMIT 1
            """;

    private Durability() {}

    /// @throws CannotStart when a commit could be lost after it was acknowledged
    static void require(DataSource database) {
        JdbcClient.create(database)
                .sql(UNSAFE_SETTING)
                .query(String.class)
                .optional()
                .ifPresent(setting -> {
                    throw new CannotStart(
                            "The database has %s = off, so it could lose what it has acknowledged. Switch it on in that server, then start Musette again."
                                    .formatted(setting));
                });
    }
}
