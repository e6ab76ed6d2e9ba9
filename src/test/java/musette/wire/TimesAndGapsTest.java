package musette.wire;

import static musette.wire.ParsedFileTest.HEAD;
import static musette.wire.ParsedFileTest.read;
import static musette.wire.ParsedFileTest.row;
import static org.assertj.core.api.Assertions.assertThat;

import musette.wire.ParsedFile.ParsedResult;
import musette.wire.ParsedFile.Quarantined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Times and gaps in all the ways that files write them.
class TimesAndGapsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+0:02 | 200",
                "0:02 | 200",
                "+ 02:14 | 13400",
                "+13 | 1300",
                "75 | 7500",
                "1:02:03 | 372300",
                "+0:02.35 | 235",
                "+0:02.5 | 250",
                "+ 00h 07' 37'' | 45700",
                "\\*0:070:07 | 700",
                "*12:34 | 75400"
            })
    void a_gap_is_read_in_each_of_its_forms(String cell, int hundredths) {
        var second = row(read("1,Izagirre,Ion,\n2,Higuita,Sergio," + cell), 1);

        assertThat(second.placing().gap().hundredths()).isEqualTo(hundredths);
        assertThat(second.placing().sameTime()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"same time", "s.t.", "\",,\"", "S.T.", "+0:00", "+ 00"})
    void same_time_as_the_winner_is_a_fact_of_the_file(String cell) {
        var second = row(read("1,Barguil,Warren,\n2,Vlasov,Aleksandr," + cell), 1);

        assertThat(second.placing().sameTime()).isTrue();
        assertThat(second.placing().gap().isNone()).isTrue();
        assertThat(second.placing().clock()).isEqualTo("s.t.");
    }

    @Test
    void two_equal_gaps_are_not_taken_for_the_same_time() {
        var result = read("1,A,A,\n2,B,B,+0:20\n3,C,C,+0:20\n4,D,D,s.t.");

        assertThat(row(result, 2).placing().sameTime()).isFalse();
        assertThat(row(result, 3).placing().sameTime()).isTrue();
        assertThat(row(result, 3).placing().gap()).isEqualTo(row(result, 2).placing().gap());
        assertThat(result.file().rows())
                .extracting(row -> row.placing().gapLine())
                .containsExactly(null, 4, 4, 6);
    }

    @Test
    void same_time_below_a_row_that_was_set_aside_leans_on_its_gap_only_where_that_is_known() {
        var known = read("1,A,A,\n2,,B,+0:20\n3,C,C,s.t.");
        var unknown = read("1,A,A,\n2,B,B,twenty\n3,C,C,s.t.");

        assertThat(row(known, 1).placing().clock()).isEqualTo("+0:20");
        assertThat(row(unknown, 1).placing().gap()).isNull();
        assertThat(row(unknown, 1).placing().sameTime()).isFalse();
        assertThat(unknown.reading().remarks())
                .containsExactly(
                        "Line 6 says 'same time' below a row whose time is not known;"
                                + " it has no gap.");
    }

    @Test
    void gaps_that_count_from_a_rider_who_lost_his_place_are_counted_from_the_winner() {
        var result = read("DSQ,V,Voided,\n1,A,A,+0:10\n2,B,B,+0:12\n3,C,C,s.t.\n4,D,D,+0:09");

        assertThat(row(result, 2).placing().gap().clock()).isEqualTo("+0:02");
        assertThat(row(result, 3).placing().clock()).isEqualTo("s.t.");
        assertThat(result.file().rows())
                .extracting(row -> row.placing().gapLine())
                .as("the voided rider's line, and the row before")
                .containsExactly(null, 4, 4, 6);
        assertThat(result.reading().remarks())
                .containsExactly(
                        "The gaps of the file count from a rider without a place. Here they count"
                                + " from the winner on line 5, who was +0:10 behind him.");
        assertThat(result.reading().quarantine())
                .extracting(Quarantined::reason)
                .containsExactly("The gap '+0:09' is ahead of the winner.");
    }

    @Test
    void gaps_in_the_column_of_times_count_from_the_winner_too() {
        var rows =
                ((ParsedResult)
                                ParsedFileTest.of(
                                        HEAD
                                                + "place,family,given,time,gap,status\n"
                                                + ",V,V,4:00:00,,DSQ\n"
                                                + "1,A,A,,+0:10,\n"
                                                + "2,B,B,0:00:12,,\n"))
                        .file()
                        .rows();

        assertThat(rows.get(1).placing().clock()).isEqualTo("4:00:10");
        assertThat(rows.get(2).placing().clock()).isEqualTo("+0:02");
    }

    @Test
    void the_winner_s_own_gap_may_stand_in_the_column_of_times_below_a_rider_who_lost_his_place() {
        var result =
                (ParsedResult)
                        ParsedFileTest.of(
                                HEAD
                                        + "place,family,given,time,status\n"
                                        + ",V,V,22:49:54,DSQ\n"
                                        + "1,A,A,0:10,\n"
                                        + "2,B,B,0:12,\n");

        assertThat(row(result, 1).placing().time().clock()).isEqualTo("22:50:04");
        assertThat(row(result, 2).placing().gap().clock()).isEqualTo("+0:02");
    }

    @Test
    void same_time_below_a_rider_who_lost_his_place_leans_on_his_gap_in_the_column_of_times() {
        var result =
                (ParsedResult)
                        ParsedFileTest.of(
                                HEAD
                                        + "place,family,given,time,status\n"
                                        + "1,A,A,5:08:05,\n"
                                        + ",V,V,5:085:08,DSQ\n"
                                        + "2,B,B,\",,5:08\",\n");

        assertThat(row(result, 2).placing().gap().clock()).isEqualTo("+5:08");
    }

    @Test
    void times_that_nobody_can_have_ridden_are_not_used_and_the_gaps_beside_them_count() {
        var result =
                (ParsedResult)
                        ParsedFileTest.of(
                                HEAD
                                        + "# names: given first\n"
                                        + "Rank,Rider,Times,Gap\n"
                                        + "1,JAN ULLRICH,100h 30' 35'',-\n"
                                        + "2,RICHARD VIRENQUE,00h 09' 09'',+ 00h 09' 09''\n"
                                        + "3,MARCO PANTANI,00h 23' 12'',+ 00h 14' 03''\n");

        assertThat(result.reading().quarantine()).isEmpty();
        assertThat(row(result, 0).placing().clock()).isEqualTo("100:30:35");
        assertThat(row(result, 1).placing().clock()).isEqualTo("+9:09");
        assertThat(row(result, 2).placing().clock()).isEqualTo("+14:03");
        assertThat(row(result, 2).placing().time()).isNull();
        assertThat(result.reading().remarks())
                .contains(
                        "Gaps stand in the column of times.",
                        "The column of times holds some that nobody can have ridden; the gaps"
                                + " count.");
    }

    @Test
    void a_time_that_a_page_marks_as_corrected_says_so_in_its_note() {
        var result = read("1,A,A,\n2,B,B,0:10\n3,C,C,*0:02\n");

        assertThat(row(result, 2).placing().clock()).isEqualTo("+0:02");
        assertThat(row(result, 2).placing().note()).isEqualTo("time corrected");
    }
}
