package musette.post;

import java.time.Clock;
import musette.keys.TestKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The mail budget for tests of other rooms, on a real database.
public final class Budgets {
    private Budgets() {}

    public static MailBudget at(JdbcClient sql, Clock clock) {
        return new MailBudget(sql, clock, Posts.caught(), new ClientHash(TestKeys.own()));
    }
}
