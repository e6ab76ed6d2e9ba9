package musette.stories;

import java.time.Clock;
import java.util.OptionalLong;
import musette.text.PlainText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A draft of a few words, for tests of the rooms that work on one.
public final class ShortStory {
    private ShortStory() {}

    /// "Izagirre wins", by the first of the staff; answers its id.
    public static long open(
            JdbcClient sql, TransactionTemplate transaction, Clock clock, String text) {
        return new Stories(sql, new Manuscripts(sql, transaction, clock))
                .open(
                        new Draft(
                                "",
                                "Izagirre wins",
                                "",
                                PlainText.read(text),
                                1,
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                "desk",
                                false));
    }
}
