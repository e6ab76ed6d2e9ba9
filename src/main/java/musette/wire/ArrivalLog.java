package musette.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import musette.keys.Fingerprint;
import musette.racing.Results;
import musette.wire.ParsedFile.Quarantined;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every file that reached the wire: the file itself, when, from whom, what became of it, what was
/// set aside.
final class ArrivalLog {
    private static final String LOG_ARRIVAL =
            """
            INSERT INTO wire_arrival
                (file, about, received_at, received_by, outcome, sentence, waiting_as)
            VALUES (:file, :about, :at, :who, 'waiting', '', :waitingAs)
            ON CONFLICT (waiting_as) WHERE outcome = 'waiting' DO NOTHING
            RETURNING id
            """;
    private static final String WAITING_WITH_FILE =
            """
            SELECT id
            FROM wire_arrival
            WHERE outcome = 'waiting' AND waiting_as = :waitingAs
            """;
    private static final String KEEP_FILE =
            """
            INSERT INTO wire_file (arrival_id, content)
            VALUES (:arrival, :content)
            """;
    private static final String KEEP_FILE_AGAIN =
            """
            UPDATE wire_file
            SET content = :content
            WHERE arrival_id = :arrival
            """;
    private static final String FORGET_QUARANTINE =
            """
            DELETE FROM wire_quarantine
            WHERE arrival_id = :arrival
            """;
    private static final String FILE_OF_ARRIVAL =
            """
            SELECT content
            FROM wire_file
            WHERE arrival_id = :arrival
            """;
    private static final String DECIDE =
            """
            UPDATE wire_arrival
            SET outcome = :to, decided_by = :who, decided_at = :at
            WHERE id = :arrival AND outcome = :from
            """;
    private static final String NOTE_OUTCOME =
            """
            UPDATE wire_arrival
            SET outcome = :outcome, sentence = :sentence, result_id = :result, revision = :revision
            WHERE id = :arrival
            """;
    private static final String ARRIVAL =
            """
            SELECT *
            FROM wire_arrival
            WHERE id = :arrival
            """;
    private static final String LATEST_ARRIVALS =
            """
            SELECT *
            FROM wire_arrival
            ORDER BY outcome = 'waiting' DESC, CASE outcome WHEN 'waiting' THEN id ELSE -id END
            LIMIT :most
            """;
    private static final String QUARANTINE_ROWS =
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

    /// @param isNew whether it was not there before
    record Entry(long arrival, boolean isNew) {}

    /// Notes a file that waits for a person and keeps it. The very same file does not wait twice,
    /// not even where both come in one instant.
    Entry waitingOnce(Wire.Brought file, String who) {
        var content = file.content().get();
        var hash = Fingerprint.of(content);
        while (true) { // The other may be decided on in between.
            var logged = log(file, who, content, hash);
            if (logged.isPresent()) {
                return new Entry(logged.get(), true);
            }
            var other =
                    sql.sql(WAITING_WITH_FILE)
                            .param("waitingAs", hash)
                            .query(Long.class)
                            .optional();
            if (other.isPresent()) {
                return new Entry(other.get(), false);
            }
        }
    }

    /// Notes a file and keeps it; until something else is noted, it waits.
    long waiting(Wire.Brought file, String who) {
        return log(file, who, file.content().get(), null).orElseThrow();
    }

    private Optional<Long> log(
            Wire.Brought file, String who, byte[] content, byte @Nullable [] waitingAs) {
        var logged =
                sql.sql(LOG_ARRIVAL)
                        .param("file", file.name())
                        .param("about", file.parsed().about())
                        .param("at", OffsetDateTime.now(clock))
                        .param("who", who)
                        .param("waitingAs", waitingAs, Types.BINARY)
                        .query(Long.class)
                        .optional();
        logged.ifPresent(arrival ->
                sql.sql(KEEP_FILE)
                        .param("arrival", arrival)
                        .param("content", compressed(content))
                        .update());
        return logged;
    }

    /// Keeps a file in the place of the one that the arrival had.
    void replace(long arrival, byte[] content) {
        sql.sql(KEEP_FILE_AGAIN)
                .param("arrival", arrival)
                .param("content", compressed(content))
                .update();
        sql.sql(FORGET_QUARANTINE).param("arrival", arrival).update();
    }

    /// The file as it came.
    byte[] content(long arrival) {
        return file(arrival).orElseThrow();
    }

    /// The same; empty for an arrival from before files were kept.
    Optional<byte[]> file(long arrival) {
        return sql.sql(FILE_OF_ARRIVAL)
                .param("arrival", arrival)
                .query((row, number) -> expanded(row.getBytes("content")))
                .optional();
    }

    /// Notes who decided, and answers whether the arrival still stood where it is said to stand.
    boolean decide(long arrival, Arrival.State from, Arrival.State to, String who) {
        return sql.sql(DECIDE)
                        .param("arrival", arrival)
                        .param("from", word(from))
                        .param("to", word(to))
                        .param("who", who)
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    void declined(long arrival, String sentence) {
        note(arrival, Arrival.State.DECLINED, sentence, null);
    }

    /// @param reason why it was put in over a surer result; empty where it was not
    void applied(long arrival, Results.Outcome outcome, List<Quarantined> aside, String reason) {
        switch (outcome) {
            case Results.Stored stored -> note(arrival, state(stored.news()), reason, stored);
            case Results.Listed listed -> note(arrival, state(listed.news()), "", null);
            case Results.Refused refused -> declined(arrival, refused.sentence());
        }
        layAside(arrival, aside);
    }

    Optional<Arrival> find(long arrival) {
        return sql.sql(ARRIVAL)
                .param("arrival", arrival)
                .query((row, number) -> arrival(row))
                .optional();
    }

    /// Those that wait, the oldest first, then the others, the newest first.
    List<Arrival> latest(int most) {
        return sql.sql(LATEST_ARRIVALS)
                .param("most", most)
                .query((row, number) -> arrival(row))
                .list();
    }

    private static Arrival.State state(boolean isNews) {
        return isNews ? Arrival.State.APPLIED : Arrival.State.REPEAT;
    }

    private void note(
            long arrival, Arrival.State state, String sentence, Results.@Nullable Stored stored) {
        sql.sql(NOTE_OUTCOME)
                .param("arrival", arrival)
                .param("outcome", word(state))
                .param("sentence", sentence)
                .param("result", stored == null ? null : stored.result(), Types.BIGINT)
                .param("revision", stored == null ? null : stored.revision(), Types.INTEGER)
                .update();
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        var result = row.getObject("result_id", Long.class);
        var revision = row.getObject("revision", Integer.class);
        return new Arrival(
                row.getLong("id"),
                row.getString("file"),
                row.getString("about"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("received_by"),
                Arrival.State.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getString("sentence"),
                result == null ? OptionalLong.empty() : OptionalLong.of(result),
                revision == null ? OptionalInt.empty() : OptionalInt.of(revision),
                Objects.requireNonNullElse(row.getString("decided_by"), ""));
    }

    private static String word(Arrival.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] compressed(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] expanded(byte[] compressed) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void layAside(long arrival, List<Quarantined> rows) {
        sql.sql(QUARANTINE_ROWS)
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
