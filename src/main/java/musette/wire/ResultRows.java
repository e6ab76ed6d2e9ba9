package musette.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import musette.racing.Names;
import musette.racing.Placing;
import musette.racing.Placing.Status;
import musette.racing.Race;
import musette.racing.ResultFile;
import musette.racing.ResultKey.Classification;
import musette.wire.Lines.Line;
import org.jspecify.annotations.Nullable;

/// The rows of a result: cells in, `ResultFile` rows out, in the order of the file.
final class ResultRows {
    /// What the provider of the file calls the rider.
    static final String RIDER_ID = "rider_id";

    static final Set<String> COLUMNS =
            Set.of(
                    "place",
                    "bib",
                    "uci_id",
                    RIDER_ID,
                    "family",
                    "given",
                    "rider",
                    "nation",
                    "region",
                    "birth_date",
                    "team",
                    "time",
                    "gap",
                    "status",
                    "points",
                    "note");
    private static final List<String> REQUIRED = List.of("place", "family", "given");
    private static final List<String> REQUIRED_IN_ONE = List.of("place", "rider");
    private static final List<String> REQUIRED_OF_TEAMS = List.of("place", "team");
    private static final Cells NOTHING = new Cells(Map.of());

    private final Columns columns;
    private final RiderNames names;
    private final boolean isOfTeams;
    private final boolean isStartList;
    private final @Nullable String provider;
    private final Quarantine quarantine;
    private final List<ResultFile.Row> rows = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    /// Where teams are ranked, riders named beside them do not count.
    ///
    /// @throws ParseException when the header lacks what every row needs
    ResultRows(ResultFile.Head about, Columns columns, RiderNames names, Quarantine quarantine) {
        this.columns = columns;
        this.names = names;
        isOfTeams = isOfTeams(about, columns);
        isStartList = about.key().isStartList();
        provider = about.credit() == null ? null : Names.slug(about.credit().provider());
        columns.mustHave(required(columns));
        this.quarantine = quarantine;
        if (provider == null && columns.has(RIDER_ID)) {
            quarantine.remark(
                    "Riders are known by their rider_id only where a line says whose it is, such as"
                            + " '# provider: FirstCycling'.");
        }
    }

    private List<String> required(Columns header) {
        if (isOfTeams) {
            return REQUIRED_OF_TEAMS;
        }
        var required = header.has("rider") ? REQUIRED_IN_ONE : REQUIRED;
        return isStartList ? required.subList(1, required.size()) : required;
    }

    /// A team time trial may also come as a list of its riders.
    private static boolean isOfTeams(ResultFile.Head about, Columns columns) {
        return about.key().classification() == Classification.TEAMS
                || (about.kind() == Race.Kind.TTT
                        && about.key().isFinish()
                        && !columns.has("family")
                        && !columns.has("rider"));
    }

    /// Reads to the end of the file; what cannot be understood goes to the quarantine.
    List<ResultFile.Row> read(Lines lines) {
        var context = GapContext.START;
        for (var line = quarantine.next(lines, columns);
                line.isPresent();
                line = quarantine.next(lines, columns)) {
            context = read(line.get(), context);
        }
        return withTies(isSorted() ? rows : withoutLeaning());
    }

    private GapContext read(Line line, GapContext context) {
        Cells cells;
        PlaceOrStatus mark;
        GapContext.Step step;
        try {
            cells = columns.row(line.text());
            mark = isStartList ? PlaceOrStatus.ofStarter(cells) : PlaceOrStatus.of(cells);
            step = context.read(mark.place(), isStartList ? NOTHING : cells, line.number());
        } catch (ParseException e) {
            quarantine.layAside(line, e);
            return context.lost();
        }
        try {
            rows.add(row(line, isOfTeams ? cells : names.inPrint(cells), mark, step));
        } catch (ParseException e) {
            quarantine.layAside(line, e);
            return step.next().afterGap();
        }
        if (!step.remark().isEmpty()) {
            quarantine.remark(step.remark());
        }
        return step.next();
    }

    private ResultFile.Row row(Line line, Cells cells, PlaceOrStatus mark, GapContext.Step step) {
        var number = line.number();
        var entrant = isOfTeams ? null : entrant(cells, provider, quarantine, number);
        var team = cells.nameOrNull("team");
        if (entrant == null && team == null) {
            throw new ParseException("The row names no team.");
        }
        var note = quarantine.unlessUnclear(number, () -> note(cells));
        var placing =
                new Placing(
                        mark.place(),
                        false,
                        cells.nameOrNull("bib"),
                        step.time(),
                        step.gap(),
                        step.sameTime(),
                        mark.status(),
                        quarantine.unlessUnclear(number, () -> cells.decimal("points")),
                        note == null ? "" : note,
                        number,
                        step.gapLine());
        refuseSecond("bib", placing.bib(), line);
        refuseSecond("UCI ID", entrant == null ? null : entrant.uciId(), line);
        return new ResultFile.Row(entrant, team, placing, cells.filled());
    }

    private static String note(Cells cells) {
        boolean isCorrected =
                TimeText.isCorrected(cells.text("time")) || TimeText.isCorrected(cells.text("gap"));
        return isCorrected && !cells.has("note") ? "time corrected" : cells.note("note");
    }

    /// @param provider whose `rider_id` it is, as an address; null for nobody's
    static ResultFile.Entrant entrant(
            Cells cells, @Nullable String provider, Quarantine quarantine, int line) {
        if (!cells.has("family")) {
            throw new ParseException("The row has no family name.");
        }
        var id = quarantine.unlessUnclear(line, () -> cells.word(RIDER_ID));
        return new ResultFile.Entrant(
                cells.uciId("uci_id"),
                cells.name("family"),
                cells.name("given"),
                quarantine.unlessUnclear(line, () -> cells.nation("nation")),
                quarantine.unlessUnclear(line, () -> cells.date("birth_date")),
                provider == null || id == null ? null : provider + "/" + id,
                quarantine.unlessUnclear(line, () -> cells.nameOrNull("region")));
    }

    private void refuseSecond(String what, @Nullable String value, Line line) {
        if (value == null) {
            return;
        }
        var before = seen.putIfAbsent(what + " " + value, line.number());
        if (before != null) {
            throw new ParseException(
                    "The %s %s already stands on line %d.".formatted(what, value, before));
        }
    }

    /// Whether the places rise from line to line, as a "same time" needs that leans on the row
    /// above.
    private boolean isSorted() {
        int last = 0;
        for (var row : rows) {
            var place = row.placing().place();
            if (place != null && row.placing().status() != Placing.Status.REL) {
                if (place < last) {
                    return false;
                }
                last = place;
            }
        }
        return true;
    }

    /// In a file that is sorted by bib or by name, the row above is anybody.
    private List<ResultFile.Row> withoutLeaning() {
        quarantine.remark(
                "The file is not sorted by place. A 'same time' in it does not say whose; such a"
                        + " row has no gap.");
        return rows.stream()
                .map(row -> row.placing().sameTime() ? row.with(row.placing().withoutGap()) : row)
                .toList();
    }

    private static List<ResultFile.Row> withTies(List<ResultFile.Row> rows) {
        var riders =
                rows.stream()
                        .map(row -> row.placing().place())
                        .filter(Objects::nonNull)
                        .collect(Collectors.groupingBy(place -> place, Collectors.counting()));
        return rows.stream()
                .map(row ->
                        riders.getOrDefault(row.placing().place(), 1L) == 1
                                ? row
                                : row.with(row.placing().asTied()))
                .toList();
    }

    /// A row's place, or the code that says why it has none. The code may stand in either column.
    private record PlaceOrStatus(@Nullable Integer place, Status status) {
        private static final int LAST_PLACE = Quarantine.MOST_ROWS;

        static PlaceOrStatus of(Cells cells) {
            var inPlace = Status.of(cells.text("place"));
            var place = inPlace.isPresent() ? null : cells.whole("place", LAST_PLACE);
            var status = status(cells).or(() -> inPlace);
            if (place == null) {
                return new PlaceOrStatus(
                        null,
                        status.filter(code -> code != Status.FINISHED)
                                .orElseThrow(() ->
                                        new ParseException(
                                                "The row has neither a place nor a status.")));
            }
            var code = status.orElse(Status.FINISHED);
            if (code != Status.FINISHED && code != Status.REL) {
                throw new ParseException(
                        "The row has place %d and is %s at once.".formatted(place, code));
            }
            return new PlaceOrStatus(place, code);
        }

        /// Of a row in a start list, where a place means nothing yet: starts, unless it says
        /// otherwise.
        static PlaceOrStatus ofStarter(Cells cells) {
            return new PlaceOrStatus(
                    null, status(cells).filter(it -> it == Status.DNS).orElse(Status.START));
        }

        private static Optional<Status> status(Cells cells) {
            if (!cells.has("status")) {
                return Optional.empty();
            }
            return Optional.of(
                    Status.of(cells.text("status"))
                            .orElseThrow(() ->
                                    cells.unclear("status", "one of DNF, DNS, OTL, DSQ, REL, NR")));
        }
    }
}
