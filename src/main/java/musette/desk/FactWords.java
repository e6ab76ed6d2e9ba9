package musette.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import musette.desk.EditorPage.FactLine;
import musette.desk.EditorPage.ResultLine;
import musette.racing.Result;
import musette.racing.ResultRow;
import musette.text.Document.Inline;
import musette.text.FactLink;
import musette.text.FactSource;
import org.jspecify.annotations.Nullable;

/// Says in people's words where the facts of a story come from, beside the rows they come from.
///
/// @param result the result whose table the story carries, null for none
record FactWords(@Nullable Result result) {
    static final int MOST_ROWS = 40;

    /// The first rows of the result, numbered from 1.
    List<ResultLine> rows() {
        if (result == null) {
            return List.of();
        }
        return IntStream.range(0, Math.min(MOST_ROWS, result.rows().size()))
                .mapToObj(index -> line(index + 1, result.rows().get(index)))
                .toList();
    }

    List<FactLine> of(List<Inline.Fact> facts) {
        var lines = new ArrayList<FactLine>();
        for (var fact : facts) {
            var row = row(fact.link());
            lines.add(
                    new FactLine(
                            fact.text(),
                            fact.link().source(),
                            words(fact.link(), row),
                            row.orElse(0)));
        }
        return lines;
    }

    private String words(FactLink link, Optional<Integer> row) {
        if (row.isPresent() && result != null) {
            var found = line(row.get(), result.rows().get(row.get() - 1));
            var time = found.time().isEmpty() ? "" : ", " + found.time();
            return "%s%s, row %d".formatted(found.rider(), time, row.get());
        }
        return switch (FactSource.of(link.source()).orElse(null)) {
            case FactSource.Year _ -> "the edition's year";
            case FactSource.EarlierWin _ -> "an earlier win, from the list of winners";
            case FactSource.Asked asked -> answer(asked.question(), link.value());
            case FactSource.Row _, FactSource.SharedGap _, FactSource.OfResult _ -> plain(link);
            case null -> plain(link);
        };
    }

    private static String answer(FactSource.Question question, String value) {
        return switch (question) {
            case TOGETHER -> "so many have the winner's time";
            case PODIUM -> "%s of the first three rows".formatted(value);
            case WINS, ROW -> "counted from the list of winners";
            case DEFENDING -> "the winner before, from the list of winners";
            case NATION -> lastWin("nation", value);
            case REGION -> lastWin("region", value);
        };
    }

    /// @param year of the win; none where there is no number
    private static String lastWin(String of, String year) {
        return year.matches("[0-9]+")
                ? "the last win of the %s, %s, from the list of winners".formatted(of, year)
                : "the list of winners has no win of the %s".formatted(of);
    }

    private static String plain(FactLink link) {
        return "%s %s".formatted(link.kind(), link.value()).strip();
    }

    /// The row a fact names, counted from 1; empty when it names none of this result.
    private Optional<Integer> row(FactLink link) {
        if (result == null
                || !(FactSource.of(link.source()).orElse(null) instanceof FactSource.Row row)
                || row.result().orElse(-1) != result.id()) {
            return Optional.empty();
        }
        return IntStream.range(0, result.rows().size())
                .filter(index -> row.isAbout(result.rows().get(index).competitor().key()))
                .mapToObj(index -> index + 1)
                .findFirst();
    }

    private static ResultLine line(int number, ResultRow row) {
        return new ResultLine(number, row.placing().mark(), row.name(), row.placing().clock());
    }
}
