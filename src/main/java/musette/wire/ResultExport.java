package musette.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import musette.racing.Placing;
import musette.racing.Race;
import musette.racing.Result;
import musette.racing.ResultKey.Classification;
import musette.racing.ResultRow;
import musette.racing.Rider;
import musette.racing.Team;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A result as a file of our own form, results v1: brought in again, it says nothing new.
///
/// @param about the head lines, by key
/// @param rows the filled cells of each line, by column
public record ResultExport(Map<String, String> about, List<Map<String, String>> rows) {
    /// What the form is called, in every file that holds it.
    public static final String FORM = "results v1";

    /// Before the names of its columns and keys, where a form names things by addresses.
    public static final String VOCABULARY = "urn:musette:results-v1#";

    static final String LICENCE = "licence";

    static final List<String> COLUMNS =
            List.of(
                    "place",
                    "bib",
                    "uci_id",
                    "family",
                    "given",
                    "nation",
                    "region",
                    "birth_date",
                    "team",
                    "time",
                    "gap",
                    "status",
                    "points",
                    "note");

    private static final Set<Placing.Status> USUAL =
            Set.of(Placing.Status.FINISHED, Placing.Status.START);
    private static final Set<String> WORDS = Set.of("family", "given", "team", "note");

    /// @param licence under which others may use the file, in the publisher's words; may be empty
    public static ResultExport of(Result result, String licence) {
        return new ResultExport(
                about(result, licence), result.rows().stream().map(ResultExport::cells).toList());
    }

    public byte[] csv() {
        var text = new StringBuilder("# %s\n".formatted(FORM));
        about.forEach((key, value) -> text.append("# %s: %s\n".formatted(key, value)));
        var used = new ArrayList<>(columns(rows));
        if (Classification.START_LIST.word().equals(about.get("classification"))) {
            used.remove("place");
        }
        var lines = new ArrayList<List<String>>();
        lines.add(used);
        rows.forEach(row ->
                lines.add(
                        used.stream()
                                .map(column -> harmless(column, row.getOrDefault(column, "")))
                                .toList()));
        return text.append(Format.table(lines)).toString().getBytes(StandardCharsets.UTF_8);
    }

    public byte[] json() {
        var file = new LinkedHashMap<String, Object>();
        file.put("form", FORM);
        file.putAll(about);
        file.put(JsonResult.ROWS, rows);
        return JsonMapper.shared().writeValueAsBytes(file);
    }

    /// Words that a spreadsheet would take for a formula. A gap may begin with its sign.
    private static String harmless(String column, String cell) {
        return WORDS.contains(column) && cell.matches("[=+@-].*") ? "'" + cell : cell;
    }

    /// The columns of a table of these rows, in their order: those that hold something, and those
    /// without which nothing reads it.
    static List<String> columns(List<Map<String, String>> rows) {
        var used = rows.stream().flatMap(row -> row.keySet().stream()).collect(Collectors.toSet());
        return COLUMNS.stream()
                .filter(column ->
                        used.contains(column)
                                || column.equals("place")
                                || (column.equals("given") && used.contains("family")))
                .toList();
    }

    private static Map<String, String> about(Result result, String licence) {
        var edition = result.edition();
        var race = edition.race();
        var stage = result.stage();
        var about = new LinkedHashMap<String, String>();
        put(about, "race", race.name());
        put(about, "slug", race.slug());
        put(about, "edition", edition.name().equals(race.name()) ? null : edition.name());
        put(about, "year", edition.year());
        put(about, "date", result.heldOn());
        put(about, "stage", stage == null ? null : stage.number().word());
        put(about, "classification", classification(result));
        put(about, "class", edition.raceClass());
        put(about, "place", result.place());
        put(about, "country", edition.country());
        put(about, "distance", kilometres(result.metres()));
        put(about, "gender", race.gender() == null ? null : race.gender().word());
        put(about, "kind", kind(result));
        put(about, "standing", result.standing().word());
        put(about, "finish", result.finish() == null ? null : result.finish().word());
        put(about, "course", result.course() == null ? null : result.course().word());
        if (result.credit() != null) {
            put(about, "provider", result.credit().provider());
            put(about, "credit-url", result.credit().url());
        }
        put(about, LICENCE, licence);
        return about;
    }

    private static @Nullable String classification(Result result) {
        var usual = result.stage() == null ? Classification.GENERAL : Classification.STAGE;
        return result.classification() == usual ? null : result.classification().word();
    }

    /// Of the race or the stage itself; how its classifications stood is of no kind.
    private static @Nullable String kind(Result result) {
        var isUsual = result.kind() == Race.Kind.ROAD || !result.key().isFinish();
        return isUsual ? null : result.kind().word();
    }

    private static @Nullable String kilometres(@Nullable Integer metres) {
        return metres == null
                ? null
                : BigDecimal.valueOf(metres, 3).stripTrailingZeros().toPlainString() + " km";
    }

    private static Map<String, String> cells(ResultRow row) {
        var placing = row.placing();
        var cells = new LinkedHashMap<String, String>();
        put(cells, "place", placing.place());
        put(cells, "bib", placing.bib());
        if (row.competitor() instanceof Team team) {
            put(cells, "team", team.print());
        } else {
            put(cells, "family", row.competitor().family());
            put(cells, "given", row.competitor().given());
            put(cells, "team", row.teamName());
        }
        if (row.competitor() instanceof Rider rider) {
            put(cells, "uci_id", rider.uciId());
            put(cells, "nation", rider.nation());
            put(cells, "birth_date", rider.born());
        }
        put(cells, "time", placing.time() == null ? null : placing.time().clock());
        put(cells, "gap", gap(placing));
        put(cells, "status", USUAL.contains(placing.status()) ? null : placing.status());
        put(cells, "points", placing.pointsInPrint());
        put(cells, "note", placing.note());
        return cells;
    }

    private static @Nullable String gap(Placing placing) {
        if (placing.sameTime()) {
            return "s.t.";
        }
        return placing.gap() == null ? null : placing.gap().clock();
    }

    private static void put(Map<String, String> words, String key, @Nullable Object value) {
        var word = Objects.toString(value, "").replaceAll("\\p{Cntrl}+", " ").strip();
        if (!word.isEmpty()) {
            words.put(key, word);
        }
    }
}
