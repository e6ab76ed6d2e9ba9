package musette.racing;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds riders, races and teams by what somebody types: the beginnings of words, in any order,
/// accents and case aside. `pog tad` is Tadej Pogačar.
@Component
public class Search {
    private static final String RIDERS_LIKE =
            """
            SELECT id AS rider_id, uci_id, family, given, display, slug AS rider_slug, nation, born
            FROM rider
            WHERE '-' || folded LIKE ALL (:beginnings)
            ORDER BY folded <> :folded, length(folded), display, id
            LIMIT :most
            """;
    private static final String RACES_LIKE =
            """
            SELECT id AS race_id, slug, name AS race_name, gender, country AS race_country
            FROM race
            WHERE '-' || slug LIKE ALL (:beginnings)
            ORDER BY slug <> :folded, length(slug), name
            LIMIT :most
            """;
    private static final String TEAMS_LIKE =
            """
            SELECT *
            FROM (
                SELECT DISTINCT ON (folded) id AS team_id, folded, season, name AS team_name, print
                FROM team
                WHERE folded LIKE ALL (:parts)
                ORDER BY folded, season DESC) AS newest
            ORDER BY NOT starts_with(folded, :start), folded
            LIMIT :most
            """;

    private final JdbcClient sql;

    public Search(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param words as typed
    /// @param most of each kind
    public Found find(String words, int most) {
        var folded = Names.slug(words);
        if (folded.isEmpty()) {
            return new Found(List.of(), List.of(), List.of());
        }
        var parts = folded.split("-", -1);
        var beginnings = beginnings(words);
        return new Found(
                sql.sql(RIDERS_LIKE)
                        .param("beginnings", beginnings)
                        .param("folded", folded)
                        .param("most", most)
                        .query((row, number) -> Races.rider(row))
                        .list(),
                sql.sql(RACES_LIKE)
                        .param("beginnings", beginnings)
                        .param("folded", folded)
                        .param("most", most)
                        .query((row, number) -> Races.race(row))
                        .list(),
                sql.sql(TEAMS_LIKE)
                        .param(
                                "parts",
                                Stream.of(parts).map("%%%s%%"::formatted).toArray(String[]::new))
                        .param("start", parts[0])
                        .param("most", most)
                        .query((row, number) -> Races.knownTeam(row))
                        .list());
    }

    /// The patterns that each of those words begins a word of a name; none for no words. A folded
    /// name holds letters, digits and hyphens alone, so no word is a pattern itself.
    static String[] beginnings(String words) {
        return Stream.of(Names.slug(words).split("-", -1))
                .filter(part -> !part.isEmpty())
                .map("%%-%s%%"::formatted)
                .toArray(String[]::new);
    }

    /// Those that fit best first.
    ///
    /// @param teams each in its newest season
    public record Found(List<Rider> riders, List<Race> races, List<Team> teams) {
        public Found {
            riders = List.copyOf(riders);
            races = List.copyOf(races);
            teams = List.copyOf(teams);
        }

        public boolean isNothing() {
            return riders.isEmpty() && races.isEmpty() && teams.isEmpty();
        }
    }
}
