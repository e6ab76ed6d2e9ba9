package musette.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The offers, answered from memory: a story's gate asks for one on each page.
///
/// The catalog is small and old offers never change, so all of it is read again after a minute, and
/// at once when this program publishes a new one.
@Component
public class Offers {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final String ALL_OFFERS =
            """
            SELECT id, market, effective_from
            FROM offer
            ORDER BY effective_from DESC, id DESC
            """;
    private static final String ALL_PHASES =
            """
            SELECT p.offer, p.term, p.kind, p.price, m.currency, p.months, p.periods
            FROM offer_phase p
            JOIN offer o ON o.id = p.offer
            JOIN market m ON m.code = o.market
            ORDER BY p.offer, p.term, p.position
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final Markets markets;
    private volatile @Nullable Known known;

    public Offers(JdbcClient sql, Clock clock, Markets markets) {
        this.sql = sql;
        this.clock = clock;
        this.markets = markets;
    }

    /// What new readers of that market see now; empty when the publisher sells nothing there.
    public Optional<Offer> forMarket(Market market) {
        var now = clock.instant();
        return all().stream()
                .filter(offer -> offer.market().equals(market))
                .filter(offer -> !offer.effectiveFrom().isAfter(now))
                .findFirst();
    }

    /// An offer of any age.
    public Optional<Offer> ofId(long id) {
        return all().stream().filter(offer -> offer.id() == id).findFirst();
    }

    void readAgain() {
        known = null;
    }

    /// Newest first.
    private List<Offer> all() {
        var now = clock.instant();
        var held = known;
        if (held != null && held.isFresh(now)) {
            return held.offers();
        }
        var read = new Known(read(), now);
        known = read;
        return read.offers();
    }

    private List<Offer> read() {
        var phases =
                sql.sql(ALL_PHASES).query(Offers::phase).list().stream()
                        .collect(
                                Collectors.groupingBy(
                                        PhaseRow::offer, Collectors.groupingBy(PhaseRow::term)));
        return sql.sql(ALL_OFFERS).query((row, number) -> offer(row, phases)).list();
    }

    private Offer offer(ResultSet row, Map<Long, Map<Term, List<PhaseRow>>> phases)
            throws SQLException {
        var id = row.getLong("id");
        var plans = phases.getOrDefault(id, Map.of());
        return new Offer(
                id,
                markets.ofCode(row.getString("market")).orElseThrow(),
                plan(Term.MONTH, plans),
                plan(Term.YEAR, plans),
                row.getObject("effective_from", OffsetDateTime.class).toInstant());
    }

    private static Plan plan(Term term, Map<Term, List<PhaseRow>> plans) {
        var rows = plans.getOrDefault(term, List.of());
        return new Plan(term, rows.stream().map(PhaseRow::phase).toList());
    }

    private static PhaseRow phase(ResultSet row, int number) throws SQLException {
        return new PhaseRow(
                row.getLong("offer"),
                Term.read(row.getString("term")).orElseThrow(),
                new Phase(
                        Phase.Kind.read(row.getString("kind")),
                        Money.of(row.getString("currency"), row.getLong("price")),
                        row.getInt("months"),
                        row.getObject("periods", Integer.class)));
    }

    private record PhaseRow(long offer, Term term, Phase phase) {}

    private record Known(List<Offer> offers, Instant readAt) {
        boolean isFresh(Instant now) {
            return Duration.between(readAt, now).abs().compareTo(FRESH) < 0;
        }
    }
}
