package musette.racing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import musette.store.RolledBack;
import musette.wire.ParsedFile;
import musette.wire.ParsedFile.ParsedResult;
import musette.wire.ParsedFile.ParsedWinners;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The room on a real database, filled with files as they come in. What a test stores is rolled
/// back after it.
abstract class RacingRoom extends RolledBack {
    static final Instant FINISH = Instant.parse("2023-04-01T15:29:05Z");

    final List<Object> news = new ArrayList<>();
    final Results results;
    final Races races;
    final Palmares palmares;
    final RiderIdentities identities;

    RacingRoom(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        var clock = Clock.fixed(FINISH, ZoneOffset.UTC);
        results = new Results(sql, transaction, clock, news::add);
        races = new Races(sql);
        palmares = new Palmares(sql);
        identities = new RiderIdentities(sql, transaction, clock, news::add);
    }

    @BeforeEach
    void countFromOneAgain() {
        Stream.of("race", "edition", "result", "rider", "team")
                .map("SELECT setval('%s_id_seq', 1, false)"::formatted)
                .forEach(sequence -> sql.sql(sequence).query().singleRow());
    }

    /// @param head `race: Tour`, more lines parted by ` # `
    /// @param rows the header first
    Result result(String head, String... rows) {
        var stored = (Results.Stored) results.store(file(head, rows), "Ane Lasa");
        return results.byId(stored.result()).orElseThrow();
    }

    static ResultFile file(String head, String... rows) {
        return ((ParsedResult) parsed(head, rows)).file();
    }

    void winners(String head, String... rows) {
        var parsed = (ParsedWinners) parsed(head, rows);
        results.store(parsed.file(), "Ane Lasa");
    }

    private static ParsedFile parsed(String head, String... rows) {
        var text = "# " + head.replace(" # ", "\n# ") + "\n" + String.join("\n", rows) + "\n";
        return ParsedFile.of(
                "file.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    Rider rider(String slug) {
        return palmares.career(slug).orElseThrow().rider();
    }

    static List<String> names(List<Rider> riders) {
        return riders.stream().map(Rider::display).toList();
    }
}
