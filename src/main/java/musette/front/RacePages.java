package musette.front;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.racing.Edition;
import musette.racing.Race;
import musette.racing.Races;
import musette.racing.Races.Winner;
import musette.racing.Result;
import musette.racing.Results;
import musette.site.Address;
import musette.site.Frame;
import musette.site.MayCall;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.site.Trouble;
import musette.site.Who;
import musette.stories.Stories;
import musette.stories.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// All races, one race with its winners, one edition with its result.
@Controller
@MayCall(Who.ANYONE)
class RacePages {
    private static final DateTimeFormatter DAY = Moment.words("d MMMM uuuu");
    private static final int STORIES_OF_EDITION = 20;

    /// How many editions back a race's page looks for stories.
    private static final int EDITIONS_WITH_STORIES = 3;

    private final Races races;
    private final Results results;
    private final Stories stories;
    private final SiteSettings site;
    private final Address address;
    private final Frame.Frames frames;
    private final Templates templates;
    private final Clock clock;

    RacePages(
            Races races,
            Results results,
            Stories stories,
            SiteSettings site,
            Address address,
            Frame.Frames frames,
            Templates templates,
            Clock clock) {
        this.races = races;
        this.results = results;
        this.stories = stories;
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
        var lines = races.all().stream().map(this::line).toList();
        return templates.page("front/races.jte", new RaceIndex(frame, preview, lines));
    }

    @GetMapping("/races/{slug}")
    @SameForEverybody
    ResponseEntity<byte[]> race(@PathVariable String slug) {
        var race = find(slug);
        var stories =
                races.editions(race.id()).stream()
                        .limit(EDITIONS_WITH_STORIES)
                        .flatMap(this::stories);
        return page(race.name(), "", "/races/" + slug, null, races.winners(race.id()), stories);
    }

    @GetMapping("/races/{slug}/{year}")
    @SameForEverybody
    ResponseEntity<byte[]> edition(@PathVariable String slug, @PathVariable int year) {
        var race = find(slug);
        var edition =
                races.editions(race.id()).stream()
                        .filter(e -> e.year() == year)
                        .findFirst()
                        .orElseThrow(RacePages::unknown);
        return page(
                year + " " + edition.name(),
                facts(edition),
                "/races/%s/%d".formatted(slug, year),
                results.current(edition.id()).orElse(null),
                races.winners(race.id()).stream().filter(w -> w.edition().year() == year).toList(),
                stories(edition));
    }

    private ResponseEntity<byte[]> page(
            String name,
            String standfirst,
            String path,
            @Nullable Result result,
            List<Winner> winners,
            Stream<Story> stories) {
        var frame = frames.open(name, standfirst);
        var page =
                new RacePage(
                        frame,
                        Preview.website(address.of(path), frame),
                        name,
                        standfirst,
                        result == null ? null : ResultTables.whole(result),
                        winners.stream().map(RacePages::winner).toList(),
                        River.of(stories.toList(), site.zone(), clock.instant()));
        return templates.page("front/race.jte", page);
    }

    private Race find(String slug) {
        return races.bySlug(slug).orElseThrow(RacePages::unknown);
    }

    private static Trouble unknown() {
        return Trouble.notFound("No race of ours has this address.");
    }

    private RaceIndex.Line line(Race race) {
        var latest = races.winners(race.id()).stream().findFirst();
        return new RaceIndex.Line(
                "/races/" + race.slug(),
                race.name(),
                latest.map(w -> w.rider().display()).orElse(""),
                latest.map(w -> Integer.toString(w.edition().year())).orElse(""));
    }

    private static RacePage.Winner winner(Winner winner) {
        var edition = winner.edition();
        var team = winner.team();
        return new RacePage.Winner(
                Integer.toString(edition.year()),
                winner.rider().display(),
                team == null ? "" : team.print(),
                "/races/%s/%d".formatted(edition.race().slug(), edition.year()));
    }

    /// `1 April 2023 · Estella · 1.Pro · 203.9 km`, as far as it is known.
    private static String facts(Edition edition) {
        var heldOn = edition.heldOn();
        var metres = edition.metres();
        return Stream.of(
                        edition.status() == Edition.Status.CANCELLED ? "Not held" : null,
                        heldOn == null ? null : DAY.format(heldOn),
                        edition.place(),
                        edition.raceClass(),
                        metres == null ? null : "%.1f km".formatted(metres / 1_000.0))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private Stream<Story> stories(Edition edition) {
        return stories.latestOfEdition(edition.id(), STORIES_OF_EDITION).stream();
    }
}
