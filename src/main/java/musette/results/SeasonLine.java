package musette.results;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import musette.pages.Moment;
import musette.pages.ResultTable;
import musette.pages.ResultTables;
import musette.racing.Races;
import musette.racing.Result;
import musette.racing.ResultRow;
import org.jspecify.annotations.Nullable;

/// One result of a rider or a team in a list of the season.
///
/// @param year in which it was ridden
/// @param heldOn null where nobody noted it
/// @param place `1`, or `DNF` and its like
/// @param whose the team a rider rode for, or the rider of a team
/// @param measure what decided, in words
/// @param won a race or a stage of it
/// @param isProvisional whether the result may still change
record SeasonLine(
        int year,
        @Nullable LocalDate heldOn,
        String place,
        ResultTable.Name race,
        ResultTable.Name whose,
        String measure,
        boolean won,
        boolean isProvisional) {
    private static final DateTimeFormatter DAY = Moment.words("d MMM");

    /// The newest first; what has no day stands at the end of its year.
    static final Comparator<SeasonLine> NEWEST_FIRST =
            Comparator.comparingInt(SeasonLine::year)
                    .thenComparing(
                            SeasonLine::heldOn, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .reversed()
                    .thenComparing(line -> line.race().words());

    /// `1 Apr`; empty where nobody noted it.
    String day() {
        return heldOn == null ? "" : DAY.format(heldOn);
    }

    static SeasonLine of(Result result, ResultRow row, ResultTable.Name whose) {
        return new SeasonLine(
                result.edition().year(),
                result.heldOn(),
                row.placing().mark(),
                new ResultTable.Name(result.title(), ResultTables.address(result)),
                whose,
                ResultTables.measure(result, row.placing()),
                result.key().isFinish() && row.placing().isWin(),
                result.standing() == Result.Standing.PROVISIONAL);
    }

    /// A win of which nothing else is known.
    static SeasonLine of(Races.Winner win) {
        var edition = win.edition();
        return new SeasonLine(
                edition.year(),
                edition.heldOn(),
                "1",
                new ResultTable.Name(
                        edition.name(),
                        "/races/%s/%d".formatted(edition.race().slug(), edition.year())),
                win.team() == null ? ResultTable.Name.NONE : ResultTables.name(win.team()),
                "winner",
                true,
                false);
    }

    /// Whether it says how a race or a stage ended, or a classification at the end of the race; how
    /// one stood after a stage, and who started, is left to the race's own pages.
    static boolean isOfSeason(Result result) {
        return result.key().isFinish() || (result.stage() == null && !result.isStartList());
    }

    /// `3 wins in 15 results`.
    static String count(Stream<SeasonLine> lines) {
        var all = lines.toList();
        return "%s in %s"
                .formatted(
                        number(wins(all), "win"),
                        number(all.size(), "result").toLowerCase(Locale.ROOT));
    }

    /// `2023 · 3 wins`, and the year alone where there is none.
    static String season(int year, List<SeasonLine> lines) {
        long wins = wins(lines);
        return wins == 0 ? Integer.toString(year) : "%d · %s".formatted(year, number(wins, "win"));
    }

    private static long wins(List<SeasonLine> lines) {
        return lines.stream().filter(SeasonLine::won).count();
    }

    private static String number(long many, String noun) {
        return many == 0 ? "No " + noun : many == 1 ? "1 " + noun : many + " " + noun + "s";
    }

    /// @param words the year, or what else the list is of
    record Season(String words, List<SeasonLine> lines) {
        Season {
            lines = List.copyOf(lines);
        }
    }
}
