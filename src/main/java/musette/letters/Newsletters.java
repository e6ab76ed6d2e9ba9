package musette.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The letters this publication offers, in the order the publisher put them.
@Component
public class Newsletters {
    private static final String ALL_NEWSLETTERS =
            """
            SELECT slug, name, description
            FROM newsletter
            ORDER BY sort, id
            """;
    private static final String KEEP_NEWSLETTER =
            """
            INSERT INTO newsletter (slug, name, description, sort, created_at)
            VALUES (:slug, :name, :description, :sort, :now)
            ON CONFLICT (slug) DO UPDATE
            SET name = excluded.name, description = excluded.description, sort = excluded.sort
            """;

    private final JdbcClient sql;
    private final Clock clock;

    public Newsletters(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public List<Newsletter> all() {
        return sql.sql(ALL_NEWSLETTERS).query(Newsletters::newsletter).list();
    }

    /// Offers a letter; the one of the same slug changes its words and place, its readers stay.
    ///
    /// @param sort its place among the others, small numbers first
    public void offer(Newsletter newsletter, int sort) {
        sql.sql(KEEP_NEWSLETTER)
                .param("slug", newsletter.slug())
                .param("name", newsletter.name())
                .param("description", newsletter.description())
                .param("sort", sort)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    static Newsletter newsletter(ResultSet row, int number) throws SQLException {
        return new Newsletter(
                row.getString("slug"), row.getString("name"), row.getString("description"));
    }
}
