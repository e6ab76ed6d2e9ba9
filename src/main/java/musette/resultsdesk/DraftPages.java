package musette.resultsdesk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import musette.desk.OnDuty;
import musette.flash.Flash;
import musette.flash.Flashes;
import musette.racing.Results;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.Who;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A story drafted because somebody asks, from a result that opened none by itself.
@Controller
@MayCall(Who.STAFF)
class DraftPages {
    private final Results results;
    private final Flashes flashes;

    DraftPages(Results results, Flashes flashes) {
        this.results = results;
        this.flashes = flashes;
    }

    @PostMapping("/desk/results/drafts")
    ResponseEntity<byte[]> draft(
            @RequestParam(defaultValue = "0") long result, HttpServletRequest request) {
        long story =
                flashes.draft(result, OnDuty.member(request)).orElseThrow(() -> refusal(result));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/desk/stories/" + story))
                .build();
    }

    private HttpProblem refusal(long result) {
        return results.byId(result)
                .flatMap(Flash::withheld)
                .map(HttpProblem::badRequest)
                .orElseGet(() -> HttpProblem.notFound("No result of ours has this number."));
    }
}
