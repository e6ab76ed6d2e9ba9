package musette.racing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.store.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How a file becomes a revision: race, edition, riders and teams are recognised or opened, and the
/// rows are compared with the newest revision before another one is written.
final class ResultImport {
    private static final String FIND_OR_OPEN_RESULT =
            """
            INSERT INTO result (edition_id, stage_id, kind, revision)
            VALUES (:edition, :stage, :classification, 0)
            ON CONFLICT (edition_id, stage_id, kind) DO UPDATE
            SET revision = result.revision
            RETURNING id, revision,
                (SELECT standing
                 FROM result_revision
                 WHERE result_id = result.id AND number = result.revision) AS standing
            """;
    private static final String HISTORY_OF_RESULT =
            """
            SELECT COALESCE(max(number), 0) AS last,
                COALESCE(bool_or(fingerprint = :fingerprint AND undone_at IS NULL
                    AND (number = :current OR NOT :onlyCurrent)), FALSE) AS is_known
            FROM result_revision
            WHERE result_id = :result
            """;
    private static final String STORE_REVISION =
            """
            WITH stored AS (
                INSERT INTO result_revision
                    (result_id, number, standing, filed_at, filed_by, file, provider, credit_url,
                     finish, course, fingerprint, set_aside)
                VALUES
                    (:result, :number, :standing, :at, :who, :file, :provider, :url, :finish,
                     :course, :fingerprint, :rowsAside))
            UPDATE result
            SET revision = :number
            WHERE id = :result
            """;

    private static final String TAKE_CURRENT_BACK =
            """
            UPDATE result_revision
            SET undone_at = :now
            FROM result
            WHERE result.id = result_id AND result_id = :result
              AND number = :revision AND number = result.revision
            """;
    private static final String MAKE_EARLIER_REVISION_CURRENT =
            """
            UPDATE result
            SET revision = COALESCE(
                (SELECT max(number)
                 FROM result_revision
                 WHERE result_id = result.id AND undone_at IS NULL), 0)
            WHERE id = :result
            """;

    private final JdbcClient sql;
    private final ImportTransaction importing;
    private final RaceRegistry races;
    private final RowStore rows;
    private final StoredResults stored;

    ResultImport(JdbcClient sql, ImportTransaction importing, StoredResults stored) {
        this.sql = sql;
        this.importing = importing;
        this.races = new RaceRegistry(sql);
        this.rows = new RowStore(sql);
        this.stored = stored;
    }

    /// A row whose rider and team have ids.
    ///
    /// @param rider null where the team itself has the place, and where several could be meant
    /// @param unmatched the folded name where several riders could be meant
    /// @param rodeFor the nation of that day, where the file says it
    record Known(
            @Nullable Long rider,
            @Nullable String unmatched,
            @Nullable Long team,
            Placing placing,
            @Nullable String rodeFor,
            Map<String, String> filed) {
        /// As facts name it.
        String competitor() {
            return rider == null
                    ? unmatched == null ? "team/" + team : "name/" + unmatched
                    : "rider/" + rider;
        }

        /// What makes it news, in a form that outlives this code; where it stood in the file does
        /// not.
        String facts() {
            return Stream.of(
                            rider == null ? unmatched : rider,
                            team,
                            placing.place(),
                            placing.tied(),
                            placing.bib(),
                            placing.time() == null ? null : placing.time().hundredths(),
                            placing.gap() == null ? null : placing.gap().hundredths(),
                            placing.sameTime(),
                            placing.status(),
                            placing.pointsInPrint(),
                            placing.note())
                    .map(fact -> fact == null ? "" : fact.toString())
                    .collect(Collectors.joining("|"));
        }
    }

    private record Newest(long result, int revision, Result.@Nullable Standing standing) {}

    /// What a file may do to the result that is there.
    enum Way {
        /// Replace what is no surer; what some version has said before is no news.
        USUAL,
        /// Replace what is surer, too, because a person says so.
        OVER_SURER,
        /// Say again what an earlier version said, as rows do that came and went.
        GROWING
    }

    Results.Outcome store(ResultFile file, String who, Way way) {
        return importing.inTurn(() -> {
            var race = races.race(file.head());
            return race.objection(file.head())
                    .<Results.Outcome>map(Results.Refused::new)
                    .orElseGet(() -> storeAccepted(race.id(), file, who, way));
        });
    }

    private Results.Outcome storeAccepted(long race, ResultFile file, String who, Way way) {
        var head = file.head();
        var leftOut = new ArrayList<Results.RowRemark>();
        var unmatched = new ArrayList<Results.RowRemark>();
        Progress.says("looking up %,d names".formatted(file.rows().size()));
        var riders = new Riders(sql, entrants(file));
        var known = recognised(file, riders, leftOut, unmatched);
        if (known.isEmpty()) {
            return new Results.Refused("No row of this file could be given to a rider or a team.");
        }
        var newest = newest(races.edition(race, head), head);
        var fingerprint = fingerprint(head, known);
        var history = history(newest, fingerprint, way);
        if (history.isKnown()) {
            return new Results.Stored(
                    newest.result(),
                    newest.revision(),
                    newest.revision(),
                    false,
                    leftOut,
                    unmatched);
        }
        var standing = newest.standing();
        if (way != Way.OVER_SURER && standing != null && head.standing().compareTo(standing) < 0) {
            return lessSure(head.standing(), standing);
        }
        var next = new Newest(newest.result(), history.last() + 1, head.standing());
        storeRevision(next, file, who, fingerprint, leftOut.size());
        rows.store(next.result(), next.revision(), known);
        rows.learnNations(riders.ofSeveralNations(), true);
        if (newest.revision() > 0) {
            var before = stored.revision(newest.result(), newest.revision()).orElseThrow();
            var after = stored.revision(next.result(), next.revision()).orElseThrow();
            rows.store(after, ResultDiff.between(before, after).changes());
        }
        importing.spread(new ResultChanged(next.result()));
        return new Results.Stored(
                next.result(), next.revision(), newest.revision(), true, leftOut, unmatched);
    }

    private static Results.Refused lessSure(Result.Standing filed, Result.Standing stored) {
        return new Results.Refused(
                "The result is %s already; a %s one can't replace it. If it should, take the %s one back first."
                        .formatted(stored.word(), filed.word(), stored.word()),
                true);
    }

    /// Gives each row its rider, its team, or the name that may be one of several riders'; who is
    /// already placed is left out.
    private List<Known> recognised(
            ResultFile file,
            Riders riders,
            List<Results.RowRemark> leftOut,
            List<Results.RowRemark> unmatched) {
        var teamIds = races.teams(file.head().year(), teamNames(file));
        var known = new ArrayList<Known>();
        var lines = new HashMap<String, Integer>();
        for (var row : file.rows()) {
            var line = row.placing().line();
            var found = known(row, riders, row.team() == null ? null : teamIds.get(row.team()));
            var before = lines.putIfAbsent(found.competitor(), line);
            if (before != null) {
                leftOut.add(Results.RowRemark.twice(line, row, before));
                continue;
            }
            if (found.unmatched() != null) {
                unmatched.add(Results.RowRemark.doubtful(line, row.name()));
            }
            known.add(found);
        }
        riders.learnKeys();
        return known;
    }

    private static List<ResultFile.Entrant> entrants(ResultFile file) {
        return file.rows().stream().flatMap(row -> Stream.ofNullable(row.entrant())).toList();
    }

    private static Known known(ResultFile.Row row, Riders riders, @Nullable Long team) {
        var entrant = row.entrant();
        if (entrant == null) {
            return new Known(null, null, team, row.placing(), null, row.filed());
        }
        var filed = new TreeMap<>(row.filed());
        filed.putIfAbsent("family", entrant.family());
        filed.putIfAbsent("given", entrant.given());
        var rider = riders.id(entrant);
        return rider.isPresent()
                ? new Known(rider.getAsLong(), null, team, row.placing(), entrant.nation(), filed)
                : new Known(
                        null,
                        Names.folded(entrant.given(), entrant.family()),
                        team,
                        row.placing(),
                        entrant.nation(),
                        filed);
    }

    private static List<String> teamNames(ResultFile file) {
        return file.rows().stream()
                .flatMap(row -> Optional.ofNullable(row.team()).stream())
                .distinct()
                .toList();
    }

    private Newest newest(long edition, ResultFile.Head head) {
        return sql.sql(FIND_OR_OPEN_RESULT)
                .param("edition", edition)
                .param("stage", races.stage(edition, head))
                .param("classification", head.key().classification().word())
                .query((row, number) ->
                        new Newest(
                                row.getLong("id"),
                                row.getInt("revision"),
                                standing(row.getString("standing"))))
                .single();
    }

    private static Result.@Nullable Standing standing(@Nullable String word) {
        return word == null ? null : Result.Standing.valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean takeBack(long result, int revision) {
        return importing.inTurn(() -> {
            if (sql.sql(TAKE_CURRENT_BACK)
                            .param("result", result)
                            .param("revision", revision)
                            .param("now", importing.now())
                            .update()
                    == 0) {
                return false;
            }
            sql.sql(MAKE_EARLIER_REVISION_CURRENT).param("result", result).update();
            rows.learnNations(rows.ridersOfSeveralNations(result, revision), false);
            importing.spread(new ResultChanged(result));
            return true;
        });
    }

    /// What came into the form later is told only where a file says it, so that every older file
    /// keeps its fingerprint.
    private static byte[] fingerprint(ResultFile.Head head, List<Known> known) {
        var facts = new ArrayList<Object>();
        facts.add(head.standing());
        facts.add(Optional.ofNullable(head.credit()));
        facts.add(known.stream().map(Known::facts).toList());
        if (head.kind() != null && head.kind() != Race.Kind.ROAD) {
            facts.add(head.kind());
        }
        if (head.finish() != null) {
            facts.add(head.finish());
        }
        if (head.course() != null) {
            facts.add(head.course());
        }
        return ImportTransaction.fingerprint(facts);
    }

    /// @param last the highest number a revision has, taken back or not
    /// @param isKnown whether a revision that stands says just this already: an old file that comes
    ///   once more is no news
    private record History(int last, boolean isKnown) {}

    private History history(Newest newest, byte[] fingerprint, Way way) {
        return sql.sql(HISTORY_OF_RESULT)
                .param("result", newest.result())
                .param("current", newest.revision())
                .param("onlyCurrent", way == Way.GROWING)
                .param("fingerprint", fingerprint)
                .query((row, number) -> new History(row.getInt("last"), row.getBoolean("is_known")))
                .single();
    }

    private void storeRevision(
            Newest next, ResultFile file, String who, byte[] fingerprint, int leftOut) {
        var head = file.head();
        var credit = head.credit();
        sql.sql(STORE_REVISION)
                .param("result", next.result())
                .param("number", next.revision())
                .param("standing", head.standing().word())
                .param("at", importing.now())
                .param("who", who)
                .param("file", head.file())
                .param("provider", credit == null ? null : credit.provider())
                .param("url", credit == null ? null : credit.url())
                .param("finish", head.finish() == null ? null : head.finish().word())
                .param("course", head.course() == null ? null : head.course().word())
                .param("fingerprint", fingerprint)
                .param("rowsAside", file.rowsAside() + leftOut)
                .update();
    }
}
