package musette.racing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Which riders of ours are one person. What is doubtful is asked and never guessed; what was
/// decided can be taken back, because nothing is rewritten: rows stay with the rider they were
/// filed for, and whoever counts a person's wins asks here.
@Component
public class RiderIdentities {
    private static final int LONGEST_CAREER = 12;

    private static final String RIDERS =
            """
            SELECT id AS rider_id, uci_id, family, given, display, slug AS rider_slug, nation, born
            FROM rider
            ORDER BY id
            """;
    private static final String DECISIONS_NEWEST_FIRST =
            """
            SELECT one, other, is_same, decided_by
            FROM rider_decision
            ORDER BY decided_at DESC, one, other
            """;
    private static final String CAREERS =
            """
            SELECT rider_id, year, edition.name, result_row.place, result_row.status, print
            FROM result_row
            JOIN result ON result.id = result_id AND result.revision = result_row.revision
            JOIN edition ON edition.id = edition_id
            LEFT JOIN team ON team.id = team_id
            WHERE rider_id IN (:riders) AND result.kind <> 'start-list'
            UNION
            SELECT rider_id, year, edition.name, 1, 'FINISHED', print
            FROM listed_winner
            JOIN edition ON edition.id = edition_id
            LEFT JOIN team ON team.id = team_id
            WHERE rider_id IN (:riders)
            ORDER BY year DESC, name
            """;
    private static final String RESULT_OF_BOTH =
            """
            SELECT edition.year || ' ' || edition.name
            FROM result_row one
            JOIN result_row other USING (result_id, revision)
            JOIN result ON result.id = one.result_id AND result.revision = one.revision
            JOIN edition ON edition.id = edition_id
            WHERE one.rider_id IN (:ones) AND other.rider_id IN (:others)
              AND one.rider_id <> other.rider_id
            LIMIT 1
            """;
    private static final String RACES_WON_BY_EITHER =
            """
            SELECT DISTINCT race_id
            FROM edition_winner
            JOIN edition ON edition.id = edition_id
            WHERE rider_id IN (:one, :other)
            """;
    private static final String KEEP_DECISION =
            """
            INSERT INTO rider_decision (one, other, is_same, decided_by, decided_at)
            VALUES (:one, :other, :same, :who, :now)
            ON CONFLICT (one, other) DO UPDATE
            SET is_same = excluded.is_same, decided_by = excluded.decided_by,
                decided_at = excluded.decided_at
            """;
    private static final String FORGET_DECISION =
            """
            DELETE FROM rider_decision
            WHERE one = :one AND other = :other
            """;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    public RiderIdentities(
            JdbcClient sql,
            TransactionTemplate transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    private record Pair(long one, long other) {
        static Pair of(long some, long more) {
            return new Pair(Math.min(some, more), Math.max(some, more));
        }
    }

    /// What is decided, as those who count wins ask it.
    ///
    /// @param people the smallest id among the riders who are one person, by rider
    record People(Map<Long, Long> people, Set<Pair> apart) {
        boolean areOne(long some, long more) {
            return people.getOrDefault(some, some).equals(people.getOrDefault(more, more));
        }

        /// Everybody who is one person with the rider, and the rider.
        Set<Long> namesOf(long rider) {
            var names = new TreeSet<>(Set.of(rider));
            people.keySet().stream().filter(other -> areOne(rider, other)).forEach(names::add);
            return names;
        }

        /// Whether somebody has said that they are one, or that they are two.
        boolean areDecided(long some, long more) {
            return areOne(some, more) || apart.contains(Pair.of(some, more));
        }
    }

    private record Decision(Pair pair, boolean isSame, String by) {}

    static People people(JdbcClient sql) {
        var people = new HashMap<Long, Long>();
        var apart = new HashSet<Pair>();
        for (var decision : decisions(sql)) {
            var pair = decision.pair();
            if (decision.isSame()) {
                long one = people.getOrDefault(pair.one(), pair.one());
                long other = people.getOrDefault(pair.other(), pair.other());
                people.putIfAbsent(pair.one(), one);
                people.putIfAbsent(pair.other(), other);
                people.replaceAll((rider, person) ->
                        person == one || person == other ? Math.min(one, other) : person);
            } else {
                apart.add(pair);
            }
        }
        return new People(people, apart);
    }

    private static List<Decision> decisions(JdbcClient sql) {
        return sql.sql(DECISIONS_NEWEST_FIRST)
                .query((row, number) ->
                        new Decision(
                                new Pair(row.getLong("one"), row.getLong("other")),
                                row.getBoolean("is_same"),
                                row.getString("decided_by")))
                .list();
    }

    private Map<Long, Rider> riders() {
        return sql.sql(RIDERS).query((row, number) -> Races.rider(row)).list().stream()
                .collect(Collectors.toMap(Rider::id, rider -> rider));
    }

    /// Pairs with names so alike that they may be one person, and nobody has said; the first of
    /// them.
    public List<Question> questions(int most) {
        var riders = riders();
        var people = people(sql);
        var open =
                nearPairs(riders).stream()
                        .filter(pair -> !people.areDecided(pair.one(), pair.other()))
                        .limit(most)
                        .toList();
        var careers =
                careers(
                        open.stream()
                                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                                .toList());
        return open.stream()
                .map(pair ->
                        new Question(
                                side(riders, careers, pair.one()),
                                side(riders, careers, pair.other())))
                .toList();
    }

    private static Question.Side side(
            Map<Long, Rider> riders, Map<Long, List<Question.Line>> careers, long rider) {
        return new Question.Side(known(riders, rider), careers.getOrDefault(rider, List.of()));
    }

    private static Rider known(Map<Long, Rider> riders, long rider) {
        return Objects.requireNonNull(riders.get(rider));
    }

    /// Found by two words of a name that both have: every near pair has them.
    private static Set<Pair> nearPairs(Map<Long, Rider> riders) {
        var byTwoWords = new HashMap<String, List<Rider>>();
        for (var rider : riders.values()) {
            var words =
                    new TreeSet<>(
                            List.of(Names.folded(rider.given(), rider.family()).split("-", -1)));
            for (var word : words) {
                for (var later : words.tailSet(word, false)) {
                    byTwoWords
                            .computeIfAbsent(word + " " + later, key -> new ArrayList<>())
                            .add(rider);
                }
            }
        }
        var pairs = new LinkedHashSet<Pair>();
        for (var alike : byTwoWords.values()) {
            for (int i = 0; i < alike.size(); i++) {
                for (var other : alike.subList(i + 1, alike.size())) {
                    if (mayBeOne(alike.get(i), other)) {
                        pairs.add(Pair.of(alike.get(i).id(), other.id()));
                    }
                }
            }
        }
        return pairs;
    }

    private static boolean mayBeOne(Rider one, Rider other) {
        var areOfOtherAge =
                one.born() != null && other.born() != null && !one.born().equals(other.born());
        return one.isNear(other) && !areOfOtherAge;
    }

    private Map<Long, List<Question.Line>> careers(List<Long> riders) {
        var careers = new HashMap<Long, List<Question.Line>>();
        if (riders.isEmpty()) {
            return careers;
        }
        sql.sql(CAREERS)
                .param("riders", riders)
                .query(row -> {
                    var career =
                            careers.computeIfAbsent(
                                    row.getLong("rider_id"), rider -> new ArrayList<>());
                    if (career.size() < LONGEST_CAREER) {
                        var place = row.getString("place");
                        var team = row.getString("print");
                        career.add(
                                new Question.Line(
                                        row.getInt("year"),
                                        row.getString("name"),
                                        place == null ? row.getString("status") : place,
                                        team == null ? "" : team));
                    }
                });
        return careers;
    }

    /// What was decided, the newest first.
    public List<Question.Decided> decided(int most) {
        var riders = riders();
        return decisions(sql).stream()
                .limit(most)
                .map(decision ->
                        new Question.Decided(
                                known(riders, decision.pair().one()),
                                known(riders, decision.pair().other()),
                                decision.isSame(),
                                decision.by()))
                .toList();
    }

    /// The rider of that name in print or in addresses; empty when none has it, or several.
    public Optional<Rider> named(String name) {
        var slug = Names.slug(name);
        var found =
                riders().values().stream()
                        .filter(rider ->
                                rider.slug().equals(slug)
                                        || Names.slug(rider.display()).equals(slug))
                        .toList();
        return found.stream()
                .filter(rider -> rider.slug().equals(slug) || found.size() == 1)
                .findFirst();
    }

    /// Keeps that two riders are one person, or are two.
    ///
    /// @return a sentence when nothing was kept, else empty
    public String decide(long some, long more, boolean isSame, String who) {
        var riders = riders();
        var pair = Pair.of(some, more);
        var one = riders.get(pair.one());
        var other = riders.get(pair.other());
        if (one == null || other == null || some == more) {
            return "These are not two riders of ours.";
        }
        var refusal = isSame ? refusal(one, other, riders) : "";
        if (refusal.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                sql.sql(KEEP_DECISION)
                        .param("one", pair.one())
                        .param("other", pair.other())
                        .param("same", isSame)
                        .param("who", who)
                        .param("now", OffsetDateTime.now(clock))
                        .update();
                tell(pair);
            });
        }
        return refusal;
    }

    /// Why two cannot be one, asked of all the names that would be one person then.
    private String refusal(Rider one, Rider other, Map<Long, Rider> riders) {
        var people = people(sql);
        var ones = people.namesOf(one.id());
        var others = people.namesOf(other.id());
        var uciIds =
                Stream.concat(ones.stream(), others.stream())
                        .flatMap(
                                rider -> Optional.ofNullable(known(riders, rider).uciId()).stream())
                        .distinct()
                        .count();
        if (uciIds > 1) {
            return "%s and %s have two UCI IDs; they are two riders."
                    .formatted(one.display(), other.display());
        }
        var apart =
                people.apart().stream()
                        .filter(pair -> !pair.equals(Pair.of(one.id(), other.id())))
                        .filter(pair ->
                                (ones.contains(pair.one()) && others.contains(pair.other()))
                                        || (ones.contains(pair.other())
                                                && others.contains(pair.one())))
                        .findFirst();
        if (apart.isPresent()) {
            return "Somebody has said that %s and %s are two riders; take that back first."
                    .formatted(
                            known(riders, apart.get().one()).display(),
                            known(riders, apart.get().other()).display());
        }
        return sql.sql(RESULT_OF_BOTH)
                .param("ones", ones)
                .param("others", others)
                .query(String.class)
                .optional()
                .map(result ->
                        "Both stand in one result, %s; they are two riders.".formatted(result))
                .orElse("");
    }

    /// Takes a decision back: it is asked again, where the names are alike.
    public void undo(long some, long more) {
        var pair = Pair.of(some, more);
        transaction.executeWithoutResult(status -> {
            sql.sql(FORGET_DECISION).param("one", pair.one()).param("other", pair.other()).update();
            tell(pair);
        });
    }

    private void tell(Pair pair) {
        sql.sql(RACES_WON_BY_EITHER)
                .param("one", pair.one())
                .param("other", pair.other())
                .query(Long.class)
                .list()
                .forEach(race -> events.publishEvent(new WinnersListed(race)));
    }

    /// Two riders of ours who may be one person, with what each has done.
    public record Question(Side one, Side other) {

        /// @param career the newest first
        public record Side(Rider rider, List<Line> career) {
            public Side {
                career = List.copyOf(career);
            }
        }

        /// One result.
        ///
        /// @param mark the place, or why there is none
        /// @param team in print; empty when nobody noted it
        public record Line(int year, String race, String mark, String team) {}

        /// What somebody has decided.
        public record Decided(Rider one, Rider other, boolean isSame, String by) {}
    }
}
