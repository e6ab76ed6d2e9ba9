package musette.results;

import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.pages.ResultTables;
import musette.pages.SameForEverybody;
import musette.racing.Palmares;
import musette.racing.Result;
import musette.racing.ResultRow;
import musette.racing.Team;
import musette.site.Address;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Who;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Teams, season by season.
@Controller
@MayCall(Who.ANYONE)
class TeamPages {
    private final Palmares palmares;
    private final Address address;
    private final Frame.Frames frames;
    private final Templates templates;

    TeamPages(Palmares palmares, Address address, Frame.Frames frames, Templates templates) {
        this.palmares = palmares;
        this.address = address;
        this.frames = frames;
        this.templates = templates;
    }

    /// Any spelling finds the team; its own is where it stays.
    @GetMapping("/teams/{name}/{year}")
    @SameForEverybody
    ResponseEntity<byte[]> team(@PathVariable String name, @PathVariable int year) {
        var season =
                palmares.season(name, year)
                        .orElseThrow(
                                () -> HttpProblem.notFound("No team of ours has this address."));
        var team = season.team();
        var own = ResultTables.name(team).address();
        if (!name.equals(team.slug())) {
            return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                    .location(URI.create(own))
                    .build();
        }
        var finishes = season.results().stream().filter(SeasonLine::isOfSeason).toList();
        var frame =
                frames.open(
                        "%s %d".formatted(team.print(), year),
                        "Riders and results of %s in %d".formatted(team.print(), year));
        var page =
                new TeamPage(
                        frame,
                        Preview.website(address.of(own), frame),
                        team.print(),
                        Integer.toString(year),
                        seasons(team, season.years()),
                        SeasonLine.count(
                                finishes.stream()
                                        .flatMap(result ->
                                                result.rows().stream()
                                                        .map(row -> line(result, row)))),
                        members(finishes),
                        new SeasonLine.Season("The best of each race", best(finishes)),
                        ResultTables.credits(finishes));
        return templates.shared("results/team.jte", page);
    }

    private static List<ResultTable.Name> seasons(Team team, List<Integer> years) {
        return years.stream()
                .map(year ->
                        new ResultTable.Name(
                                year.toString(),
                                year == team.season()
                                        ? ""
                                        : "/teams/%s/%d".formatted(team.slug(), year)))
                .toList();
    }

    private static SeasonLine line(Result result, ResultRow row) {
        return SeasonLine.of(
                result,
                row,
                row.competitor() instanceof Team
                        ? ResultTable.Name.NONE
                        : ResultTables.name(row.competitor()));
    }

    /// The rows come in the order of the result.
    private static List<SeasonLine> best(List<Result> results) {
        return results.stream()
                .flatMap(result -> first(result).map(row -> line(result, row)).stream())
                .sorted(SeasonLine.NEWEST_FIRST)
                .toList();
    }

    private static Optional<ResultRow> first(Result result) {
        return result.rows().stream().findFirst();
    }

    /// Most wins first, then the most results, then by name.
    private static List<TeamPage.Member> members(List<Result> results) {
        Map<ResultRow.Competitor, TeamPage.Member> members = new LinkedHashMap<>();
        for (var result : results) {
            for (var row : result.rows()) {
                if (!(row.competitor() instanceof Team)) {
                    var line = line(result, row);
                    members.merge(
                            row.competitor(),
                            new TeamPage.Member(line.whose(), 1, line.won() ? 1 : 0),
                            TeamPages::both);
                }
            }
        }
        return members.values().stream()
                .sorted(
                        Comparator.comparingInt(TeamPage.Member::wins)
                                .thenComparingInt(TeamPage.Member::results)
                                .reversed()
                                .thenComparing(member -> member.rider().words()))
                .toList();
    }

    private static TeamPage.Member both(TeamPage.Member some, TeamPage.Member more) {
        return new TeamPage.Member(
                some.rider(), some.results() + more.results(), some.wins() + more.wins());
    }
}
