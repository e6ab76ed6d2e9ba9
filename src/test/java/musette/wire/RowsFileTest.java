package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import musette.wire.ParsedFile.ParsedResult;
import org.junit.jupiter.api.Test;

class RowsFileTest {
    private static final String HEAD = "# race: Tour of the Lakes\n# year: 2023\n";

    @Test
    void riders_of_one_name_and_riders_without_a_place_make_a_file_that_can_be_read() {
        var rows = read(List.of(Map.of("status", "DNF", "family", "Ronaldinho", "team", "Aurora")));

        assertThat(rows).singleElement().isEqualTo("DNF Ronaldinho");
    }

    @Test
    void teams_need_no_names_of_riders() {
        var rows =
                RowsFile.whole(
                        HEAD + "# classification: teams\n",
                        List.of(Map.of("place", "1", "team", "Aurora")));

        assertThat(rows).endsWith("place,team\n1,Aurora\n");
    }

    @Test
    void rows_stand_by_place_whatever_their_order_and_lean_on_nobody_who_is_missing() {
        var rows =
                RowsFile.whole(
                        HEAD,
                        List.of(
                                row("4", "Kron", "s.t."),
                                row("2", "Higuita", "s.t."),
                                row("1", "Izagirre", "")));

        assertThat(rows)
                .endsWith("place,family,given,gap\n1,Izagirre,,\n2,Higuita,,s.t.\n4,Kron,,\n");
    }

    @Test
    void the_version_is_told_apart_from_the_other_head_lines() {
        var above =
                RowsFile.of(
                        "# race: A\n# version: 12\n# year: 2023\nplace,family,given\n1,Doe,Ann\n"
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(above.version()).isEqualTo(12);
        assertThat(above.head()).isEqualTo("# race: A\n# year: 2023\n");
    }

    private static Map<String, String> row(String place, String family, String gap) {
        return gap.isEmpty()
                ? Map.of("place", place, "family", family)
                : Map.of("place", place, "family", family, "gap", gap);
    }

    private static List<String> read(List<Map<String, String>> rows) {
        var text = RowsFile.whole(HEAD, rows).getBytes(StandardCharsets.UTF_8);
        var parsed = ParsedFile.of("rows", new ByteArrayInputStream(text));
        return ((ParsedResult) parsed)
                .file().rows().stream()
                        .map(row -> row.placing().mark() + " " + row.name())
                        .toList();
    }
}
