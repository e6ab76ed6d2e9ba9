package musette.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import musette.racing.Names;

/// Races as a results site's pages told them: `races.csv` with a line a race, and
/// `results_main_table.csv` with a line a rider. Each race becomes a file as publishers send it;
/// places, times, points and names stay as they stand there.
final class RacePages {
    static final String ROWS = "results_main_table.csv";
    private static final String RACES = "races.csv";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd MMMM yyyy", Locale.ENGLISH);
    private static final List<String> HEADER =
            List.of("place", "bib", "family", "given", "team", "time", "status", "points");

    private RacePages() {}

    /// Whether the folder holds such pages.
    static boolean areIn(Path folder) {
        return Files.isRegularFile(folder.resolve(RACES))
                && Files.isRegularFile(folder.resolve(ROWS));
    }

    /// Every one-day race in the folder.
    static List<SentFile> ofOneDay(Path folder) {
        return in(folder, RacePages::isOfOneDay);
    }

    /// Every race in the folder; of one over several days it is the last stage.
    static List<SentFile> in(Path folder) {
        return in(folder, race -> true);
    }

    private static List<SentFile> in(Path folder, Predicate<NamedCsvRecord> wanted) {
        if (!areIn(folder)) {
            throw new Bench.Unfit(
                    "There is no %s and %s in %s; name their folder with --data."
                            .formatted(RACES, ROWS, folder));
        }
        var rows = new LinkedHashMap<String, List<NamedCsvRecord>>();
        try (var all = read(folder.resolve(ROWS))) {
            all.forEach(row -> rows.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row));
        }
        try (var races = read(folder.resolve(RACES))) {
            return races.filter(wanted)
                    .map(race -> file(race, rows.getOrDefault(key(race), List.of())))
                    .toList();
        }
    }

    static Stream<NamedCsvRecord> read(Path file) {
        try {
            return CsvReader.builder().ofNamedCsvRecord(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(NamedCsvRecord row) {
        return row.getField("slug") + " " + row.getField("year");
    }

    private static boolean isOfOneDay(NamedCsvRecord race) {
        return !race.getField("category").startsWith("2");
    }

    private static SentFile file(NamedCsvRecord race, List<NamedCsvRecord> rows) {
        var name = race.getField("name") + (isOfOneDay(race) ? "" : ", last stage");
        var about = new ArrayList<String>();
        about.add("race: " + name);
        about.add("year: " + race.getField("year"));
        day(race.getField("date")).ifPresent(day -> about.add("date: " + day));
        about.add("class: " + race.getField("category"));
        about.add("place: " + race.getField("arrival"));
        about.add("distance: " + race.getField("distance"));
        about.add("standing: official");
        about.add("kind: " + (race.getField("uci_scale").contains("TT") ? "itt" : "road"));
        finish(race.getField("won_how")).ifPresent(finish -> about.add("finish: " + finish));
        return SentFile.of(
                name + " " + race.getField("year"),
                about,
                Stream.concat(Stream.of(HEADER), rows.stream().map(RacePages::cells)).toList());
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

    private static List<String> cells(NamedCsvRecord row) {
        var name = row.getField("rider");
        int family = lengthOfFamily(name, row.getField("rider_slug"));
        return List.of(
                row.getField("rank"),
                row.getField("bib"),
                name.substring(0, family),
                name.substring(family).strip(),
                row.getField("team"),
                row.getField("time_raw"),
                row.getField("status"),
                row.getField("uci_points"));
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
