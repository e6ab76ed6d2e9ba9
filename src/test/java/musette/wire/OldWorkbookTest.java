package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;

/// What the form before 2007 has of its own; that it says the same as any other form, `FormatsTest`
/// asks.
class OldWorkbookTest {
    @Test
    void its_sheet_of_results_is_read_whatever_stands_before_it() {
        assertThat(read(Workbooks.ofResultsBefore2007()).text().lines())
                .first()
                .isEqualTo("place,bib,uci_id,family,given,nation,team,time,status");
        assertThat(read(Workbooks.ofResultsBefore2007()).text().lines().skip(1))
                .first()
                .isEqualTo("1,45,10007155280,IZAGIRRE,Ion,ESP,Cofidis,5:09:05,");
    }

    @Test
    void as_many_rows_are_read_as_the_form_can_hold() throws IOException {
        try (var book = new HSSFWorkbook()) {
            var sheet = book.createSheet();
            for (int row = 0; row < 65_536; row++) {
                sheet.createRow(row).createCell(0).setCellValue(row == 0 ? "Rank" : "1");
                sheet.getRow(row).createCell(1).setCellValue(row == 0 ? "Rider" : "A, B");
            }
            assertThat(read(bytes(book)).text().lines()).hasSize(65_536);
        }
    }

    @Test
    void one_with_a_password_says_so() throws IOException {
        try (var book = new HSSFWorkbook()) {
            book.createSheet().createRow(0).createCell(0).setCellValue("Rank");
            Biff8EncryptionKey.setCurrentUserPassword("secret");
            var bytes = bytes(book);
            Biff8EncryptionKey.setCurrentUserPassword(null);

            assertRefused(bytes, "locked with a password");
        }
    }

    /// Believed, it would fill the memory with empty words.
    @Test
    void a_table_of_strings_that_says_it_is_endless_is_damage() {
        var bytes = Workbooks.ofResultsBefore2007();
        var view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int strings = 0;
        while (view.getShort(strings) != SSTRecord.sid || view.getInt(strings + 4) > 200) {
            strings += 2;
        }
        view.putInt(strings + 8, Integer.MAX_VALUE);

        assertRefused(bytes, "damaged");
    }

    private static void assertRefused(byte[] bytes, String sentence) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        ParseException.class,
                        refusal -> assertThat(refusal.sentence()).contains(sentence));
    }

    private static Format.ResultsText read(byte[] bytes) {
        return new Workbook().read(bytes, Map.of());
    }

    private static byte[] bytes(HSSFWorkbook book) throws IOException {
        var bytes = new ByteArrayOutputStream();
        book.write(bytes);
        return bytes.toByteArray();
    }
}
