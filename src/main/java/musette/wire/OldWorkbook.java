package musette.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// A workbook of the form before 2007 (`.xls`), a record at a time: a sheet of sixteen megabytes is
/// never held as cells.
///
/// Source: MS-XLS, Excel Binary File Format.
final class OldWorkbook implements HSSFListener {
    /// What a string takes at least in the file: its length, and how it is kept.
    private static final int LEAST_STRING = 3;

    private static final int RECORD_HEAD = 4;

    private final Predicate<List<String>> header;
    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(this);
    private final List<String> names = new ArrayList<>();
    private final List<Workbook.Table> tables = new ArrayList<>();
    private final List<String> strings = new ArrayList<>();

    /// A sheet, and inside it what begins and ends like one.
    private final Deque<BOFRecord> open = new ArrayDeque<>();

    /// The one line that is not whole yet, by its row.
    private final NavigableMap<Integer, Map<Integer, String>> line = new TreeMap<>();

    /// The words that a formula came to follow it.
    private final Deque<FormulaRecord> formulasOfWords = new ArrayDeque<>();

    private OldWorkbook(Predicate<List<String>> header) {
        this.header = header;
    }

    /// One for each sheet, in their order; without rows where the sheet has no such header.
    static List<Workbook.Table> tables(byte[] bytes, Predicate<List<String>> header)
            throws IOException {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            var root = files.getRoot();
            var name = HSSFWorkbook.getWorkbookDirEntryName(root);
            try (var stream = root.createDocumentInputStream(name)) {
                var records = stream.readAllBytes();
                checkStrings(records);
                var reading = new OldWorkbook(header);
                var request = new HSSFRequest();
                request.addListenerForAllRecords(reading.formats);
                new HSSFEventFactory().processEvents(request, new ByteArrayInputStream(records));
                return reading.tables;
            }
        }
    }

    /// A record of a few bytes may speak of two thousand million strings, and would be believed.
    /// What stands behind a password is not read at all.
    private static void checkStrings(byte[] records) throws IOException {
        var bytes = ByteBuffer.wrap(records).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.remaining() >= RECORD_HEAD) {
            int kind = Short.toUnsignedInt(bytes.getShort());
            int length = Short.toUnsignedInt(bytes.getShort());
            if (kind == FilePassRecord.sid) {
                return;
            }
            if (kind == SSTRecord.sid && bytes.remaining() >= 2 * Integer.BYTES) {
                int count = bytes.getInt(bytes.position() + Integer.BYTES);
                if (count < 0 || count > records.length / LEAST_STRING) {
                    throw new IOException("more strings than bytes");
                }
            }
            bytes.position(bytes.position() + Math.min(length, bytes.remaining()));
        }
    }

    @Override
    public void processRecord(Record told) {
        switch (told) {
            case BoundSheetRecord sheet -> names.add(sheet.getSheetname());
            case SSTRecord all -> keep(all);
            case BOFRecord start -> open(start);
            case EOFRecord _ -> close();
            case StringRecord words -> {
                if (!formulasOfWords.isEmpty()) {
                    add(formulasOfWords.pop(), words.getString());
                }
            }
            case FormulaRecord formula -> add(formula);
            case NumberRecord number -> add(number, number(number, number.getValue()));
            case LabelRecord words -> add(words, words.getValue());
            case LabelSSTRecord words -> add(words, shared(words.getSSTIndex()));
            default -> {}
        }
    }

    private void keep(SSTRecord all) {
        for (int i = 0; i < all.getNumUniqueStrings(); i++) {
            strings.add(all.getString(i).getString());
        }
    }

    /// A chart stands inside a sheet and begins and ends like one.
    private void open(BOFRecord start) {
        if (open.isEmpty() && start.getType() != BOFRecord.TYPE_WORKBOOK) {
            int number = tables.size();
            var name = number < names.size() ? names.get(number) : "";
            tables.add(new Workbook.Table(name, header));
        }
        open.push(start);
    }

    private void close() {
        open.pop();
        if (open.isEmpty()) {
            endLine();
        }
    }

    private void add(FormulaRecord formula) {
        if (formula.hasCachedResultString()) {
            formulasOfWords.push(formula);
        } else {
            add(formula, number(formula, formula.getValue()));
        }
    }

    private void add(CellValueRecordInterface cell, String words) {
        if (open.size() == 1 && !tables.isEmpty()) {
            if (!line.containsKey(cell.getRow())) {
                endLine();
            }
            line.computeIfAbsent(cell.getRow(), row -> new HashMap<>())
                    .put((int) cell.getColumn(), words);
        }
    }

    private void endLine() {
        if (!line.isEmpty()) {
            tables.getLast().add(line.pollFirstEntry().getValue());
        }
    }

    private String shared(int index) {
        return index < 0 || index >= strings.size() ? "" : strings.get(index);
    }

    private String number(CellValueRecordInterface cell, double value) {
        return Double.isFinite(value)
                ? Workbook.number(Double.toString(value), formats.getFormatString(cell))
                : "";
    }
}
