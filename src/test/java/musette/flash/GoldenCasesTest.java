package musette.flash;

import static musette.flash.OneDayRaces.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import musette.wire.ParsedFile;
import musette.wire.ParsedFile.ParsedResult;
import org.junit.jupiter.api.Test;

/// Hard cases from the history of the sport: what a correct reading says, and what it must not say.
/// The numbers are those of the list of golden cases.
class GoldenCasesTest {
    @Test
    void g01_the_founding_race_has_its_true_gaps() {
        var text = OneDayRaces.seed().body().text();

        assertThat(text)
                .contains("Skjelmose (Trek - Segafredo) was third at 13 seconds")
                .contains("fourth at 20 seconds")
                .contains("The winning time was 5:09:05")
                .doesNotContain("fourth at 13 seconds", "third in the same time");
    }

    @Test
    void g02_a_group_on_one_time_is_no_victory_alone_and_two_brothers_keep_their_given_names() {
        var text = words(told(OneDayRaces.INDURAIN_2022));

        assertThat(text)
                .contains("Warren Barguil")
                .contains("Aleksandr Vlasov", "second")
                .contains("same time")
                .doesNotContain("zero", "0 seconds", "alone", "Izagirre won");
    }

    @Test
    void g05_the_first_across_the_line_was_relegated_and_does_not_win() {
        var text =
                words(
                        told(
                                """
                                # race: Sibiu Cycling Tour, stage 1
                                # year: 2024
                                # standing: corrected
                                place,family,given,team,gap,status,note
                                1,Nizzolo,Giacomo,Q36.5,,,
                                2,Walls,Matthew,Groupama,s.t.,,
                                3,Peñalver,Manuel,Polti,s.t.,,
                                4,Marit,Arne,Intermarché,s.t.,,
                                5,Molano,Juan Sebastián,UAE,s.t.,,
                                102,Menten,Milan,Lotto,s.t.,REL,relegated from 1st to 102nd
                                """));

        assertThat(text).contains("Giacomo Nizzolo wins").doesNotContain("Menten");
    }

    @Test
    void g07_a_voided_winner_leaves_his_gaps_and_the_next_rider_wins() {
        var text =
                words(
                        told(
                                """
                                # race: Tour de Wallonie
                                # year: 2022
                                # standing: corrected
                                place,family,given,team,time,gap,status
                                ,Quintana,Nobody,Voided,22:49:54,,DSQ
                                1,Vliegen,Loïc,Intermarché,,+0:10,
                                2,Skjelmose,Mattias,Trek - Segafredo,,+0:12,
                                3,Stannard,Robert,Alpecin,,+0:20,
                                4,Serrano,Gonzalo,Movistar,,s.t.,
                                """));

        assertThat(text)
                .contains("Loïc Vliegen wins Tour de Wallonie")
                .contains("The winning time was 22:50:04")
                .contains("second at two seconds")
                .contains("third at 10 seconds")
                .doesNotContain("12 seconds");
    }

    @Test
    void g09_an_open_first_place_promotes_nobody() {
        var text =
                words(
                        told(
                                """
                                # race: Tour de France
                                # year: 1999
                                # standing: corrected
                                place,family,given,gap,status
                                ,Armstrong,Lance,,DSQ
                                2,Zülle,Alex,+7:37,
                                3,Escartín,Fernando,+10:26,
                                """));

        assertThat(text).contains("No winner").doesNotContain("Zülle", "7:37");
    }

    @Test
    void g10_a_winner_whose_gap_is_his_time_and_others_whose_times_are_gaps() {
        var text =
                words(
                        told(
                                """
                                # race: Tour de France
                                # year: 2006
                                # standing: corrected
                                place,family,given,team,time,gap
                                1,Pereiro,Óscar,Caisse d'Epargne,89:40:27,89:40:27
                                2,Klöden,Andreas,T-Mobile,0:00:32,0:00:32
                                3,Sastre,Carlos,CSC,0:02:16,0:02:16
                                """));

        assertThat(text)
                .contains("second at 32 seconds", "third at 2:16", "89:40:27")
                .doesNotContain("at 89", "89 hours");
    }

    @Test
    void g11_eight_seconds() {
        assertThat(
                        words(
                                told(
                                        """
                                        # race: Tour de France
                                        # year: 1989
                                        # standing: official
                                        place,family,given,time,gap
                                        1,LeMond,Greg,87:38:35,
                                        2,Fignon,Laurent,,+0:08
                                        3,Delgado,Pedro,,+3:34
                                        """)))
                .contains("second at eight seconds", "third at 3:34");
    }

    @Test
    void g12_two_are_joint_sixth_and_nobody_is_seventh() {
        var result =
                read(
                        """
                        # race: Tour de France
                        # year: 1959
                        # standing: official
                        place,family,given,gap
                        1,A,A,
                        2,B,B,+4:01
                        3,C,C,+5:05
                        4,D,D,+5:17
                        5,E,E,+8:22
                        6,F,F,+20:38
                        6,G,G,+20:38
                        8,H,H,+21:00
                        """);

        assertThat(result.file().missingPlaces(8)).isEmpty();
        assertThat(result.file().rows().get(5).placing().tied()).isTrue();
        assertThat(Flash.withheld(result.file())).isEmpty();
    }

    @Test
    void g14_years_decided_on_points_have_no_margin_in_time() {
        assertThat(
                        words(
                                told(
                                        """
                                        # race: Tour de France
                                        # year: 1905
                                        # standing: official
                                        place,family,given,points,time,gap
                                        1,Trousselier,Louis,35,-,-
                                        2,Aucouturier,Hippolyte,61,-,-
                                        3,Dortignacq,Jean-Baptiste,64,-,-
                                        """)))
                .contains("Hippolyte Aucouturier second")
                .doesNotContain("second at", "winning time", "seconds", "same time");
    }

    @Test
    void g19_a_neutralised_day_has_no_result() {
        var text =
                words(
                        told(
                                """
                                # race: Tour de Hongrie, stage 5
                                # year: 2023
                                # standing: official
                                place,family,given,status
                                ,Hirschi,Marc,NR
                                ,Buitrago,Santiago,DF
                                ,Dupont,Somebody,DNF
                                """));

        assertThat(text)
                .contains("No result in Tour de Hongrie", "ended without a result")
                .doesNotContain("Hirschi", "no winner");
    }

    @Test
    void g20_two_on_one_place_both_keep_it() {
        var rows =
                read("""
                # race: Tour of Denmark, points
                # year: 2022
                place,family,given,points
                38,A,A,3
                39,B,B,2
                39,C,C,2
                """)
                        .file()
                        .rows();

        assertThat(rows).extracting(row -> row.placing().mark()).containsExactly("38", "39", "39");
        assertThat(rows.get(2).placing().tied()).isTrue();
    }

    @Test
    void g25_columns_are_found_by_their_header_and_plus_nothing_is_the_winners_time() {
        var older = amstel("Pos,Time,UCI,Family,Given", "01,6:28:18,500,A,A\n02,+ 00,400,B,B");
        var newer = amstel("Pos,UCI,Time,Family,Given", "1,500,6:02:35,A,A\n2,400,+ 00,B,B");

        for (var result : new ParsedResult[] {older, newer}) {
            var second = result.file().rows().get(1).placing();
            assertThat(second.place()).isEqualTo(2);
            assertThat(second.sameTime()).isTrue();
        }
        assertThat(older.file().rows().getFirst().placing().clock()).isEqualTo("6:28:18");
    }

    @Test
    void no_winner_no_result_and_a_stopped_race_are_told_apart() {
        var head = "# race: Tour of the Lakes\n# year: 2023\n# standing: official\n";
        var open = "place,family,given,status\n,A,A,DSQ\n2,B,B,\n";
        var nobody = "place,family,given,status\n,A,A,NR\n,B,B,NR\n";
        var placed = "place,family,given,gap\n1,A,A,\n2,B,B,+0:02\n";

        assertThat(told(head + open).body().text())
                .isEqualTo("The 2023 Tour of the Lakes has no winner.");
        assertThat(told(head + nobody).body().text())
                .isEqualTo("The 2023 Tour of the Lakes ended without a result.");
        assertThat(told("# course: stopped\n" + head + nobody).body().text())
                .isEqualTo(
                        "The 2023 Tour of the Lakes ended without a result.\n\n"
                                + "The race was stopped before the finish.");
        var shortened = told("# stage: 3\n# course: shortened\n" + head + placed);
        assertThat(shortened.body().text()).contains("\n\nThe stage was shortened.");
        assertThat(shortened.facts())
                .anyMatch(fact -> fact.link().source().equals("file/result.csv/course"));
    }

    private static ParsedResult amstel(String header, String rows) {
        return read(
                "# race: Amstel Gold Race\n# year: 2019\n"
                        + header.replace("Pos", "place")
                        + "\n"
                        + rows);
    }

    @Test
    void g27_outside_the_time_limit_there_is_no_time() {
        var row =
                read("""
                # race: Étoile de Bessèges
                # year: 2022
                place,family,given,gap,status
                1,A,A,,
                ,B,B,-0:00,OTL
                """)
                        .file()
                        .rows()
                        .get(1);

        assertThat(row.placing().mark()).isEqualTo("OTL");
        assertThat(row.placing().gap()).isNull();
        assertThat(row.placing().clock()).isEmpty();
    }

    private static ParsedResult read(String text) {
        return (ParsedResult)
                ParsedFile.of(
                        "golden.csv",
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String words(Flash flash) {
        var text =
                String.join(
                        "\n",
                        flash.headline().text(),
                        flash.standfirst().text(),
                        flash.body().text());
        assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("zero", "null");
        return text;
    }
}
