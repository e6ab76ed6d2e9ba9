package musette.racing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Races, their editions, and who won them.
@Component
public class Races {
    private static final String RACES_WITH_LATEST_WINNERS =
            """
            SELECT race.id AS race_id, race.slug, race.name AS race_name, gender,
                race.country AS race_country, latest.year, latest.winners
            FROM race
            LEFT JOIN LATERAL (
                SELECT edition.year, string_agg(display, ', ' ORDER BY display) AS winners
                FROM edition
                JOIN edition_winner ON edition_winner.edition_id = edition.id
                JOIN rider ON rider.id = rider_id
                WHERE edition.race_id = race.id
                GROUP BY edition.year
                ORDER BY edition.year DESC
                LIMIT 1) AS latest ON true
            WHERE EXISTS (
                SELECT FROM edition
                LEFT JOIN result ON result.edition_id = edition.id
                LEFT JOIN listed_winner ON listed_winner.edition_id = edition.id
                WHERE edition.race_id = race.id
                  AND (result.revision > 0 OR listed_winner.list_id IS NOT NULL))
            ORDER BY race.name
            """;
    private static final String EDITION_BY_SLUG_AND_YEAR =
            """
            SELECT edition.*, race.slug, race.name AS race_name, gender, race.country AS race_country
            FROM edition
            JOIN race ON race.id = edition.race_id
            WHERE race.slug = :slug AND edition.year = :year
            """;
    private static final String RACE_BY_SLUG =
            """
            SELECT id AS race_id, slug, name AS race_name, gender, country AS race_country
            FROM race
            WHERE slug = :slug
            """;
    private static final String EDITION_BY_ID =
            """
            SELECT edition.*, race.slug, race.name AS race_name, gender, race.country AS race_country
            FROM edition
            JOIN race ON race.id = edition.race_id
            WHERE edition.id = :edition
            """;
    private static final String EDITIONS_NEWEST_FIRST =
            """
            SELECT edition.*, race.slug, race.name AS race_name, gender, race.country AS race_country
            FROM edition
            JOIN race ON race.id = edition.race_id
            WHERE race.id = :race
            ORDER BY edition.year DESC
            """;
    private static final String WINNERS_NEWEST_FIRST =
            """
            SELECT edition.*, race.slug, race.name AS race_name, gender, race.country AS race_country,
                rider_id, uci_id, family, given, display, rider.slug AS rider_slug,
                COALESCE(rode_for, nation) AS nation, born, team_id, season, team.name AS team_name, print
            FROM edition_winner
            JOIN edition ON edition.id = edition_winner.edition_id
            JOIN race ON race.id = edition.race_id
            JOIN rider ON rider.id = rider_id
            LEFT JOIN team ON team.id = team_id
            WHERE race.id = :race
            ORDER BY edition.year DESC, display
            """;

    private static final String WINS_OF_RIDERS =
            """
            SELECT edition.*, race.slug, race.name AS race_name, gender, race.country AS race_country,
                rider_id, uci_id, family, given, display, rider.slug AS rider_slug,
                COALESCE(rode_for, nation) AS nation, born, team_id, season, team.name AS team_name, print
            FROM edition_winner
            JOIN edition ON edition.id = edition_winner.edition_id
            JOIN race ON race.id = edition.race_id
            JOIN rider ON rider.id = rider_id
            LEFT JOIN team ON team.id = team_id
            WHERE rider_id IN (:riders)
            """;

    private static final String LATEST_WINS_OF_NATION =
            """
            SELECT edition.*, race.slug, race.name AS race_name, gender, race.country AS race_country,
                rider_id, uci_id, family, given, display, rider.slug AS rider_slug,
                COALESCE(rode_for, nation) AS nation, born, team_id, season, team.name AS team_name, print
            FROM rider
            JOIN edition_winner ON edition_winner.rider_id = rider.id
            JOIN edition ON edition.id = edition_winner.edition_id
            JOIN race ON race.id = edition.race_id
            LEFT JOIN team ON team.id = team_id
            WHERE rider.id IN (
                    SELECT id
                    FROM rider
                    WHERE nation = :nation
                    UNION
                    SELECT sporting_nation.rider_id
                    FROM sporting_nation
                    WHERE sporting_nation.nation = :nation)
              AND COALESCE(rode_for, nation) = :nation
            ORDER BY edition.year DESC, held_on DESC NULLS LAST, race_name
            LIMIT :most
            """;

    private final JdbcClient sql;

    public Races(JdbcClient sql) {
        this.sql = sql;
    }

    /// All races of which something is known, by name, each with who won it last.
    public List<LatestWinners> latestWinners() {
        return sql.sql(RACES_WITH_LATEST_WINNERS)
                .query((row, number) ->
                        new LatestWinners(
                                race(row),
                                Objects.requireNonNullElse(row.getString("winners"), ""),
                                row.getInt("year")))
                .list();
    }

    /// @param winners as printed, joint ones one after the other; empty when none is known
    /// @param year 0 when no winner is known
    public record LatestWinners(Race race, String winners, int year) {}

    public Optional<Race> bySlug(String slug) {
        return sql.sql(RACE_BY_SLUG)
                .param("slug", slug)
                .query((row, number) -> race(row))
                .optional();
    }

    public Optional<Edition> edition(long edition) {
        return sql.sql(EDITION_BY_ID)
                .param("edition", edition)
                .query((row, number) -> edition(row))
                .optional();
    }

    /// One year of a race.
    public Optional<Edition> edition(String slug, int year) {
        return sql.sql(EDITION_BY_SLUG_AND_YEAR)
                .param("slug", slug)
                .param("year", year)
                .query((row, number) -> edition(row))
                .optional();
    }

    /// Newest first, cancelled ones among them.
    public List<Edition> editions(long race) {
        return sql.sql(EDITIONS_NEWEST_FIRST)
                .param("race", race)
                .query((row, number) -> edition(row))
                .list();
    }

    /// Newest first; joint winners follow each other.
    public List<Winner> winners(long race) {
        return sql.sql(WINNERS_NEWEST_FIRST)
                .param("race", race)
                .query((row, number) -> new Winner(edition(row), rider(row), team(row)))
                .list();
    }

    /// The races that one of the riders has won.
    List<Winner> wins(Collection<Long> riders) {
        return sql.sql(WINS_OF_RIDERS)
                .param("riders", riders)
                .query((row, number) -> new Winner(edition(row), rider(row), team(row)))
                .list();
    }

    /// The latest races that riders of that nation have won.
    List<Winner> winsOfNation(String nation, int most) {
        return sql.sql(LATEST_WINS_OF_NATION)
                .param("nation", nation)
                .param("most", most)
                .query((row, number) -> new Winner(edition(row), rider(row), team(row)))
                .list();
    }

    /// @param team null when nobody noted it
    public record Winner(Edition edition, Rider rider, @Nullable Team team) {}

    static Race race(ResultSet row) throws SQLException {
        var gender = row.getString("gender");
        return new Race(
                row.getLong("race_id"),
                row.getString("slug"),
                row.getString("race_name"),
                gender == null ? null : Race.Gender.valueOf(gender.toUpperCase(Locale.ROOT)),
                row.getString("race_country"));
    }

    static Edition edition(ResultSet row) throws SQLException {
        return new Edition(
                row.getLong("id"),
                race(row),
                row.getInt("year"),
                row.getString("name"),
                Race.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("held_on", LocalDate.class),
                row.getString("race_class"),
                row.getString("place"),
                row.getString("country"),
                row.getObject("metres", Integer.class),
                Edition.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)));
    }

    static Rider rider(ResultSet row) throws SQLException {
        return new Rider(
                row.getLong("rider_id"),
                row.getString("uci_id"),
                row.getString("family"),
                row.getString("given"),
                row.getString("display"),
                row.getString("rider_slug"),
                row.getString("nation"),
                row.getObject("born", LocalDate.class));
    }

    static @Nullable Team team(ResultSet row) throws SQLException {
        return row.getObject("team_id") == null ? null : knownTeam(row);
    }

    static Team knownTeam(ResultSet row) throws SQLException {
        return new Team(
                row.getLong("team_id"),
                row.getInt("season"),
                row.getString("team_name"),
                row.getString("print"));
    }
}
