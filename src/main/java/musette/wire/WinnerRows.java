package musette.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import musette.racing.WinnersFile;
import musette.wire.Lines.Line;

/// The rows of a list of winners; a year without a race has a status in place of a name.
final class WinnerRows {
    static final Set<String> COLUMNS =
            Set.of(
                    "year",
                    "uci_id",
                    "family",
                    "given",
                    "nation",
                    "region",
                    "birth_date",
                    "team",
                    "status");
    static final List<String> REQUIRED = List.of("year", "family", "given");
    static final Set<String> KEYS = Set.of("race", "slug", "complete-since", "first-held");
    private static final Set<String> NOT_HELD = Set.of("cancelled", "not held");

    private final Columns columns;
    private final Quarantine quarantine;
    private final RiderNames names;

    WinnerRows(Columns columns, Quarantine quarantine) {
        this.columns = columns;
        this.quarantine = quarantine;
        this.names = new RiderNames(null, quarantine);
    }

    List<WinnersFile.Row> read(Lines lines) {
        var rows = new ArrayList<WinnersFile.Row>();
        for (var line = quarantine.next(lines, columns);
                line.isPresent();
                line = quarantine.next(lines, columns)) {
            try {
                rows.add(row(line.get()));
            } catch (ParseException e) {
                quarantine.layAside(line.get(), e);
            }
        }
        return rows;
    }

    private WinnersFile.Row row(Line line) {
        var cells = names.inPrint(columns.row(line.text()));
        var year = cells.whole("year", 2199);
        if (year == null || year < 1800) {
            throw cells.unclear("year", "a year");
        }
        var status = cells.text("status");
        if (!status.isEmpty() && !NOT_HELD.contains(status)) {
            throw cells.unclear("status", "'cancelled' or 'not held'");
        }
        if (!status.isEmpty() && cells.has("family")) {
            throw new ParseException(
                    "The year has a winner and is '%s' at once.".formatted(status));
        }
        var winner =
                status.isEmpty()
                        ? ResultRows.entrant(cells, null, quarantine, line.number())
                        : null;
        return new WinnersFile.Row(year, winner, cells.nameOrNull("team"), line.number());
    }
}
