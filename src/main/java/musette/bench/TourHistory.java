package musette.bench;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A tour in all its years: a table of final results, with a line a rider and year, and one of
/// stages, with a line each. Every year and every stage becomes a file as publishers send it; the
/// cells stay as they stand there.
final class TourHistory {
    private static final String RACE = "race: Tour de France";
    private static final List<String> OF_FINALS = List.of("Rank", "Times", "Gap", "ResultType");
    private static final List<String> OF_STAGES = List.of("Year", "Stages", "Winner of stage");

    /// Where points decided, and where nothing is known, what stands here are no times.
    private static final Set<String> TIMES = Set.of("Times", "Gap");

    private static final Pattern RIDER_AND_TEAM = Pattern.compile("(.+?)\\s*\\((.*)\\)\\s*");

    private TourHistory() {}

    static boolean isOfFinals(String header) {
        return List.of(header.split(",", -1)).containsAll(OF_FINALS);
    }

    static boolean isOfStages(String header) {
        return List.of(header.split(",", -1)).containsAll(OF_STAGES);
    }

    static List<SentFile> finals(Path table) {
        var years = new LinkedHashMap<String, List<NamedCsvRecord>>();
        try (var rows = RacePages.read(table)) {
            rows.forEach(row ->
                    years.computeIfAbsent(row.getField("Year"), year -> new ArrayList<>())
                            .add(row));
        }
        return years.entrySet().stream().map(it -> year(it.getKey(), it.getValue())).toList();
    }

    private static SentFile year(String year, List<NamedCsvRecord> rows) {
        var first = rows.getFirst();
        var isOfTimes = first.getField("ResultType").equals("time");
        var header =
                first.getHeader().stream()
                        .filter(name -> !name.equals("Year"))
                        .map(name -> isOfTimes || !TIMES.contains(name) ? name : "No " + name)
                        .toList();
        var cells =
                rows.stream()
                        .map(row ->
                                first.getHeader().stream()
                                        .filter(name -> !name.equals("Year"))
                                        .map(row::getField)
                                        .toList());
        return SentFile.of(
                "Tour de France " + year,
                List.of(
                        RACE,
                        "year: " + year,
                        "distance: " + first.getField("Distance (km)") + " km",
                        "standing: official",
                        "names: given first"),
                Stream.concat(Stream.of(header), cells).toList());
    }

    static List<SentFile> stages(Path table) {
        try (var rows = RacePages.read(table)) {
            return rows.map(TourHistory::stage).toList();
        }
    }

    /// A stage that a team won is told without a rider.
    private static SentFile stage(NamedCsvRecord row) {
        var winner = row.getField("Winner of stage").strip();
        var rider = RIDER_AND_TEAM.matcher(winner);
        var isTeams = !winner.isEmpty() && !rider.matches();
        var number = number(row.getField("Stages"));
        var about =
                List.of(
                        RACE,
                        "year: " + row.getField("Year"),
                        "stage: " + number,
                        "place: " + row.getField("End"),
                        "kind: " + (isTeams ? "ttt" : "road"),
                        "standing: official",
                        "names: given first");
        var table = new ArrayList<List<String>>();
        table.add(isTeams ? List.of("place", "team") : List.of("place", "rider", "team"));
        if (isTeams) {
            table.add(List.of("1", winner));
        } else if (!winner.isEmpty()) {
            table.add(List.of("1", rider.group(1), rider.group(2)));
        }
        return SentFile.of(
                "Tour de France %s, stage %s".formatted(row.getField("Year"), number),
                about,
                table);
    }

    /// `13.1` is the first half of the thirteenth, `0` the prologue.
    private static String number(String written) {
        var parts = written.split("\\.", -1);
        if (written.equals("0")) {
            return "prologue";
        }
        return parts.length == 1
                ? written
                : parts[0] + (char) ('a' + Integer.parseInt(parts[1]) - 1);
    }
}
