package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The three letters of results, and the names that people know.
class NationsTest {
    /// Where the IOC's letters are not ISO's, and some where they are.
    @ParameterizedTest
    @CsvSource({
        "ALG, Algeria",
        "BUL, Bulgaria",
        "CHI, Chile",
        "CRC, Costa Rica",
        "CRO, Croatia",
        "DEN, Denmark",
        "ESA, El Salvador",
        "GER, Germany",
        "GRE, Greece",
        "GUA, Guatemala",
        "HON, Honduras",
        "INA, Indonesia",
        "IRI, Iran",
        "KSA, Saudi Arabia",
        "LAT, Latvia",
        "MAS, Malaysia",
        "MGL, Mongolia",
        "MRI, Mauritius",
        "NED, Netherlands",
        "NGR, Nigeria",
        "PAR, Paraguay",
        "PHI, Philippines",
        "POR, Portugal",
        "PUR, Puerto Rico",
        "RSA, South Africa",
        "SLO, Slovenia",
        "SUI, Switzerland",
        "TPE, Taiwan",
        "UAE, United Arab Emirates",
        "URU, Uruguay",
        "VIE, Vietnam",
        "ZIM, Zimbabwe",
        "ESP, Spain",
        "FRA, France",
        "BEL, Belgium",
        "ERI, Eritrea",
        "GBR, Great Britain",
    })
    void a_code_is_a_nation_of_today(String code, String words) {
        assertThat(Nations.words(code)).isEqualTo(words);
        assertThat(Nations.isOfToday(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"URS", "YUG", "GDR", "TCH", "ES", "esp", ""})
    void other_letters_stand_for_themselves(String code) {
        assertThat(Nations.words(code)).isEqualTo(code);
        assertThat(Nations.isOfToday(code)).isFalse();
    }

    @Test
    void who_is_not_known_is_of_none() {
        assertThat(Nations.isOfToday(null)).isFalse();
    }
}
