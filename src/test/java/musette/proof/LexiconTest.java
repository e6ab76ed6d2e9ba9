package musette.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Phrases are found whatever their accents and the signs inside them, the longest first.
class LexiconTest {
    private final Lexicon<Integer> teams = new Lexicon<>();

    @BeforeEach
    void learn() {
        teams.add("BORA - hansgrohe", 1);
        teams.add("Lotto Dstny", 2);
        teams.add("Lotto", 3);
        teams.add("Équipe Kern", 4);
        teams.add("O'Connor", 5);
        teams.add("Izagirre", 6);
        teams.add("Izagirre", 7);
        teams.add("", 8);
        teams.add("—", 9);
    }

    @Test
    void signs_inside_a_name_may_be_written_or_left_out() {
        assertThat(found("BORA - hansgrohe won")).isEqualTo("[1] 3");
        assertThat(found("BORA-Hansgrohe won")).isEqualTo("[1] 3");
        assertThat(found("Bora hansgrohe won")).isEqualTo("[1] 2");
        assertThat(found("O’Connor")).isEqualTo("[5] 3");
        assertThat(found("Bora, hansgrohe")).isEmpty();
    }

    @Test
    void the_longest_phrase_counts() {
        assertThat(found("Lotto Dstny won")).isEqualTo("[2] 2");
        assertThat(found("Lotto won")).isEqualTo("[3] 1");
        assertThat(found("Lotto")).isEqualTo("[3] 1");
    }

    @Test
    void accents_and_capitals_make_no_difference() {
        assertThat(found("equipe KERN")).isEqualTo("[4] 2");
        assertThat(found("ÉQUIPE Kern")).isEqualTo("[4] 2");
    }

    @Test
    void a_phrase_of_two_meanings_has_both() {
        assertThat(found("Izagirre")).isEqualTo("[6, 7] 1");
    }

    @Test
    void a_phrase_that_is_cut_off_or_not_known_is_not_found() {
        assertThat(found("BORA")).isEmpty();
        assertThat(found("BORA -")).isEmpty();
        assertThat(found("Movistar")).isEmpty();
        assertThat(found("—")).isEmpty();
    }

    private String found(String text) {
        return Optional.of(Token.of(text))
                .flatMap(tokens -> teams.at(tokens, 0))
                .map(found -> found.meanings() + " " + found.length())
                .orElse("");
    }
}
