package musette.push;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import musette.keys.Fingerprint;
import musette.keys.OneTimeTokens;
import musette.keys.TokenHolders;
import musette.racing.Race;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who may send results by program. The database holds a SHA-256 of each token only; the token
/// itself is shown once, to whoever makes the sender.
@Component
public class Senders implements TokenHolders {
    private static final int LONGEST_NAME = 60;
    private static final String PREFIX = "musette_";

    private static final String ADD_SENDER =
            """
            INSERT INTO wire_sender (name, token_hash, race_slug, goes_live, made_at, made_by)
            VALUES (:name, :hash, :race, :goesLive, :at, :who)
            """;
    private static final String LIVING_SENDERS =
            """
            SELECT *
            FROM wire_sender
            WHERE ended_at IS NULL
            ORDER BY id
            """;
    private static final String SENDER_OF_TOKEN =
            """
            SELECT *
            FROM wire_sender
            WHERE token_hash = :hash AND ended_at IS NULL
            """;
    private static final String NOTE_USE =
            """
            UPDATE wire_sender
            SET last_used_at = :at
            WHERE id = :sender AND (last_used_at IS NULL OR last_used_at < :at - interval '1 minute')
            """;
    private static final String END_SENDER =
            """
            UPDATE wire_sender
            SET ended_at = :at
            WHERE id = :sender AND ended_at IS NULL
            """;

    private final JdbcClient sql;
    private final Clock clock;

    public Senders(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// How making one went.
    public sealed interface Making {}

    /// @param token shown now and never again
    public record Made(String token) implements Making {}

    /// Nothing was made; the sentence says why.
    public record Refused(String sentence) implements Making {}

    /// @param race the slug or the name of the one race it may send; blank for every race
    public Making make(String name, String race, boolean goesLive, String who) {
        var plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            return new Refused("Give it a name of up to %d letters.".formatted(LONGEST_NAME));
        }
        var token = PREFIX + OneTimeTokens.secret();
        try {
            sql.sql(ADD_SENDER)
                    .param("name", plain)
                    .param("hash", Fingerprint.of(token))
                    .param("race", race.isBlank() ? null : Race.slugOf(race))
                    .param("goesLive", goesLive)
                    .param("at", OffsetDateTime.now(clock))
                    .param("who", who)
                    .update();
        } catch (DuplicateKeyException e) {
            return new Refused(
                    "There is a sender '%s' already. End that one first, or choose another name."
                            .formatted(plain));
        }
        return new Made(token);
    }

    /// Those that have not been ended, the oldest first.
    public List<Sender> all() {
        return sql.sql(LIVING_SENDERS).query((row, number) -> sender(row)).list();
    }

    /// Whose token this is; empty for one that is unknown or was ended. Its use is noted.
    public Optional<Sender> of(String token) {
        var found =
                sql.sql(SENDER_OF_TOKEN)
                        .param("hash", Fingerprint.of(token))
                        .query((row, number) -> sender(row))
                        .optional();
        found.ifPresent(sender ->
                sql.sql(NOTE_USE)
                        .param("sender", sender.id())
                        .param("at", OffsetDateTime.now(clock))
                        .update());
        return found;
    }

    @Override
    public boolean isHolder(String token) {
        return sql.sql(SENDER_OF_TOKEN)
                .param("hash", Fingerprint.of(token))
                .query((row, number) -> row.getLong("id"))
                .optional()
                .isPresent();
    }

    /// Its token opens nothing any more. Answers whether there was one to end.
    public boolean end(long sender) {
        return sql.sql(END_SENDER)
                        .param("sender", sender)
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    private static Sender sender(ResultSet row) throws SQLException {
        return new Sender(
                row.getLong("id"),
                row.getString("name"),
                row.getString("race_slug"),
                row.getBoolean("goes_live"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                instant(row.getObject("last_used_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
