package musette.flash;

import musette.racing.Palmares;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What results offer to a text, for tests of other rooms.
public final class OffersOfTests {
    private OffersOfTests() {}

    public static FactOffers at(JdbcClient sql) {
        return new FactOffers(new Palmares(sql));
    }
}
