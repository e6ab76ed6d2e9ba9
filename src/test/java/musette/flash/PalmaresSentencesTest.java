package musette.flash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import musette.proof.Proofs;
import musette.proof.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a win means, told of Strade Bianche, whose every winner since its first edition is known.
class PalmaresSentencesTest {
    private static final String WINNERS =
            """
            2007,Kolobnev,Alexandr,RUS
            2008,Cancellara,Fabian,SUI
            2009,Löfkvist,Thomas,SWE
            2010,Iglinskiy,Maxim,KAZ
            2011,Gilbert,Philippe,BEL
            2012,Cancellara,Fabian,SUI
            2013,Moser,Moreno,ITA
            2014,Kwiatkowski,Michał,POL
            2015,Štybar,Zdeněk,CZE
            2016,Cancellara,Fabian,SUI
            2017,Kwiatkowski,Michał,POL
            2018,Benoot,Tiesj,BEL
            2019,Alaphilippe,Julian,FRA
            2020,van Aert,Wout,BEL
            2021,van der Poel,Mathieu,NED
            2022,Pogačar,Tadej,SLO
            2023,Pidcock,Thomas,GBR
            2024,Pogačar,Tadej,SLO
            """;

    private static Flash told(int year, String firstHeld, String winners, String rows) {
        return OneDayRaces.toldAfter(
                "# race: Strade Bianche\n"
                        + "# year: "
                        + year
                        + "\n# gender: men\n# standing: official\n"
                        + "place,family,given,nation,team,gap,status\n"
                        + rows,
                "# race: Strade Bianche\n# complete-since: 2007\n"
                        + firstHeld
                        + "year,family,given,nation\n"
                        + winners);
    }

    /// As the race was won that year; the last paragraph.
    private static String honours(int year, String rows) {
        var text = told(year, "# first-held: 2007\n", before(year), rows).body().text();
        return text.substring(text.lastIndexOf("\n\n") + 2);
    }

    private static String before(int year) {
        return String.join(
                "\n",
                WINNERS.lines()
                        .filter(line -> line.compareTo(Integer.toString(year)) < 0)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2015 | Štybar,Zdeněk,CZE | Štybar is the first winner from Czechia.",
                "2018 | Benoot,Tiesj,BEL | Benoot is the first winner from Belgium since 2011.",
                "2021 | van der Poel,Mathieu,NED |"
                        + " Van der Poel is the first winner from the Netherlands.",
                "2022 | Pogačar,Tadej,SLO | Pogačar is the first winner from Slovenia.",
                "2023 | Pidcock,Thomas,GBR | Pidcock is the first winner from Great Britain.",
                // Not long enough ago, too few editions, nobody knows for whom, and no such nation.
                "2020 | van Aert,Wout,BEL | Van Aert had not won the race before.",
                "2011 | Gilbert,Philippe,BEL | Gilbert had not won the race before.",
                "2022 | Pogačar,Tadej, | Pogačar had not won the race before.",
                "2022 | Pogačar,Tadej,YUG | Pogačar had not won the race before.",
            })
    void the_first_from_a_nation_is_told_where_that_is_sure_and_news(
            int year, String winner, String sentence) {
        assertThat(honours(year, "1," + winner + ",,,\n2,Other,A,ITA,,+0:10,\n"))
                .isEqualTo(sentence);
    }

    @Test
    void nothing_is_first_while_the_nation_of_one_winner_is_not_known_or_is_none_of_today() {
        var rows = "1,Pogačar,Tadej,SLO,,,\n2,Other,A,ITA,,+0:10,\n";
        for (var code : List.of("", "URS")) {
            var winners = before(2022).replace("Alexandr,RUS", "Alexandr," + code);

            assertThat(told(2022, "# first-held: 2007\n", winners, rows).body().text())
                    .endsWith("Pogačar had not won the race before.");
        }
        assertThat(told(2022, "", before(2022), rows).body().text())
                .as("it may have been held before 2007")
                .doesNotContain("Slovenia");
    }

    /// A region is what no results service tells; the publisher's list of winners may.
    @Test
    void the_first_from_a_region_is_told_when_the_region_of_each_compatriot_is_known() {
        var gilbert = "Gilbert,Philippe,BEL";
        var benoot = "Benoot,Tiesj,BEL";
        var winners =
                before(2020)
                        .replace(gilbert, gilbert + ",Wallonia")
                        .replace(benoot, benoot + ",Brussels");

        assertThat(toldOfVanAert(winners)).endsWith("Van Aert is the first winner from Flanders.");
        assertThat(toldOfVanAert(winners.replace("Wallonia", "Flanders")))
                .endsWith("Van Aert is the first winner from Flanders since 2011.");
        assertThat(toldOfVanAert(winners.replace("Brussels", "Flanders")))
                .as("lately")
                .endsWith("Van Aert had not won the race before.");
        assertThat(toldOfVanAert(winners.replace(",Wallonia", "")))
                .as("nobody knows where Gilbert comes from")
                .endsWith("Van Aert had not won the race before.");
    }

    private static String toldOfVanAert(String winners) {
        return OneDayRaces.toldAfter(
                        "# race: Strade Bianche\n# year: 2020\n# standing: official\n"
                                + "place,family,given,nation,region\n"
                                + "1,van Aert,Wout,BEL,Flanders\n",
                        "# race: Strade Bianche\n# complete-since: 2007\n# first-held: 2007\n"
                                + "year,family,given,nation,region\n"
                                + winners.replaceAll("(?m),([A-Z]{3})$", ",$1,"))
                .body()
                .text();
    }

    @Test
    void wins_in_a_row_are_counted_over_a_year_without_a_race() {
        var rows = "1,Pogačar,Tadej,SLO,,,\n2,Other,A,ITA,,+0:10,\n";

        assertThat(honours(2025, rows))
                .isEqualTo(
                        "Pogačar took his third win in the race, after 2022 and 2024, and his"
                                + " second in a row.");
        assertThat(honours(2024, rows))
                .isEqualTo("Pogačar took his second win in the race, after 2022.");
        var pause =
                before(2025)
                        .replace("2023,Pidcock,Thomas,GBR", "2023,,,,cancelled")
                        .replaceAll("(?m)(,[A-Z]{3})$", "$1,");
        assertThat(
                        OneDayRaces.toldAfter(
                                        "# race: Strade Bianche\n# year: 2025\n# gender: men\n"
                                                + "# standing: official\n"
                                                + "place,family,given,nation,team,gap,status\n"
                                                + rows,
                                        "# race: Strade Bianche\n# complete-since: 2007\n"
                                                + "# first-held: 2007\n"
                                                + "year,family,given,nation,status\n"
                                                + pause)
                                .body()
                                .text())
                .endsWith("Pogačar took his third win in a row, after 2022 and 2024.");
        var unknown = before(2025).replaceAll("(?m)^20(0|1).*\n", "");
        assertThat(
                        told(
                                        2025,
                                        "",
                                        unknown,
                                        rows.replace("Pogačar,Tadej,SLO", "Pidcock,Thomas,GBR"))
                                .body()
                                .text())
                .contains("Pidcock had also won in 2023.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4,Pidcock,Thomas,GBR,,+1:42,| Pidcock had won in 2023.",
                "7,Pidcock,Thomas,GBR,,+3:42,| Thomas Pidcock, who had won in 2023, was seventh.",
                "34,Pidcock,Thomas,GBR,,+9:42,| Thomas Pidcock, who had won in 2023, was 34th.",
                ",Pidcock,Thomas,GBR,,,DNF |"
                        + " Thomas Pidcock, who had won in 2023, did not finish.",
                ",Pidcock,Thomas,GBR,,,DNS | Thomas Pidcock, who had won in 2023, did not start.",
                ",Pidcock,Thomas,GBR,,,OTL |"
                        + " Thomas Pidcock, who had won in 2023, finished outside the time limit.",
                ",Pidcock,Thomas,GBR,,,DSQ |"
                        + " Thomas Pidcock, who had won in 2023, was disqualified.",
                ",Pidcock,Tom,USA,,,DNF | Pogačar took his second win in the race, after 2022.",
            })
    void what_became_of_the_winner_before_is_told(String row, String sentence) {
        var rows = "1,Pogačar,Tadej,SLO,,,\n2,Skujiņš,Toms,LAT,,+2:44,\n" + row + "\n";

        assertThat(honours(2024, rows)).endsWith(sentence);
    }

    @Test
    void a_team_with_two_or_three_of_the_first_three_is_told() {
        var three =
                "1,Laporte,Christophe,FRA,Jumbo-Visma,,\n2,Roglič,Primož,SLO,Jumbo-Visma,s.t.,\n"
                        + "3,van Aert,Wout,BEL,Jumbo-Visma,s.t.,\n4,Senechal,F,FRA,QS,+0:22,\n";
        var two = three.replace("BEL,Jumbo-Visma", "BEL,Other");

        assertThat(text(three)).contains("Jumbo-Visma took the first three places.");
        assertThat(text(two)).contains("Jumbo-Visma had two of the first three.");
        assertThat(text(three.replace("3,van", "2,van"))).doesNotContain("Jumbo-Visma had");
        assertThat(text(three.replace("Jumbo-Visma", ""))).doesNotContain("first three");
    }

    private static String text(String rows) {
        return told(2022, "", before(2022), rows).body().text();
    }

    @Test
    void each_number_of_it_names_the_question_it_answers() {
        var rows =
                "1,Pogačar,Tadej,SLO,UAE,,\n2,Wellens,Tim,BEL,UAE,+1:24,\n"
                        + "3,Pidcock,Thomas,GBR,Q36.5,+1:30,\n";
        var first = told(2022, "# first-held: 2007\n", before(2022), rows);
        var third = told(2025, "# first-held: 2007\n", before(2025), rows);

        assertThat(
                        Stream.of(first, third)
                                .flatMap(flash -> flash.facts().stream())
                                .map(fact ->
                                        fact.text()
                                                + " = "
                                                + fact.link().source()
                                                + " "
                                                + fact.link().value()))
                .contains(
                        "the first = question/nation/file/result.csv/line/6/SLO never",
                        "second = question/row/file/result.csv/line/6 2",
                        "two of the first three = question/podium/file/result.csv/line/6 2");
        assertThat(
                        told(
                                        2024,
                                        "",
                                        before(2024),
                                        rows.replace("Pidcock,Thomas,GBR", "Pidcock,Thomas,"))
                                .facts())
                .anyMatch(fact ->
                        fact.link().source().equals("question/defending/file/result.csv/line/8")
                                && fact.link().value().equals("2023"));
    }

    /// The desk reads a draft like any text that somebody typed.
    @Test
    void the_proofreader_has_nothing_against_any_of_it() {
        var rows =
                "1,Pogačar,Tadej,SLO,UAE,,\n2,Wellens,Tim,BEL,UAE,+1:24,\n"
                        + "3,Skujiņš,Toms,LAT,Lidl-Trek,+1:30,\n"
                        + "7,Pidcock,Thomas,GBR,Q36.5,+2:30,\n";
        for (var year : List.of(2022, 2024, 2025)) {
            var file =
                    OneDayRaces.file(
                            "# race: Strade Bianche\n# year: "
                                    + year
                                    + "\nplace,family,given,nation,team,gap,status\n"
                                    + rows);
            var flash = told(year, "# first-held: 2007\n", before(year), rows);

            assertThat(new Proofs(Subject.of(file)).read("text", flash.body().text()))
                    .as(flash.body().text())
                    .isEmpty();
        }
    }
}
