package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Columns are found by their names, whatever parts them and whoever named them.
class ColumnsTest {
    private static final Set<String> KNOWN =
            Set.of("place", "bib", "family", "given", "rider", "team", "time", "gap", "uci_id");

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void whatever_parts_the_cells_is_seen_in_the_header(String separator) {
        var columns = Columns.of(String.join(separator, "place", "family", "time"), KNOWN);

        assertThat(columns.separator()).isEqualTo(separator.charAt(0));
        assertThat(columns.places()).isEqualTo(Map.of("place", 0, "family", 1, "time", 2));
        assertThat(columns.row(String.join(separator, "1", " Mas ", "5:09:05")).values())
                .isEqualTo(Map.of("place", "1", "family", "Mas", "time", "5:09:05"));
    }

    @ParameterizedTest
    @CsvSource({
        "UCI ID, uci_id", "uci-id, uci_id", "Racer Code, uci_id", "Pos., place", "Rnk, place",
        "#, place", "Plaats, place", "Dossard, bib", "No., bib", "Last Name, family",
        "Apellidos, family", "PRÉNOM, given", "Corredor, rider", "Équipe, team", "Zeit, time",
        "Rückstand, gap", "Diff., gap"
    })
    void others_names_for_columns_are_understood(String theirs, String ours) {
        var columns = Columns.of(theirs + ",whatever", KNOWN);

        assertThat(columns.names()).containsExactly(ours, "whatever");
        assertThat(columns.unknown()).containsExactly("whatever");
        assertThat(columns.has(ours)).isTrue();
        assertThat(columns.has("whatever")).isFalse();
    }

    @Test
    void our_own_name_counts_more_than_another_for_the_same() {
        var columns = Columns.of("rank,place,result,time", KNOWN);

        assertThat(columns.places()).isEqualTo(Map.of("place", 1, "time", 3));
        assertThat(columns.unknown()).containsExactly("rank", "result");
        assertThat(columns.row("9,1,x,5:00").text("place")).isEqualTo("1");
    }

    @Test
    void a_name_that_stands_twice_is_refused() {
        assertThatThrownBy(() -> Columns.of("place,family,place", KNOWN))
                .isInstanceOf(ParseException.class)
                .hasMessage("The column 'place' stands twice in the header.");
        assertThat(Columns.of("rank,pos", KNOWN).unknown()).containsExactly("pos");
    }

    @Test
    void what_a_header_lacks_is_told_with_what_it_has() {
        var columns = Columns.of("place,team", KNOWN);

        columns.mustHave(List.of("place"));
        assertThatThrownBy(() -> columns.mustHave(List.of("place", "family")))
                .hasMessage("The header lacks the column family; it has: place, team.");
        assertThatThrownBy(() -> columns.mustHave(List.of("family", "given")))
                .hasMessage("The header lacks the columns family, given; it has: place, team.");
        assertThatThrownBy(() -> Columns.of("x".repeat(300), KNOWN).mustHave(List.of("place")))
                .hasMessageEndingWith("it has: " + "x".repeat(200) + " ….");
    }

    @Test
    void a_short_line_ends_in_empty_cells_and_a_long_one_is_refused() {
        var columns = Columns.of("place,family,team", KNOWN);

        assertThat(columns.row("1,Mas").values())
                .isEqualTo(Map.of("place", "1", "family", "Mas", "team", ""));
        assertThat(columns.row("1,Mas,Movistar, ,").text("team")).isEqualTo("Movistar");
        assertThatThrownBy(() -> columns.row("1,Mas,Movistar,5:09:05"))
                .hasMessage("4 cells stand under 3 columns.");
    }

    @Test
    void a_cell_in_quotation_marks_may_hold_what_parts_cells() {
        var columns = Columns.of("place,family,team", KNOWN);

        assertThat(columns.row("1,\"Mas, Enric\", \"The \"\"Blue\"\" ones\" ").values())
                .containsEntry("family", "Mas, Enric")
                .containsEntry("team", "The \"Blue\" ones");
        assertThatThrownBy(() -> columns.row("1,\"Mas,Movistar"))
                .hasMessage("A quotation mark is not closed, or does not stand at a cell's edge.");
    }

    @Test
    void a_line_that_ends_inside_a_cell_is_open_and_goes_on_below() {
        var columns = Columns.of("place,family,team", KNOWN);

        assertThat(columns.isOpen("1,\"Mas")).isTrue();
        assertThat(columns.isOpen("1,\"Mas\",Movistar")).isFalse();
        assertThat(columns.isOpen("1,Mas,Movistar")).isFalse();
        assertThat(columns.mayFollow("Enric\",Movistar")).isTrue();
        assertThat(columns.mayFollow("2,Landa,Bahrain")).isFalse();
        assertThat(columns.isWhole("1,\"Mas Enric\",Movistar")).isTrue();
        assertThat(columns.isWhole("1,\"Mas Enric\"")).isFalse();
        assertThat(columns.isWhole("1,\"Mas Enric,Movistar")).isFalse();
    }

    @Test
    void plain_cells_tell_what_they_are_where_nothing_stands_over_them() {
        assertThat(Columns.guess("1;Izagirre, Ion;Cofidis;5:09:05").orElseThrow().names())
                .containsExactly("place", "rider", "team", "time");
        assertThat(
                        Columns.guess("DNF,45,10007307253,Mas,Enric,ESP,1995-01-07,Movistar")
                                .orElseThrow()
                                .names())
                .containsExactly(
                        "place",
                        "bib",
                        "uci_id",
                        "family",
                        "given",
                        "nation",
                        "birth_date",
                        "team");
        assertThat(Columns.guess("1.\tMAS Enric\t5:09:05\t+0:13\t200").orElseThrow().places())
                .isEqualTo(Map.of("place", 0, "rider", 1, "time", 2, "gap", 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Izagirre;Ion;Cofidis", // no place in front
                "1;2;3", // nobody's name
                "1;a;b;c;d", // four texts may be anything
                "1",
                "12345;Izagirre Ion"
            })
    void nothing_is_guessed_of_other_cells(String row) {
        assertThat(Columns.guess(row)).isEmpty();
    }
}
