package musette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import musette.racing.Indurain;
import musette.racing.Result;
import musette.racing.ResultRow;
import musette.racing.Stored;
import musette.racing.Team;
import musette.site.ExampleSite;
import org.junit.jupiter.api.Test;

/// A result as a table says what its rows say, and adds nothing up.
class ResultTablesTest {
    private static final Result OFFICIAL = Stored.of(Indurain.official());
    private static final String POINTS =
            """
            # race: Tour of the Lakes
            # year: 2023
            # stage: 3
            # classification: points
            # standing: official
            place,family,given,points
            1,Kron,Andreas,25
            2,Strong,Corbin,20.50
            """;
    private static final String TEAMS =
            """
            # race: Tour of the Lakes
            # year: 2023
            # stage: 1
            # classification: teams
            place,team,time,gap
            1,Cofidis,0:20:05,
            2,Movistar,,+0:03
            3,Trek,,s.t.
            """;
    private static final String STARTERS =
            """
            # race: Tour of the Lakes
            # year: 2023
            # classification: start-list
            # standing: official
            bib,family,given,nation,team
            1,Kron,Andreas,DEN,Lotto
            2,Strong,Corbin,,Israel
            """;

    @Test
    void each_line_says_what_decided() {
        var table = ResultTables.whole(OFFICIAL);

        assertThat(table.caption()).isEqualTo("Result · 2023 Gran Premio Miguel Indurain");
        assertThat(lines(table))
                .containsExactly(
                        "1 Ion Izagirre, Cofidis, 5:09:05, WON",
                        "2 Sergio Higuita, BORA - hansgrohe, +0:02, BEHIND",
                        "3 Mattias Skjelmose, Trek - Segafredo, +0:13, BEHIND",
                        "4 Andreas Kron, Lotto Dstny, +0:20, BEHIND",
                        "5 Roger Adrià, Equipo Kern Pharma, same time, SAME_TIME",
                        "DNS Ben Hermans, Israel - Premier Tech, , ABANDONED");
        assertThat(table.more() + table.moreAddress()).isEmpty();
        assertThat(table.columns()).isEqualTo(new ResultTable.Columns("Pos", false, "Time"));
        assertThat(table.credit())
                .isEqualTo(new ResultTable.Credit("FirstCycling", "https://firstcycling.com/"));
    }

    @Test
    void names_lead_to_their_pages() {
        var first = ResultTables.whole(OFFICIAL).rows().getFirst();

        assertThat(first.rider().address()).isEqualTo("/riders/ion-izagirre");
        assertThat(first.team().address()).isEqualTo("/teams/cofidis/2023");
        assertThat(first.nation()).isEqualTo("ESP");
        assertThat(first.won()).isTrue();
        assertThat(first.muted()).isFalse();
        assertThat(ResultTables.address(OFFICIAL))
                .isEqualTo("/races/gran-premio-miguel-indurain/2023");
    }

    @Test
    void the_first_rows_come_with_the_way_to_the_others() {
        var three = ResultTables.first(3, OFFICIAL);

        assertThat(three.rows()).hasSize(3);
        assertThat(three.more()).isEqualTo("The whole result, 6 riders");
        assertThat(three.moreAddress()).isEqualTo("/races/gran-premio-miguel-indurain/2023");
        assertThat(ResultTables.first(6, OFFICIAL)).isEqualTo(ResultTables.whole(OFFICIAL));
        assertThat(ResultTables.first(2, Stored.of(TEAMS)).more())
                .isEqualTo("The whole result, 3 teams");
        assertThat(ResultTables.first(1, Stored.of(STARTERS)).more())
                .isEqualTo("The whole list, 2 riders");
    }

    @Test
    void points_decide_where_points_decide() {
        var table = ResultTables.whole(Stored.of(POINTS));

        assertThat(table.columns().measure()).isEqualTo("Points");
        assertThat(table.rows()).extracting(ResultTable.Row::gap).containsExactly("25", "20.5");
        assertThat(ResultTables.address(Stored.of(POINTS)))
                .isEqualTo("/races/tour-of-the-lakes/2023/stage-3/points");
    }

    @Test
    void teams_have_lines_of_their_own_and_no_riders() {
        var table = ResultTables.whole(Stored.of(TEAMS));

        assertThat(table.caption()).startsWith("Provisional result · 2023 Tour of the Lakes");
        assertThat(table.columns().isOfTeams()).isTrue();
        assertThat(lines(table))
                .containsExactly(
                        "1 Cofidis, , 20:05, WON",
                        "2 Movistar, , +0:03, BEHIND",
                        "3 Trek, , same time, SAME_TIME");
        assertThat(table.rows().getFirst().rider().address()).isEqualTo("/teams/cofidis/2023");
    }

    @Test
    void a_start_list_has_numbers_and_nations() {
        var table = ResultTables.whole(Stored.of(STARTERS));

        assertThat(table.caption()).isEqualTo("Start list · 2023 Tour of the Lakes");
        assertThat(table.columns()).isEqualTo(new ResultTable.Columns("No", false, "Nation"));
        assertThat(lines(table))
                .containsExactly(
                        "1 Andreas Kron, Lotto, DEN, BEHIND", "2 Corbin Strong, Israel, , BEHIND");
    }

    @Test
    void a_winner_without_a_time_is_called_the_winner() {
        var table = ResultTables.whole(Stored.of(TEAMS.replace("0:20:05", "")));

        assertThat(table.rows().getFirst().gap()).isEqualTo("winner");
    }

    @Test
    void a_name_without_letters_and_one_of_several_riders_lead_nowhere() {
        var team = new Team(1, 2023, "—", "—");

        assertThat(ResultTables.name(team).leads()).isFalse();
        assertThat(ResultTables.name(new ResultRow.Unmatched("diogo-pinto", "Pinto", "Diogo")))
                .isEqualTo(new ResultTable.Name("Diogo Pinto", ""));
    }

    @Test
    void whoever_supplied_several_results_is_thanked_once() {
        var without = Stored.of(POINTS);

        assertThat(ResultTables.credits(List.of(OFFICIAL, without, OFFICIAL)))
                .containsExactly(
                        new ResultTable.Credit("FirstCycling", "https://firstcycling.com/"));
        var nowhere = Stored.of("# provider: The jury\n" + POINTS);
        assertThat(ResultTables.whole(nowhere).credit())
                .isEqualTo(new ResultTable.Credit("The jury", ""));
    }

    @Test
    void a_search_engine_gets_the_first_ten_and_where_they_are() {
        var rows =
                IntStream.rangeClosed(1, 12)
                        .mapToObj(n -> "%d,Rider%d,Ana".formatted(n, n))
                        .collect(Collectors.joining("\n"));
        var event =
                SportsEvent.of(
                        Stored.of(
                                "# race: Tour of the Lakes\n# stage: 4\n# date: 2023-06-04\n"
                                        + "# place: Bled\nplace,family,given\n"
                                        + rows),
                        ExampleSite.ADDRESS);

        assertThat(event)
                .containsEntry("name", "2023 Tour of the Lakes, stage 4")
                .containsEntry(
                        "url", "https://musette.example/races/tour-of-the-lakes/2023/stage-4")
                .containsEntry("startDate", "2023-06-04")
                .containsKeys("superEvent", "location");
        assertThat((List<?>) event.get("competitor")).hasSize(10);
        assertThat(event.get("competitor").toString())
                .contains("name=Ana Rider1,", "url=https://musette.example/riders/ana-rider1}")
                .doesNotContain("Rider11");
        assertThat(
                        SportsEvent.of(Stored.of(TEAMS), ExampleSite.ADDRESS)
                                .get("competitor")
                                .toString())
                .contains("@type=SportsTeam");
    }

    private static List<String> lines(ResultTable table) {
        return table.rows().stream()
                .map(row ->
                        "%s %s, %s, %s, %s"
                                .formatted(
                                        row.place(),
                                        row.rider().words(),
                                        row.team().words(),
                                        row.gap(),
                                        row.tone()))
                .toList();
    }
}
