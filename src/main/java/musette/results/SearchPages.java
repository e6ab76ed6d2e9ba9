package musette.results;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.pages.ResultTables;
import musette.pages.SameForEverybody;
import musette.racing.Search;
import musette.site.Address;
import musette.site.Frame;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Who;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The search over riders, races and teams.
@Controller
@MayCall(Who.ANYONE)
class SearchPages {
    private static final int MOST_OF_A_KIND = 20;
    private static final int LONGEST = 80;

    private final Search search;
    private final Address address;
    private final Frame.Frames frames;
    private final Templates templates;

    SearchPages(Search search, Address address, Frame.Frames frames, Templates templates) {
        this.search = search;
        this.address = address;
        this.frames = frames;
        this.templates = templates;
    }

    @GetMapping("/search")
    @SameForEverybody
    ResponseEntity<byte[]> search(@RequestParam(name = "q", defaultValue = "") String typed) {
        var words = typed.strip();
        if (words.length() > LONGEST) {
            return page(words.substring(0, LONGEST), List.of(), "That is too long to be a name.");
        }
        if (words.isEmpty()) {
            return page("", List.of(), "");
        }
        var found = search.find(words, MOST_OF_A_KIND);
        return page(
                words,
                groups(found),
                found.isNothing()
                        ? "Nobody and nothing here is called '%s'. The beginning of a name is enough."
                                .formatted(words)
                        : "");
    }

    private ResponseEntity<byte[]> page(
            String words, List<SearchPage.Group> groups, String answer) {
        var frame = frames.open("Search", "Riders, races and teams by name.");
        return templates.shared(
                "results/search.jte",
                new SearchPage(
                        frame,
                        Preview.website(address.of("/search"), frame),
                        words,
                        groups,
                        answer));
    }

    private static List<SearchPage.Group> groups(Search.Found found) {
        return Stream.of(
                        group(
                                "Riders",
                                found.riders().stream()
                                        .map(rider ->
                                                new SearchPage.Line(
                                                        ResultTables.name(rider),
                                                        Objects.requireNonNullElse(
                                                                rider.nation(), "")))),
                        group(
                                "Races",
                                found.races().stream()
                                        .map(race ->
                                                new SearchPage.Line(
                                                        new ResultTable.Name(
                                                                race.name(),
                                                                "/races/" + race.slug()),
                                                        Objects.requireNonNullElse(
                                                                race.country(), "")))),
                        group(
                                "Teams",
                                found.teams().stream()
                                        .map(team ->
                                                new SearchPage.Line(
                                                        ResultTables.name(team),
                                                        Integer.toString(team.season())))))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    private static SearchPage.Group group(String heading, Stream<SearchPage.Line> lines) {
        return new SearchPage.Group(heading, lines.toList());
    }
}
