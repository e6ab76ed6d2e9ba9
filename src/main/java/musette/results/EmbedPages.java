package musette.results;

import jakarta.servlet.http.HttpServletResponse;
import musette.pages.ResultTables;
import musette.racing.Races;
import musette.racing.ResultKey;
import musette.racing.Results;
import musette.site.Address;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.SafeHeaders;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.site.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Results in a frame, for clubs and whoever else puts them on a page of their own. The only pages
/// of ours that others may frame: they hold no form and nothing of a visitor.
@Controller
@MayCall(Who.ANYONE)
class EmbedPages {
    private static final int ROWS = 10;

    /// One more, which tells that there is more.
    private static final Results.Part SOME = new Results.Part(1, ROWS + 1, "");

    private final Races races;
    private final Results results;
    private final SiteSettings site;
    private final Address address;
    private final Templates templates;

    EmbedPages(
            Races races, Results results, SiteSettings site, Address address, Templates templates) {
        this.races = races;
        this.results = results;
        this.site = site;
        this.address = address;
        this.templates = templates;
    }

    @GetMapping({
        "/races/{slug}/{year}/embed",
        "/races/{slug}/{year}/{part}/embed",
        "/races/{slug}/{year}/{part}/{classification}/embed"
    })
    ResponseEntity<byte[]> result(
            @PathVariable String slug,
            @PathVariable int year,
            @PathVariable(required = false) @Nullable String part,
            @PathVariable(required = false) @Nullable String classification,
            HttpServletResponse response) {
        var key = ResultKey.ofParts(part, classification).orElseThrow(EmbedPages::none);
        var edition = races.edition(slug, year).orElseThrow(EmbedPages::none);
        var result =
                results.ofEdition(edition.id(), key, SOME).shown().orElseThrow(EmbedPages::none);
        SafeHeaders.mayBeFramed(response);
        return templates.shared(
                "results/embed.jte",
                new EmbedPage(
                        site.name(),
                        address.of(ResultTables.address(result)),
                        ResultTables.first(ROWS, result)));
    }

    private static HttpProblem none() {
        return HttpProblem.notFound("No result of ours has this address.");
    }
}
