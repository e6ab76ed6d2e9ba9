package musette.subscriptions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import musette.site.SiteSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The markets. They change with a migration only, so they are read once and answered from memory.
@Component
public class Markets {
    private static final String ALL_MARKETS =
            """
            SELECT m.code, m.name, m.currency, array_agg(c.country::text) AS countries
            FROM market m
            JOIN market_country c ON c.market = m.code
            GROUP BY m.code
            ORDER BY m.name
            """;

    private final List<Market> all;
    private final Market usual;

    public Markets(JdbcClient sql, SiteSettings site) {
        all =
                sql.sql(ALL_MARKETS)
                        .query((row, number) ->
                                new Market(
                                        row.getString("code"),
                                        row.getString("name"),
                                        Money.of(row.getString("currency"), 0).currency(),
                                        Set.of((String[]) row.getArray("countries").getArray())))
                        .list();
        usual =
                named(all, site.market())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "musette.site.market must be one of %s, not %s"
                                                .formatted(
                                                        all.stream().map(Market::code).toList(),
                                                        site.market())));
    }

    public List<Market> all() {
        return all;
    }

    /// The market for readers of whom nothing is known.
    public Market usual() {
        return usual;
    }

    public Optional<Market> ofCode(String code) {
        return named(all, code);
    }

    /// The market of a country by ISO 3166-1 alpha-2, in capitals or not.
    public Optional<Market> ofCountry(String country) {
        var code = country.toUpperCase(Locale.ROOT);
        return all.stream().filter(market -> market.countries().contains(code)).findFirst();
    }

    private static Optional<Market> named(List<Market> markets, String code) {
        return markets.stream().filter(market -> market.code().equals(code)).findFirst();
    }
}
