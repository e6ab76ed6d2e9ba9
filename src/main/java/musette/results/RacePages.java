package musette.results;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.media.Pictures;
import musette.pages.JsonLd;
import musette.pages.Moment;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.pages.ResultTables;
import musette.pages.SameForEverybody;
import musette.pages.SportsEvent;
import musette.pages.StoryList;
import musette.racing.Edition;
import musette.racing.Palmares;
import musette.racing.Race;
import musette.racing.Races;
import musette.racing.Races.Winner;
import musette.racing.Result;
import musette.racing.ResultKey;
import musette.racing.Results;
import musette.site.Address;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.site.Who;
import musette.stories.Stories;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// All races, one race with its winners, one edition with its result.
@Controller
@MayCall(Who.ANYONE)
class RacePages {
    private static final DateTimeFormatter DAY = Moment.words("d MMMM uuuu");
    private static final int STORIES = 20;

    /// From the second on, down to the last that is told of those who start.
    private static final List<String> PLACES =
            List.of(
                    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
                    "tenth");

    /// How many editions back a race's page looks for stories.
    private static final int EDITIONS_WITH_STORIES = 3;

    private final Races races;
    private final Palmares palmares;
    private final Results results;
    private final Stories stories;
    private final Pictures pictures;
    private final SiteSettings site;
    private final Address address;
    private final Frame.Frames frames;
    private final Templates templates;
    private final Clock clock;

    RacePages(
            Races races,
            Palmares palmares,
            Results results,
            Stories stories,
            Pictures pictures,
            SiteSettings site,
            Address address,
            Frame.Frames frames,
            Templates templates,
            Clock clock) {
        this.races = races;
        this.palmares = palmares;
        this.results = results;
        this.stories = stories;
        this.pictures = pictures;
        this.site = site;
        this.address = address;
        this.frames = frames;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/races")
    @SameForEverybody
    ResponseEntity<byte[]> all() {
        var frame = frames.open("Races", "All races and their latest winners.");
        var preview = Preview.website(address.of("/races"), frame);
        var lines = races.latestWinners().stream().map(RacePages::line).toList();
        return templates.shared("results/races.jte", new RaceIndex(frame, preview, lines));
    }

    @GetMapping("/races/{slug}")
    @SameForEverybody
    ResponseEntity<byte[]> race(@PathVariable String slug) {
        var race = find(slug);
        var editions = races.editions(race.id());
        var recent = editions.stream().limit(EDITIONS_WITH_STORIES).map(Edition::id).toList();
        return page(
                race.name(),
                "",
                "/races/" + slug,
                null,
                PartOfResult.asked(1, ""),
                "",
                coming(editions),
                years(editions, races.winners(race.id())),
                recent);
    }

    @GetMapping("/races/{slug}/{year}")
    @SameForEverybody
    ResponseEntity<byte[]> edition(
            @PathVariable String slug,
            @PathVariable int year,
            @RequestParam(defaultValue = "1") int from,
            @RequestParam(defaultValue = "") String name) {
        var edition = races.edition(slug, year).orElseThrow(RacePages::unknown);
        var asked = PartOfResult.asked(from, name);
        var here = results.ofEdition(edition.id(), ResultKey.RACE, asked);
        return page(
                year + " " + edition.name(),
                facts(edition),
                "/races/%s/%d".formatted(slug, year),
                here.shown().orElse(null),
                asked,
                JsonLd.of(
                        here.shown()
                                .map(result -> SportsEvent.of(result, address))
                                .orElseGet(() -> SportsEvent.of(edition, address))),
                others(edition, here),
                here.shown().isPresent() ? List.of() : winner(edition),
                List.of(edition.id()));
    }

    /// As a list of winners has it, where there is no result to show.
    private List<RacePage.Winner> winner(Edition edition) {
        return races.winners(edition.race().id()).stream()
                .filter(winner -> winner.edition().year() == edition.year())
                .map(RacePages::winner)
                .toList();
    }

    /// A stage, a classification of the whole race, or one as it stood after a stage.
    @GetMapping({"/races/{slug}/{year}/{part}", "/races/{slug}/{year}/{part}/{classification}"})
    @SameForEverybody
    ResponseEntity<byte[]> part(
            @PathVariable String slug,
            @PathVariable int year,
            @PathVariable String part,
            @PathVariable(required = false) @Nullable String classification,
            @RequestParam(defaultValue = "1") int from,
            @RequestParam(defaultValue = "") String name) {
        var key = ResultKey.ofPath(part, classification).orElseThrow(RacePages::unknown);
        var asked = PartOfResult.asked(from, name);
        var edition = races.edition(slug, year).orElseThrow(RacePages::unknown);
        var here = results.ofEdition(edition.id(), key, asked);
        var result = here.shown().orElseThrow(RacePages::unknown);
        return page(
                year + " " + result.title(),
                facts(result),
                ResultTables.address(result),
                result,
                asked,
                JsonLd.of(SportsEvent.of(result, address)),
                others(edition, here),
                List.of(),
                List.of(edition.id()));
    }

    private static List<RacePage.Other> others(Edition edition, Results.OfEdition here) {
        var address = "/races/%s/%d".formatted(edition.race().slug(), edition.year());
        return here.others().stream()
                .map(key -> new RacePage.Other(name(key), address + key.path()))
                .toList();
    }

    private static String name(ResultKey key) {
        var words = key.isRace() ? "the race" : key.words();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// Editions of which nothing but who starts is known yet.
    private static List<RacePage.Other> coming(List<Edition> editions) {
        return editions.stream()
                .filter(edition -> edition.status() == Edition.Status.PLANNED)
                .map(edition ->
                        new RacePage.Other(
                                edition.year() + ", who starts",
                                "/races/%s/%d".formatted(edition.race().slug(), edition.year())))
                .toList();
    }

    /// Year by year: who won, or that the race was not held.
    private static List<RacePage.Winner> years(List<Edition> editions, List<Winner> winners) {
        var byYear =
                winners.stream().collect(Collectors.groupingBy(winner -> winner.edition().year()));
        return editions.stream()
                .flatMap(edition ->
                        edition.status() == Edition.Status.CANCELLED
                                ? Stream.of(notHeld(edition))
                                : byYear.getOrDefault(edition.year(), List.of()).stream()
                                        .map(RacePages::winner))
                .toList();
    }

    private static RacePage.Winner notHeld(Edition edition) {
        return new RacePage.Winner(
                Integer.toString(edition.year()),
                new ResultTable.Name("Not held", ""),
                ResultTable.Name.NONE,
                "");
    }

    private ResponseEntity<byte[]> page(
            String name,
            String standfirst,
            String path,
            @Nullable Result result,
            Results.Part asked,
            String jsonLd,
            List<RacePage.Other> others,
            List<RacePage.Winner> winners,
            List<Long> editions) {
        var about = stories.latestOfEditions(editions, STORIES);
        var size = result == null ? 0 : size(result, asked);
        var frame = frames.open(name, standfirst);
        var page =
                new RacePage(
                        frame,
                        Preview.website(address.of(path), frame, asked.isTop() ? jsonLd : ""),
                        name,
                        standfirst,
                        result == null ? null : ResultTables.whole(result),
                        result == null || size == result.rows().size()
                                ? null
                                : PartOfResult.of(result, asked, size),
                        result == null ? List.of() : ResultFiles.of(result, size),
                        result == null ? "" : embed(result),
                        result == null ? ResultTable.Name.NONE : HistoryPages.of(result),
                        result == null ? "" : Moment.full(result.filedAt(), site.zone()).words(),
                        site.resultsLicence(),
                        others,
                        result == null || !result.isStartList() ? List.of() : known(result),
                        winners,
                        winners.size() > 1 ? path + RecordsPages.RECORDS : "",
                        StoryList.of(
                                about,
                                pictures.byNames(StoryList.pictures(about)),
                                site.zone(),
                                clock.instant()));
        return templates.shared("results/race.jte", page);
    }

    /// Counted only where not every row was asked for, or came.
    private int size(Result result, Results.Part asked) {
        var shown = result.rows().size();
        var isWhole = asked.isTop() && shown < asked.most();
        return isWhole ? shown : results.size(result);
    }

    /// Who starts and has come among the first ten before; who won, and who came best, first.
    private List<RacePage.Known> known(Result starters) {
        var riders = starters.rows().stream().flatMap(row -> row.rider().stream()).toList();
        return palmares
                .earlierPlaces(starters.edition(), riders, 1 + PLACES.size())
                .entrySet()
                .stream()
                .sorted(Comparator.comparingInt(rider -> best(rider.getValue())))
                .map(rider ->
                        new RacePage.Known(
                                ResultTables.name(rider.getKey()),
                                rider.getValue().stream()
                                        .map(RacePages::words)
                                        .collect(Collectors.joining(", "))))
                .toList();
    }

    private static int best(List<Palmares.EarlierPlace> places) {
        return places.stream().mapToInt(Palmares.EarlierPlace::place).min().orElseThrow();
    }

    private static String words(Palmares.EarlierPlace earlier) {
        return earlier.place() == 1
                ? "won in " + earlier.year()
                : "%s in %d".formatted(PLACES.get(earlier.place() - 2), earlier.year());
    }

    private String embed(Result result) {
        return "<script src=\"%s\" data-result=\"%s\" async></script>"
                .formatted(address.of("/static/embed.js"), ResultTables.address(result));
    }

    private Race find(String slug) {
        return races.bySlug(slug).orElseThrow(RacePages::unknown);
    }

    private static HttpProblem unknown() {
        return HttpProblem.notFound("No race of ours has this address.");
    }

    private static RaceIndex.Line line(Races.LatestWinners race) {
        return new RaceIndex.Line(
                "/races/" + race.race().slug(),
                race.race().name(),
                race.winners(),
                race.year() == 0 ? "" : Integer.toString(race.year()));
    }

    private static RacePage.Winner winner(Winner winner) {
        var edition = winner.edition();
        var team = winner.team();
        return new RacePage.Winner(
                Integer.toString(edition.year()),
                ResultTables.name(winner.rider()),
                team == null ? ResultTable.Name.NONE : ResultTables.name(team),
                "/races/%s/%d".formatted(edition.race().slug(), edition.year()));
    }

    /// The same of a stage.
    private static String facts(Result result) {
        var stage = result.stage();
        return stage == null
                ? facts(result.edition())
                : facts(null, stage.heldOn(), stage.place(), null, stage.metres());
    }

    /// `1 April 2023 · Estella · 1.Pro · 203.9 km`, as far as it is known.
    private static String facts(Edition edition) {
        return facts(
                edition.status() == Edition.Status.CANCELLED ? "Not held" : null,
                edition.heldOn(),
                edition.place(),
                edition.raceClass(),
                edition.metres());
    }

    private static String facts(
            @Nullable String status,
            @Nullable LocalDate heldOn,
            @Nullable String place,
            @Nullable String raceClass,
            @Nullable Integer metres) {
        return Stream.of(
                        status,
                        heldOn == null ? null : DAY.format(heldOn),
                        place,
                        raceClass,
                        metres == null ? null : "%.1f km".formatted(metres / 1_000.0))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
