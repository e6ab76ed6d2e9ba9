package musette.racing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds or opens the teams of a season by their spelling, signs and case aside.
final class Teams {
    private static final String OPEN_TEAMS =
            """
            INSERT INTO team (season, name, folded, print)
            SELECT :season, name, folded, name
            FROM unnest(:names, :folded) AS filed (name, folded)
            ON CONFLICT (season, folded) DO NOTHING
            """;
    private static final String TEAMS_OF_SEASON =
            """
            SELECT id, folded
            FROM team
            WHERE season = :season AND folded = ANY(:folded)
            """;

    private final JdbcClient sql;

    Teams(JdbcClient sql) {
        this.sql = sql;
    }

    /// The ids of the named teams, by the names as given.
    Map<String, Long> ids(int season, List<String> names) {
        var spelling = new LinkedHashMap<String, String>();
        names.forEach(name -> spelling.putIfAbsent(Names.foldedTeam(name), name));
        var folded = spelling.keySet().toArray(String[]::new);
        sql.sql(OPEN_TEAMS)
                .param("season", season)
                .param("names", spelling.values().toArray(String[]::new))
                .param("folded", folded)
                .update();
        var byFolded = new HashMap<String, Long>();
        sql.sql(TEAMS_OF_SEASON)
                .param("season", season)
                .param("folded", folded)
                .query(row -> {
                    byFolded.put(row.getString("folded"), row.getLong("id"));
                });
        var ids = new HashMap<String, Long>();
        for (var name : names) {
            var id = byFolded.get(Names.foldedTeam(name));
            if (id != null) {
                ids.put(name, id);
            }
        }
        return ids;
    }
}
