package musette.resultsdesk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.racing.Placing;
import musette.racing.Result;
import musette.racing.ResultKey;
import musette.racing.ResultRow;
import musette.racing.Results;
import musette.racing.Rider;
import org.springframework.stereotype.Component;

/// Holds a result against the list of those who start: who is on one of them only may be a name
/// that was not recognised, or a row that is missing.
@Component
class Starters {
    private static final int MOST_NAMES = 8;

    private final Results results;

    Starters(Results results) {
        this.results = results;
    }

    /// Sentences for whoever looks at the result; none where no list of starters is held, and none
    /// after the first stage, which not everybody reaches.
    List<String> remarks(Result result) {
        return isOfAll(result)
                ? starters(result).stream().flatMap(list -> compared(list, result)).toList()
                : List.of();
    }

    private static boolean isOfAll(Result result) {
        var stage = result.stage();
        return result.key().isFinish() && (stage == null || stage.number().number() <= 1);
    }

    private List<Result> starters(Result result) {
        var edition = result.edition().id();
        return Stream.of(result.key().stage(), null)
                .map(stage -> new ResultKey(stage, ResultKey.Classification.START_LIST))
                .distinct()
                .flatMap(key -> results.ofEdition(edition, key).shown().stream())
                .limit(1)
                .toList();
    }

    private static Stream<String> compared(Result list, Result result) {
        var starters =
                riders(list).filter(row -> row.placing().status() != Placing.Status.DNS).toList();
        var rows = riders(result).toList();
        return Stream.of(
                        said(
                                without(starters, keys(result)),
                                "On the start list and not among these rows: %s.",
                                "%%d of the %d on the start list are not among these rows."
                                        .formatted(starters.size())),
                        said(
                                without(rows, keys(list)),
                                "Among these rows and not on the start list: %s.",
                                "%d of these rows are of riders who are not on the start list."))
                .filter(sentence -> !sentence.isEmpty());
    }

    private static String said(List<ResultRow> rows, String named, String counted) {
        if (rows.isEmpty()) {
            return "";
        }
        return rows.size() > MOST_NAMES
                ? counted.formatted(rows.size())
                : named.formatted(
                        rows.stream().map(ResultRow::name).collect(Collectors.joining(", ")));
    }

    private static List<ResultRow> without(List<ResultRow> rows, Set<String> keys) {
        return rows.stream().filter(row -> !keys.contains(row.competitor().key())).toList();
    }

    private static Set<String> keys(Result result) {
        return riders(result).map(row -> row.competitor().key()).collect(Collectors.toSet());
    }

    private static Stream<ResultRow> riders(Result result) {
        return result.rows().stream().filter(row -> row.competitor() instanceof Rider);
    }
}
