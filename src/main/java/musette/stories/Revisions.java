package musette.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of revisions, to which is only ever added, with the facts each one says.
record Revisions(JdbcClient sql) {
    private static final String ADD_REVISION =
            """
            INSERT INTO story_revision
                (story_id, number, kicker, headline, standfirst, heads, body, saved_by, saved_at,
                 why)
            VALUES
                (:story, :number, :kicker, :headline, :standfirst, :heads::jsonb, :body::jsonb,
                 :by, :at, :why)
            """;
    private static final String ADD_FACT =
            """
            INSERT INTO story_fact (story_id, revision, ordinal, kind, source, value, text)
            VALUES (:story, :revision, :ordinal, :kind, :source, :value, :text)
            """;

    void append(long story, Manuscript.Revision revision) {
        sql.sql(ADD_REVISION)
                .param("story", story)
                .param("number", revision.number())
                .param("kicker", revision.kicker())
                .param("headline", revision.headline())
                .param("standfirst", revision.standfirst())
                .param("heads", DocumentJson.write(revision.heads()))
                .param("body", DocumentJson.write(revision.body()))
                .param("by", revision.savedBy())
                .param("at", revision.savedAt().atOffset(ZoneOffset.UTC))
                .param("why", revision.why())
                .update();
        var ordinal = 0;
        for (var fact : revision.facts()) {
            sql.sql(ADD_FACT)
                    .param("story", story)
                    .param("revision", revision.number())
                    .param("ordinal", ++ordinal)
                    .param("kind", fact.link().kind())
                    .param("source", fact.link().source())
                    .param("value", fact.link().value())
                    .param("text", fact.text())
                    .update();
        }
    }

    /// Headline and standfirst of a row that has those columns.
    static Document heads(ResultSet row) throws SQLException {
        var heads = row.getString("heads");
        return heads == null
                ? Document.heads(row.getString("headline"), row.getString("standfirst"))
                : DocumentJson.read(heads);
    }

    static Manuscript.Revision revision(ResultSet row, int number) throws SQLException {
        return new Manuscript.Revision(
                row.getInt("number"),
                row.getString("kicker"),
                row.getString("headline"),
                row.getString("standfirst"),
                heads(row),
                DocumentJson.read(row.getString("body")),
                row.getLong("saved_by"),
                Stories.at(row, "saved_at"),
                row.getString("why"));
    }
}
