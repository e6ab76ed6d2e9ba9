package musette.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was done at the desk, as it was done. The table itself refuses changes.
@Component
public class AuditLog {
    private static final int LONGEST_DETAIL = 300;

    private static final String ADD_ENTRY =
            """
            INSERT INTO audit_entry (at, member, act, about, about_id, detail)
            VALUES (:now, :member, :act, :about, :about_id, :detail)
            """;
    private static final String LATEST_ENTRIES =
            """
            SELECT *
            FROM audit_entry
            WHERE (:before = 0 OR id < :before) AND (:member = 0 OR member = :member)
            ORDER BY id DESC
            LIMIT :most
            """;
    private static final String ENTRIES_ABOUT =
            """
            SELECT *
            FROM audit_entry
            WHERE about = :about AND about_id = :id
            ORDER BY id DESC
            LIMIT :most
            """;

    private final JdbcClient sql;
    private final Clock clock;

    AuditLog(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Writes down what `member` did just now; see `AuditEntry`.
    public void add(long member, String act, String about, OptionalLong aboutId, String detail) {
        sql.sql(ADD_ENTRY)
                .param("now", OffsetDateTime.now(clock))
                .param("member", member)
                .param("act", act)
                .param("about", about)
                .param("about_id", aboutId.isPresent() ? aboutId.getAsLong() : null, Types.BIGINT)
                .param("detail", cut(detail))
                .update();
    }

    /// The newest first.
    ///
    /// @param member whose, 0 for everybody's
    /// @param before older than that entry, 0 for the newest
    public List<AuditEntry> latest(long member, long before, int most) {
        return sql.sql(LATEST_ENTRIES)
                .param("member", member)
                .param("before", before)
                .param("most", most)
                .query(AuditLog::entry)
                .list();
    }

    /// What was done to one thing, the newest first.
    public List<AuditEntry> about(String about, long id, int most) {
        return sql.sql(ENTRIES_ABOUT)
                .param("about", about)
                .param("id", id)
                .param("most", most)
                .query(AuditLog::entry)
                .list();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        var id = row.getLong("about_id");
        var aboutId = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(id);
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("member"),
                row.getString("act"),
                row.getString("about"),
                aboutId,
                row.getString("detail"));
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST_DETAIL
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_DETAIL - 1)) + "…";
    }
}
