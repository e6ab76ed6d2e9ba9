package musette.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The mails the catcher holds, the newest thousand.
@Component
public class CaughtMails {
    static final int MOST = 1_000;

    private static final String KEEP_MAIL =
            """
            INSERT INTO caught_mail (caught_at, sender, recipient, subject, raw)
            VALUES (:now, :sender, :recipient, :subject, :raw)
            RETURNING id
            """;
    private static final String DROP_MAILS =
            """
            DELETE FROM caught_mail
            WHERE id <= :newest - :most
            """;
    private static final String LATEST_MAILS =
            """
            SELECT id, caught_at, recipient, subject
            FROM caught_mail
            ORDER BY id DESC
            LIMIT :most
            """;
    private static final String MAIL_BY_ID =
            """
            SELECT id, caught_at, sender, recipient, subject, raw
            FROM caught_mail
            WHERE id = :id
            """;

    private final JdbcClient sql;
    private final Clock clock;

    CaughtMails(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// The newest mails, newest first.
    public List<CaughtMail.Line> latest(int most) {
        return sql.sql(LATEST_MAILS).param("most", most).query(CaughtMails::line).list();
    }

    /// One mail, unless it was never here or has made room for newer ones.
    public Optional<CaughtMail> find(long id) {
        return sql.sql(MAIL_BY_ID).param("id", id).query(CaughtMails::mail).optional();
    }

    void keep(String sender, String recipient, byte[] raw) {
        var newest =
                sql.sql(KEEP_MAIL)
                        .param("now", OffsetDateTime.now(clock))
                        .param("sender", sender)
                        .param("recipient", recipient)
                        .param("subject", RawMail.of(raw).subject())
                        .param("raw", raw)
                        .query(Long.class)
                        .single();
        sql.sql(DROP_MAILS).param("newest", newest).param("most", MOST).update();
    }

    private static CaughtMail.Line line(ResultSet row, int number) throws SQLException {
        return new CaughtMail.Line(
                row.getLong("id"),
                row.getObject("caught_at", OffsetDateTime.class).toInstant(),
                row.getString("recipient"),
                row.getString("subject"));
    }

    private static CaughtMail mail(ResultSet row, int number) throws SQLException {
        var raw = RawMail.of(row.getBytes("raw"));
        return new CaughtMail(
                row.getLong("id"),
                row.getObject("caught_at", OffsetDateTime.class).toInstant(),
                row.getString("sender"),
                row.getString("recipient"),
                row.getString("subject"),
                raw.head(),
                raw.words("text/plain"),
                raw.words("text/html"));
    }
}
