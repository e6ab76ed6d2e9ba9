package musette.staff;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The people of a newsroom for tests of other rooms; nobody is mailed.
public final class StaffOfTests {
    private StaffOfTests() {}

    public static Staff at(JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        return new Staff(
                sql,
                transaction,
                clock,
                new StaffSettings("Maite Etxeberria", "maite@musette.example"),
                event -> {});
    }
}
