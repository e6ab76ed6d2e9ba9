package musette.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.pages.ResultTables;
import musette.pages.SameForEverybody;
import musette.racing.Palmares;
import musette.racing.Race;
import musette.racing.RaceHistory;
import musette.racing.Races;
import musette.results.RecordsPage.Entry;
import musette.results.RecordsPage.Line;
import musette.site.Address;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Who;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The records of a race: most wins, youngest winner, closest finish.
@Controller
@MayCall(Who.ANYONE)
class RecordsPages {
    /// Behind the address of the race.
    static final String RECORDS = "/records";

    private final Races races;
    private final Palmares palmares;
    private final Address address;
    private final Frame.Frames frames;
    private final Templates templates;

    RecordsPages(
            Races races,
            Palmares palmares,
            Address address,
            Frame.Frames frames,
            Templates templates) {
        this.races = races;
        this.palmares = palmares;
        this.address = address;
        this.frames = frames;
        this.templates = templates;
    }

    @GetMapping("/races/{slug}" + RECORDS)
    @SameForEverybody
    ResponseEntity<byte[]> records(@PathVariable String slug) {
        var race =
                races.bySlug(slug)
                        .orElseThrow(
                                () -> HttpProblem.notFound("No race of ours has this address."));
        var history = palmares.historyOf(race.id());
        var frame =
                frames.open(
                        "Records of " + race.name(),
                        "Most wins, youngest and oldest winners, closest finishes.");
        return templates.shared(
                "results/records.jte",
                new RecordsPage(
                        frame,
                        Preview.website(address.of("/races/" + slug + RECORDS), frame),
                        new ResultTable.Name(race.name(), "/races/" + slug),
                        since(history),
                        lines(race, history)));
    }

    private static String since(RaceHistory history) {
        if (history.knownSince().isEmpty()) {
            return "Nobody has told us yet since when our list of winners is complete up to the"
                    + " last, so nothing is said about them.";
        }
        var since = history.knownSince().getAsInt();
        return history.isWhole()
                ? "From the first edition on, in %d.".formatted(since)
                : "Since %d: as far back as our list of winners is complete.".formatted(since);
    }

    private static List<Line> lines(Race race, RaceHistory history) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("Most wins", winners(history.mostWins())));
        lines.add(new Line("Most wins in a row", winners(history.mostInARow())));
        lines.add(new Line("Youngest winner", aged(history.youngest())));
        lines.add(new Line("Oldest winner", aged(history.oldest())));
        lines.add(new Line(closest(history), closest(race, history)));
        return lines.stream().filter(line -> !line.entries().isEmpty()).toList();
    }

    private static List<Entry> winners(List<RaceHistory.Winner> winners) {
        return winners.stream()
                .map(winner ->
                        new Entry(
                                ResultTables.name(winner.rider()),
                                "%d times: %s"
                                        .formatted(
                                                winner.years().size(),
                                                winner.years().stream()
                                                        .map(String::valueOf)
                                                        .collect(Collectors.joining(", ")))))
                .toList();
    }

    private static List<Entry> aged(Optional<RaceHistory.Aged> aged) {
        return aged
                .map(it ->
                        new Entry(
                                ResultTables.name(it.rider()),
                                "%d years and %s, in %d"
                                        .formatted(
                                                it.years(),
                                                it.days() == 1 ? "a day" : it.days() + " days",
                                                it.year())))
                .stream()
                .toList();
    }

    /// The years of which the results are in the house are others than those of the winners.
    private static String closest(RaceHistory history) {
        var margins = history.margins();
        return margins.size() < 2
                ? ""
                : "Closest finish of the %d results we have, %d to %d"
                        .formatted(
                                margins.size(),
                                margins.getLast().year(),
                                margins.getFirst().year());
    }

    private static List<Entry> closest(Race race, RaceHistory history) {
        return history.margins().size() < 2
                ? List.of()
                : history.closest().stream()
                        .map(margin ->
                                new Entry(
                                        new ResultTable.Name(
                                                Integer.toString(margin.year()),
                                                "/races/%s/%d"
                                                        .formatted(race.slug(), margin.year())),
                                        margin.gap().isNone()
                                                ? "the second in the same time"
                                                : margin.gap().clock()))
                        .toList();
    }
}
