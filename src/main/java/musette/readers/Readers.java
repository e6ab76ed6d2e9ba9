package musette.readers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import musette.post.Mailbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The accounts. One that was removed is found by nobody, and its address is free again.
@Component
public class Readers {
    private static final String READER_BY_ID =
            """
            SELECT id, email, created_at, email_proven_at
            FROM reader
            WHERE id = :id AND removed_at IS NULL
            """;
    private static final String READER_BY_EMAIL =
            """
            SELECT id, email, created_at, email_proven_at
            FROM reader
            WHERE email = :email AND removed_at IS NULL
            """;
    private static final String REGISTER_READER =
            """
            INSERT INTO reader (email, created_at)
            VALUES (:email, :now)
            ON CONFLICT (email) WHERE removed_at IS NULL DO NOTHING
            RETURNING id, email, created_at, email_proven_at
            """;
    private static final String NOTE_FIRST_PROOF =
            """
            UPDATE reader
            SET email_proven_at = :now
            WHERE id = :id AND removed_at IS NULL AND email_proven_at IS NULL
            """;

    private final JdbcClient sql;
    private final Clock clock;

    public Readers(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Optional<Reader> byId(long id) {
        return sql.sql(READER_BY_ID).param("id", id).query(Readers::reader).optional();
    }

    public Optional<Reader> byEmail(Mailbox email) {
        return sql.sql(READER_BY_EMAIL)
                .param("email", email.key())
                .query(Readers::reader)
                .optional();
    }

    /// A new account; empty when the address has one already.
    public Optional<Reader> register(Mailbox email) {
        return sql.sql(REGISTER_READER)
                .param("email", email.key())
                .param("now", OffsetDateTime.now(clock))
                .query(Readers::reader)
                .optional();
    }

    /// Notes that the reader can open this address's mail.
    ///
    /// @return whether this is the first proof. Until then the account may have been made by
    ///   somebody who only typed the address, so whoever is signed in elsewhere has to go.
    public boolean prove(Reader reader) {
        return sql.sql(NOTE_FIRST_PROOF)
                        .param("id", reader.id())
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    private static Reader reader(ResultSet row, int number) throws SQLException {
        var proven = row.getObject("email_proven_at", OffsetDateTime.class);
        return new Reader(
                row.getLong("id"),
                new Mailbox(row.getString("email")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                proven == null ? null : proven.toInstant());
    }
}
