package musette.results;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.pages.Moment;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.pages.ResultTables;
import musette.pages.SameForEverybody;
import musette.racing.Nations;
import musette.racing.Palmares;
import musette.racing.Result;
import musette.racing.ResultRow;
import musette.racing.Rider;
import musette.site.Address;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Riders and what they have done.
@Controller
@MayCall(Who.ANYONE)
class RiderPages {
    private static final DateTimeFormatter BIRTHDAY = Moment.words("d MMMM uuuu");

    private final Palmares palmares;
    private final Address address;
    private final Frame.Frames frames;
    private final Templates templates;

    RiderPages(Palmares palmares, Address address, Frame.Frames frames, Templates templates) {
        this.palmares = palmares;
        this.address = address;
        this.frames = frames;
        this.templates = templates;
    }

    /// Somebody known under several names has one page, to which the others lead: not for ever,
    /// because what was said of two names can be taken back.
    @GetMapping("/riders/{slug}")
    @SameForEverybody
    ResponseEntity<byte[]> rider(@PathVariable String slug) {
        var career =
                palmares.career(slug)
                        .orElseThrow(
                                () -> HttpProblem.notFound("No rider of ours has this address."));
        var main = career.first();
        if (!main.equals(career.rider())) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(URI.create(ResultTables.name(main).address()))
                    .build();
        }
        var lines = lines(career);
        var nations = nations(career);
        var standfirst = standfirst(main, career.region(), nations, career.otherNames());
        var frame = frames.open(main.display(), "Results and wins of " + main.display());
        var page =
                new RiderPage(
                        frame,
                        Preview.website(address.of("/riders/" + slug), frame),
                        nations.isEmpty()
                                ? ResultTable.Name.NONE
                                : NationPages.name(nations.getFirst().code()),
                        main.display(),
                        standfirst,
                        SeasonLine.count(lines.stream()),
                        seasons(lines),
                        ResultTables.credits(career.results()));
        return templates.shared("results/rider.jte", page);
    }

    private static List<SeasonLine> lines(Palmares.Career career) {
        return Stream.concat(
                        career.results().stream()
                                .filter(SeasonLine::isOfSeason)
                                .flatMap(result ->
                                        result.rows().stream().map(row -> line(result, row))),
                        career.listed().stream().map(SeasonLine::of))
                .sorted(SeasonLine.NEWEST_FIRST)
                .toList();
    }

    private static SeasonLine line(Result result, ResultRow row) {
        return SeasonLine.of(
                result,
                row,
                row.team() == null ? ResultTable.Name.NONE : ResultTables.name(row.team()));
    }

    private static List<SeasonLine.Season> seasons(List<SeasonLine> lines) {
        return lines.stream()
                .collect(
                        Collectors.groupingBy(
                                SeasonLine::year,
                                () -> new TreeMap<>(Collections.reverseOrder()),
                                Collectors.toList()))
                .entrySet()
                .stream()
                .map(year ->
                        new SeasonLine.Season(
                                SeasonLine.season(year.getKey(), year.getValue()), year.getValue()))
                .toList();
    }

    /// @param until the last year in which a result tells it; 0 where none does
    private record Nation(String code, int until) {}

    /// For whom the rider has ridden, the latest first.
    private static List<Nation> nations(Palmares.Career career) {
        var years = new TreeMap<String, Integer>();
        if (career.first().nation() != null) {
            years.put(career.first().nation(), 0);
        }
        for (var result : career.results()) {
            result.rows().stream()
                    .flatMap(row -> Stream.ofNullable(row.rodeFor()))
                    .forEach(code -> years.merge(code, result.edition().year(), Math::max));
        }
        return years.entrySet().stream()
                .map(nation -> new Nation(nation.getKey(), nation.getValue()))
                .sorted(Comparator.comparingInt(Nation::until).reversed())
                .toList();
    }

    /// `born 4 February 1989 · from the Basque Country · for Russia until 2021 · also Ion Izagirre
    /// Insausti`
    private static String standfirst(
            Rider rider, @Nullable String region, List<Nation> nations, List<Rider> others) {
        var names =
                others.stream()
                        .map(Rider::display)
                        .filter(name -> !name.equals(rider.display()))
                        .distinct()
                        .toList();
        var born = rider.born();
        var earlier =
                nations.stream()
                        .skip(1)
                        .filter(nation -> nation.until() > 0)
                        .map(nation ->
                                "for %s until %d"
                                        .formatted(Nations.words(nation.code()), nation.until()));
        return Stream.of(
                        Stream.ofNullable(born).map(day -> "born " + BIRTHDAY.format(day)),
                        Stream.ofNullable(region).map(words -> "from " + words),
                        earlier,
                        names.isEmpty()
                                ? Stream.<String>empty()
                                : Stream.of("also " + String.join(", ", names)))
                .flatMap(words -> words)
                .collect(Collectors.joining(" · "));
    }
}
