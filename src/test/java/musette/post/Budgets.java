package musette.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import musette.store.DataFolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The mail budget for tests of other rooms, on a real database.
public final class Budgets {
    private Budgets() {}

    public static MailBudget at(JdbcClient sql, Clock clock) {
        return new MailBudget(sql, clock, Posts.caught(), new ClientHash(folder()));
    }

    private static DataFolder folder() {
        try {
            return DataFolder.at(Files.createDirectories(Path.of("target", "budget-keys")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
