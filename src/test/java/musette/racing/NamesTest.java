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

    @ParameterizedTest
    @CsvSource({
        "ion-izagirre, ion-izagirre, true",
        "ion-izagirre, izagirre-ion, true",
        "ion-izagirre, ion-izagirre-insausti, true",
        "ion-izagirre-insausti, ion-izagirre, true",
        "ion-izagirre, gorka-izagirre, false",
        "ion-izagirre-insausti, ion-izagirre-lopez, false",
        "izagirre, ion-izagirre, false",
        "izagirre, izagirre, true",
    })
    void two_names_are_near_when_all_words_of_one_are_among_the_others(
            String one, String other, boolean areNear) {
        assertThat(Names.areNear(one, other)).isEqualTo(areNear);
    }

    @Test
    void words_are_shared_whole() {
        assertThat(Names.shareAWord("ion-izagirre", "gorka-izagirre")).isTrue();
        assertThat(Names.shareAWord("ion-izagirre", "ionut-izagir")).isFalse();
        assertThat(Names.foldedTeam("BORA - hansgrohe")).isEqualTo("borahansgrohe");
        assertThat(Names.display("", "Ronaldinho")).isEqualTo("Ronaldinho");
        assertThat(Names.display("Ion", "Izagirre")).isEqualTo("Ion Izagirre");
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
