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
            ON CONFLICT (season, folded) DO UPDATE
            SET folded = excluded.folded
            RETURNING id, folded
            """;
    private static final String TEAMS_OF_SEASON =
            """
            SELECT id, team.folded
            FROM unnest(:folded) AS searched
            JOIN team ON team.folded = searched AND season = :season
            """;

    private final JdbcClient sql;

    Teams(JdbcClient sql) {
        this.sql = sql;
    }

    /// The ids of the named teams, by the names as given.
    Map<String, Long> ids(int season, List<String> names) {
        var spelling = new LinkedHashMap<String, String>();
        names.forEach(name -> spelling.putIfAbsent(Names.foldedTeam(name), name));
        var byFolded = known(season, spelling);
        var strangers = new LinkedHashMap<>(spelling);
        strangers.keySet().removeAll(byFolded.keySet());
        if (!strangers.isEmpty()) {
            sql.sql(OPEN_TEAMS)
                    .param("season", season)
                    .param("names", strangers.values().toArray(String[]::new))
                    .param("folded", strangers.keySet().toArray(String[]::new))
                    .query(row -> {
                        byFolded.put(row.getString("folded"), row.getLong("id"));
                    });
        }
        var ids = new HashMap<String, Long>();
        for (var name : names) {
            var id = byFolded.get(Names.foldedTeam(name));
            if (id != null) {
                ids.put(name, id);
            }
        }
        return ids;
    }

    private Map<String, Long> known(int season, Map<String, String> spelling) {
        var byFolded = new HashMap<String, Long>();
        sql.sql(TEAMS_OF_SEASON)
                .param("season", season)
                .param("folded", spelling.keySet().toArray(String[]::new))
                .query(row -> {
                    byFolded.put(row.getString("folded"), row.getLong("id"));
                });
        return byFolded;
    }
}
