package musette.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words as addresses: typed, printed and read out without loss.
class SlugTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pogačar wins the Tour | pogacar-wins-the-tour",
                "O'Connor’s ride | oconnors-ride",
                "  5:09:05 — a record! | 5-09-05-a-record",
                "Søren Kragh-Andersen | soren-kragh-andersen",
                "Straße | strasse",
                "Тур | tur",
                "環法 | huan-fa",
                "🚴 | ''",
                "… | ''"
            })
    void every_script_is_folded(String words, String slug) {
        assertThat(Slug.of(words, 80)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({
        "one two three, 13, one-two-three",
        "one two three, 12, one-two",
        "one two three, 8, one-two",
        "one two three, 7, one-two",
        "one two three, 6, one",
        "longest, 4, long"
    })
    void what_is_too_long_is_cut_between_words(String words, int longest, String slug) {
        assertThat(Slug.of(words, longest)).isEqualTo(slug);
        assertThat(slug.length()).isLessThanOrEqualTo(longest);
    }

    @Test
    void a_taken_one_gets_the_first_free_number() {
        assertThat(Slug.free("ana", Set.of()::contains)).isEqualTo("ana");
        assertThat(Slug.free("ana", Set.of("ana")::contains)).isEqualTo("ana-2");
        assertThat(Slug.free("ana", Set.of("ana", "ana-2", "ana-4")::contains)).isEqualTo("ana-3");
    }
}
