package musette.racing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How a list of winners is kept: each new list beside the older ones, the newest word on an
/// edition counting.
final class WinnersImport {
    private static final String NEWEST_FINGERPRINT =
            """
            SELECT fingerprint
            FROM winners_list
            WHERE race_id = :race
            ORDER BY id DESC
            LIMIT 1
            """;
    private static final String STORE_LIST =
            """
            INSERT INTO winners_list
                (race_id, complete_since, first_held, filed_at, filed_by, file, fingerprint)
            VALUES (:race, :completeSince, :firstHeld, :at, :who, :file, :fingerprint)
            RETURNING id
            """;
    private static final String LIST_WINNER =
            """
            INSERT INTO listed_winner (list_id, edition_id, rider_id, team_id, line)
            VALUES (:list, :edition, :rider, :team, :line)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient sql;
    private final ImportTransaction importing;
    private final RaceRegistry races;

    WinnersImport(JdbcClient sql, ImportTransaction importing) {
        this.sql = sql;
        this.importing = importing;
        this.races = new RaceRegistry(sql);
    }

    Results.Outcome store(WinnersFile file, String who) {
        return importing.inTurn(() -> {
            var race = races.race(file);
            var fingerprint =
                    ImportTransaction.fingerprint(
                            List.of(
                                    Optional.ofNullable(file.completeSince()),
                                    Optional.ofNullable(file.firstHeld()),
                                    file.rows()));
            var leftOut = new ArrayList<Results.RowRemark>();
            if (isRepeat(race, fingerprint)) {
                return new Results.Listed(race, false, leftOut);
            }
            var list = storeList(race, file, who, fingerprint);
            storeWinners(list, race, file, leftOut);
            importing.spread(new WinnersListed(race));
            return new Results.Listed(race, true, leftOut);
        });
    }

    private boolean isRepeat(long race, byte[] fingerprint) {
        return sql.sql(NEWEST_FINGERPRINT)
                .param("race", race)
                .query((row, number) -> row.getBytes("fingerprint"))
                .optional()
                .filter(stored -> Arrays.equals(stored, fingerprint))
                .isPresent();
    }

    private long storeList(long race, WinnersFile file, String who, byte[] fingerprint) {
        return sql.sql(STORE_LIST)
                .param("race", race)
                .param("completeSince", file.completeSince())
                .param("firstHeld", file.firstHeld())
                .param("at", importing.now())
                .param("who", who)
                .param("file", file.name())
                .param("fingerprint", fingerprint)
                .query(Long.class)
                .single();
    }

    private void storeWinners(
            long list, long race, WinnersFile file, List<Results.RowRemark> leftOut) {
        var winners =
                file.rows().stream()
                        .flatMap(row -> Optional.ofNullable(row.winner()).stream())
                        .toList();
        var riders = new Riders(sql, winners);
        for (var row : file.rows()) {
            var edition = races.edition(race, file, row);
            var winner = row.winner();
            if (winner == null) {
                continue;
            }
            var rider = riders.id(winner);
            if (rider.isEmpty()) {
                leftOut.add(Results.RowRemark.doubtful(row.line(), winner.name()));
                continue;
            }
            sql.sql(LIST_WINNER)
                    .param("list", list)
                    .param("edition", edition)
                    .param("rider", rider.getAsLong())
                    .param("team", team(row))
                    .param("line", row.line())
                    .update();
        }
    }

    private @Nullable Long team(WinnersFile.Row row) {
        return row.team() == null
                ? null
                : races.teams(row.year(), List.of(row.team())).get(row.team());
    }
}
