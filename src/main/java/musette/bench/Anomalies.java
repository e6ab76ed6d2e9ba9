package musette.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import musette.racing.Gap;
import musette.racing.Placing;
import musette.racing.Placing.Status;
import musette.racing.ResultFile;
import musette.wire.ParsedFile.ParsedResult;
import org.jspecify.annotations.Nullable;

/// What is odd in results, by kind: cells that are no plain time, riders without a place, places
/// that nobody or two have, gaps that go back. None of it is an error of the reading.
final class Anomalies {
    private static final Map<String, Pattern> CELLS =
            Map.of(
                    "ditto_mark", Pattern.compile(",,.*"),
                    "time_corrected", Pattern.compile("\\\\?\\*.*"),
                    "time_twice", Pattern.compile("(\\+?[0-9:]*:[0-9]{2})\\1"),
                    "point_and_comma", Pattern.compile("[0-9]+\\.[0-9]{2},[0-9]+"),
                    "hours_in_letters", Pattern.compile(".*[0-9]h .*"),
                    "minus_zero", Pattern.compile("-0:00"));

    private final Map<String, List<String>> found = new TreeMap<>();

    void look(String name, ParsedResult result) {
        result.reading()
                .quarantine()
                .forEach(
                        row -> note("set_aside", name, row.line(), row.reason() + " " + row.raw()));
        var file = result.file();
        file.rows().forEach(row -> row(name, row));
        if (file.winners().isEmpty()) {
            note("no_winner", name, 1, "nobody has the first place");
        }
        places(name, file);
    }

    private void row(String name, ResultFile.Row row) {
        var placing = row.placing();
        Stream.of("time", "gap")
                .map(column -> row.filed().getOrDefault(column, ""))
                .forEach(cell ->
                        CELLS.forEach((kind, pattern) -> {
                            if (pattern.matcher(cell).matches()) {
                                note(kind, name, placing.line(), cell);
                            }
                        }));
        if (placing.status() != Status.FINISHED) {
            var status = placing.status().name().toLowerCase(Locale.ROOT);
            note("status_" + status, name, placing.line(), row.name());
        }
    }

    private void places(String name, ResultFile file) {
        int place = 0;
        @Nullable Gap gap = null;
        for (var row : file.rows()) {
            var placing = row.placing();
            if (placing.place() == null || placing.status() == Status.REL) {
                continue;
            }
            if (placing.place() > place + 1 && place > 0) {
                note("skipped_place", name, placing.line(), place + ", then " + placing.place());
            }
            if (placing.place() == place) {
                note(sharedPlace(placing, gap), name, placing.line(), row.name());
            }
            if (placing.place() < place) {
                note("place_goes_back", name, placing.line(), place + ", then " + placing.place());
            }
            if (gap != null
                    && placing.gap() != null
                    && placing.gap().hundredths() < gap.hundredths()) {
                note(
                        "gap_goes_back",
                        name,
                        placing.line(),
                        gap.clock() + ", then " + placing.gap().clock());
            }
            place = placing.place();
            gap = placing.gap() == null ? gap : placing.gap();
        }
    }

    private static String sharedPlace(Placing placing, @Nullable Gap above) {
        return above == null || above.equals(placing.gap())
                ? "shared_place"
                : "shared_place_other_gap";
    }

    private void note(String kind, String name, int line, String what) {
        found.computeIfAbsent(kind, none -> new ArrayList<>())
                .add("%s, line %d: %s".formatted(name, line, what));
    }

    /// How many of each kind.
    Map<String, Integer> counts() {
        var counts = new LinkedHashMap<String, Integer>();
        found.forEach((kind, all) -> counts.put(kind, all.size()));
        return counts;
    }

    /// Each of them, kind by kind.
    Stream<String> lines() {
        return found.entrySet().stream()
                .flatMap(kind -> kind.getValue().stream().map(it -> kind.getKey() + ": " + it));
    }
}
