package musette.racing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import musette.wire.ParsedFile;
import musette.wire.ParsedFile.ParsedResult;
import org.jspecify.annotations.Nullable;

/// Results as the house would answer them once a file is stored, made without one: everybody is
/// recognised and has the next free number.
public final class Stored {
    private Stored() {}

    /// @param text a file of results v1
    public static Result of(String text) {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return of(((ParsedResult) ParsedFile.of("result.csv", bytes)).file());
    }

    public static Result of(ResultFile file) {
        var head = file.head();
        var race = new Race(1, head.slug(), head.race(), head.gender(), head.country());
        var kind = head.kind() == null ? Race.Kind.ROAD : head.kind();
        var number = head.key().stage();
        var edition =
                new Edition(
                        1,
                        race,
                        head.year(),
                        head.edition(),
                        kind,
                        number == null ? head.heldOn() : null,
                        head.raceClass(),
                        number == null ? head.place() : null,
                        head.country(),
                        number == null ? head.metres() : null,
                        Edition.Status.HELD);
        return new Result(
                1,
                edition,
                number == null
                        ? null
                        : new Stage(number, kind, head.heldOn(), head.place(), head.metres()),
                head.key().classification(),
                1,
                head.standing(),
                Instant.parse("2023-04-01T15:12:00Z"),
                "Ane Lasa",
                head.file(),
                head.credit(),
                head.finish(),
                head.course(),
                0,
                rows(file));
    }

    /// The same where no row was asked for, or none was found.
    public static Result withoutRows(Result result) {
        return result.with(List.of());
    }

    private static List<ResultRow> rows(ResultFile file) {
        var ids = new AtomicLong();
        var rows = new ArrayList<ResultRow>();
        for (var row : file.rows()) {
            var team = team(ids, file.head().year(), row.team());
            var entrant = row.entrant();
            rows.add(
                    entrant == null && team != null
                            ? new ResultRow(team, null, row.placing(), null, null)
                            : new ResultRow(
                                    rider(ids.incrementAndGet(), entrant),
                                    team,
                                    row.placing(),
                                    entrant.nation(),
                                    null));
        }
        return rows;
    }

    private static Rider rider(long id, ResultFile.Entrant entrant) {
        return new Rider(
                id,
                entrant.uciId(),
                entrant.family(),
                entrant.given(),
                entrant.name(),
                Names.folded(entrant.given(), entrant.family()),
                entrant.nation(),
                entrant.born());
    }

    private static @Nullable Team team(AtomicLong ids, int season, @Nullable String name) {
        return name == null ? null : new Team(ids.incrementAndGet(), season, name, name);
    }
}
