package musette.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Workbooks as timing software writes them after the UCI's template.
public final class Workbooks {
    private static final Object[][] RESULTS = {
        {"Rank", "BIB", "UCI ID", "Last Name", "First Name", "Country", "Team", "Result", "IRM"},
        {1, 45, 10_007_155_280L, "IZAGIRRE", "Ion", "ESP", "Cofidis", 18_545 / 86_400.0, ""},
        {2, 131, 10_015_092_127L, "ADRIÀ", "Roger", "ESP", "Equipo Kern Pharma", "+0:20", ""},
        {3, 7, 10_009_166_283L, "VAN DER POEL", "Mathieu", "NED", "Alpecin", "s.t.", ""},
        {"", 15, 10_036_446_180L, "PARET-PEINTRE", "Valentin", "FRA", "AG2R Citroën", "", "DNF"},
    };

    private Workbooks() {}

    public static byte[] ofResults() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Timing", "1.0")) {
            var general = book.newWorksheet("General");
            general.value(0, 0, "Competition Code");
            general.value(0, 1, "20230401");
            var results = book.newWorksheet("Results");
            results.value(0, 0, "Gran Premio Miguel Indurain");
            for (int row = 0; row < RESULTS.length; row++) {
                for (int column = 0; column < RESULTS[row].length; column++) {
                    write(results, row + 2, column, RESULTS[row][column]);
                }
            }
            results.style(3, 7).format("h:mm:ss").set();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// As federations send it before the race: an empty sheet of results, and the starters.
    public static byte[] ofStarters() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Timing", "1.0")) {
            book.newWorksheet("Results");
            var starters = book.newWorksheet("StartList");
            for (int row = 0; row < RESULTS.length; row++) {
                for (int column = 1; column < 7; column++) {
                    write(starters, row, column - 1, RESULTS[row][column]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The same in the form before 2007, as a program writes it that has no other: with a sheet of
    /// general facts, a formula for the winner's time and one for a name.
    public static byte[] ofResultsBefore2007() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new HSSFWorkbook()) {
            book.createSheet("General").createRow(0).createCell(0).setCellValue("20230401");
            var results = book.createSheet("Results");
            results.createRow(0).createCell(0).setCellValue("Gran Premio Miguel Indurain");
            var clock = book.createCellStyle();
            clock.setDataFormat(book.createDataFormat().getFormat("h:mm:ss"));
            for (int row = 0; row < RESULTS.length; row++) {
                var cells = results.createRow(row + 2);
                for (int column = 0; column < RESULTS[row].length; column++) {
                    if (RESULTS[row][column] instanceof Number number) {
                        cells.createCell(column).setCellValue(number.doubleValue());
                    } else {
                        cells.createCell(column).setCellValue(RESULTS[row][column].toString());
                    }
                }
            }
            var time = results.getRow(3).getCell(7);
            time.setCellStyle(clock);
            time.setCellFormula("18545/86400");
            time.setCellValue(18_545 / 86_400.0);
            results.getRow(4).getCell(4).setCellFormula("\"Ro\"&\"ger\"");
            results.getRow(4).getCell(4).setCellValue("Roger");
            book.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else {
            sheet.value(row, column, value.toString());
        }
    }

    /// The same with some parts replaced.
    static byte[] with(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var book = ZipFile.builder().setByteArray(ofResults()).get();
                var zip = new ZipOutputStream(bytes)) {
            for (var part : Collections.list(book.getEntries())) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                var other = parts.get(part.getName());
                zip.write(other == null ? book.getInputStream(part).readAllBytes() : other);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
