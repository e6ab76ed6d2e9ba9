package musette.racing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Riders, races and teams are found as one types, whatever the keyboard.
class SearchTest extends RacingRoom {
    private final Search search;

    SearchTest(JdbcClient sql, TransactionTemplate transaction) {
        super(sql, transaction);
        search = new Search(sql);
    }

    @BeforeEach
    void someResults() {
        result(
                "race: Tour of the Lakes # year: 2022",
                "place,family,given,team",
                "1,Pogačar,Tadej,UAE Team Emirates",
                "2,Izagirre,Íñigo,Cofidis",
                "3,van der Poel,Mathieu,Alpecin - Deceuninck");
        result(
                "race: Grand Prix of Bled # year: 2023",
                "place,family,given,team",
                "1,Izagirre Insausti,Gorka,Movistar",
                "2,Pogačar,Tadej,UAE Team Emirates",
                "3,Poels,Wout,Bahrain - Victorious");
    }

    @ParameterizedTest
    @CsvSource({
        "pogacar, Tadej Pogačar",
        "POGAČAR, Tadej Pogačar",
        "tad pog, Tadej Pogačar",
        "'  pog   tad ', Tadej Pogačar",
        "inigo, Íñigo Izagirre",
        "van der poel, Mathieu van der Poel",
        "math poel, Mathieu van der Poel",
        "insausti, Gorka Izagirre Insausti"
    })
    void a_rider_is_found_by_the_beginnings_of_words(String typed, String rider) {
        assertThat(names(search.find(typed, 5).riders())).containsExactly(rider);
    }

    @Test
    void who_fits_best_stands_first() {
        assertThat(names(search.find("izagirre", 5).riders()))
                .containsExactly("Íñigo Izagirre", "Gorka Izagirre Insausti");
        assertThat(names(search.find("po", 5).riders()))
                .containsExactly("Wout Poels", "Tadej Pogačar", "Mathieu van der Poel");
        assertThat(names(search.find("po", 2).riders())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "—", "%", "_", "gačar", "tadej wout", "xyz"})
    void what_begins_no_word_finds_nobody(String typed) {
        assertThat(search.find(typed, 5).riders()).isEmpty();
    }

    @Test
    void races_are_found_by_their_words() {
        assertThat(search.find("lakes tour", 5).races())
                .extracting(Race::name)
                .containsExactly("Tour of the Lakes");
        assertThat(search.find("grand prix", 5).races())
                .extracting(Race::slug)
                .containsExactly("grand-prix-of-bled");
        assertThat(search.find("akes", 5).races()).isEmpty();
    }

    @Test
    void a_team_is_found_by_any_part_of_its_name_and_once_for_all_its_seasons() {
        assertThat(search.find("emirates", 5).teams())
                .singleElement()
                .satisfies(team -> assertThat(team.season()).isEqualTo(2023));
        assertThat(search.find("decEUninck", 5).teams())
                .extracting(Team::print)
                .containsExactly("Alpecin - Deceuninck");
        assertThat(search.find("team uae", 5).teams()).hasSize(1);
    }

    @Test
    void nothing_is_said_to_be_nothing() {
        assertThat(search.find("xyz", 5).isNothing()).isTrue();
        assertThat(search.find("bled", 5).isNothing()).isFalse();
        assertThat(search.find("cofidis", 5).isNothing()).isFalse();
        assertThat(search.find("wout", 5).isNothing()).isFalse();
    }
}
