package musette.wire;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import musette.racing.Results;
import musette.store.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The room on a real database, which is emptied before each test: what waits is tried on a
/// connection of its own, so nothing here can be rolled back from outside.
@ExtendWith(TestDatabase.class)
abstract class WireRoom {
    static final Instant NOW = Instant.parse("2023-04-01T15:30:00Z");

    final JdbcClient sql;
    final List<Object> news = new ArrayList<>();
    final Results results;
    final Wire wire;

    WireRoom(JdbcClient sql, TransactionTemplate transaction) {
        this.sql = sql;
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        results = new Results(sql, transaction, clock, news::add);
        wire = new Wire(sql, transaction, clock, results);
    }

    @BeforeEach
    void an_empty_house() {
        sql.sql("TRUNCATE race, rider, team, result_row, wire_arrival RESTART IDENTITY CASCADE")
                .update();
    }

    static InputStream bytes(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }
}
