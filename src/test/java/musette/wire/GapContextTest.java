package musette.wire;

import static musette.wire.ParsedFileTest.HEAD;
import static musette.wire.ParsedFileTest.row;
import static org.assertj.core.api.Assertions.assertThat;

import musette.racing.Gap;
import musette.wire.ParsedFile.ParsedResult;
import musette.wire.ParsedFile.Quarantined;
import org.junit.jupiter.api.Test;

/// Times and gaps at the edges, where one beside the other says what neither says alone.
class GapContextTest {
    @Test
    void hundredths_are_cut_off_before_a_time_and_a_gap_are_compared() {
        var result = read("1,A,A,1:00:00.00,\n2,B,B,1:00:02.99,+0:02\n3,C,C,1:00:03.00,+0:02");

        assertThat(row(result, 1).placing().gap()).isEqualTo(Gap.ofSeconds(2));
        assertThat(result.reading().quarantine())
                .extracting(Quarantined::reason)
                .containsExactly("The time says +0:03 and the gap says +0:02.");
    }

    @Test
    void another_time_than_the_winner_s_is_not_the_same_time_whatever_the_gap() {
        var result = read("1,A,A,1:00:00.00,\n2,B,B,1:00:00.40,+0:00\n3,C,C,,+0:00");

        assertThat(row(result, 1).placing().gap().isNone()).isTrue();
        assertThat(row(result, 1).placing().sameTime()).isFalse();
        assertThat(row(result, 2).placing().sameTime()).isTrue();
    }

    @Test
    void the_winner_s_own_time_is_no_gap_and_a_better_one_is_none_at_all() {
        var result = read("1,A,A,1:00:00,\n2,B,B,1:00:00,\n3,C,C,0:59:59,");

        assertThat(row(result, 1).placing().gap().isNone()).isTrue();
        assertThat(row(result, 1).placing().sameTime()).isTrue();
        assertThat(result.reading().quarantine())
                .extracting(Quarantined::reason)
                .containsExactly("The time 59:59 is better than the winner's.");
    }

    @Test
    void less_than_half_the_winner_s_time_is_a_gap_and_half_of_it_is_not() {
        var result = read("1,A,A,2:00:00,\n2,B,B,0:59:59,\n3,C,C,1:00:00,");

        assertThat(row(result, 1).placing().clock()).isEqualTo("+59:59");
        assertThat(row(result, 1).placing().time()).isNull();
        assertThat(result.reading().quarantine())
                .extracting(Quarantined::reason)
                .containsExactly("The time 1:00:00 is better than the winner's.");
    }

    @Test
    void a_gap_of_a_file_without_its_winner_counts_from_no_line() {
        var result = read("2,B,B,,+0:05\n3,C,C,,s.t.");

        assertThat(row(result, 0).placing().gap()).isEqualTo(Gap.ofSeconds(5));
        assertThat(row(result, 0).placing().gapLine()).isNull();
        assertThat(row(result, 1).placing().gapLine()).isEqualTo(4);
    }

    private static ParsedResult read(String rows) {
        return (ParsedResult)
                ParsedFileTest.of(HEAD + "place,family,given,time,gap\n" + rows + "\n");
    }
}
