package musette.wire;

import java.util.ArrayList;
import java.util.List;
import musette.racing.Placing;

/// What the cells of a row are, when nothing stands over them: `1;Izagirre Ion;Cofidis;5:09:05`.
final class PlainRow {
    private static final List<String> ONE_TEXT = List.of("rider");
    private static final List<String> TWO_TEXTS = List.of("rider", "team");
    private static final List<String> THREE_TEXTS = List.of("family", "given", "team");

    private PlainRow() {}

    /// A name of ours for each cell, empty for one that is not used; no names at all where the row
    /// does not begin with a place or holds other than one to three texts.
    static List<String> columns(List<String> cells) {
        if (cells.size() < 2 || !isPlace(cells.getFirst().strip())) {
            return List.of();
        }
        var columns = new ArrayList<String>();
        for (var cell : cells) {
            var column = columns.isEmpty() ? "place" : column(cell.strip(), columns);
            columns.add(columns.contains(column) && !column.equals("text") ? "" : column);
        }
        var texts = columns.stream().filter("text"::equals).count();
        if (texts < 1 || texts > 3) {
            return List.of();
        }
        var names = texts == 1 ? ONE_TEXT : texts == 2 ? TWO_TEXTS : THREE_TEXTS;
        int text = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equals("text")) {
                columns.set(i, names.get(text++));
            }
        }
        return columns;
    }

    private static boolean isPlace(String cell) {
        return cell.matches("[0-9]{1,4}\\.?") || Placing.Status.of(cell).isPresent();
    }

    private static String column(String cell, List<String> before) {
        if (cell.matches("[0-9]{11}")) {
            return "uci_id";
        }
        if (cell.matches("[A-Z]{3}")) {
            return "nation";
        }
        if (cell.matches("[0-9]{1,4}")) {
            return before.size() == 1 ? "bib" : "";
        }
        if (Cells.day(cell).isPresent()) {
            return "birth_date";
        }
        var time = TimeText.plain(cell);
        if (TimeText.isSameTime(time)
                || (!time.isEmpty() && TimeText.hundredths(time).isPresent())) {
            return before.contains("time") ? "gap" : "time";
        }
        return cell.codePoints().anyMatch(Character::isLetter) ? "text" : "";
    }
}
