package musette.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import musette.racing.Palmares;
import musette.racing.StageNumber;
import musette.wire.ParsedFile;
import musette.wire.ParsedFile.ParsedResult;
import org.junit.jupiter.api.Test;

/// The official result of the founding race, and what people may type about it.
class ProofsTest {
    private static final Proofs PROOFS = new Proofs(subject());

    static Subject subject() {
        var file =
                (ParsedResult) ParsedFile.of(Path.of("demo/gran-premio-miguel-indurain-2023.csv"));
        var plain = Subject.of(file.file());
        return new Subject(
                plain.race(),
                plain.year(),
                plain.town(),
                203_200,
                null,
                plain.entries(),
                new Palmares.Wins(List.of(2016), true));
    }

    private static List<String> marks(String text) {
        return PROOFS.read("text", text).stream()
                .map(mark -> mark.words() + " | " + mark.says())
                .toList();
    }

    private static void isFine(String text) {
        assertThat(marks(text)).as(text).isEmpty();
    }

    @Test
    void the_founding_page_gets_exactly_two_marks() {
        assertThat(
                        marks(
                                """
                                Ion Izagirre (Cofidis) won the Gran Premio Miguel Indurain for the \
                                second time, attacking from the leading group in the last two \
                                kilometres.

                                Higuita finished two seconds behind Izagirre, with Skjelmose third \
                                at the same time and Kron fourth at 13 seconds.\
                                """))
                .containsExactly(
                        "same time | Mattias Skjelmose: +0:13.",
                        "13 seconds | Andreas Kron: +0:20.");
    }

    @Test
    void what_the_result_says_is_not_marked() {
        isFine("Ion Izagirre wins Gran Premio Miguel Indurain for the second time");
        isFine("Sergio Higuita second at two seconds and Mattias Skjelmose third at 13 seconds");
        isFine("Kron was fourth and Adrià fifth, both at 20 seconds.");
        isFine("Izagirre, who won the 2016 Gran Premio Miguel Indurain, won by two seconds.");
        isFine("Izagirre won in 5:09:05, two seconds ahead of Higuita and 13 ahead of Skjelmose.");
        isFine("Third place went to Skjelmose, 13 seconds back. Fourth was Kron (Lotto Dstny).");
        isFine("Higuita and Skjelmose were second and third.");
        isFine("Skjelmose finished 11 seconds behind Higuita in the 203-kilometre race.");
        isFine("Adrià came in on the same time as Kron.");
        isFine("Izagirre took his second win in the race, after 2016.");
    }

    @Test
    void places() {
        assertThat(marks("Skjelmose was second."))
                .containsExactly("second | Mattias Skjelmose: place 3.");
        assertThat(marks("Third place went to Kron."))
                .containsExactly("Third | Andreas Kron: place 4.");
        assertThat(marks("Higuita and Skjelmose were third and second.")).hasSize(2);
        assertThat(marks("Fourth-placed Adrià rode for his captain."))
                .containsExactly("Fourth | Roger Adrià: place 5.");
        assertThat(marks("Sergio Higuita won the Gran Premio Miguel Indurain."))
                .containsExactly("Sergio Higuita | Sergio Higuita: place 2.");
        assertThat(marks("Victory in the Gran Premio Miguel Indurain went to Higuita."))
                .containsExactly("Higuita | Sergio Higuita: place 2.");
        assertThat(marks("Third was Kron (+0:20). It rained here in 2009."))
                .containsExactly("Third | Andreas Kron: place 4.");
        assertThat(marks("Izagirre beat Higuita and Kron beat Skjelmose."))
                .containsExactly("Skjelmose | Andreas Kron: place 4. Mattias Skjelmose: place 3.");
    }

    @Test
    void gaps_and_times() {
        assertThat(marks("Izagirre won the race by 12 seconds."))
                .containsExactly("12 seconds | Sergio Higuita: +0:02.");
        assertThat(marks("Skjelmose finished 13 seconds behind Higuita."))
                .containsExactly("13 seconds | Mattias Skjelmose: +0:13.");
        assertThat(marks("Higuita (BORA - hansgrohe, +0:12) was second."))
                .containsExactly("+0:12 | Sergio Higuita: +0:02.");
        assertThat(marks("Kron was fourth and Adrià fifth, both at 13 seconds.")).hasSize(1);
        assertThat(marks("The winning time was 5:09:50."))
                .containsExactly("5:09:50 | Ion Izagirre: 5:09:05.");
        assertThat(marks("Kron came in on the same time as Skjelmose."))
                .containsExactly("same time | Andreas Kron: +0:20.");
    }

    @Test
    void teams_names_years_counts_and_distances() {
        assertThat(marks("Higuita (Cofidis) was second."))
                .containsExactly("Cofidis | Sergio Higuita rides for BORA - hansgrohe.");
        assertThat(marks("Tadej Pogačar was third at 13 seconds."))
                .containsExactly("Tadej Pogačar | The result names nobody like that.");
        assertThat(marks("Izagirre won the 2022 Gran Premio Miguel Indurain."))
                .containsExactly("2022 | The result is of 2023.");
        assertThat(marks("Izagirre won the race for the third time."))
                .containsExactly("third | It is win number 2 in this race.");
        assertThat(marks("He attacked late in the 190-kilometre race."))
                .containsExactly("190 | The race was 203.2 km long.");
    }

    @Test
    void a_stage_is_won_as_a_stage_and_its_race_is_another_matter() {
        var race = subject();
        var stage =
                new Proofs(
                        new Subject(
                                "Tour of the Lakes",
                                2023,
                                null,
                                null,
                                new StageNumber(4, ""),
                                race.entries(),
                                null));

        assertThat(stage.read("text", "Higuita won stage 4 of the Tour of the Lakes.")).hasSize(1);
        assertThat(stage.read("text", "Izagirre won stage 4, two seconds ahead of Higuita."))
                .isEmpty();
        assertThat(stage.read("text", "Skjelmose was third on stage 4 at 15 seconds.")).isEmpty();
        assertThat(stage.read("text", "Higuita won the Tour of the Lakes.")).isEmpty();
    }

    @Test
    void what_cannot_be_judged_is_not_marked() {
        isFine("With 12 km to go Kron was 35 seconds ahead of Higuita on the second climb.");
        isFine("Skjelmose attacked on the third climb and had 20 seconds at the summit.");
        isFine("Higuita, second here in 2021, was at the front.");
        isFine("He was third in the sprint of the bunch.");
        isFine("Kron won the second stage and wins the points classification.");
        isFine("Skjelmose finished about 15 seconds behind.");
        isFine("It was a second stage victory for Kron this year.");
        isFine("A strong wind and a fourth category climb broke the bunch at 15:20.");
        isFine("Kron had won here before, 30 seconds ahead of Skjelmose last year.");
    }

    @Test
    void a_name_that_fits_two_riders_is_judged_only_when_neither_can_be_meant() {
        var entries = subject().entries();
        var namesake =
                new Entry(
                        6,
                        new Entry.Name("Gorka Izagirre", "Gorka", "Izagirre"),
                        List.of(),
                        null,
                        entries.get(5).placing());
        var proofs =
                new Proofs(
                        new Subject(
                                "Race",
                                2023,
                                null,
                                null,
                                null,
                                List.of(entries.get(0), entries.get(1), namesake),
                                null));
        assertThat(proofs.read("text", "Izagirre was sixth.")).isEmpty();
        assertThat(proofs.read("text", "Izagirre was first.")).isEmpty();
        assertThat(proofs.read("text", "Izagirre was fourth.")).hasSize(1);
        assertThat(proofs.read("text", "Gorka Izagirre was first.")).hasSize(1);
    }

    @Test
    void a_sentence_without_end_is_read_in_pieces() {
        assertThat(PROOFS.read("text", "Skjelmose was second and ".repeat(8_000)))
                .hasSizeGreaterThan(7_000);
    }

    @Test
    void what_is_longer_than_any_name_is_none() {
        assertThat(marks("N" + "a".repeat(3_000) + " was third.")).isEmpty();
        assertThat(marks("N" + "a".repeat(30) + " was third.")).hasSize(1);
    }

    @Test
    void a_mark_knows_where_its_words_stand() {
        var text = "It rained.\n\nSkjelmose was second.";
        var mark = PROOFS.read("text", text).getFirst();
        assertThat(text.substring(mark.start(), mark.end())).isEqualTo("second");
        assertThat(mark.before() + "|" + mark.words() + "|" + mark.after())
                .isEqualTo("Skjelmose was |second|.");
        assertThat(mark.row()).isEqualTo(3);
    }
}
