package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "Søren Kragh-Andersen, soren-kragh-andersen",
        "Mathieu VAN DER POEL, mathieu-van-der-poel",
        "Ángel de la Peña, angel-de-la-pena",
        "O'Connor  Ben, o-connor-ben",
        "Groß, gross",
        "'--', ''",
        "' 3 ', 3",
    })
    void a_name_is_a_key_without_signs(String name, String slug) {
        assertThat(Names.slug(name)).isEqualTo(slug);
    }

    /// One letter with a sign takes the name the long way.
    @Test
    void names_of_plain_letters_get_the_key_that_any_name_would_get() {
        var random = new SplittableRandom(20_230_401);
        for (int i = 0; i < 20_000; i++) {
            var name = new StringBuilder();
            for (int sign = random.nextInt(0, 12); sign > 0; sign--) {
                name.append((char) random.nextInt(128));
            }
            var plain = Names.slug(name.toString());

            assertThat(Names.slug(name + " ø"))
                    .as(name.toString())
                    .isEqualTo(plain.isEmpty() ? "o" : plain + "-o");
        }
    }
}
