package musette.racing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Recognises the riders of one file, and opens those the house has not met. The stored riders that
/// may be meant are fetched once; nobody else may open riders meanwhile (`ImportTransaction`
/// locks).
///
/// The UCI ID decides where both sides have one; else the folded name, as long as nothing known
/// contradicts it. Where two stored riders fit, nobody is chosen.
final class Riders {
    private static final String RIDERS_THAT_MAY_BE_MEANT =
            """
            SELECT id, uci_id, family, given, nation, born
            FROM rider
            WHERE folded = ANY(:folded) OR uci_id = ANY(:uciIds)
            """;
    private static final String OPEN_RIDER =
            """
            INSERT INTO rider (uci_id, family, given, display, slug, folded, nation, born)
            VALUES (:uciId, :family, :given, :display, :slug, :folded, :nation, :born)
            ON CONFLICT (slug) DO NOTHING
            RETURNING id
            """;
    private static final String COMPLETE_RIDER =
            """
            UPDATE rider
            SET uci_id = :uciId, nation = :nation, born = :born
            WHERE id = :rider
            """;

    private final JdbcClient sql;
    private final Map<String, List<Known>> byName = new HashMap<>();
    private final Map<String, Known> byUciId = new HashMap<>();
    private final Map<String, Integer> twins = new HashMap<>();
    private final RiderIdentities.People people;

    private record Known(long id, ResultFile.Entrant entrant) {}

    Riders(JdbcClient sql, List<ResultFile.Entrant> entrants) {
        this.sql = sql;
        people = RiderIdentities.people(sql);
        sql.sql(RIDERS_THAT_MAY_BE_MEANT)
                .param("folded", entrants.stream().map(Riders::folded).toArray(String[]::new))
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
                                        row.getObject("born", LocalDate.class))))
                .list()
                .forEach(this::remember);
    }

    /// The rider's id; empty when several riders could be meant.
    OptionalLong id(ResultFile.Entrant entrant) {
        var fitting = fitting(entrant);
        if (fitting.size() > 1 && !areOne(fitting)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                fitting.isEmpty() ? open(entrant) : complete(fitting.getFirst(), entrant));
    }

    /// Whether somebody has said that all of them are one person.
    private boolean areOne(List<Known> fitting) {
        return fitting.stream()
                .allMatch(known -> people.areOne(known.id(), fitting.getFirst().id()));
    }

    private List<Known> fitting(ResultFile.Entrant entrant) {
        var sure = entrant.uciId() == null ? null : byUciId.get(entrant.uciId());
        return sure != null
                ? List.of(sure)
                : byName.getOrDefault(folded(entrant), List.of()).stream()
                        .filter(known -> known.entrant().maybe(entrant))
                        .toList();
    }

    private long open(ResultFile.Entrant entrant) {
        var folded = folded(entrant);
        var base = folded.isEmpty() ? "rider" : folded;
        var id = OptionalLong.empty();
        while (id.isEmpty()) {
            // Where the last search for a free address ended, not from the beginning each time: a
            // file may hold a thousand riders of one name.
            var twin = twins.merge(base, 1, Integer::sum);
            id = open(entrant, folded, twin == 1 ? base : base + "-" + twin);
        }
        remember(new Known(id.getAsLong(), entrant));
        return id.getAsLong();
    }

    private OptionalLong open(ResultFile.Entrant entrant, String folded, String slug) {
        var id =
                sql.sql(OPEN_RIDER)
                        .param("uciId", entrant.uciId())
                        .param("family", entrant.family())
                        .param("given", entrant.given())
                        .param("display", entrant.name())
                        .param("slug", slug)
                        .param("folded", folded)
                        .param("nation", entrant.nation())
                        .param("born", entrant.born())
                        .query(Long.class)
                        .optional();
        return id.isPresent() ? OptionalLong.of(id.get()) : OptionalLong.empty();
    }

    /// Adds what the file knows and the house did not; what the house knew stays.
    private long complete(Known known, ResultFile.Entrant entrant) {
        var fuller = known.entrant().filledFrom(entrant);
        if (!fuller.equals(known.entrant())) {
            sql.sql(COMPLETE_RIDER)
                    .param("uciId", fuller.uciId())
                    .param("nation", fuller.nation())
                    .param("born", fuller.born())
                    .param("rider", known.id())
                    .update();
            byName.getOrDefault(folded(known.entrant()), List.of()).remove(known);
            remember(new Known(known.id(), fuller));
        }
        return known.id();
    }

    private void remember(Known known) {
        byName.computeIfAbsent(folded(known.entrant()), name -> new ArrayList<>()).add(known);
        var uciId = known.entrant().uciId();
        if (uciId != null) {
            byUciId.put(uciId, known);
        }
    }

    private static String folded(ResultFile.Entrant entrant) {
        return Names.folded(entrant.given(), entrant.family());
    }
}
