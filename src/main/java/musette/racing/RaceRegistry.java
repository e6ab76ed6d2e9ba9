package musette.racing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds or opens races, editions and teams as files name them. A later file fills what was unknown
/// and corrects an edition's facts; a race keeps its name.
final class RaceRegistry {
    private static final String FIND_OR_OPEN_RACE =
            """
            INSERT INTO race (slug, name, gender, country)
            VALUES (:slug, :name, :gender, :country)
            ON CONFLICT (slug) DO UPDATE
            SET gender = COALESCE(race.gender, excluded.gender),
                country = COALESCE(race.country, excluded.country)
            RETURNING id, gender
            """;
    private static final String HOLD_EDITION =
            """
            INSERT INTO edition
                (race_id, year, name, kind, held_on, race_class, place, country, metres, status)
            VALUES
                (:race, :year, :name, COALESCE(:kind, 'road'), :heldOn, :raceClass, :place, :country, :metres, :status)
            ON CONFLICT (race_id, year) DO UPDATE
            SET name = excluded.name,
                kind = COALESCE(:kind, edition.kind),
                held_on = COALESCE(excluded.held_on, edition.held_on),
                race_class = COALESCE(excluded.race_class, edition.race_class),
                place = COALESCE(excluded.place, edition.place),
                country = COALESCE(excluded.country, edition.country),
                metres = COALESCE(excluded.metres, edition.metres),
                status = CASE
                    WHEN edition.status = 'shortened' OR :status = 'planned' THEN edition.status
                    ELSE :status
                END
            RETURNING id
            """;
    private static final String LIST_EDITION =
            """
            INSERT INTO edition (race_id, year, name, status)
            VALUES (:race, :year, :name, :status)
            ON CONFLICT (race_id, year) DO UPDATE
            SET status = CASE
                    WHEN edition.status = 'shortened'
                        OR EXISTS (
                            SELECT FROM result
                            WHERE edition_id = edition.id AND revision > 0
                              AND result.kind <> 'start-list') THEN edition.status
                    ELSE excluded.status
                END
            RETURNING id
            """;

    private static final String HOLD_STAGE =
            """
            INSERT INTO stage (edition_id, number, part, kind, status, held_on, place, metres)
            VALUES (:edition, :number, :part, COALESCE(:kind, 'road'), 'raced', :heldOn, :place,
                :metres)
            ON CONFLICT (edition_id, number, part) DO UPDATE
            SET kind = COALESCE(:kind, stage.kind),
                held_on = COALESCE(excluded.held_on, stage.held_on),
                place = COALESCE(excluded.place, stage.place),
                metres = COALESCE(excluded.metres, stage.metres)
            RETURNING id
            """;

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

    RaceRegistry(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param gender as the house keeps it; null while no file has said so
    record KnownRace(long id, @Nullable String gender) {
        /// Why a file that says so cannot belong to it, if so.
        Optional<String> objection(ResultFile.Head head) {
            var said = head.gender();
            return said == null || said.word().equals(gender)
                    ? Optional.empty()
                    : Optional.of(
                            """
                            The race %s is kept as a %s's race. Give this one a slug of its own, \
                            with a line such as '# slug: %s-%s'.\
                            """
                                    .formatted(head.slug(), gender, head.slug(), said.word()));
        }
    }

    KnownRace race(ResultFile.Head head) {
        var gender = head.gender() == null ? null : head.gender().word();
        return race(head.slug(), head.race(), gender, head.country());
    }

    long race(WinnersFile file) {
        return race(file.slug(), file.race(), null, null).id();
    }

    private KnownRace race(
            String slug, String name, @Nullable String gender, @Nullable String country) {
        return sql.sql(FIND_OR_OPEN_RACE)
                .param("slug", slug)
                .param("name", name)
                .param("gender", gender)
                .param("country", country)
                .query((row, number) -> new KnownRace(row.getLong("id"), row.getString("gender")))
                .single();
    }

    /// A stage's own day, town, distance and kind are not those of the edition.
    long edition(long race, ResultFile.Head head) {
        var isStage = head.key().stage() != null;
        return sql.sql(HOLD_EDITION)
                .param("race", race)
                .param("year", head.year())
                .param("name", head.edition())
                .param("kind", isStage ? null : word(head.kind()))
                .param("heldOn", isStage ? null : head.heldOn())
                .param("raceClass", head.raceClass())
                .param("place", isStage ? null : head.place())
                .param("country", head.country())
                .param("metres", isStage ? null : head.metres())
                .param("status", status(head).word())
                .query(Long.class)
                .single();
    }

    /// The stage that the file is about; null for the whole race.
    @Nullable Long stage(long edition, ResultFile.Head head) {
        var number = head.key().stage();
        return number == null
                ? null
                : sql.sql(HOLD_STAGE)
                        .param("edition", edition)
                        .param("number", number.number())
                        .param("part", number.part())
                        .param("kind", word(head.kind()))
                        .param("heldOn", head.heldOn())
                        .param("place", head.place())
                        .param("metres", head.metres())
                        .query(Long.class)
                        .single();
    }

    private static Edition.Status status(ResultFile.Head head) {
        return head.key().isStartList() ? Edition.Status.PLANNED : Edition.Status.HELD;
    }

    private static @Nullable String word(Race.@Nullable Kind kind) {
        return kind == null ? null : kind.word();
    }

    long edition(long race, WinnersFile file, WinnersFile.Row row) {
        var status = row.winner() == null ? Edition.Status.CANCELLED : Edition.Status.HELD;
        return sql.sql(LIST_EDITION)
                .param("race", race)
                .param("year", row.year())
                .param("name", file.race())
                .param("status", status.word())
                .query(Long.class)
                .single();
    }

    /// The ids of the teams of that season, by the names as given; signs and case aside, one
    /// spelling is one team.
    Map<String, Long> teams(int season, List<String> names) {
        var spelling = new LinkedHashMap<String, String>();
        names.forEach(name -> spelling.putIfAbsent(Names.foldedTeam(name), name));
        var byFolded = knownTeams(season, spelling);
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

    private Map<String, Long> knownTeams(int season, Map<String, String> spelling) {
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
