package musette.pages;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import musette.pages.ResultTable.Name;
import musette.pages.ResultTable.Row;
import musette.pages.ResultTable.Tone;
import musette.racing.Placing;
import musette.racing.Result;
import musette.racing.ResultRow;
import musette.racing.Rider;
import musette.racing.Team;
import org.jspecify.annotations.Nullable;

/// Results as tables. A gap is said as the result has it: nothing is added up here.
public final class ResultTables {
    private ResultTables() {}

    /// The first rows, with a link to the whole where there is more.
    public static ResultTable first(int rows, Result result) {
        var all = result.rows();
        if (all.size() <= rows) {
            return whole(result);
        }
        return new ResultTable(
                caption(result),
                columns(result),
                rows(result, all.subList(0, rows)),
                "The whole %s, %d %s"
                        .formatted(
                                result.isStartList() ? "list" : "result",
                                all.size(),
                                result.isOfTeams() ? "teams" : "riders"),
                address(result),
                credit(result));
    }

    public static ResultTable whole(Result result) {
        return new ResultTable(
                caption(result),
                columns(result),
                rows(result, result.rows()),
                "",
                "",
                credit(result));
    }

    public static String address(Result result) {
        var edition = result.edition();
        return "/races/%s/%d%s"
                .formatted(edition.race().slug(), edition.year(), result.key().path());
    }

    private static String caption(Result result) {
        var noun = result.isStartList() ? "start list" : "result";
        var standing =
                result.standing() == Result.Standing.PROVISIONAL
                        ? "Provisional " + noun
                        : noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
        return standing + " · " + name(result).replaceAll(", start list$", "");
    }

    /// `2023 Gran Premio Miguel Indurain`
    public static String name(Result result) {
        return "%d %s".formatted(result.edition().year(), result.title());
    }

    private static ResultTable.Columns columns(Result result) {
        if (result.isStartList()) {
            return new ResultTable.Columns("No", false, "Nation");
        }
        return new ResultTable.Columns(
                "Pos",
                result.isOfTeams(),
                result.classification().isByPoints() ? "Points" : "Time");
    }

    private static List<Row> rows(Result result, List<ResultRow> rows) {
        return rows.stream().map(row -> row(result, row)).toList();
    }

    private static Row row(Result result, ResultRow row) {
        var placing = row.placing();
        var nation = row.rider().map(Rider::nation).orElse(null);
        return new Row(
                placing.mark(),
                name(row.competitor()),
                row.team() == null ? Name.NONE : name(row.team()),
                result.isStartList()
                        ? Objects.requireNonNullElse(nation, "")
                        : measure(result, placing),
                tone(placing),
                nation);
    }

    /// With the page of the rider or team; a name that nobody has recognised leads nowhere.
    public static Name name(ResultRow.Competitor competitor) {
        return switch (competitor) {
            case Rider rider -> new Name(rider.display(), "/riders/" + rider.slug());
            case Team team -> new Name(team.print(), address(team));
            case ResultRow.Unmatched unmatched -> new Name(unmatched.display(), "");
        };
    }

    /// A name without any letter has no address.
    private static String address(Team team) {
        var slug = team.slug();
        return slug.isEmpty() ? "" : "/teams/%s/%d".formatted(slug, team.season());
    }

    /// What decided: `winner`, the winner's time, `+0:13`, `same time`, points, or nothing.
    public static String measure(Result result, Placing placing) {
        return result.classification().isByPoints() ? placing.pointsInPrint() : gap(placing);
    }

    private static String gap(Placing placing) {
        return switch (tone(placing)) {
            case WON -> placing.time() == null ? "winner" : placing.time().clock();
            case SAME_TIME -> "same time";
            case BEHIND -> placing.clock();
            case ABANDONED -> "";
        };
    }

    private static Tone tone(Placing placing) {
        if (placing.isWin()) {
            return Tone.WON;
        }
        if (placing.status() == Placing.Status.START) {
            return Tone.BEHIND;
        }
        if (placing.place() == null) {
            return Tone.ABANDONED;
        }
        var gap = placing.gap();
        return placing.sameTime() || (gap != null && gap.isNone()) ? Tone.SAME_TIME : Tone.BEHIND;
    }

    /// Whom a page thanks that shows parts of several results, each once.
    public static List<ResultTable.Credit> credits(List<Result> results) {
        return results.stream()
                .flatMap(result -> Stream.ofNullable(credit(result)))
                .distinct()
                .toList();
    }

    private static ResultTable.@Nullable Credit credit(Result result) {
        var credit = result.credit();
        if (credit == null) {
            return null;
        }
        var url = credit.url();
        return new ResultTable.Credit(credit.provider(), url == null ? "" : url);
    }
}
