package musette.wire;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import musette.racing.Results;
import musette.wire.Understanding.Quarantined;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every file that reached the wire: when, from whom, what became of it, what was set aside.
final class ArrivalLog {
    private static final String ARRIVAL_LOGGED =
            """
            INSERT INTO wire_arrival
                (file, received_at, received_by, outcome, sentence, result_id, revision)
            VALUES (:file, :at, :who, :outcome, :sentence, :result, :revision)
            RETURNING id
            """;
    private static final String ROWS_QUARANTINED =
            """
            INSERT INTO wire_quarantine (arrival_id, line, reason, raw)
            SELECT :arrival, line, reason, raw
            FROM unnest(:lines, :reasons, :raws) AS aside (line, reason, raw)
            """;
    private static final String QUARANTINE_OF_ARRIVAL =
            """
            SELECT line, reason, raw
            FROM wire_quarantine
            WHERE arrival_id = :arrival
            ORDER BY line
            """;

    private final JdbcClient sql;
    private final Clock clock;

    ArrivalLog(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    long declined(String file, String who, String sentence) {
        return arrival(file, who, "declined", sentence, null);
    }

    long stored(String file, String who, Results.Stored stored) {
        return arrival(file, who, stored.news() ? "applied" : "repeat", "", stored);
    }

    long listed(String file, String who, Results.Listed listed) {
        return arrival(file, who, listed.news() ? "applied" : "repeat", "", null);
    }

    private long arrival(
            String file,
            String who,
            String outcome,
            String sentence,
            Results.@Nullable Stored stored) {
        return sql.sql(ARRIVAL_LOGGED)
                .param("file", file)
                .param("at", OffsetDateTime.now(clock))
                .param("who", who)
                .param("outcome", outcome)
                .param("sentence", sentence)
                .param("result", stored == null ? null : stored.result(), Types.BIGINT)
                .param("revision", stored == null ? null : stored.revision(), Types.INTEGER)
                .query(Long.class)
                .single();
    }

    void layAside(long arrival, List<Quarantined> rows) {
        sql.sql(ROWS_QUARANTINED)
                .param("arrival", arrival)
                .param("lines", rows.stream().map(Quarantined::line).toArray(Integer[]::new))
                .param("reasons", rows.stream().map(Quarantined::reason).toArray(String[]::new))
                .param("raws", rows.stream().map(Quarantined::raw).toArray(String[]::new))
                .update();
    }

    List<Quarantined> quarantine(long arrival) {
        return sql.sql(QUARANTINE_OF_ARRIVAL)
                .param("arrival", arrival)
                .query((row, number) ->
                        new Quarantined(
                                row.getInt("line"), row.getString("reason"), row.getString("raw")))
                .list();
    }
}
