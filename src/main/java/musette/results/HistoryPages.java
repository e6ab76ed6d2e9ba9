package musette.results;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import musette.pages.Moment;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.pages.ResultTables;
import musette.pages.SameForEverybody;
import musette.racing.Races;
import musette.racing.Result;
import musette.racing.ResultDiff.Change;
import musette.racing.ResultKey;
import musette.racing.ResultRow;
import musette.racing.Results;
import musette.site.Address;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.site.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// How a result came: its versions with what each changed, and the rows as they were filed.
@Controller
@MayCall(Who.ANYONE)
class HistoryPages {
    private static final int MOST_VERSIONS = 20;
    private static final int MOST_CHANGES = 50;
    private static final int MOST_ROWS = 1_000;
    private static final Results.Part FILED = new Results.Part(1, MOST_ROWS, "");
    private static final String HISTORY = "/history";
    private static final String GAP_BASE = "gap base";

    /// The columns of a file that readers may want to compare, and their headings.
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("place", "Place");
        COLUMNS.put("bib", "Bib");
        COLUMNS.put("family", "Family name");
        COLUMNS.put("given", "Given name");
        COLUMNS.put("nation", "Nation");
        COLUMNS.put("team", "Team");
        COLUMNS.put("time", "Time");
        COLUMNS.put("gap", "Gap");
        COLUMNS.put(GAP_BASE, "Gap from");
        COLUMNS.put("status", "Status");
        COLUMNS.put("points", "Points");
        COLUMNS.put("note", "Note");
    }

    private final Races races;
    private final Results results;
    private final SiteSettings site;
    private final Address address;
    private final Frame.Frames frames;
    private final Templates templates;

    HistoryPages(
            Races races,
            Results results,
            SiteSettings site,
            Address address,
            Frame.Frames frames,
            Templates templates) {
        this.races = races;
        this.results = results;
        this.site = site;
        this.address = address;
        this.frames = frames;
        this.templates = templates;
    }

    /// Where a result's history is, and which version counts.
    static ResultTable.Name of(Result result) {
        return new ResultTable.Name(
                "Version " + result.revision(), ResultTables.address(result) + HISTORY);
    }

    @GetMapping({
        "/races/{slug}/{year}" + HISTORY,
        "/races/{slug}/{year}/{part}" + HISTORY,
        "/races/{slug}/{year}/{part}/{classification}" + HISTORY
    })
    @SameForEverybody
    ResponseEntity<byte[]> history(
            @PathVariable String slug,
            @PathVariable int year,
            @PathVariable(required = false) @Nullable String part,
            @PathVariable(required = false) @Nullable String classification) {
        var key = ResultKey.ofParts(part, classification).orElseThrow(HistoryPages::none);
        var edition = races.edition(slug, year).orElseThrow(HistoryPages::none);
        var result =
                results.ofEdition(edition.id(), key, FILED).shown().orElseThrow(HistoryPages::none);
        var frame =
                frames.open(
                        "How this result came · " + ResultTables.name(result),
                        "The versions of this result, and its rows as they were filed.");
        var rows = result.rows().stream().map(row -> cells(result, row)).toList();
        var columns = columns(rows);
        var versions = results.history(result.id(), MOST_VERSIONS, MOST_CHANGES);
        var page =
                new HistoryPage(
                        frame,
                        Preview.website(address.of(of(result).address()), frame),
                        new ResultTable.Name(
                                ResultTables.name(result), ResultTables.address(result)),
                        versions.stream().map(version -> version(version, result)).toList(),
                        versions.isEmpty() ? 0 : versions.getLast().number() - 1,
                        rows.size() == MOST_ROWS,
                        columns.stream().map(COLUMNS::get).toList(),
                        rows.stream()
                                .map(row ->
                                        columns.stream()
                                                .map(column -> row.getOrDefault(column, ""))
                                                .toList())
                                .toList());
        return templates.shared("results/history.jte", page);
    }

    /// As filed, and from whom the gap counts where it is not the winner.
    private static Map<String, String> cells(Result result, ResultRow row) {
        var cells = new HashMap<>(row.asFiled());
        result.gapBase(row).ifPresent(base -> cells.put(GAP_BASE, base.competitor().family()));
        return cells;
    }

    private HistoryPage.Version version(Results.Version version, Result result) {
        return new HistoryPage.Version(
                version.number(),
                version.standing().word(),
                Moment.full(version.filedAt(), site.zone()),
                version.number() == result.revision(),
                Optional.ofNullable(version.takenBackAt())
                        .map(at -> Moment.full(at, site.zone()))
                        .orElse(null),
                version.changes().stream().map(HistoryPages::change).toList(),
                version.allChanges() - version.changes().size());
    }

    private static HistoryPage.Change change(Change change) {
        return new HistoryPage.Change(
                change.name(),
                change.field().name().toLowerCase(Locale.ROOT),
                change.before().isEmpty() ? "nothing" : change.before(),
                change.after().isEmpty() ? "nothing" : change.after());
    }

    private static List<String> columns(List<Map<String, String>> rows) {
        var used = rows.stream().flatMap(row -> row.keySet().stream()).collect(Collectors.toSet());
        return COLUMNS.keySet().stream().filter(used::contains).toList();
    }

    private static HttpProblem none() {
        return HttpProblem.notFound("No result of ours has this address.");
    }
}
