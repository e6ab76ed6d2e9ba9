package musette.racing;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

/// Recognises the riders of one file, and opens those the house has not met. The stored riders that
/// may be meant are fetched once; nobody else may open riders meanwhile (`ImportTransaction`
/// locks).
///
/// The UCI ID decides where both sides have one; else the folded name, as long as nothing known
/// contradicts it; a nation that the rider once rode for does not. Where the name fits nobody, or
/// two, the provider's own word for the rider decides, as long as the names share one: a column of
/// such words that has slipped by a row must make nobody another. Where two stored riders fit all
/// the same, nobody is chosen.
final class Riders {
    /// `OFFSET 0` has each name and UCI ID looked up in the index, also while an archive comes in
    /// and the database has no idea yet how many riders there are.
    private static final String RIDERS_THAT_MAY_BE_MEANT =
            """
            SELECT DISTINCT id, uci_id, family, given, nation, born, region,
                ARRAY(SELECT nation FROM sporting_nation WHERE rider_id = meant.id) AS nations
            FROM (
                SELECT rider.*
                FROM unnest(:folded) AS searched
                CROSS JOIN LATERAL (SELECT * FROM rider WHERE folded = searched OFFSET 0) AS rider
                UNION ALL
                SELECT rider.*
                FROM unnest(:uciIds) AS searched
                CROSS JOIN LATERAL (SELECT * FROM rider WHERE uci_id = searched OFFSET 0) AS rider
                UNION ALL
                SELECT rider.*
                FROM rider_provider_id
                JOIN rider ON rider.id = rider_id
                WHERE key = ANY(:keys))
                AS meant
            """;

    private static final String RIDERS_OF_KEYS =
            """
            SELECT key, rider_id
            FROM rider_provider_id
            WHERE key = ANY(:keys)
            """;
    private static final String KEEP_KEYS =
            """
            INSERT INTO rider_provider_id (key, rider_id)
            SELECT *
            FROM unnest(:keys, :riders)
            ON CONFLICT (key) DO UPDATE
            SET rider_id = excluded.rider_id
            """;

    private static final String OPEN_RIDERS =
            """
            INSERT INTO rider (uci_id, family, given, display, slug, folded, nation, born, region)
            SELECT *
            FROM unnest(:uciIds, :families, :givens, :displays, :slugs, :folded, :nations, :born,
                :regions)
            ON CONFLICT (slug) DO NOTHING
            RETURNING id, slug
            """;
    private static final String COMPLETE_RIDER =
            """
            UPDATE rider
            SET uci_id = :uciId, nation = :nation, born = :born, region = :region
            WHERE id = :rider
            """;

    private final JdbcClient sql;
    private final Map<String, List<Known>> byName = new HashMap<>();
    private final Map<String, Known> byUciId = new HashMap<>();
    private final Map<Long, Known> byId = new HashMap<>();
    private final Map<String, Long> keys = new HashMap<>();
    private final Map<String, Long> learned = new HashMap<>();
    private final Map<String, Integer> twins = new HashMap<>();
    private final Map<ResultFile.Entrant, String> folded = new HashMap<>();
    private final Set<Long> ofSeveralNations = new LinkedHashSet<>();

    /// The id of a rider who is about to be opened.
    private static final long NOT_YET = -1;

    /// Asked for once, and only where several riders could be meant.
    private final SingletonSupplier<RiderIdentities.People> people;

    /// @param nations every one that the rider has ridden for; empty where there is one at most
    private record Known(long id, ResultFile.Entrant entrant, Set<String> nations) {
        boolean rodeForAnother(ResultFile.Entrant other) {
            return entrant.nation() != null
                    && other.nation() != null
                    && !entrant.nation().equals(other.nation());
        }

        boolean mayBe(ResultFile.Entrant other) {
            return entrant.maybe(
                    other.nation() != null && nations.contains(other.nation())
                            ? other.of(entrant.nation())
                            : other);
        }
    }

    Riders(JdbcClient sql, List<ResultFile.Entrant> entrants) {
        this.sql = sql;
        people = SingletonSupplier.of(() -> RiderIdentities.people(sql));
        var asked = entrants.stream().flatMap(Riders::key).toArray(String[]::new);
        sql.sql(RIDERS_THAT_MAY_BE_MEANT)
                .param("keys", asked)
                .param("folded", entrants.stream().map(this::folded).toArray(String[]::new))
                .param(
                        "uciIds",
                        entrants.stream()
                                .flatMap(e -> Optional.ofNullable(e.uciId()).stream())
                                .toArray(String[]::new))
                .query((row, number) ->
                        new Known(
                                row.getLong("id"),
                                new ResultFile.Entrant(
                                        row.getString("uci_id"),
                                        row.getString("family"),
                                        row.getString("given"),
                                        row.getString("nation"),
                                        row.getObject("born", LocalDate.class),
                                        null,
                                        row.getString("region")),
                                Set.of((String[]) row.getArray("nations").getArray())))
                .list()
                .forEach(this::remember);
        if (asked.length > 0) {
            sql.sql(RIDERS_OF_KEYS)
                    .param("keys", asked)
                    .query(row -> {
                        keys.put(row.getString("key"), row.getLong("rider_id"));
                    });
        }
        openStrangers(entrants);
    }

    /// The rider's id; empty when several riders could be meant.
    OptionalLong id(ResultFile.Entrant entrant) {
        var fitting = fitting(entrant);
        if (fitting.isEmpty()) {
            openStrangers(List.of(entrant)); // The row above has contradicted what fitted before.
            fitting = fitting(entrant);
        }
        if (fitting.size() > 1 && !areOne(fitting)) {
            return OptionalLong.empty();
        }
        var meant = fitting.getFirst();
        long rider = complete(meant, entrant);
        if (!meant.nations().isEmpty() || meant.rodeForAnother(entrant)) {
            ofSeveralNations.add(rider);
        }
        key(entrant).forEach(key -> learned.put(key, rider));
        return OptionalLong.of(rider);
    }

    /// Those among them of whom the file tells another nation than the house knew, and those who
    /// have had several.
    Set<Long> ofSeveralNations() {
        return Set.copyOf(ofSeveralNations);
    }

    /// Keeps what the file's provider calls its riders.
    void learnKeys() {
        learned.entrySet().removeAll(keys.entrySet());
        if (!learned.isEmpty()) {
            sql.sql(KEEP_KEYS)
                    .param("keys", learned.keySet().toArray(String[]::new))
                    .param("riders", learned.values().toArray(Long[]::new))
                    .update();
        }
    }

    /// Whether somebody has said that all of them are one person.
    private boolean areOne(List<Known> fitting) {
        return fitting.stream()
                .allMatch(known -> people.obtain().areOne(known.id(), fitting.getFirst().id()));
    }

    private List<Known> fitting(ResultFile.Entrant entrant) {
        var sure = entrant.uciId() == null ? null : byUciId.get(entrant.uciId());
        if (sure != null) {
            return List.of(sure);
        }
        var fitting =
                byName.getOrDefault(folded(entrant), List.of()).stream()
                        .filter(known -> known.mayBe(entrant))
                        .toList();
        return fitting.size() == 1
                ? fitting
                : key(entrant)
                        .flatMap(key -> Stream.ofNullable(keys.get(key)))
                        .flatMap(rider -> Stream.ofNullable(byId.get(rider)))
                        .filter(known -> sharesName(known.entrant(), entrant))
                        .findFirst()
                        .map(List::of)
                        .orElse(fitting);
    }

    private boolean sharesName(ResultFile.Entrant one, ResultFile.Entrant other) {
        var haveOtherIds = one.uciId() != null && other.uciId() != null;
        return !haveOtherIds && Names.shareAWord(folded(one), folded(other));
    }

    private static Stream<String> key(ResultFile.Entrant entrant) {
        return Stream.ofNullable(entrant.providerKey());
    }

    /// Opens those that fit nobody, neither a stored rider nor one above them in the file.
    private void openStrangers(List<ResultFile.Entrant> entrants) {
        var strangers = new ArrayList<ResultFile.Entrant>();
        for (var entrant : entrants) {
            if (fitting(entrant).isEmpty()) {
                strangers.add(entrant);
                remember(new Known(NOT_YET, entrant, Set.of()));
            }
        }
        byName.values().forEach(knowns -> knowns.removeIf(known -> known.id() == NOT_YET));
        byUciId.values().removeIf(known -> known.id() == NOT_YET);
        while (!strangers.isEmpty()) {
            strangers.removeAll(open(strangers));
        }
    }

    /// Answers those who are open now; whoever was given a taken address is not.
    private Set<ResultFile.Entrant> open(List<ResultFile.Entrant> strangers) {
        var bySlug = new LinkedHashMap<String, ResultFile.Entrant>();
        for (var stranger : strangers) {
            var slug = nextSlug(stranger);
            while (bySlug.putIfAbsent(slug, stranger) != null) {
                slug = nextSlug(stranger); // The second "Ana" and the first "Ana 2" are both
                // `ana-2`.
            }
        }
        var opened = new HashSet<ResultFile.Entrant>();
        sql.sql(OPEN_RIDERS)
                .param("uciIds", texts(strangers, ResultFile.Entrant::uciId))
                .param("families", texts(strangers, ResultFile.Entrant::family))
                .param("givens", texts(strangers, ResultFile.Entrant::given))
                .param("displays", texts(strangers, ResultFile.Entrant::name))
                .param("slugs", bySlug.keySet().toArray(String[]::new))
                .param("folded", texts(strangers, this::folded))
                .param("nations", texts(strangers, ResultFile.Entrant::nation))
                .param("regions", texts(strangers, ResultFile.Entrant::region))
                .param(
                        "born",
                        strangers.stream()
                                .map(stranger ->
                                        stranger.born() == null
                                                ? null
                                                : Date.valueOf(stranger.born()))
                                .toArray(Date[]::new))
                .query(row -> {
                    var stranger = Objects.requireNonNull(bySlug.get(row.getString("slug")));
                    opened.add(stranger);
                    remember(new Known(row.getLong("id"), stranger, Set.of()));
                });
        return opened;
    }

    /// Where the last search for a free address ended, not from the beginning each time: a file may
    /// hold a thousand riders of one name.
    private String nextSlug(ResultFile.Entrant stranger) {
        var folded = folded(stranger);
        var base = folded.isEmpty() ? "rider" : folded;
        var twin = twins.merge(base, 1, Integer::sum);
        return twin == 1 ? base : base + "-" + twin;
    }

    private static @Nullable String[] texts(
            List<ResultFile.Entrant> strangers, Function<ResultFile.Entrant, @Nullable String> of) {
        return strangers.stream().map(of).toArray(String[]::new);
    }

    /// Adds what the file knows and the house did not; what the house knew stays.
    private long complete(Known known, ResultFile.Entrant entrant) {
        var fuller = known.entrant().filledFrom(entrant);
        if (!fuller.equals(known.entrant())) {
            sql.sql(COMPLETE_RIDER)
                    .param("uciId", fuller.uciId())
                    .param("nation", fuller.nation())
                    .param("born", fuller.born())
                    .param("region", fuller.region())
                    .param("rider", known.id())
                    .update();
            byName.getOrDefault(folded(known.entrant()), List.of()).remove(known);
            remember(new Known(known.id(), fuller, known.nations()));
        }
        return known.id();
    }

    private void remember(Known known) {
        byId.put(known.id(), known);
        byName.computeIfAbsent(folded(known.entrant()), name -> new ArrayList<>()).add(known);
        var uciId = known.entrant().uciId();
        if (uciId != null) {
            byUciId.put(uciId, known);
        }
    }

    private String folded(ResultFile.Entrant entrant) {
        return folded.computeIfAbsent(entrant, name -> Names.folded(name.given(), name.family()));
    }
}
