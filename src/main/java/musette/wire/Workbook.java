package musette.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.BufferUnderflowException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.record.RecordInputStream.LeftoverDataException;
import org.apache.poi.util.RecordFormatException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

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
        try {
            if (startsWith(bytes, ZIP)) {
                checkParts(bytes);
            }
            var tables = tables(bytes, ColumnNames::areOfResults);
            if (tables.isEmpty()) {
                tables = tables(bytes, ColumnNames::areOfStarters);
            }
            return chosen(tables);
        } catch (EncryptedDocumentException e) {
            throw new ParseException(
                    "The workbook is locked with a password; save it without one.");
        } catch (OldExcelFormatException e) {
            throw new ParseException(
                    "This workbook is of a form from before 1997. Save it as .xlsx, or its sheet of"
                            + " results as 'CSV UTF-8'.");
        } catch (ExcelReaderException
                | RecordFormatException
                | LeftoverDataException
                | IOException
                | BufferUnderflowException
                | NoSuchElementException
                | UncheckedIOException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | IndexOutOfBoundsException e) {
            throw new ParseException(
                    "The workbook is damaged; save it anew, or its sheet as 'CSV UTF-8'.");
        }
    }

    private static ResultsText chosen(List<Table> tables) {
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
                                        .formatted(tables.size(), tables.getFirst().sheet));
        return new ResultsText(Format.table(tables.getFirst().rows), remarks, false);
    }

    /// The sheets that have such a header, the one named for it first.
    ///
    /// @param header tells a line with the names of columns from all others
    private static List<Table> tables(byte[] bytes, Predicate<List<String>> header)
            throws IOException {
        var sheets =
                startsWith(bytes, OLD)
                        ? OldWorkbook.tables(bytes, header)
                        : newTables(bytes, header);
        return sheets.stream()
                .filter(sheet -> !sheet.rows.isEmpty())
                .sorted(Comparator.comparing(sheet -> !sheet.isNamedForIt()))
                .toList();
    }

    private static List<Table> newTables(byte[] bytes, Predicate<List<String>> header)
            throws IOException {
        var tables = new ArrayList<Table>();
        try (var book =
                new ReadableWorkbook(
                        new ByteArrayInputStream(bytes), new ReadingOptions(true, false))) {
            for (var sheet : book.getSheets().toList()) {
                var table = new Table(sheet.getName(), header);
                tables.add(table);
                try (var lines = sheet.openStream()) {
                    for (var line : (Iterable<Row>) lines::iterator) {
                        if (!table.add(cells(line))) {
                            break;
                        }
                    }
                }
            }
        }
        return tables;
    }

    /// The lines of a sheet from the one with the names of columns on.
    static final class Table {
        private final String sheet;
        private final Predicate<List<String>> header;
        private final List<List<String>> rows = new ArrayList<>();
        private final List<List<String>> above = new ArrayList<>();

        Table(String sheet, Predicate<List<String>> header) {
            this.sheet = sheet;
            this.header = header;
        }

        private boolean isNamedForIt() {
            return sheet.toLowerCase(Locale.ROOT).equals(RESULTS);
        }

        /// Adds the next line of the sheet.
        ///
        /// @param cells by their column, the first being 0
        /// @return false where nothing of the sheet is of use any more
        boolean add(Map<Integer, String> cells) {
            if (rows.isEmpty() && above.size() > LINES_BEFORE_THE_HEADER) {
                return false;
            }
            if (rows.isEmpty()) {
                var names =
                        words(cells, MOST_COLUMNS).stream()
                                .map(word -> ColumnNames.ours(ColumnNames.plain(word)))
                                .toList();
                (header.test(names) ? rows : above).add(names);
                return true;
            }
            var words = words(cells, rows.getFirst().size());
            if (words.stream().anyMatch(word -> !word.isEmpty())) {
                rows.add(words);
            }
            if (rows.size() > Quarantine.MOST_ROWS + 1) {
                throw new ParseException(
                        "The sheet has more than %,d rows, more than any race has riders; nothing was taken from it."
                                .formatted(Quarantine.MOST_ROWS));
            }
            return true;
        }

        private static List<String> words(Map<Integer, String> cells, int most) {
            int last = cells.keySet().stream().mapToInt(column -> column).max().orElse(-1);
            return IntStream.range(0, Math.min(last + 1, most))
                    .mapToObj(column -> cells.getOrDefault(column, ""))
                    .map(word -> word.replaceAll("\\p{Cntrl}+", " ").strip())
                    .toList();
        }
    }

    private static Map<Integer, String> cells(Row line) {
        var cells = new HashMap<Integer, String>();
        for (int i = 0; i < Math.min(line.getCellCount(), MOST_COLUMNS); i++) {
            var cell = line.getCell(i);
            cells.put(i, cell == null ? "" : word(cell));
        }
        return cells;
    }

    /// As the sheet shows it: a number with a clock's form is a time, one with a calendar's a day.
    private static String word(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER, FORMULA ->
                    number(
                            Objects.requireNonNullElse(cell.getRawValue(), ""),
                            cell.getDataFormatString());
            case STRING -> Objects.requireNonNullElse(cell.getText(), "");
            case BOOLEAN, ERROR, EMPTY -> "";
        };
    }

    /// @param format as a sheet writes it, `h:mm:ss`; null for none
    static String number(String raw, @Nullable String format) {
        if (!raw.matches("-?[0-9]{1,15}(\\.[0-9]{1,20})?([eE]-?[0-9]{1,2})?")) {
            return raw;
        }
        var number = new BigDecimal(raw);
        var form = Objects.requireNonNullElse(format, "").toLowerCase(Locale.ROOT);
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
