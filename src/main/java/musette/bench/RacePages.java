package musette.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import musette.racing.Names;
import musette.wire.ParsedFile;

/// One-day races as a results site's pages told them: `races.csv` with a line a race, and
/// `results_main_table.csv` with a line a rider. Each race becomes a file as publishers send it;
/// points and names stay as they stand there.
final class RacePages {
    private static final String RACES = "races.csv";
    private static final String ROWS = "results_main_table.csv";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd MMMM yyyy", Locale.ENGLISH);
    private static final String HEADER = "place,bib,family,given,team,time,gap,status,points,note";
    private static final Map<String, String> STATUSES = Map.of("DF", "NR", "VOID", "DSQ");

    private RacePages() {}

    /// @param name with the year
    record Page(String name, String file) {
        ParsedFile parsed() {
            return ParsedFile.of(
                    "page.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /// Every one-day race in the folder.
    static List<Page> in(Path folder) {
        if (!Files.isRegularFile(folder.resolve(RACES))
                || !Files.isRegularFile(folder.resolve(ROWS))) {
            throw new Bench.Unfit(
                    "There is no %s and %s in %s; name their folder with --data."
                            .formatted(RACES, ROWS, folder));
        }
        var rows = new LinkedHashMap<String, List<NamedCsvRecord>>();
        try (var all = read(folder.resolve(ROWS))) {
            all.forEach(row -> rows.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row));
        }
        try (var races = read(folder.resolve(RACES))) {
            return races.filter(race -> !race.getField("category").startsWith("2"))
                    .map(race ->
                            new Page(
                                    race.getField("name") + " " + race.getField("year"),
                                    file(race, rows.getOrDefault(key(race), List.of()))))
                    .toList();
        }
    }

    private static Stream<NamedCsvRecord> read(Path file) {
        try {
            return CsvReader.builder().ofNamedCsvRecord(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(NamedCsvRecord row) {
        return row.getField("slug") + " " + row.getField("year");
    }

    private static String file(NamedCsvRecord race, List<NamedCsvRecord> rows) {
        var lines = new StringJoiner("\n", "", "\n");
        lines.add("# race: " + race.getField("name"));
        lines.add("# year: " + race.getField("year"));
        day(race.getField("date")).ifPresent(day -> lines.add("# date: " + day));
        lines.add("# class: " + race.getField("category"));
        lines.add("# place: " + race.getField("arrival"));
        lines.add("# distance: " + race.getField("distance"));
        lines.add("# standing: official");
        lines.add("# kind: " + (race.getField("uci_scale").contains("TT") ? "itt" : "road"));
        finish(race.getField("won_how")).ifPresent(finish -> lines.add("# finish: " + finish));
        lines.add(HEADER);
        rows.forEach(row -> lines.add(line(row)));
        return lines.toString();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DAY));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> finish(String wonHow) {
        var how = wonHow.toLowerCase(Locale.ROOT);
        if (how.endsWith("solo")) {
            return Optional.of("solo");
        }
        return switch (how) {
            case "sprint of large group" -> Optional.of("bunch sprint");
            case "sprint of small group" -> Optional.of("small sprint");
            case "sprint à deux" -> Optional.of("sprint of two");
            default -> Optional.empty();
        };
    }

    private static String line(NamedCsvRecord row) {
        var isFirst = row.getField("rank").equals("1");
        var status = row.getField("status");
        var name = row.getField("rider");
        int family = lengthOfFamily(name, row.getField("rider_slug"));
        var time = time(row);
        return Stream.of(
                        row.getField("rank"),
                        row.getField("bib"),
                        name.substring(0, family),
                        name.substring(family).strip(),
                        row.getField("team"),
                        isFirst ? time : "",
                        isFirst ? "" : time,
                        STATUSES.getOrDefault(status, status),
                        row.getField("uci_points"),
                        row.getField("corrected").isEmpty() ? "" : "time corrected")
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .reduce((all, next) -> all + "," + next)
                .orElseThrow();
    }

    private static String time(NamedCsvRecord row) {
        return switch (row.getField("time_kind")) {
            case "ditto" -> "s.t.";
            case "shown", "hundredths" -> clock(row.getField("seconds_or_gap"));
            default -> "";
        };
    }

    private static String clock(String seconds) {
        var parts = seconds.split("\\.", -1);
        int whole = Integer.parseInt(parts[0]);
        var fraction = parts.length == 1 ? "" : "." + (parts[1] + "0").substring(0, 2);
        return "%d:%02d:%02d%s".formatted(whole / 3_600, whole / 60 % 60, whole % 60, fraction);
    }

    /// The page prints the family name first and has an address with the given name first: the
    /// family ends where the rest begins the address.
    private static int lengthOfFamily(String name, String slug) {
        for (int at = name.indexOf(' '); at > 0; at = name.indexOf(' ', at + 1)) {
            var given = Names.slug(name.substring(at));
            if (!given.isEmpty() && slug.startsWith(given + "-")) {
                return at;
            }
        }
        int last = name.lastIndexOf(' ');
        return last < 0 ? name.length() : last;
    }
}
