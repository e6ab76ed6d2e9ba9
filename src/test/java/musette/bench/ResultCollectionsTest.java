package musette.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import musette.racing.Placing;
import musette.store.TestDatabase;
import musette.wire.ParsedFile.ParsedResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Large collections of real results, read by the wire and a second time, on another way, by
/// PostgreSQL: place, status and gap of every row must be the same. The collections lie beside the
/// project only.
@ExtendWith(TestDatabase.class)
class ResultCollectionsTest {
    private static final Path DATA = Path.of("../shared/data");

    private static final String PAGES_READ_BY_SQL =
            """
            WITH cell AS (
                SELECT number, rank, status, regexp_replace(time, '^\\\\?\\*', '') AS time
                FROM unnest(:ranks, :statuses, :times)
                    WITH ORDINALITY AS filed (rank, status, time, number)),
            once AS (
                SELECT number, rank, status, time = ',,' AS is_bare,
                    CASE
                        WHEN time LIKE ',,%' THEN substr(time, 3)
                        WHEN left(time, length(time) / 2) = right(time, length(time) / 2)
                            THEN left(time, length(time) / 2)
                        ELSE time
                    END AS time
                FROM cell),
            counted AS (
                SELECT number, rank, status, is_bare,
                    CASE
                        WHEN time ~ '^[0-9:]+$' THEN (
                            SELECT sum(part.digits::integer * 60 ^ (part.all - part.at))
                            FROM (
                                SELECT digits, at,
                                    cardinality(string_to_array(time, ':')) AS all
                                FROM unnest(string_to_array(time, ':'))
                                    WITH ORDINALITY AS split (digits, at)) AS part) * 100
                        WHEN time ~ ',' THEN split_part(time, '.', 1)::integer * 6000
                            + split_part(split_part(time, '.', 2), ',', 1)::integer * 100
                            + rpad(split_part(time, ',', 2), 2, '0')::integer
                    END AS hundredths
                FROM once),
            filled AS (
                SELECT number, rank, status,
                    CASE WHEN is_bare THEN lag(hundredths) OVER (ORDER BY number)
                        ELSE hundredths END AS hundredths
                FROM counted)
            SELECT format('%s %s %s',
                rank,
                CASE status WHEN '' THEN 'FINISHED' WHEN 'DF' THEN 'NR' WHEN 'VOID' THEN 'DSQ'
                    ELSE status END,
                CASE WHEN rank NOT IN ('', '1') THEN hundredths::integer END) AS reading
            FROM filled
            ORDER BY number
            """;

    private static final String FINALS_READ_BY_SQL =
            """
            WITH cell AS (
                SELECT number, year, rank, kind,
                    regexp_match(time, '(\\d+)h (\\d+).+?(\\d+)')::integer[] AS time,
                    regexp_match(gap, '(\\d+)h (\\d+).+?(\\d+)')::integer[] AS gap
                FROM unnest(:years, :ranks, :kinds, :times, :gaps)
                    WITH ORDINALITY AS filed (year, rank, kind, time, gap, number)),
            counted AS (
                SELECT number, rank, kind,
                    gap[1] * 3600 + gap[2] * 60 + gap[3] AS gap,
                    time[1] * 3600 + time[2] * 60 + time[3]
                        - min(CASE rank WHEN '1'
                            THEN time[1] * 3600 + time[2] * 60 + time[3] END)
                            OVER (PARTITION BY year) AS behind
                FROM cell)
            SELECT format('%s FINISHED %s',
                rank,
                CASE WHEN rank <> '1' AND kind = 'time' THEN COALESCE(gap, behind) * 100 END)
                AS reading
            FROM counted
            ORDER BY number
            """;

    private final JdbcClient sql;

    ResultCollectionsTest(JdbcClient sql) {
        this.sql = sql;
    }

    @Test
    void every_row_of_the_race_pages_is_read_as_a_second_reader_reads_it() {
        var folder = present("pcs-pages");
        var rows = rows(folder.resolve(RacePages.ROWS));
        var races = new LinkedHashMap<String, List<Integer>>();
        IntStream.range(0, rows.size())
                .forEach(i ->
                        races.computeIfAbsent(
                                        rows.get(i).getField("slug") + rows.get(i).getField("year"),
                                        race -> new ArrayList<>())
                                .add(i));
        var expected =
                sql.sql(PAGES_READ_BY_SQL)
                        .param("ranks", cells(rows, "rank"))
                        .param("statuses", cells(rows, "status"))
                        .param("times", cells(rows, "time_raw"))
                        .query(String.class)
                        .list();
        var files = RacePages.in(folder);

        var readings = new ArrayList<Reading>();
        files.forEach(file -> readings.add(Reading.of(file)));
        assertThat(readings).hasSize(races.size());
        assertThat(readings.stream().mapToInt(Reading::setAside).sum()).isEqualTo(3);
        var asListed =
                rows(folder.resolve("races.csv")).stream()
                        .map(race -> races.get(race.getField("slug") + race.getField("year")))
                        .toList();
        compare(readings, asListed, expected);
    }

    @Test
    void every_final_of_the_tour_is_read_as_a_second_reader_reads_it() {
        var table = present("letour").resolve("TDF_Riders_History.csv");
        var rows = rows(table);
        var years =
                IntStream.range(0, rows.size())
                        .boxed()
                        .collect(
                                Collectors.groupingBy(
                                        i -> rows.get(i).getField("Year"),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        var expected =
                sql.sql(FINALS_READ_BY_SQL)
                        .param("years", cells(rows, "Year"))
                        .param("ranks", cells(rows, "Rank"))
                        .param("kinds", cells(rows, "ResultType"))
                        .param("times", cells(rows, "Times"))
                        .param("gaps", cells(rows, "Gap"))
                        .query(String.class)
                        .list();

        var readings = TourHistory.finals(table).stream().map(Reading::of).toList();
        assertThat(readings.stream().mapToInt(Reading::setAside).sum()).isEqualTo(1);
        compare(readings, List.copyOf(years.values()), expected);
    }

    @Test
    void what_is_odd_in_the_finals_of_the_tour_is_counted_as_others_have_counted_it() {
        var odd =
                anomalies(TourHistory.finals(present("letour").resolve("TDF_Riders_History.csv")));

        assertThat(odd)
                .containsEntry("no_winner", 7)
                .containsEntry("shared_place", 3)
                .containsEntry("shared_place_other_gap", 2)
                .containsEntry("gap_goes_back", 22)
                .containsEntry("set_aside", 1);
    }

    @Test
    void the_stages_of_the_tour_have_their_winners_and_those_without_one_are_told() {
        var files = TourHistory.stages(present("letour").resolve("TDF_Stages_History.csv"));
        var won =
                files.stream()
                        .map(SentFile::parsed)
                        .filter(ParsedResult.class::isInstance)
                        .map(ParsedResult.class::cast)
                        .toList();

        assertThat(files).hasSize(2_434);
        assertThat(won).hasSize(2_400);
        assertThat(won).allSatisfy(stage -> assertThat(stage.file().winners()).hasSize(1));
    }

    @Test
    void what_is_odd_in_the_race_pages_is_counted() {
        assertThat(anomalies(RacePages.in(present("pcs-pages"))))
                .containsEntry("ditto_mark", 18_269)
                .containsEntry("time_corrected", 157)
                .containsEntry("minus_zero", 75)
                .containsEntry("point_and_comma", 148)
                .containsEntry("no_winner", 2)
                .containsEntry("status_dsq", 44)
                .containsEntry("status_nr", 270)
                .containsEntry("status_otl", 201)
                .containsEntry("status_dns", 355);
    }

    private static Path present(String folder) {
        var there = DATA.resolve(folder);
        assumeTrue(Files.isDirectory(there), "no collection of results here: " + there);
        return there;
    }

    private static List<NamedCsvRecord> rows(Path table) {
        try (var rows = RacePages.read(table)) {
            return rows.toList();
        }
    }

    private static String[] cells(List<NamedCsvRecord> rows, String column) {
        return rows.stream().map(row -> row.getField(column)).toArray(String[]::new);
    }

    private static Map<String, Integer> anomalies(List<SentFile> files) {
        var odd = new Anomalies();
        files.forEach(file -> odd.look(file.name(), (ParsedResult) file.parsed()));
        return odd.counts();
    }

    /// @param rows for each row of the file what was read, empty where it was set aside
    private record Reading(String race, List<String> rows) {
        static Reading of(SentFile file) {
            var parsed = (ParsedResult) file.parsed();
            var byLine = new TreeMap<Integer, String>();
            parsed.file()
                    .rows()
                    .forEach(row -> byLine.put(row.placing().line(), said(row.placing())));
            parsed.reading().quarantine().forEach(row -> byLine.put(row.line(), ""));
            return new Reading(file.name(), List.copyOf(byLine.values()));
        }

        private static String said(Placing placing) {
            return "%s %s %s"
                    .formatted(
                            placing.place() == null ? "" : placing.place(),
                            placing.status(),
                            placing.gap() == null ? "" : placing.gap().hundredths());
        }

        int setAside() {
            return (int) rows.stream().filter(String::isEmpty).count();
        }
    }

    private static void compare(
            List<Reading> readings, List<List<Integer>> rows, List<String> expected) {
        var differences = new ArrayList<String>();
        for (int file = 0; file < readings.size(); file++) {
            var reading = readings.get(file);
            assertThat(reading.rows()).as(reading.race()).hasSameSizeAs(rows.get(file));
            for (int i = 0; i < reading.rows().size(); i++) {
                var read = reading.rows().get(i);
                var other = expected.get(rows.get(file).get(i));
                if (!read.isEmpty() && !read.equals(other)) {
                    differences.add(
                            "%s, row %d: %s, not %s".formatted(reading.race(), i + 1, read, other));
                }
            }
        }
        assertThat(differences).isEmpty();
    }
}
