package musette.results;

import java.util.Locale;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.pages.ResultTables;
import musette.pages.SameForEverybody;
import musette.racing.Nations;
import musette.racing.Palmares;
import musette.racing.Races;
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

/// Nations: who rides for them, and what they won, as far as the records go.
@Controller
@MayCall(Who.ANYONE)
class NationPages {
    private static final int MOST = 500;

    private final Palmares palmares;
    private final Address address;
    private final Frame.Frames frames;
    private final Templates templates;

    NationPages(Palmares palmares, Address address, Frame.Frames frames, Templates templates) {
        this.palmares = palmares;
        this.address = address;
        this.frames = frames;
        this.templates = templates;
    }

    @GetMapping("/nations/{name}")
    @SameForEverybody
    ResponseEntity<byte[]> nation(@PathVariable String name) {
        var code = name.toUpperCase(Locale.ROOT);
        var nation = palmares.nation(code, MOST);
        if (nation.riders().isEmpty() || !name.equals(name.toLowerCase(Locale.ROOT))) {
            throw HttpProblem.notFound("We know no rider of this nation.");
        }
        var own = name(code);
        var frame =
                frames.open(own.words(), "Riders of %s and what they won".formatted(own.words()));
        return templates.shared(
                "results/nation.jte",
                new NationPage(
                        frame,
                        Preview.website(address.of(own.address()), frame),
                        own.words(),
                        summary(nation),
                        nation.wins().stream().map(NationPages::win).toList(),
                        nation.riders().stream().map(ResultTables::name).toList()));
    }

    private static String summary(Palmares.Nation nation) {
        return "%s, %s"
                .formatted(
                        counted(nation.riders().size(), "rider"),
                        counted(nation.wins().size(), "win"));
    }

    private static String counted(int many, String noun) {
        return many >= MOST
                ? "The first %d %ss".formatted(MOST, noun)
                : many == 1 ? "1 " + noun : many + " " + noun + "s";
    }

    private static NationPage.Win win(Races.Winner win) {
        var edition = win.edition();
        var year = Integer.toString(edition.year());
        return new NationPage.Win(
                year,
                new ResultTable.Name(
                        edition.name(), "/races/%s/%s".formatted(edition.race().slug(), year)),
                ResultTables.name(win.rider()));
    }

    static ResultTable.Name name(String code) {
        return new ResultTable.Name(
                Nations.words(code), "/nations/" + code.toLowerCase(Locale.ROOT));
    }
}
