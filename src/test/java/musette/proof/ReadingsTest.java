package musette.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sentence by sentence: what a claim looks like, what denies it, and what only looks like one.
class ReadingsTest {
    private static final Proofs PROOFS = new Proofs(ProofsTest.subject());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kron finished third. | third: Andreas Kron: place 4.",
                "Kron came home in third. | third: Andreas Kron: place 4.",
                "Kron, who finished third, was happy. | third: Andreas Kron: place 4.",
                "Kron claimed a fine third place. | third: Andreas Kron: place 4.",
                "Kron had to settle for third. | ''",
                "Kron settled for third. | third: Andreas Kron: place 4.",
                "Kron was third, Adrià fifth. | third: Andreas Kron: place 4.",
                "Andreas Kron was 3rd! | 3rd: Andreas Kron: place 4.",
                "The third-placed Kron attacked. | third: Andreas Kron: place 4.",
                "Third is Kron. | Third: Andreas Kron: place 4.",
                "Third spot goes to Kron. | Third: Andreas Kron: place 4.",
                "Second place went to Higuita, third to Kron. | third: Andreas Kron: place 4.",
                "Kron was third at 20 seconds. | third: Andreas Kron: place 4.",
                "Kron was third on the same time. | third: Andreas Kron: place 4.; same time:"
                        + " Andreas Kron: +0:20.",
                "Higuita, Skjelmose and Kron were second, third and fifth. | fifth: Andreas Kron:"
                        + " place 4.",
                "Geschke was eleventh. | eleventh: Simon Geschke: DNF.",
                "Aranburu, Strong and Gesbert followed, with Gall eighth. | eighth: Felix Gall:"
                        + " place 9.",
            })
    void a_place_is_denied_by_the_rider_s_row(String text, String marks) {
        assertThat(read(text)).isEqualTo(marks);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Higuita won. | Higuita: Sergio Higuita: place 2.",
                "Higuita wins the race! | Higuita: Sergio Higuita: place 2.",
                "Higuita won in Estella. | Higuita: Sergio Higuita: place 2.",
                "Higuita won the 203 km race. | Higuita: Sergio Higuita: place 2.",
                "Higuita took victory ahead of Kron. | Higuita: Sergio Higuita: place 2.",
                "Higuita took his first win in the race. | Higuita: Sergio Higuita: place 2.;"
                        + " first: It is win number 2 in this race.",
                "Higuita sealed a solo victory. | Higuita: Sergio Higuita: place 2.",
                "Victory went to Higuita. | Higuita: Sergio Higuita: place 2.",
                "It was a victory for Higuita. | Higuita: Sergio Higuita: place 2.",
                "Amador won by two seconds. | Amador: Andrey Amador: DNF.",
                "Higuita won the sprint behind him. | ''",
                "Higuita won the mountains classification. | ''",
                "Higuita won in Bilbao. | ''",
                "Higuita won the Tour of the Alps. | ''",
                "Higuita took second. | ''",
                "Izagirre won. | ''",
            })
    void a_win_is_denied_by_the_row_of_who_did_not(String text, String marks) {
        assertThat(read(text)).isEqualTo(marks);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kron was 13 seconds back. | 13 seconds: Andreas Kron: +0:20.",
                "Kron finished 13 seconds down. | 13 seconds: Andreas Kron: +0:20.",
                "Kron crossed the line 13 seconds later. | 13 seconds: Andreas Kron: +0:20.",
                "Kron fourth at 0:13. | 0:13: Andreas Kron: +0:20.",
                "Kron (+0:13) was next. | +0:13: Andreas Kron: +0:20.",
                "Kron (s.t.) was next. | s.t: Andreas Kron: +0:20.",
                "Kron was fourth at a minute. | a minute: Andreas Kron: +0:20.",
                "Skjelmose finished two seconds behind Higuita. | two seconds: Mattias"
                        + " Skjelmose: +0:13.",
                "Skjelmose finished eleven seconds behind Higuita. | ''",
                "Skjelmose finished two seconds behind the winner. | two seconds: Mattias"
                        + " Skjelmose: +0:13.",
                "Skjelmose finished two seconds behind him. | ''",
                "Skjelmose finished two seconds behind the Colombian. | ''",
                "Skjelmose finished within two seconds. | ''",
                "Gall and Scaroni both at 30 seconds. | 30 seconds: Christian Scaroni:" + " +0:32.",
                "Gall and Scaroni, both at 32 seconds. | ''",
                "Adrià finished on the same time as Kron. | ''",
                "Adrià finished on the same time as the winner. | same time: Roger Adrià: +0:20.",
                "Izagirre won by four seconds from Higuita. | four seconds: Sergio Higuita:"
                        + " +0:02.",
                "Izagirre won by four seconds over Kron. | four seconds: Andreas Kron: +0:20.",
                "Izagirre won four seconds clear of Higuita. | four seconds: Sergio Higuita:"
                        + " +0:02.",
                "Geschke was fourth at 30 seconds. | fourth: Simon Geschke: DNF.",
            })
    void a_gap_is_denied_by_the_rider_s_row(String text, String marks) {
        assertThat(read(text)).isEqualTo(marks);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kron beat Higuita. | Higuita: Andreas Kron: place 4. Sergio Higuita: place 2.",
                "Kron edged out Skjelmose and Adrià. | Skjelmose: Andreas Kron: place 4. Mattias"
                        + " Skjelmose: place 3.",
                "Kron pipped Adrià. | ''",
                "Izagirre won ahead of Higuita and Skjelmose. | ''",
                "Kron was fourth, ahead of Skjelmose. | Skjelmose: Andreas Kron: place 4. Mattias"
                        + " Skjelmose: place 3.",
                "Kron was ahead of Skjelmose with 3 km to go. | ''",
            })
    void an_order_is_denied_by_two_rows(String text, String marks) {
        assertThat(read(text)).isEqualTo(marks);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kron (Movistar) was fourth. | Movistar: Andreas Kron rides for Lotto Dstny.",
                "Kron of Movistar attacked. | Movistar: Andreas Kron rides for Lotto Dstny.",
                "Kron from Lotto Dstny attacked. | ''",
                "Kron (Denmark) was fourth. | ''",
                "Izagirre won in 5:10:05. | 5:10:05: Ion Izagirre: 5:09:05.",
                "The winner's time was 5:10:05. | 5:10:05: Ion Izagirre: 5:09:05.",
                "The bus left at 5:10:05. | ''",
                "First of three on the same time. | three: 1 got the winner's time.",
                "Izagirre won for the second time. | ''",
                "It was his third victory in the race. | third: It is win number 2 in this race.",
                "He rode the 210.5 km route alone. | 210.5: The race was 203.2 km long.",
                "He rode the 204 km course alone. | ''",
                "Izagirre won the 2022 Gran Premio. | 2022: The result is of 2023.",
                "Izagirre won the 2016 Gran Premio. | ''",
            })
    void what_is_told_of_the_race_is_denied_by_what_is_known_of_it(String text, String marks) {
        assertThat(read(text)).isEqualTo(marks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kron was third in 2021.",
                "Kron was third last year.",
                "Kron had finished third before.",
                "Two years ago Kron finished third.",
                "Kron went over the second climb alone.",
                "Kron has a third win in sight.",
                "Kron hoped for a top ten and the third group came back.",
                "Kron, Skjelmose and another finished third.",
                "The bunch was 20 seconds behind with two laps to go.",
                "Kron attacked 13 seconds behind the leaders.",
                "St. Kron is no rider. Dr. Second was there.",
            })
    void what_only_looks_like_a_claim_is_left_alone(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Primož Roglič was second. | Primož Roglič",
                "Van Aert finished third at 10 seconds. | Van Aert",
                "Ben O’Connor beat Kron. | Ben O’Connor",
                "Jan-Willem de Vries won. | Jan-Willem de Vries",
                "The Slovenian was second. | ''",
                "He was second. | ''",
                "Estella was second to nobody. | ''",
            })
    void a_name_that_is_not_in_the_result_is_marked_where_something_is_claimed_of_it(
            String text, String name) {
        assertThat(read(text))
                .isEqualTo(name.isEmpty() ? "" : name + ": The result names nobody like that.");
    }

    private static String read(String text) {
        return PROOFS.read("text", text).stream()
                .map(mark -> mark.words() + ": " + mark.says())
                .collect(Collectors.joining("; "));
    }
}
