package musette.racing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Questions about the record of a rider or a team. An answer about a race says whether it rests on
/// complete data; where it does not, there is no number, because a number would be a guess.
@Component
public class Palmares {
    private static final String MARGINS =
            """
            SELECT edition.year, min(result_row.gap) AS gap
            FROM edition
            JOIN result ON result.edition_id = edition.id
            JOIN result_row ON result_row.result_id = result.id
                AND result_row.revision = result.revision
            WHERE edition.race_id = :race
              AND result.kind = 'general' AND result.stage_id IS NULL
              AND result_row.place = 2 AND result_row.status = 'FINISHED'
              AND (result_row.gap IS NOT NULL OR same_time)
            GROUP BY edition.year
            ORDER BY edition.year DESC
            """;
    private static final String RIDER_BY_SLUG =
            """
            SELECT id AS rider_id, uci_id, family, given, display, slug AS rider_slug, nation, born
            FROM rider
            WHERE slug = :slug
            """;
    private static final String REGION_OF_RIDER =
            """
            SELECT region
            FROM rider
            WHERE id = :rider AND region IS NOT NULL
            """;
    private static final String NAMED_RIDERS =
            """
            SELECT id AS rider_id, uci_id, family, given, display, slug AS rider_slug, nation, born
            FROM rider
            WHERE id IN (:riders)
            ORDER BY id
            """;
    private static final String RIDERS_OF_NATION =
            """
            SELECT id AS rider_id, uci_id, family, given, display, slug AS rider_slug, nation, born
            FROM rider
            WHERE id IN (
                SELECT known.id
                FROM rider known
                WHERE known.nation = :nation
                UNION
                SELECT rider_id
                FROM sporting_nation
                WHERE sporting_nation.nation = :nation)
            ORDER BY folded
            LIMIT :most
            """;
    private static final String SEASONS_OF_TEAM =
            """
            SELECT id AS team_id, season, name AS team_name, print
            FROM team
            WHERE folded = :folded
            ORDER BY season DESC
            """;

    private static final String EARLIER_PLACES =
            """
            SELECT rider_id, year, min(place) AS place
            FROM (
                SELECT rider_id, edition.year, result_row.place
                FROM result_row
                JOIN result ON result.id = result_id AND result.revision = result_row.revision
                JOIN edition ON edition.id = edition_id
                WHERE race_id = :race AND year < :year AND rider_id IN (:riders)
                  AND result.kind = 'general' AND stage_id IS NULL
                  AND result_row.place <= :last AND result_row.status = 'FINISHED'
                UNION ALL
                SELECT rider_id, edition.year, 1
                FROM edition_winner
                JOIN edition ON edition.id = edition_id
                WHERE race_id = :race AND year < :year AND rider_id IN (:riders)) AS known
            GROUP BY rider_id, year
            ORDER BY year DESC
            """;

    private final JdbcClient sql;
    private final Races races;
    private final StoredResults stored;

    public Palmares(JdbcClient sql) {
        this.sql = sql;
        stored = new StoredResults(sql);
        races = new Races(sql);
    }

    /// What a win by the rider in that edition means; earlier editions alone count.
    public Wins wins(Edition edition, Rider rider) {
        return honours(edition, rider).wins();
    }

    /// The same, and what else a win means.
    public Honours honours(Edition edition, Rider rider) {
        var people = RiderIdentities.people(sql);
        var near =
                races.winners(edition.race().id()).stream()
                        .map(Races.Winner::rider)
                        .filter(other -> other.isNear(rider))
                        .map(Rider::id)
                        .filter(other -> !people.areDecided(other, rider.id()))
                        .collect(Collectors.toSet());
        return KnownWinners.of(sql, edition.race().id())
                .history()
                .honours(
                        edition.year(),
                        origin(rider),
                        rider.born(),
                        winner -> people.areOne(winner.rider(), rider.id()),
                        winner -> near.contains(winner.rider()),
                        KnownWinners.Winner::origin);
    }

    private WinnersHistory.Origin origin(Rider rider) {
        var region =
                sql.sql(REGION_OF_RIDER).param("rider", rider.id()).query(String.class).optional();
        return new WinnersHistory.Origin(rider.nation(), region.orElse(null));
    }

    /// Who has won a race, and by how much.
    public RaceHistory historyOf(long race) {
        var people = RiderIdentities.people(sql);
        var known = KnownWinners.of(sql, race);
        var wins = RaceHistory.underOneName(races.winners(race), people);
        return new RaceHistory(
                known.since(),
                known.history().isWhole(),
                RaceHistory.isDoubtful(wins, people),
                wins,
                sql.sql(MARGINS).param("race", race).query(Palmares::margin).list());
    }

    private static RaceHistory.Margin margin(ResultSet row, int number) throws SQLException {
        return new RaceHistory.Margin(row.getInt("year"), new Gap(row.getInt("gap")));
    }

    /// The winner of the last edition before this one that somebody won; empty where that is not
    /// known, and where several shared it.
    public Optional<Defending> defending(Edition edition) {
        return KnownWinners.of(sql, edition.race().id())
                .history()
                .defending(edition.year())
                .map(won ->
                        new Defending(
                                won.year(),
                                won.rider().rider(),
                                RiderIdentities.people(sql).namesOf(won.rider().rider())));
    }

    /// @param names the numbers of all riders who are this one
    public record Defending(int year, long rider, Set<Long> names) {
        public Defending {
            names = Set.copyOf(names);
        }
    }

    /// Where those riders came, under any of their names, in the editions before this one, as far
    /// as we know: the newest year first, down to place `last`. Nothing says that it is all.
    public Map<Rider, List<EarlierPlace>> earlierPlaces(
            Edition edition, List<Rider> riders, int last) {
        var people = RiderIdentities.people(sql);
        var byName = new HashMap<Long, Rider>();
        riders.forEach(
                rider -> people.namesOf(rider.id()).forEach(name -> byName.put(name, rider)));
        var places = new LinkedHashMap<Rider, List<EarlierPlace>>();
        if (!byName.isEmpty()) {
            sql.sql(EARLIER_PLACES)
                    .param("race", edition.race().id())
                    .param("year", edition.year())
                    .param("riders", byName.keySet())
                    .param("last", last)
                    .query(row -> {
                        places.computeIfAbsent(
                                        byName.get(row.getLong("rider_id")),
                                        none -> new ArrayList<>())
                                .add(new EarlierPlace(row.getInt("year"), row.getInt("place")));
                    });
        }
        return places;
    }

    public record EarlierPlace(int year, int place) {}

    /// Under what other names those riders are known to us, as somebody has said; riders with one
    /// name are not among them.
    public Map<Long, List<Rider>> otherNames(List<Rider> riders) {
        var people = RiderIdentities.people(sql);
        var asked = riders.stream().map(Rider::id).filter(people.people()::containsKey).toList();
        var known = new HashMap<Long, List<Rider>>();
        for (var rider : asked) {
            var others = people.namesOf(rider);
            others.remove(rider);
            known.put(
                    rider,
                    sql.sql(NAMED_RIDERS)
                            .param("riders", others)
                            .query((row, number) -> Races.rider(row))
                            .list());
        }
        return known;
    }

    /// What a rider has done under every name that somebody has said is theirs; empty when nobody
    /// has that slug.
    public Optional<Career> career(String slug) {
        return sql.sql(RIDER_BY_SLUG)
                .param("slug", slug)
                .query((row, number) -> Races.rider(row))
                .optional()
                .map(this::career);
    }

    private Career career(Rider rider) {
        var others = otherNames(List.of(rider)).getOrDefault(rider.id(), List.of());
        var names = Stream.concat(Stream.of(rider), others.stream()).map(Rider::id).toList();
        var results = stored.ofRiders(names);
        var raced =
                results.stream()
                        .filter(result -> result.key().isRace())
                        .map(result -> result.edition().id())
                        .collect(Collectors.toSet());
        var listed =
                races.wins(names).stream()
                        .filter(win -> !raced.contains(win.edition().id()))
                        .toList();
        return new Career(rider, others, origin(rider).region(), results, listed);
    }

    /// @param otherNames under which the rider is known to us, too
    /// @param region in words; null where nobody has told it
    /// @param results each with the rider's row only
    /// @param listed wins of which nothing but the winner is known
    public record Career(
            Rider rider,
            List<Rider> otherNames,
            @Nullable String region,
            List<Result> results,
            List<Races.Winner> listed) {
        public Career {
            otherNames = List.copyOf(otherNames);
            results = List.copyOf(results);
            listed = List.copyOf(listed);
        }

        /// The name that stands for all of them: the one that we have known longest.
        public Rider first() {
            return Stream.concat(Stream.of(rider), otherNames.stream())
                    .min(Comparator.comparingLong(Rider::id))
                    .orElse(rider);
        }
    }

    /// Who rides for a nation or once did, and the races that were won for it last, as many of each
    /// at most.
    ///
    /// @param code three letters, `ESP`
    public Nation nation(String code, int most) {
        return new Nation(
                sql.sql(RIDERS_OF_NATION)
                        .param("nation", code)
                        .param("most", most)
                        .query((row, number) -> Races.rider(row))
                        .list(),
                races.winsOfNation(code, most));
    }

    /// @param riders by name
    /// @param wins the newest first
    public record Nation(List<Rider> riders, List<Races.Winner> wins) {
        public Nation {
            riders = List.copyOf(riders);
            wins = List.copyOf(wins);
        }
    }

    /// What a team and its riders did in a season.
    ///
    /// @param name in any spelling, signs and case aside
    public Optional<Season> season(String name, int year) {
        var seasons =
                sql.sql(SEASONS_OF_TEAM)
                        .param("folded", Names.foldedTeam(name))
                        .query((row, number) -> Races.knownTeam(row))
                        .list();
        return seasons.stream()
                .filter(team -> team.season() == year)
                .findFirst()
                .map(team ->
                        new Season(
                                team,
                                seasons.stream().map(Team::season).toList(),
                                stored.ofTeam(team.id())));
    }

    /// @param years of all seasons in which the team had this name, the newest first
    /// @param results each with the team's rows only, in the order of the result
    public record Season(Team team, List<Integer> years, List<Result> results) {
        public Season {
            years = List.copyOf(years);
            results = List.copyOf(results);
        }
    }

    /// @param inARow how many editions in a row this one makes, 1 where the last was another's;
    ///   empty where that is not known
    /// @param ofNation the last from the winner's nation; empty where that is not known
    /// @param ofRegion the last from the winner's region of it; empty where that is not known
    public record Honours(
            Wins wins,
            OptionalInt inARow,
            Optional<LastFrom> ofNation,
            Optional<LastFrom> ofRegion) {}

    /// Since when nobody from there had won.
    ///
    /// @param where the code of a nation, three letters, or a region in words
    /// @param year empty where nobody ever had
    /// @param between how many editions others have won since, or ever
    public record LastFrom(String where, OptionalInt year, int between) {}

    /// @param earlier the years of the earlier wins that are known, in order
    /// @param complete whether no earlier win can be missing
    public record Wins(List<Integer> earlier, boolean complete) {
        public Wins {
            earlier = List.copyOf(earlier);
        }

        /// Which win this one is, 1 for the first; empty when the records do not go back far
        /// enough.
        public OptionalInt number() {
            return complete ? OptionalInt.of(earlier.size() + 1) : OptionalInt.empty();
        }
    }
}
