package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import musette.wire.RiderNames.Order;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names out of one cell and out of capitals, and nothing guessed.
class RiderNamesTest {
    private final Quarantine quarantine = new Quarantine();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IZAGIRRE Ion | Izagirre | Ion",
                "VAN DER POEL Mathieu | van der Poel | Mathieu",
                "PARET-PEINTRE Valentin | Paret-Peintre | Valentin",
                "McNULTY Brandon | McNulty | Brandon",
                "O'CONNOR Ben | O'Connor | Ben",
                "D’AMATO Andrea | D’Amato | Andrea",
                "ADRIÀ Roger | Adrià | Roger",
                "BARGUIL Warren Olivier | Barguil | Warren Olivier",
                "Ion IZAGIRRE | Izagirre | Ion",
                "Mathieu VAN DER POEL | van der Poel | Mathieu",
                "Jonas Rickaert DE BUYST | de Buyst | Jonas Rickaert",
                "A. VALVERDE | Valverde | A.",
                "Valverde, Alejandro | Valverde | Alejandro",
                "VALVERDE BELMONTE, ALEJANDRO | Valverde Belmonte | Alejandro",
                "van der Poel, Mathieu | van der Poel | Mathieu",
                "VALVERDE,AJ | Valverde | AJ",
                "VALVERDE | Valverde | ''",
                "Ronaldinho | Ronaldinho | ''",
            })
    void a_comma_tells_and_capitals_tell(String cell, String family, String given) {
        var print = named(null, cell);

        assertThat(print.text("family")).isEqualTo(family);
        assertThat(print.text("given")).isEqualTo(given);
        assertThat(quarantine.remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ion Izagirre", "ION IZAGIRRE", "I. Izagirre", ",Ion Izagirre"})
    void where_nothing_tells_nobody_guesses(String cell) {
        assertThatThrownBy(() -> named(null, cell))
                .isInstanceOf(ParseException.class)
                .hasMessage(
                        "In '%s' nothing tells which is the family name. Write it in capitals, or add a line such as '# names: given first' on top of the file."
                                .formatted(cell));
    }

    @Test
    void the_file_s_own_word_tells_where_nothing_else_does() {
        assertThat(named(Order.GIVEN_FIRST, "Ion Izagirre").values())
                .containsEntry("family", "Izagirre")
                .containsEntry("given", "Ion");
        assertThat(named(Order.FAMILY_FIRST, "Izagirre Ion").values())
                .containsEntry("family", "Izagirre")
                .containsEntry("given", "Ion");
        assertThat(named(Order.GIVEN_FIRST, "JAN ULLRICH").text("family")).isEqualTo("Ullrich");
        assertThat(quarantine.remarks()).isEmpty();

        assertThat(named(Order.GIVEN_FIRST, "IZAGIRRE Ion").text("family"))
                .as("capitals say more than a rule for the whole file")
                .isEqualTo("Izagirre");
    }

    @Test
    void how_three_words_were_parted_is_remarked() {
        assertThat(named(Order.GIVEN_FIRST, "Mathieu van Poel").text("family"))
                .isEqualTo("van Poel");
        assertThat(named(Order.FAMILY_FIRST, "Valverde Belmonte Alejandro").text("family"))
                .isEqualTo("Valverde Belmonte");
        assertThat(quarantine.remarks())
                .containsExactly(
                        "'Mathieu van Poel' was taken for the family name van Poel and the given"
                                + " name Mathieu.",
                        "'Valverde Belmonte Alejandro' was taken for the family name Valverde"
                                + " Belmonte and the given name Alejandro.");
    }

    @Test
    void names_in_two_cells_come_out_of_capitals_but_initials_stay() {
        assertThat(parted("MCNULTY", "BRANDON").values())
                .containsEntry("family", "McNulty")
                .containsEntry("given", "Brandon");
        assertThat(parted("MC", "AJ").values())
                .containsEntry("family", "Mc")
                .containsEntry("given", "AJ");
        assertThat(parted("DE LA CRUZ", "DAVID").text("family")).isEqualTo("de la Cruz");
        assertThat(parted("  DAL   COL ", "Ana").text("family")).isEqualTo("Dal Col");
        assertThat(parted("deMarchi", "van").values())
                .containsEntry("family", "deMarchi")
                .containsEntry("given", "van");
    }

    @Test
    void two_cells_count_more_than_one_and_a_row_without_a_name_stays_as_it_is() {
        var cells = new Cells(Map.of("family", "Mas", "given", "Enric", "rider", "LANDA Mikel"));
        assertThat(new RiderNames(null, quarantine).inPrint(cells).text("family")).isEqualTo("Mas");

        var team = new Cells(Map.of("team", "COFIDIS"));
        assertThat(new RiderNames(null, quarantine).inPrint(team)).isSameAs(team);
    }

    private Cells named(@Nullable Order order, String cell) {
        return new RiderNames(order, quarantine).inPrint(new Cells(Map.of("rider", cell)));
    }

    private Cells parted(String family, String given) {
        return new RiderNames(null, quarantine)
                .inPrint(new Cells(Map.of("family", family, "given", given)));
    }
}
