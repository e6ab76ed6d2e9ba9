package musette.subscriptions;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who reads without a meter. One statement on our own dates; no provider is asked.
@Component
public class Entitlements {
    private static final String READER_IS_ENTITLED =
            """
            SELECT EXISTS (
                SELECT FROM entitlement
                WHERE reader = :reader AND starts_at <= :now AND ends_at > :now)
            """;

    private final JdbcClient sql;
    private final Clock clock;

    public Entitlements(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Whether the reader may read everything at this moment.
    public boolean entitled(long reader) {
        return sql.sql(READER_IS_ENTITLED)
                .param("reader", reader)
                .param("now", OffsetDateTime.now(clock))
                .query(Boolean.class)
                .single();
    }
}
