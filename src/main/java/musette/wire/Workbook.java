package musette.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/// A spreadsheet's own file, as timing software and the UCI's template write it: the sheet
/// `Results`, or the first one in which a line names columns of ours. Lines above that one are not
/// used.
final class Workbook implements Format {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final String BOOK = "xl/workbook.xml";
    private static final String RESULTS = "results";

    /// What a file may unpack to, in bytes.
    private static final long MOST_UNPACKED = 64L * 1024 * 1024;

    private static final int LINES_BEFORE_THE_HEADER = 20;
    private static final int MOST_COLUMNS = 100;
    private static final BigDecimal HUNDREDTHS_OF_A_DAY = BigDecimal.valueOf(8_640_000);
    private static final LocalDate DAY_NONE = LocalDate.of(1899, 12, 30);

    @Override
    public boolean recognises(byte[] bytes) {
        return startsWith(bytes, ZIP) || startsWith(bytes, OLD);
    }

    @Override
    public ResultsText read(byte[] bytes, Map<String, String> told) {
        if (startsWith(bytes, OLD)) {
            throw new ParseException(
                    "This is a workbook of the old form (.xls). Save it as .xlsx, or its sheet of"
                            + " results as 'CSV UTF-8'.");
        }
        try {
            checkParts(bytes);
            var tables = tables(bytes, ColumnNames::areOfResults);
            if (tables.isEmpty()) {
                tables = tables(bytes, ColumnNames::areOfStarters);
            }
            if (tables.isEmpty()) {
                throw new ParseException(
                        "No sheet of the workbook holds results: none has a column for the place"
                                + " and one for the rider.");
            }
            var remarks =
                    tables.size() == 1
                            ? List.<String>of()
                            : List.of(
                                    "The workbook has %d sheets of results; '%s' was read."
                                            .formatted(tables.size(), tables.getFirst().sheet()));
            return new ResultsText(Format.table(tables.getFirst().rows()), remarks, false);
        } catch (ExcelReaderException
                | IOException
                | UncheckedIOException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | IndexOutOfBoundsException e) {
            throw new ParseException(
                    "The workbook is damaged; save it anew, or its sheet as 'CSV UTF-8'.");
        }
    }

    /// @param rows the header first
    private record Table(String sheet, List<List<String>> rows) {}

    /// The sheet named for it first.
    ///
    /// @param header tells a line with the names of columns from all others
    private static List<Table> tables(byte[] bytes, Predicate<List<String>> header)
            throws IOException {
        var tables = new ArrayList<Table>();
        try (var book =
                new ReadableWorkbook(
                        new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
            for (var sheet : book.getSheets().toList()) {
                var rows = rows(sheet, header);
                if (!rows.isEmpty()) {
                    var isNamed = sheet.getName().toLowerCase(Locale.ROOT).equals(RESULTS);
                    tables.add(isNamed ? 0 : tables.size(), new Table(sheet.getName(), rows));
                }
            }
        }
        return tables;
    }

    private static List<List<String>> rows(Sheet sheet, Predicate<List<String>> header)
            throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var lines = sheet.openStream()) {
            int before = 0;
            for (var line : (Iterable<Row>) lines::iterator) {
                if (!rows.isEmpty()) {
                    addRow(rows, line);
                } else if (header.test(names(line))) {
                    rows.add(names(line));
                } else if (++before > LINES_BEFORE_THE_HEADER) {
                    return List.of();
                }
            }
        }
        return rows;
    }

    private static void addRow(List<List<String>> rows, Row line) {
        var words = words(line, rows.getFirst().size());
        if (words.stream().anyMatch(word -> !word.isEmpty())) {
            rows.add(words);
        }
        if (rows.size() > Quarantine.MOST_ROWS + 1) {
            throw new ParseException(
                    "The sheet has more than %,d rows, more than any race has riders; nothing was taken from it."
                            .formatted(Quarantine.MOST_ROWS));
        }
    }

    /// Its cells as names of columns, ours where we know them.
    private static List<String> names(Row line) {
        return words(line, MOST_COLUMNS).stream()
                .map(word -> ColumnNames.ours(ColumnNames.plain(word)))
                .toList();
    }

    private static List<String> words(Row line, int most) {
        var words = new ArrayList<String>();
        for (int i = 0; i < Math.min(line.getCellCount(), most); i++) {
            var cell = line.getCell(i);
            words.add(cell == null ? "" : word(cell).replaceAll("\\p{Cntrl}+", " ").strip());
        }
        return words;
    }

    /// As the sheet shows it: a number with a clock's form is a time, one with a calendar's a day.
    private static String word(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER, FORMULA ->
                    number(Objects.requireNonNullElse(cell.getRawValue(), ""), cell);
            case STRING -> Objects.requireNonNullElse(cell.getText(), "");
            case BOOLEAN, ERROR, EMPTY -> "";
        };
    }

    private static String number(String raw, Cell cell) {
        if (!raw.matches("-?[0-9]{1,15}(\\.[0-9]{1,20})?([eE]-?[0-9]{1,2})?")) {
            return raw;
        }
        var number = new BigDecimal(raw);
        var form =
                Objects.requireNonNullElse(cell.getDataFormatString(), "").toLowerCase(Locale.ROOT);
        if (form.contains("yy")) {
            return DAY_NONE.plusDays(number.longValue()).toString();
        }
        if (form.contains("h:") || form.contains("h]:") || form.contains(":ss")) {
            return clock(number);
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String clock(BigDecimal days) {
        long hundredths =
                days.multiply(HUNDREDTHS_OF_A_DAY).setScale(0, RoundingMode.HALF_UP).longValue();
        long seconds = hundredths / 100;
        var clock = "%d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
        return hundredths % 100 == 0 ? clock : "%s.%02d".formatted(clock, hundredths % 100);
    }

    /// A file of a few bytes may unpack to gigabytes, whatever it says of itself.
    private static void checkParts(byte[] bytes) throws IOException {
        long left = MOST_UNPACKED;
        try (var zip = ZipFile.builder().setByteArray(bytes).get()) {
            if (zip.getEntry(BOOK) == null) {
                throw new ParseException(
                        "This is a packed file and no workbook. Unpack it, and bring what is in"
                                + " it.");
            }
            for (var part : Collections.list(zip.getEntries())) {
                try (var content = zip.getInputStream(part)) {
                    left -= lengthUpTo(left, content);
                }
            }
        }
    }

    private static long lengthUpTo(long most, InputStream content) throws IOException {
        var buffer = new byte[1 << 16];
        long length = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            length += read;
            if (length > most) {
                throw new ParseException(
                        "The file unpacks to more than 64 MB; a result never does.");
            }
        }
        return length;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length
                && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
