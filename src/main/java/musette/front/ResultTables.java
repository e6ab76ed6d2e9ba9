package musette.front;

import java.util.List;
import musette.front.ResultTable.Row;
import musette.front.ResultTable.Tone;
import musette.racing.Placing;
import musette.racing.Result;
import musette.racing.ResultRow;
import org.jspecify.annotations.Nullable;

/// Results as tables. A gap is said as the result has it: nothing is added up here.
final class ResultTables {
    private ResultTables() {}

    /// The first rows, with a link to the whole where there is more.
    static ResultTable first(int rows, Result result) {
        var all = result.rows();
        if (all.size() <= rows) {
            return whole(result);
        }
        return new ResultTable(
                caption(result),
                columns(result),
                rows(result, all.subList(0, rows)),
                "The whole result, %d %s"
                        .formatted(all.size(), result.isOfTeams() ? "teams" : "riders"),
                address(result),
                credit(result));
    }

    static ResultTable whole(Result result) {
        return new ResultTable(
                caption(result),
                columns(result),
                rows(result, result.rows()),
                "",
                "",
                credit(result));
    }

    /// A result of which only the first places are known, without teams and credit.
    static HomePage.Podium podium(Result result) {
        return new HomePage.Podium(name(result), address(result), rows(result, result.rows()));
    }

    static String address(Result result) {
        var edition = result.edition();
        return "/races/%s/%d%s"
                .formatted(edition.race().slug(), edition.year(), result.key().path());
    }

    private static String caption(Result result) {
        var standing =
                result.standing() == Result.Standing.PROVISIONAL ? "Provisional result" : "Result";
        return standing + " · " + name(result);
    }

    private static String name(Result result) {
        return "%d %s".formatted(result.edition().year(), result.title());
    }

    private static ResultTable.Columns columns(Result result) {
        return new ResultTable.Columns(
                result.isOfTeams(), result.classification().isByPoints() ? "Points" : "Time");
    }

    private static List<Row> rows(Result result, List<ResultRow> rows) {
        return rows.stream().map(row -> row(result, row)).toList();
    }

    private static Row row(Result result, ResultRow row) {
        var placing = row.placing();
        return new Row(
                placing.mark(),
                row.name(),
                row.teamName(),
                result.classification().isByPoints() ? placing.pointsInPrint() : gap(placing),
                tone(placing));
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
        if (placing.place() == null) {
            return Tone.ABANDONED;
        }
        var gap = placing.gap();
        return placing.sameTime() || (gap != null && gap.isNone()) ? Tone.SAME_TIME : Tone.BEHIND;
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
