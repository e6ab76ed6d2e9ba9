package musette.wire;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What stands above some rows of a result that come by themselves, and the file that all of them
/// make.
///
/// @param head the head lines, each with its line end
/// @param version which of two rows of one rider counts; 0 where it is not told
public record RowsFile(String head, int version) {
    static final String VERSION_KEY = "version";
    private static final Pattern VERSION =
            Pattern.compile("(?m)^# *version *: *([0-9]{1,9}) *(?:\\R|$)");

    /// @param content of any form that can be read
    public static RowsFile of(byte[] content) {
        var lines =
                Formats.text(new ByteArrayInputStream(content))
                        .text()
                        .lines()
                        .takeWhile(line -> line.startsWith("#"))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining());
        var told = VERSION.matcher(lines);
        return new RowsFile(
                VERSION.matcher(lines).replaceAll(""),
                told.find() ? Integer.parseInt(told.group(1)) : 0);
    }

    /// All rows as one file, in the order of places, whatever the order they came in.
    ///
    /// @param rows the filled cells of each, by column
    public static String whole(String head, List<Map<String, String>> rows) {
        var columns = ResultExport.columns(rows);
        var table = new ArrayList<List<String>>();
        table.add(columns);
        int above = 0;
        for (var row : rows.stream().sorted(Comparator.comparingInt(RowsFile::place)).toList()) {
            boolean leansOnNobody = place(row) > above + 1;
            table.add(columns.stream().map(column -> cell(row, column, leansOnNobody)).toList());
            above = place(row);
        }
        return head + Format.table(table);
    }

    private static int place(Map<String, String> row) {
        var place = row.getOrDefault("place", "").replaceFirst("\\.$", "");
        return place.matches("[0-9]{1,6}") ? Integer.parseInt(place) : Integer.MAX_VALUE;
    }

    /// While the row above has not come, "same time" says nothing.
    private static String cell(Map<String, String> row, String column, boolean leansOnNobody) {
        var cell = row.getOrDefault(column, "");
        boolean isTime = column.equals("time") || column.equals("gap");
        return leansOnNobody && isTime && TimeText.isSameTime(TimeText.plain(cell)) ? "" : cell;
    }
}
