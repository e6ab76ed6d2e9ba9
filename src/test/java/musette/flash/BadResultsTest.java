package musette.flash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Results that no race has: a clear sentence, and no story of them.
class BadResultsTest {
    private static final String HEAD = "# race: R\n# year: 2023\nplace,family,given,gap\n";

    @Test
    void twenty_thousand_who_share_one_place() {
        assertThat(withheld(rows(20_000, i -> "1,F%d,G,".formatted(i))))
                .contains("20,000 riders share place 1.");
        assertThat(withheld("1,A,A,\n" + rows(19_000, i -> "2,F%d,G,+0:02".formatted(i))))
                .contains("19,000 riders share place 2.");
    }

    @Test
    void same_time_as_nobody_is_no_time() {
        var file = OneDayRaces.file(HEAD + "2,A,A,s.t.\n3,B,B,s.t.\n4,C,C,s.t.\n5,D,D,s.t.\n");
        assertThat(file.rows()).allMatch(row -> row.placing().gap() == null);

        var withWinner = OneDayRaces.file(HEAD + "1,W,W,s.t.\n2,A,A,s.t.\n3,B,B,s.t.\n");
        assertThat(withWinner.rows().get(2).placing().gap().isNone()).isTrue();
    }

    @Test
    void places_that_repeat_with_other_times() {
        assertThat(withheld("1,A,A,\n2,B,B,+0:02\n2,C,C,+0:09\n2,D,D,+0:20\n"))
                .contains("Lines 5 and 6 share place 2 and have two times.");
    }

    private static String withheld(String rows) {
        return Flash.withheld(OneDayRaces.file(HEAD + rows)).orElseThrow();
    }

    private static String rows(int count, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n"));
    }
}
