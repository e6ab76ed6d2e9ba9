package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import musette.store.Progress;
import org.junit.jupiter.api.Test;

class ReadingProgressTest {
    @Test
    void a_long_file_says_every_thousand_rows_how_many_were_read() {
        assertThat(heard(2_500)).containsExactly("1,000 rows read", "2,000 rows read");
    }

    @Test
    void one_of_the_usual_length_says_nothing() {
        assertThat(heard(180)).isEmpty();
    }

    private static List<String> heard(int rows) {
        var file =
                "# race: Tour\n# date: 2023-07-01\nplace,family,given\n1,Kron,Andreas\n# no row\n"
                        + "x,Torn,Line\n".repeat(rows - 1);
        var heard = new ArrayList<String>();
        Progress.heard(
                heard::add,
                () ->
                        ParsedFile.of(
                                "tour.csv",
                                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
        return heard;
    }
}
