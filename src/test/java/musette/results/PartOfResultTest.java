package musette.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import musette.racing.Result;
import musette.racing.Results;
import musette.racing.Stored;
import musette.site.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which rows of a long result a page shows, and how it says so.
class PartOfResultTest {
    private static final String RIDE = "/races/long-ride/2023";

    @Test
    void without_a_name_a_thousand_rows_are_asked_for_and_with_one_all_are_searched() {
        assertThat(PartOfResult.asked(1, " ")).isEqualTo(new Results.Part(1, 1_000, ""));
        assertThat(PartOfResult.asked(1_001, "")).isEqualTo(new Results.Part(1_001, 1_000, ""));
        assertThat(PartOfResult.asked(1_001, " ana ")).isEqualTo(new Results.Part(1, 200, "ana"));
        assertThat(PartOfResult.asked(1, "a".repeat(100)).named()).hasSize(100);
    }

    @Test
    void what_no_page_shows_is_not_there() {
        assertThatThrownBy(() -> PartOfResult.asked(0, "")).isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> PartOfResult.asked(1, "a".repeat(101)))
                .isInstanceOf(HttpProblem.class);
        assertThatThrownBy(() -> part(5_001, 0, 5_000)).isInstanceOf(HttpProblem.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1000 | 23481 | Rows 1 to 1,000 of 23,481 | '' | ?from=1001",
                "1001 | 1000 | 23481 | Rows 1,001 to 2,000 of 23,481 | RIDE | ?from=2001",
                "2001 | 1000 | 3000 | Rows 2,001 to 3,000 of 3,000 | ?from=1001 | ''",
                "23001 | 481 | 23481 | Rows 23,001 to 23,481 of 23,481 | ?from=22001 | ''",
                "500 | 1000 | 1600 | Rows 500 to 1,499 of 1,600 | RIDE | ?from=1500",
            })
    void the_ways_lead_to_the_rows_before_and_behind(
            int first, int shown, int size, String words, String before, String after) {
        var part = part(first, shown, size);

        assertThat(part.words()).isEqualTo(words);
        assertThat(part.before()).isEqualTo(address(before));
        assertThat(part.after()).isEqualTo(address(after));
        assertThat(part.name()).isEmpty();
    }

    @Test
    void of_a_name_it_is_said_how_many_carry_it() {
        assertThat(named(0)).isEqualTo("Nobody of 23,481 is called so.");
        assertThat(named(1)).isEqualTo("1 of 23,481");
        assertThat(named(199)).isEqualTo("199 of 23,481");
        assertThat(named(200))
                .isEqualTo("The first 200 of that name; write more of it to see others.");
        var part = PartOfResult.of(result(1), PartOfResult.asked(1, "ana"), 23_481);
        assertThat(part.before() + part.after()).isEmpty();
        assertThat(part.address()).isEqualTo(RIDE);
        assertThat(part.name()).isEqualTo("ana");
    }

    private static String named(int found) {
        return PartOfResult.of(result(found), PartOfResult.asked(1, "ana"), 23_481).words();
    }

    private static PartOfResult part(int first, int shown, int size) {
        return PartOfResult.of(result(shown), PartOfResult.asked(first, ""), size);
    }

    private static String address(String way) {
        return way.startsWith("?") ? RIDE + way : way.replace("RIDE", RIDE);
    }

    /// With so many rows.
    private static Result result(int rows) {
        var text =
                IntStream.rangeClosed(1, Math.max(1, rows))
                        .mapToObj(n -> "%d,Rider%d,Ana".formatted(n, n))
                        .collect(Collectors.joining("\n"));
        var result = Stored.of("# race: Long Ride\n# year: 2023\nplace,family,given\n" + text);
        return rows == 0 ? Stored.withoutRows(result) : result;
    }
}
