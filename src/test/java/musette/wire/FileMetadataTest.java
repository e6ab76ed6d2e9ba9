package musette.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a file says about itself: understood, or skipped with a sentence and never half taken.
class FileMetadataTest {
    private final FileMetadata file =
            new FileMetadata(Set.of("race", "year", "date", "distance", "country", "credit-url"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# race: Tour of the Lakes",
                "#race:Tour of the Lakes",
                "##  Race :  Tour of the Lakes  ",
                " # RACE: Tour of the Lakes"
            })
    void a_key_is_known_however_it_is_written(String line) {
        file.add(line);

        assertThat(file.value("race")).contains("Tour of the Lakes");
        assertThat(file.remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"# Credit URL: x", "# credit_url: x", "# credit-url: x"})
    void the_words_of_a_key_are_parted_in_any_way(String line) {
        file.add(line);

        assertThat(file.value("credit-url")).contains("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"# written by hand", "#", "# 2023: x", "# : x", "# race:", "# race:  "})
    void a_line_of_another_form_and_an_empty_value_say_nothing(String line) {
        file.add(line);

        assertThat(file.value("race")).isEmpty();
        assertThat(file.remarks()).isEmpty();
    }

    @Test
    void the_last_word_counts_and_a_value_may_hold_a_colon() {
        file.add("# race: Tour of Lakes");
        file.add("# race: Lakes: the Tour");

        assertThat(file.value("race")).contains("Lakes: the Tour");
    }

    @Test
    void a_key_of_another_program_is_skipped_and_said() {
        file.add("# Weather: rain");

        assertThat(file.remarks())
                .containsExactly("The line '# weather' has no meaning here and was skipped.");
    }

    @Test
    void a_value_ends_after_two_hundred_letters() {
        file.add("# race: " + "x".repeat(200));
        assertThat(file.value("race")).isPresent();
        file.add("# date: " + "x".repeat(201));

        assertThat(file.value("date")).isEmpty();
        assertThat(file.remarks())
                .containsExactly("The line '# date' is too long and was skipped.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1800", "1903", "2023", "2199"})
    void a_year_is_one_of_four_centuries(String year) {
        file.add("# year: " + year);

        assertThat(file.year("year")).contains(Integer.valueOf(year));
        assertThat(file.remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1799", "2200", "23", "20023", "next"})
    void another_year_is_skipped(String year) {
        file.add("# year: " + year);

        assertThat(file.year("year")).isEmpty();
        assertThat(file.remarks())
                .containsExactly(
                        "The line '# year: %s' was skipped, because it is not a year."
                                .formatted(year));
    }

    @Test
    void a_day_that_is_none_is_skipped() {
        assertThat(file.date("date")).isEmpty();
        assertThat(file.remarks()).isEmpty();
        file.add("# date: 2023-04-01");
        assertThat(file.date("date")).contains(LocalDate.of(2023, 4, 1));
        file.add("# date: 2023-02-30");

        assertThat(file.date("date")).isEmpty();
        assertThat(file.remarks())
                .containsExactly(
                        "The line '# date: 2023-02-30' was skipped, because it is not a date like"
                                + " 2023-04-01.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.2 km|203200",
                "203,25km|203250",
                "7|7000",
                "0.125|125",
                "1200.5|1200500",
                "12.05 km|12050"
            })
    void kilometres_become_metres(String words, int metres) {
        file.add("# distance: " + words);

        assertThat(file.metres("distance")).contains(metres);
        assertThat(file.remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "120 miles", "1.2345", "-7", "far"})
    void what_is_no_distance_is_skipped(String words) {
        file.add("# distance: " + words);

        assertThat(file.metres("distance")).isEmpty();
        assertThat(file.remarks())
                .singleElement()
                .asString()
                .endsWith("because it is not a distance like 203.2 km.");
    }

    @Test
    void no_race_is_nothing_long() {
        file.add("# distance: 0 km");

        assertThat(file.metres("distance")).isEmpty();
    }

    @Test
    void a_country_has_three_letters() {
        file.add("# country: esp");
        assertThat(file.country("country")).contains("ESP");
        file.add("# country: Spain");

        assertThat(file.country("country")).isEmpty();
        assertThat(file.remarks())
                .containsExactly(
                        "The line '# country: Spain' was skipped, because it is not like ESP.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://results.example/2023?stage=4", "http://results.example"})
    void a_page_may_be_linked_to(String address) {
        file.add("# credit-url: " + address);

        assertThat(file.link("credit-url")).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://results.example",
                "/results",
                "https:results.example",
                "https://",
                "http://two words"
            })
    void what_could_run_or_leads_nowhere_is_not(String address) {
        file.add("# credit-url: " + address);

        assertThat(file.link("credit-url")).isEmpty();
        assertThat(file.remarks())
                .singleElement()
                .asString()
                .endsWith("because it is not an http or https address.");
    }

    @Test
    void a_choice_is_one_of_the_words_there_are() {
        file.add("# race: Road");
        assertThat(file.oneOf("race", Map.of("road", 1))).contains(1);
        assertThat(file.oneOf("race", Map.of("track", 2))).isEmpty();
        assertThat(file.oneOf("year", Map.of("track", 2))).isEmpty();

        assertThat(file.remarks())
                .containsExactly(
                        "The line '# race: Road' was skipped, because it is not one of track.");
    }
}
